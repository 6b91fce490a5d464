// Command benchmark measures how long kube-apiserver's own evaluator takes for a request.
//
// Each line of input is a policy with requests; each line of output has the nanoseconds for each of them, and the decisions
// that were made, so that nobody can leave them out. Attributes are built before the clock runs.
package main

import (
	"time"

	"k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/apiserver/pkg/authorization/authorizer"

	"gen-audit.test/policy/requests"
	"gen-audit.test/questions"
)

type question struct {
	Policy       audit.Policy
	Requests     []requests.Request
	Milliseconds int
}

type answer struct {
	Nanoseconds float64 `json:"nanoseconds"`
	// Levels has the level of each request, by its first letters.
	Levels []string `json:"levels"`
}

func main() {
	questions.Answer(measure)
}

func measure(q question) answer {
	evaluator := policy.NewPolicyRuleEvaluator(&q.Policy)
	attributes := make([]authorizer.Attributes, len(q.Requests))
	for i, r := range q.Requests {
		attributes[i] = r.Attributes()
	}
	levels := make([]string, len(attributes))
	rounds := 0
	limit := time.Duration(q.Milliseconds) * time.Millisecond
	start := time.Now()
	for time.Since(start) < limit {
		for i, a := range attributes {
			levels[i] = string(evaluator.EvaluatePolicyRule(a).Level)
		}
		rounds++
	}
	elapsed := time.Since(start)
	return answer{float64(elapsed.Nanoseconds()) / float64(rounds*len(attributes)), levels}
}
