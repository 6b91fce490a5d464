// Command kubeadm reads a configuration with kubeadm's own code, and makes the static pod of kube-apiserver of it.
//
// Each line of input has a ClusterConfiguration, an InitConfiguration that keeps kubeadm from asking the machine, and
// where there is one a JSON patch of the pod. Each line of output has what `kubeadm config validate` refuses, or apiServer
// as kubeadm writes it back, with the pod.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	v1 "k8s.io/api/core/v1"
	"k8s.io/klog/v2"
	kubeadmapi "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm"
	kubeadmscheme "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/scheme"
	"k8s.io/kubernetes/cmd/kubeadm/app/constants"
	"k8s.io/kubernetes/cmd/kubeadm/app/phases/controlplane"
	kubeadmutil "k8s.io/kubernetes/cmd/kubeadm/app/util"
	"k8s.io/kubernetes/cmd/kubeadm/app/util/config"
	"k8s.io/kubernetes/cmd/kubeadm/app/util/staticpod"
	"sigs.k8s.io/yaml"

	"gen-audit.test/questions"
)

type question struct {
	Cluster, Init, Patch string
}

type answer struct {
	Error        string           `json:"error,omitempty"`
	APIServer    json.RawMessage  `json:"apiServer,omitempty"`
	Command      []string         `json:"command,omitempty"`
	VolumeMounts []v1.VolumeMount `json:"volumeMounts,omitempty"`
	Volumes      []v1.Volume      `json:"volumes,omitempty"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	questions.Answer(func(q question) answer {
		a, err := load(q)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
}

func load(q question) (answer, error) {
	text := []byte(q.Cluster + "---\n" + q.Init)
	if err := validate(text); err != nil {
		return answer{}, err
	}
	initConfig, err := config.BytesToInitConfiguration(text, true)
	if err != nil {
		return answer{}, err
	}
	written, err := rewrite([]byte(q.Cluster))
	if err != nil {
		return answer{}, err
	}
	pods := controlplane.GetStaticPodSpecs(&initConfig.ClusterConfiguration, &initConfig.LocalAPIEndpoint, []kubeadmapi.EnvVar{})
	pod := pods[constants.KubeAPIServer]
	if q.Patch != "" {
		if pod, err = patched(pod, q.Patch); err != nil {
			return answer{}, err
		}
	}
	return answer{
		APIServer:    written,
		Command:      pod.Spec.Containers[0].Command,
		VolumeMounts: pod.Spec.Containers[0].VolumeMounts,
		Volumes:      pod.Spec.Volumes,
	}, nil
}

// validate is strict: a field that is unknown or given twice is an error. Its parameters differ by release.
func validate(text []byte) error {
	switch validate := any(config.ValidateConfig).(type) {
	case func([]byte, bool) error:
		return validate(text, false)
	case func([]byte, bool, bool) error:
		return validate(text, false, false)
	default:
		return fmt.Errorf("config.ValidateConfig is a %T", validate)
	}
}

// rewrite decodes a ClusterConfiguration, and encodes its apiServer in the version that it came in.
func rewrite(text []byte) (json.RawMessage, error) {
	decoded, gvk, err := kubeadmscheme.Codecs.UniversalDecoder().Decode(text, nil, nil)
	if err != nil {
		return nil, err
	}
	encoded, err := kubeadmutil.MarshalToYamlForCodecs(decoded, gvk.GroupVersion(), kubeadmscheme.Codecs)
	if err != nil {
		return nil, err
	}
	var written struct {
		APIServer json.RawMessage `json:"apiServer"`
	}
	err = yaml.Unmarshal(encoded, &written)
	return written.APIServer, err
}

func patched(pod v1.Pod, patch string) (v1.Pod, error) {
	directory, err := os.MkdirTemp("", "gen-audit-patches-")
	if err != nil {
		return pod, err
	}
	defer os.RemoveAll(directory)
	if err := os.WriteFile(filepath.Join(directory, "kube-apiserver0+json.yaml"), []byte(patch), 0o600); err != nil {
		return pod, err
	}
	changed, err := staticpod.PatchStaticPod(&pod, directory, io.Discard)
	return *changed, err
}
