// Command kops reads a cluster with kOps' own code.
//
// Each line of input has the text of a Cluster. Each line of output has what `kops edit` would say it discards or
// writes otherwise, what is invalid, and else the audited parts as kOps stores them, the flags that it passes to
// kube-apiserver, and the files that it puts on the instances of each role.
package main

import (
	"encoding/json"
	"fmt"
	"io"

	"k8s.io/klog/v2"
	"k8s.io/kops/pkg/apis/kops"
	"k8s.io/kops/pkg/apis/kops/validation"
	"k8s.io/kops/pkg/apis/nodeup"
	"k8s.io/kops/pkg/edit"
	"k8s.io/kops/pkg/flagbuilder"
	"k8s.io/kops/pkg/kopscodecs"

	"gen-audit.test/questions"
)

type question struct {
	Text string
}

type answer struct {
	Error     string              `json:"error,omitempty"`
	Discarded string              `json:"discarded,omitempty"`
	Invalid   []string            `json:"invalid,omitempty"`
	Spec      json.RawMessage     `json:"spec,omitempty"`
	Flags     []string            `json:"flags,omitempty"`
	Files     map[string][]string `json:"files,omitempty"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	questions.Answer(func(q question) answer {
		a, err := load([]byte(q.Text))
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
}

func load(text []byte) (a answer, err error) {
	if a.Discarded, err = edit.HasExtraFields(string(text)); err != nil {
		return a, err
	}
	decoded, _, err := kopscodecs.Decode(text, nil)
	if err != nil {
		return a, err
	}
	cluster, ok := decoded.(*kops.Cluster)
	if !ok {
		return a, fmt.Errorf("decoded as a %T", decoded)
	}
	for _, invalid := range validation.ValidateCluster(cluster, false, nil) {
		a.Invalid = append(a.Invalid, invalid.Error())
	}
	if a.Flags, err = flagbuilder.BuildFlagsList(cluster.Spec.KubeAPIServer); err != nil {
		return a, err
	}
	a.Files = filesByRole(cluster)
	a.Spec, err = stored(cluster)
	return a, err
}

func filesByRole(cluster *kops.Cluster) map[string][]string {
	files := map[string][]string{}
	for _, role := range kops.AllInstanceGroupRoles {
		group := &kops.InstanceGroup{Spec: kops.InstanceGroupSpec{Role: role}}
		config, _ := nodeup.NewConfig(cluster, group)
		for _, asset := range config.FileAssets {
			files[string(role)] = append(files[string(role)], asset.Path)
		}
	}
	return files
}

// stored has the two fields as the state store has them, in the version that it always has.
func stored(cluster *kops.Cluster) (json.RawMessage, error) {
	encoded, err := kopscodecs.ToVersionedJSON(cluster)
	if err != nil {
		return nil, err
	}
	var written struct {
		Spec struct {
			FileAssets    json.RawMessage `json:"fileAssets"`
			KubeAPIServer json.RawMessage `json:"kubeAPIServer"`
		} `json:"spec"`
	}
	if err := json.Unmarshal(encoded, &written); err != nil {
		return nil, err
	}
	return json.Marshal(written.Spec)
}
