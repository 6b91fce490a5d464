// Command flags answers whether kube-apiserver takes audit flags: they are parsed into its own AuditOptions,
// and checked by AuditOptions.Validate.
//
// It reads one JSON line for each question and writes one for each answer: {"args":["--audit-log-path=-"]} is answered
// by {"errors":[]}, and {"list":true} by {"flags":["audit-log-path"]}, with every flag that AddFlags defines.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/pflag"
	"k8s.io/apiserver/pkg/server/options"
)

type question struct {
	Args []string `json:"args"`
	List bool     `json:"list"`
}

type answer struct {
	Errors []string `json:"errors"`
	Flags  []string `json:"flags,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	decoder := json.NewDecoder(bufio.NewReader(in))
	writer := bufio.NewWriter(out)
	encoder := json.NewEncoder(writer)
	for {
		var asked question
		if err := decoder.Decode(&asked); errors.Is(err, io.EOF) {
			return writer.Flush()
		} else if err != nil {
			return err
		}
		if err := encoder.Encode(decide(asked)); err != nil {
			return err
		}
	}
}

func decide(asked question) answer {
	audit := options.NewAuditOptions()
	flags := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	audit.AddFlags(flags)

	decided := answer{Errors: []string{}}
	if asked.List {
		flags.VisitAll(func(flag *pflag.Flag) { decided.Flags = append(decided.Flags, flag.Name) })
		return decided
	}
	if err := flags.Parse(asked.Args); err != nil {
		decided.Errors = append(decided.Errors, err.Error())
		return decided
	}
	for _, rest := range flags.Args() {
		decided.Errors = append(decided.Errors, fmt.Sprintf("%q is not a flag", rest))
	}
	for _, err := range audit.Validate() {
		decided.Errors = append(decided.Errors, err.Error())
	}
	return decided
}
