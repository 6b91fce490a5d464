// Command k3d reads a configuration with k3d's own code, up to where it would start containers.
//
// Each line of input has the text of a configuration. Each line of output has what `k3d cluster create` refuses, or what
// each node would be given: the arguments of k3s, and the files.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
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
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			return err
		}
		nodes, err := plan(filepath.Join(folder, "config.yaml"), q.Text)
		a := answer{Nodes: nodes}
		if err != nil {
			a = answer{Error: err.Error()}
		}
		if err := encoder.Encode(a); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	return out.Flush()
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
