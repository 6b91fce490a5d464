package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// stateVariable names the environment variable with the folder that stands for docker's state: below it a folder for
// each container, with the words that it was run with, and the files that were written into it.
const stateVariable = "GEN_AUDIT_KIND_STATE"

const (
	wordsFile   = "words.json"
	kubeadmFile = "/kind/kubeadm.conf"
)

// becomeDocker lets everything that is started from here find this program where it looks for docker.
func becomeDocker(state string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	bin := filepath.Join(state, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		return err
	}
	if err := os.Symlink(self, filepath.Join(bin, "docker")); err != nil {
		return err
	}
	if err := os.Mkdir(containers(state), 0o700); err != nil {
		return err
	}
	if err := os.Setenv(stateVariable, state); err != nil {
		return err
	}
	return os.Setenv("PATH", bin)
}

func containers(state string) string {
	return filepath.Join(state, "containers")
}

func forget(state string) {
	os.RemoveAll(containers(state))
	os.Mkdir(containers(state), 0o700)
}

// docker answers the few commands that kind gives before it starts Kubernetes in a node.
func docker(state string, words []string) error {
	switch words[0] {
	case "info":
		fmt.Println(`{"CgroupVersion": "2", "MemoryLimit": true, "PidsLimit": true, "CPUShares": true}`)
	case "ps":
		return list(state)
	case "run":
		return run(state, words[1:])
	case "logs":
		fmt.Println("Reached target Multi-User System.")
	case "inspect":
		return inspect(words[1:])
	case "exec":
		return execute(state, words[1:])
	case "network":
		if words[1] == "ls" {
			fmt.Println("0123456789ab")
		}
	case "rm":
		forget(state)
	case "-v", "context":
	default:
		return fmt.Errorf("docker %q is not what kind was known to ask", words)
	}
	return nil
}

func list(state string) error {
	entries, err := os.ReadDir(containers(state))
	for _, entry := range entries {
		fmt.Println(entry.Name())
	}
	return err
}

func run(state string, words []string) error {
	name := words[slices.Index(words, "--name")+1]
	encoded, err := json.Marshal(words)
	if err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(containers(state), name), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(containers(state), name, wordsFile), encoded, 0o600)
}

func inspect(words []string) error {
	format := strings.Join(words, " ")
	switch {
	case strings.Contains(format, "IPAddress"):
		fmt.Println("203.0.113.1,")
	case strings.Contains(format, "kind.role"):
		fmt.Println("control-plane")
	}
	return nil
}

// execute answers what is run inside of a node: the command stands behind its name.
func execute(state string, words []string) error {
	at := slices.IndexFunc(words, func(word string) bool { return !strings.HasPrefix(word, "-") })
	name, command := words[at], words[at+1:]
	switch strings.Join(command, " ") {
	case "cat /kind/version":
		version, err := image(state, name)
		fmt.Println(version)
		return err
	case "cp /dev/stdin " + kubeadmFile:
		text, err := io.ReadAll(os.Stdin)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(containers(state), name, filepath.Base(kubeadmFile)), text, 0o600)
	case "mkdir -p /kind":
		return nil
	default:
		return fmt.Errorf("%q is not what kind was known to run in a node", command)
	}
}

// image has the tag of a container's image, which in kind is the release of Kubernetes.
func image(state, name string) (string, error) {
	words, err := wordsOf(state, name)
	if err != nil {
		return "", err
	}
	_, tag, _ := strings.Cut(words[len(words)-1], ":")
	return tag, nil
}

func wordsOf(state, name string) (words []string, err error) {
	encoded, err := os.ReadFile(filepath.Join(containers(state), name, wordsFile))
	if err != nil {
		return nil, err
	}
	return words, json.Unmarshal(encoded, &words)
}

// recorded has what docker was told to mount, with host paths relative to where kind ran, and kubeadm's configuration.
func recorded(state, name string) (a answer, err error) {
	words, err := wordsOf(state, name)
	if err != nil {
		return a, err
	}
	folder, err := os.Getwd()
	if err != nil {
		return a, err
	}
	for _, word := range words {
		if volume, ok := strings.CutPrefix(word, "--volume="+folder+"/"); ok {
			a.Volumes = append(a.Volumes, volume)
		}
	}
	text, err := os.ReadFile(filepath.Join(containers(state), name, filepath.Base(kubeadmFile)))
	a.Kubeadm = string(text)
	return a, err
}
