// Command loading reads audit policies with kube-apiserver's own loader.
//
// Each line of input has a text; each line of output says whether it is accepted, accepted with a warning or refused,
// with the message and the policy as the server then has it.
package main

import (
	"bytes"
	"flag"
	"log"
	"strings"

	auditv1 "k8s.io/apiserver/pkg/apis/audit/v1"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/klog/v2"

	"gen-audit.test/questions"
)

type question struct {
	Text string
}

// content is what the server makes use of.
type content struct {
	OmitManagedFields bool                 `json:"omitManagedFields"`
	OmitStages        []auditv1.Stage      `json:"omitStages,omitempty"`
	Rules             []auditv1.PolicyRule `json:"rules"`
}

type answer struct {
	Outcome string   `json:"outcome"`
	Message string   `json:"message,omitempty"`
	Policy  *content `json:"policy,omitempty"`
}

func main() {
	var warnings bytes.Buffer
	flags := flag.NewFlagSet("klog", flag.ContinueOnError)
	klog.InitFlags(flags)
	// Each warning once, and nothing but its words.
	for _, setting := range []string{"-logtostderr=false", "-stderrthreshold=FATAL", "-one_output", "-skip_headers"} {
		if err := flags.Parse([]string{setting}); err != nil {
			log.Fatal(err)
		}
	}
	klog.SetOutput(&warnings)

	questions.Answer(func(q question) answer {
		warnings.Reset()
		a := load(q.Text)
		klog.Flush()
		_, why, isLenient := strings.Cut(warnings.String(), "falling back to lenient decoding: ")
		if a.Outcome == "accept" && isLenient {
			a.Outcome = "warn"
			a.Message = strings.TrimSpace(why)
		}
		return a
	})
}

func load(text string) answer {
	loaded, err := policy.LoadPolicyFromBytes([]byte(text))
	if err != nil {
		return answer{Outcome: "refuse", Message: err.Error()}
	}
	var external auditv1.Policy
	if err := auditv1.Convert_audit_Policy_To_v1_Policy(loaded, &external, nil); err != nil {
		log.Fatal(err)
	}
	return answer{Outcome: "accept", Policy: &content{external.OmitManagedFields, external.OmitStages, external.Rules}}
}
