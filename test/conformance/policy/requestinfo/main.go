// Command requestinfo reads HTTP requests with kube-apiserver's own resolver.
//
// Each line of input has a method and the target of a request line; each line of output has the attributes of the
// request, or the error that keeps it from being audited.
package main

import (
	"net/http"
	"net/url"

	"k8s.io/apimachinery/pkg/util/sets"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/klog/v2"

	"gen-audit.test/questions"
)

type question struct {
	Method, URL string
}

type resource struct {
	APIGroup    string `json:"apiGroup"`
	Resource    string `json:"resource"`
	Subresource string `json:"subresource"`
	Namespace   string `json:"namespace"`
	Name        string `json:"name"`
}

type answer struct {
	Error    string    `json:"error,omitempty"`
	Verb     string    `json:"verb"`
	Path     string    `json:"path,omitempty"`
	Resource *resource `json:"resource,omitempty"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(discard{})
	resolver := &request.RequestInfoFactory{
		APIPrefixes:          sets.NewString("api", "apis"),
		GrouplessAPIPrefixes: sets.NewString("api"),
	}
	questions.Answer(func(q question) answer { return resolve(resolver, q) })
}

func resolve(resolver *request.RequestInfoFactory, q question) answer {
	// As net/http reads the target of a request line.
	parsed, err := url.ParseRequestURI(q.URL)
	if err != nil {
		return answer{Error: "url: " + err.Error()}
	}
	info, err := resolver.NewRequestInfo(&http.Request{Method: q.Method, URL: parsed})
	if err != nil {
		return answer{Error: err.Error()}
	}
	if !info.IsResourceRequest {
		return answer{Verb: info.Verb, Path: info.Path}
	}
	return answer{Verb: info.Verb, Resource: &resource{info.APIGroup, info.Resource, info.Subresource, info.Namespace, info.Name}}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
