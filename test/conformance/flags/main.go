// Command flags reads audit flags with kube-apiserver's own options.
//
// Each line of input has arguments; each line of output has what keeps kube-apiserver from starting with them, and
// otherwise the value of every flag that was given, as it was understood. {"list":true} asks for the names of all flags.
package main

import (
	"fmt"
	"io"

	"github.com/spf13/pflag"
	"k8s.io/apiserver/pkg/server/options"

	"gen-audit.test/questions"
)

type question struct {
	Args []string
	List bool
}

type answer struct {
	Errors []string          `json:"errors,omitempty"`
	Values map[string]string `json:"values,omitempty"`
	Flags  []string          `json:"flags,omitempty"`
}

func main() {
	questions.Answer(decide)
}

func decide(q question) answer {
	audit := options.NewAuditOptions()
	flags := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	audit.AddFlags(flags)

	var a answer
	if q.List {
		flags.VisitAll(func(flag *pflag.Flag) { a.Flags = append(a.Flags, flag.Name) })
		return a
	}
	if err := flags.Parse(q.Args); err != nil {
		a.Errors = append(a.Errors, err.Error())
		return a
	}
	for _, rest := range flags.Args() {
		a.Errors = append(a.Errors, fmt.Sprintf("%q is no flag", rest))
	}
	for _, err := range audit.Validate() {
		a.Errors = append(a.Errors, err.Error())
	}
	if len(a.Errors) == 0 {
		a.Values = map[string]string{}
		flags.Visit(func(flag *pflag.Flag) { a.Values[flag.Name] = flag.Value.String() })
	}
	return a
}
