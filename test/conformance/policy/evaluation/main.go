// Command evaluation decides requests with kube-apiserver's own evaluator.
//
// Each line of input is a policy with requests; each line of output has a decision for each of them.
package main

import (
	"slices"
	"strconv"

	"k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/audit/policy"

	"gen-audit.test/policy/requests"
	"gen-audit.test/questions"
)

type question struct {
	// Policy is read into the internal type as it stands, so that what the loader refuses is evaluated, too.
	Policy   audit.Policy
	Requests []requests.Request
}

type decision struct {
	Rule              *int     `json:"rule"`
	Level             string   `json:"level"`
	OmitStages        []string `json:"omitStages"`
	OmitManagedFields bool     `json:"omitManagedFields"`
}

func main() {
	questions.Answer(decide)
}

func decide(q question) []decision {
	// The evaluator does not say which rule applied: the same policy, with each rule's number for its level, does.
	numbered := *q.Policy.DeepCopy()
	for i := range numbered.Rules {
		numbered.Rules[i].Level = audit.Level(strconv.Itoa(i))
	}
	which := policy.NewPolicyRuleEvaluator(&numbered)
	what := policy.NewPolicyRuleEvaluator(&q.Policy)
	decisions := make([]decision, 0, len(q.Requests))
	for _, r := range q.Requests {
		attributes := r.Attributes()
		config := what.EvaluatePolicyRule(attributes)
		d := decision{
			Level:             string(config.Level),
			OmitStages:        []string{},
			OmitManagedFields: config.OmitManagedFields,
		}
		for _, stage := range config.OmitStages {
			d.OmitStages = append(d.OmitStages, string(stage))
		}
		slices.Sort(d.OmitStages)
		if rule, err := strconv.Atoi(string(which.EvaluatePolicyRule(attributes).Level)); err == nil {
			d.Rule = &rule
		}
		decisions = append(decisions, d)
	}
	return decisions
}
