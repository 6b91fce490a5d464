// Command evaluation decides requests with kube-apiserver's own evaluator.
//
// Each line of input is a policy with requests; each line of output has a decision for each of them.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"slices"
	"strconv"

	"k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

type question struct {
	// Policy is read into the internal type as it stands, so that what the loader refuses is evaluated, too.
	Policy   audit.Policy
	Requests []request
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

type decision struct {
	Rule              *int     `json:"rule"`
	Level             string   `json:"level"`
	OmitStages        []string `json:"omitStages"`
	OmitManagedFields bool     `json:"omitManagedFields"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(decide(q)); err != nil {
			log.Fatal(err)
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
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
		attributes := r.attributes()
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
