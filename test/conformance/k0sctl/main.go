// Command k0sctl reads a configuration with k0sctl's own code.
//
// Each line of input has the text of a configuration. Each line of output has what `k0sctl apply` refuses before it
// connects to a host, or what the first host would be given, and the configuration of k0s.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/a8m/envsubst"
	"github.com/k0sproject/dig"
	"github.com/k0sproject/k0sctl/pkg/apis/k0sctl.k0sproject.io/v1beta1"
	"github.com/k0sproject/k0sctl/pkg/manifest"
	"gopkg.in/yaml.v2"
	sigsyaml "sigs.k8s.io/yaml"

	"gen-audit.test/questions"
)

type question struct {
	Text string
}

type file struct {
	Path    string `json:"path"`
	Mode    string `json:"mode"`
	Content string `json:"content"`
}

type answer struct {
	Error  string          `json:"error,omitempty"`
	Files  []file          `json:"files,omitempty"`
	Before []string        `json:"before,omitempty"`
	Config json.RawMessage `json:"config,omitempty"`
}

func main() {
	// What the configuration names is not to be found in this machine's environment.
	os.Clearenv()
	questions.Answer(func(q question) answer {
		a, err := load(q.Text)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
}

// load is what `k0sctl apply` does with the file that it is given.
//
// Upstream: github.com/k0sproject/k0sctl, cmd/flags.go, initConfig and readConfig
func load(text string) (a answer, err error) {
	substituted, err := envsubst.String(text)
	if err != nil {
		return a, err
	}
	reader := &manifest.Reader{}
	if err := reader.Parse(strings.NewReader(substituted)); err != nil {
		return a, err
	}
	resources, err := reader.GetResources(v1beta1.APIVersion, "Cluster")
	if err != nil {
		return a, err
	}
	if len(resources) != 1 {
		return a, fmt.Errorf("%d clusters", len(resources))
	}
	cluster := &v1beta1.Cluster{}
	if err := resources[0].Unmarshal(cluster); err != nil {
		return a, err
	}
	if err := cluster.Resolve(os.TempDir()); err != nil {
		return a, err
	}
	if err := cluster.Validate(); err != nil {
		return a, err
	}
	host := cluster.Spec.Hosts[0]
	for _, upload := range host.Files {
		if !upload.HasData() {
			return a, fmt.Errorf("%s has no data", upload.Name)
		}
		a.Files = append(a.Files, file{
			Path:    filepath.Join(upload.DestinationDir, upload.DestinationFile),
			Mode:    upload.PermString,
			Content: upload.Data,
		})
	}
	a.Before = host.Hooks.ForActionAndStage("apply", "before")
	a.Config, err = encoded(cluster.Spec.K0s.Config)
	return a, err
}

// encoded has the configuration as k0sctl writes it for k0s, read as k0s reads it.
func encoded(config dig.Mapping) (json.RawMessage, error) {
	text, err := yaml.Marshal(config)
	if err != nil {
		return nil, err
	}
	return sigsyaml.YAMLToJSON(text)
}
