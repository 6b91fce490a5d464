// Command kind makes a cluster with kind's own code, up to where it would start Kubernetes.
//
// Each line of input has the text of a configuration and a release of Kubernetes. Each line of output has what kind
// refuses, or what it would have mounted into the first node, and the configuration of kubeadm that it wrote there.
//
// kind works by the command docker. Called by that name, the program answers in its place: see docker.go.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"sigs.k8s.io/kind/pkg/cluster"

	"gen-audit.test/questions"
)

type question struct {
	Text, KubernetesVersion string
}

type answer struct {
	Error   string   `json:"error,omitempty"`
	Volumes []string `json:"volumes,omitempty"`
	Kubeadm string   `json:"kubeadm,omitempty"`
}

func main() {
	if filepath.Base(os.Args[0]) == "docker" {
		if err := docker(os.Getenv(stateVariable), os.Args[1:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := answerAll(); err != nil {
		log.Fatal(err)
	}
}

func answerAll() error {
	state, err := os.MkdirTemp("", "gen-audit-kind-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(state)
	if err := becomeDocker(state); err != nil {
		return err
	}
	questions.Answer(func(q question) answer {
		a, err := create(state, q)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
	return nil
}

// create is what `kind create cluster --config` does, with the name that a configuration without a name has.
func create(state string, q question) (a answer, err error) {
	defer forget(state)
	provider := cluster.NewProvider(cluster.ProviderWithDocker())
	err = provider.Create("",
		cluster.CreateWithRawConfig([]byte(q.Text)),
		cluster.CreateWithNodeImage("kindest/node:"+q.KubernetesVersion),
		cluster.CreateWithStopBeforeSettingUpKubernetes(true),
	)
	if err != nil {
		return a, err
	}
	nodes, err := provider.ListNodes("")
	if err != nil {
		return a, err
	}
	if len(nodes) != 1 {
		return a, fmt.Errorf("%d nodes", len(nodes))
	}
	return recorded(state, nodes[0].String())
}
