// Command scanner asks the rules of KICS and Kubescape, with OPA's own code, what they say of a policy.
//
// The folder that SCANNER_RULES names has the rules: kics.rego and kubescape.rego. Each line of input has the text of a
// policy. Each line of output has the resources that KICS misses, and whether Kubescape has nothing to say.
package main

import (
	"context"
	"encoding/base64"
	"log"
	"os"
	"path/filepath"
	"sort"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/util"

	"gen-audit.test/questions"
)

type question struct {
	Text string
}

type answer struct {
	Kics      []string `json:"kics"`
	Kubescape bool     `json:"kubescape"`
}

// commonLibrary stands in for the one that KICS loads beside a query: of it, this query asks but where a finding is shown.
const commonLibrary = `package generic.common

build_search_line(path, obj) = array.concat(path, obj)
`

func main() {
	ctx := context.Background()
	kics := prepare(ctx, "data.Cx.CxPolicy", "kics.rego", ast.RegoV0, rego.Module("common.rego", commonLibrary))
	kubescape := prepare(ctx, "data.armo_builtins.deny", "kubescape.rego", ast.RegoV1)
	questions.Answer(func(q question) answer {
		return answer{Kics: askKics(ctx, kics, q.Text), Kubescape: len(askKubescape(ctx, kubescape, q.Text)) == 0}
	})
}

func prepare(ctx context.Context, query, file string, version ast.RegoVersion, more ...func(*rego.Rego)) rego.PreparedEvalQuery {
	text, err := os.ReadFile(filepath.Join(os.Getenv("SCANNER_RULES"), file))
	if err != nil {
		log.Fatal(err)
	}
	options := append(more, rego.Query(query), rego.Module(file, string(text)), rego.SetRegoVersion(version))
	prepared, err := rego.New(options...).PrepareForEval(ctx)
	if err != nil {
		log.Fatal(err)
	}
	return prepared
}

// askKics hands the query the documents of a file, as KICS does.
func askKics(ctx context.Context, query rego.PreparedEvalQuery, text string) []string {
	var document map[string]any
	if err := util.Unmarshal([]byte(text), &document); err != nil {
		log.Fatal(err)
	}
	document["id"] = "policy.yaml"
	missing := []string{}
	for _, finding := range ask(ctx, query, map[string]any{"document": []any{document}}) {
		name, _ := finding.(map[string]any)["searchValue"].(string)
		missing = append(missing, name)
	}
	sort.Strings(missing)
	return missing
}

// askKubescape hands the rule what the host scanner finds on a node of the control plane.
func askKubescape(ctx context.Context, query rego.PreparedEvalQuery, text string) []any {
	return ask(ctx, query, []any{map[string]any{
		"apiVersion": "hostdata.kubescape.cloud/v1beta0",
		"kind":       "ControlPlaneInfo",
		"metadata":   map[string]any{"name": "node"},
		"data": map[string]any{"APIServerInfo": map[string]any{
			"cmdLine": "kube-apiserver --audit-policy-file=/etc/kubernetes/audit/policy.yaml",
			"auditPolicyFile": map[string]any{
				"path":    "/etc/kubernetes/audit/policy.yaml",
				"content": base64.StdEncoding.EncodeToString([]byte(text)),
			},
		}},
	}})
}

// ask returns what a set of findings has in it.
func ask(ctx context.Context, query rego.PreparedEvalQuery, input any) []any {
	results, err := query.Eval(ctx, rego.EvalInput(input))
	if err != nil {
		log.Fatal(err)
	}
	if len(results) != 1 {
		log.Fatalf("%d results", len(results))
	}
	findings, ok := results[0].Expressions[0].Value.([]any)
	if !ok {
		log.Fatalf("%T is no list of findings", results[0].Expressions[0].Value)
	}
	return findings
}
