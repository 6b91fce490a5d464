// Command benchmark measures how long kube-apiserver's own evaluator takes for a request.
//
// Each line of input is a policy with requests; each line of output has the nanoseconds for each of them, and the decisions
// that were made, so that nobody can leave them out. Attributes are built before the clock runs.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"time"

	"k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

type question struct {
	Policy       audit.Policy
	Requests     []request
	Milliseconds int
}

type request struct {
	User *struct {
		Name   string
		Groups []string
	}
	Verb     string
	Path     string
	Resource *struct {
		APIGroup, Resource, Subresource, Namespace, Name string
	}
}

type answer struct {
	Nanoseconds float64 `json:"nanoseconds"`
	// Levels has the level of each request, by its first letters.
	Levels []string `json:"levels"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	encoder := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(measure(q)); err != nil {
			log.Fatal(err)
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}

func measure(q question) answer {
	evaluator := policy.NewPolicyRuleEvaluator(&q.Policy)
	attributes := make([]authorizer.Attributes, len(q.Requests))
	for i, r := range q.Requests {
		attributes[i] = r.attributes()
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

func (r request) attributes() authorizer.Attributes {
	a := authorizer.AttributesRecord{Verb: r.Verb, Path: r.Path}
	if r.User != nil {
		a.User = &user.DefaultInfo{Name: r.User.Name, Groups: r.User.Groups}
	}
	if r.Resource != nil {
		a.ResourceRequest = true
		a.APIGroup = r.Resource.APIGroup
		a.Resource = r.Resource.Resource
		a.Subresource = r.Resource.Subresource
		a.Namespace = r.Resource.Namespace
		a.Name = r.Resource.Name
	}
	return a
}
