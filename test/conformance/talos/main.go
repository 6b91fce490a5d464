// Command talos patches a machine config with Talos' own code.
//
// Each line of input has patches, the release of Talos whose talosctl made the machine config, and the release of
// Kubernetes. Each line of output has what Talos refuses, or what the patched machine config has for kube-apiserver, with
// the policy as Talos writes it into the file.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
	"github.com/siderolabs/talos/pkg/machinery/config/generate"
	"github.com/siderolabs/talos/pkg/machinery/config/machine"
	"github.com/siderolabs/talos/pkg/machinery/config/validation"
	"k8s.io/apimachinery/pkg/runtime"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	auditv1 "k8s.io/apiserver/pkg/apis/audit/v1"

	"gen-audit.test/questions"
)

type question struct {
	Patches           []string
	Contract          string
	KubernetesVersion string
}

type answer struct {
	Error   string            `json:"error,omitempty"`
	Policy  *auditv1.Policy   `json:"policy,omitempty"`
	Args    map[string]string `json:"args,omitempty"`
	Volumes []json.RawMessage `json:"volumes,omitempty"`
	Files   []json.RawMessage `json:"files,omitempty"`
}

func main() {
	questions.Answer(func(q question) answer {
		a, err := patch(q)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
}

// patch is what `talosctl patch machineconfig` and `talosctl validate` do, and what the node does with the result.
func patch(q question) (a answer, err error) {
	base, err := generated(q.Contract, q.KubernetesVersion)
	if err != nil {
		return a, err
	}
	patches, err := configpatcher.LoadPatches(q.Patches)
	if err != nil {
		return a, err
	}
	patched, err := configpatcher.Apply(configpatcher.WithBytes(base), patches)
	if err != nil {
		return a, err
	}
	provider, err := patched.Config()
	if err != nil {
		return a, err
	}
	if _, err := provider.Validate(metal{}, validation.WithLocal()); err != nil {
		return a, err
	}
	text, err := provider.Bytes()
	if err != nil {
		return a, err
	}
	return audited(text)
}

// metal is the platform that a validation is for.
type metal struct{}

func (metal) String() string        { return "metal" }
func (metal) RequiresInstall() bool { return true }
func (metal) InContainer() bool     { return false }

// made has the machine configs of control-plane nodes as talosctl makes them: all their keys take a while.
var made = map[string][]byte{}

func generated(contract, kubernetesVersion string) ([]byte, error) {
	key := contract + " " + kubernetesVersion
	if made[key] != nil {
		return made[key], nil
	}
	parsed, err := config.ParseContractFromVersion(contract)
	if err != nil {
		return nil, err
	}
	input, err := generate.NewInput("example", "https://203.0.113.1:6443", kubernetesVersion,
		generate.WithVersionContract(parsed), generate.WithInstallDisk("/dev/sda"))
	if err != nil {
		return nil, err
	}
	provider, err := input.Config(machine.TypeControlPlane)
	if err != nil {
		return nil, err
	}
	made[key], err = provider.Bytes()
	return made[key], err
}

// document has the fields of any document of a machine config that are about audit.
type document struct {
	Machine struct {
		Files []json.RawMessage `json:"files"`
	} `json:"machine"`
	Cluster struct {
		APIServer struct {
			Policy       map[string]any    `json:"auditPolicy"`
			ExtraArgs    map[string]string `json:"extraArgs"`
			ExtraVolumes []json.RawMessage `json:"extraVolumes"`
		} `json:"apiServer"`
	} `json:"cluster"`

	Kind          string            `json:"kind"`
	Configuration map[string]any    `json:"configuration"`
	ExtraArgs     map[string]string `json:"extraArgs"`
}

// audited reads the config as it is stored.
func audited(text []byte) (a answer, err error) {
	a.Args = map[string]string{}
	decoder := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(string(text)), 4096)
	for {
		var d document
		if err := decoder.Decode(&d); errors.Is(err, io.EOF) {
			return a, nil
		} else if err != nil {
			return a, err
		}
		a.Files = append(a.Files, d.Machine.Files...)
		a.Volumes = append(a.Volumes, d.Cluster.APIServer.ExtraVolumes...)
		args := d.Cluster.APIServer.ExtraArgs
		policy := d.Cluster.APIServer.Policy
		switch d.Kind {
		case "KubeAPIServerConfig":
			args = d.ExtraArgs
		case "KubeAuditPolicyConfig":
			policy = d.Configuration
		}
		for name, value := range args {
			a.Args[name] = value
		}
		if policy == nil {
			continue
		}
		if a.Policy != nil {
			return a, errors.New("two policies")
		}
		if a.Policy, err = written(policy); err != nil {
			return a, err
		}
	}
}

// written is the policy as it is encoded into the file, once it has been decoded strictly.
//
// Upstream: github.com/siderolabs/talos, internal/app/machined/pkg/controllers/k8s/render_config_static_pods.go,
// auditPolicyConfig
func written(policy map[string]any) (*auditv1.Policy, error) {
	typed := &auditv1.Policy{}
	if err := runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(policy, typed, true); err != nil {
		return nil, fmt.Errorf("error unmarshaling audit policy configuration: %w", err)
	}
	return typed, nil
}
