// Command minikube reads the flags of `minikube start` with minikube's own code.
//
// Each line of input has flags and a release of Kubernetes. Each line of output has what minikube refuses, or the
// configuration of kubeadm that it makes.
package main

import (
	"flag"
	"io"
	"log"

	"github.com/spf13/pflag"
	"k8s.io/klog/v2"
	"k8s.io/minikube/pkg/minikube/bootstrapper/bsutil"
	"k8s.io/minikube/pkg/minikube/command"
	"k8s.io/minikube/pkg/minikube/config"
	"k8s.io/minikube/pkg/minikube/constants"
	"k8s.io/minikube/pkg/minikube/cruntime"

	"gen-audit.test/questions"
)

type question struct {
	Args              []string
	KubernetesVersion string
}

type answer struct {
	Error   string `json:"error,omitempty"`
	Kubeadm string `json:"kubeadm,omitempty"`
}

func main() {
	quiet()
	questions.Answer(func(q question) answer {
		text, err := start(q)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return answer{Kubeadm: string(text)}
	})
}

func quiet() {
	flags := flag.NewFlagSet("klog", flag.ContinueOnError)
	klog.InitFlags(flags)
	for _, setting := range []string{"-logtostderr=false", "-stderrthreshold=FATAL"} {
		if err := flags.Parse([]string{setting}); err != nil {
			log.Fatal(err)
		}
	}
	klog.SetOutput(io.Discard)
}

// start is what `minikube start` does with flags for the components of Kubernetes, on a node of its own.
func start(q question) ([]byte, error) {
	var options config.ExtraOptionSlice
	flags := pflag.NewFlagSet("start", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Var(&options, "extra-config", "")
	if err := flags.Parse(q.Args); err != nil {
		return nil, err
	}
	node := config.Node{Name: "minikube", IP: "203.0.113.1", ControlPlane: true, Worker: true}
	cluster := config.ClusterConfig{
		Name: "minikube",
		KubernetesConfig: config.KubernetesConfig{
			KubernetesVersion: q.KubernetesVersion,
			ClusterName:       "minikube",
			ContainerRuntime:  constants.Containerd,
			CNI:               "false",
			ExtraOptions:      options,
		},
		Nodes: []config.Node{node},
	}
	runner := command.NewFakeCommandRunner()
	runner.SetCommandToOutput(map[string]string{"sudo crictl --timeout=10s info": "{}"})
	runtime, err := cruntime.New(cruntime.Config{Type: constants.Containerd, Runner: runner})
	if err != nil {
		return nil, err
	}
	return bsutil.GenerateKubeadmYAML(cluster, node, runtime)
}
