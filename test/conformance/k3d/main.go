// Command k3d reads a configuration with k3d's own code, up to where it would start containers.
//
// Each line of input has the text of a configuration. Each line of output has what `k3d cluster create` refuses, or what
// each node would be given: the arguments of k3s, and the files.
package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"os"
	"path/filepath"

	cliconfig "github.com/k3d-io/k3d/v5/cmd/util/config"
	"github.com/k3d-io/k3d/v5/pkg/config"
	"github.com/k3d-io/k3d/v5/pkg/config/v1alpha5"
	"github.com/k3d-io/k3d/v5/pkg/logger"
	"github.com/k3d-io/k3d/v5/pkg/runtimes"
	"github.com/spf13/viper"

	"gen-audit.test/questions"
)

type question struct {
	Text string
}

type node struct {
	Name  string   `json:"name"`
	Role  string   `json:"role"`
	Args  []string `json:"args"`
	Files []file   `json:"files"`
}

type file struct {
	Path    string `json:"path"`
	Content string `json:"content"`
}

type answer struct {
	Error string `json:"error,omitempty"`
	Nodes []node `json:"nodes,omitempty"`
}

func main() {
	if err := answerAll(); err != nil {
		log.Fatal(err)
	}
}

func answerAll() error {
	folder, err := os.MkdirTemp("", "gen-audit-k3d-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	// k3d leaves a copy of every configuration that it reads there.
	if err := os.Setenv("TMPDIR", folder); err != nil {
		return err
	}
	questions.Answer(func(q question) answer {
		nodes, err := plan(filepath.Join(folder, "config.yaml"), q.Text)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return answer{Nodes: nodes}
	})
	return nil
}

// plan is what `k3d cluster create --config` does before it asks docker for anything.
//
// Upstream: github.com/k3d-io/k3d/v5, cmd/cluster/clusterCreate.go, NewCmdClusterCreate
func plan(path, text string) (nodes []node, err error) {
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return nil, err
	}
	settings := viper.New()
	settings.SetDefault("servers", 1)
	settings.SetDefault("image", "rancher/k3s:latest")
	if err := read(settings, path); err != nil {
		return nil, err
	}
	simple, err := config.SimpleConfigFromViper(settings)
	if err != nil {
		return nil, err
	}
	if err := config.ProcessSimpleConfig(&simple); err != nil {
		return nil, err
	}
	return transform(simple, path)
}

// read has as an error what k3d would say as it exits.
func read(settings *viper.Viper, path string) (err error) {
	var complaint bytes.Buffer
	logger.Log().SetOutput(&complaint)
	logger.Log().ExitFunc = func(int) { panic(errors.New(complaint.String())) }
	defer logger.Log().SetOutput(io.Discard)
	defer func() {
		if said, ok := recover().(error); ok {
			err = said
		}
	}()
	return cliconfig.InitViperWithConfigFile(settings, path)
}

func transform(simple v1alpha5.SimpleConfig, path string) (nodes []node, err error) {
	ctx, runtime := context.Background(), runtimes.SelectedRuntime
	cluster, err := config.TransformSimpleToClusterConfig(ctx, runtime, simple, path)
	if err != nil {
		return nil, err
	}
	if cluster, err = config.ProcessClusterConfig(*cluster); err != nil {
		return nil, err
	}
	if err := config.ValidateClusterConfig(ctx, runtime, *cluster); err != nil {
		return nil, err
	}
	for _, planned := range cluster.Nodes {
		n := node{Name: planned.Name, Role: string(planned.Role), Args: planned.Args}
		for _, f := range planned.Files {
			n.Files = append(n.Files, file{Path: f.Destination, Content: string(f.Content)})
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}
