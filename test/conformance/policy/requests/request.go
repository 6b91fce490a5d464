// Package requests is how a request is written for the programs of this module.
package requests

import (
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// Request has a User unless it comes before authentication, and a Resource or a Path.
type Request struct {
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

// Attributes are what the evaluator is handed.
func (r Request) Attributes() authorizer.Attributes {
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
