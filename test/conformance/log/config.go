package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/pflag"
	"k8s.io/apimachinery/pkg/util/sets"
	"k8s.io/apiserver/pkg/authentication/authenticator"
	"k8s.io/apiserver/pkg/authentication/group"
	"k8s.io/apiserver/pkg/authentication/request/anonymous"
	"k8s.io/apiserver/pkg/authentication/request/bearertoken"
	"k8s.io/apiserver/pkg/authentication/request/headerrequest"
	"k8s.io/apiserver/pkg/authentication/request/union"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/apiserver/pkg/server"
	"k8s.io/apiserver/pkg/server/filters"
	"k8s.io/apiserver/pkg/server/options"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/client-go/kubernetes/scheme"
)

// newConfig is that of kube-apiserver, as far as a request can tell before it is answered.
// Upstream: k8s.io/kubernetes, pkg/controlplane/apiserver/config.go, BuildGenericConfig
func newConfig(args []string) (*server.Config, error) {
	config := server.NewConfig(scheme.Codecs)
	config.FeatureGate = utilfeature.DefaultFeatureGate
	config.RequestInfoResolver = server.NewRequestInfoResolver(config)
	config.LongRunningFunc = filters.BasicLongRunningRequestCheck(
		sets.NewString("watch", "proxy"),
		sets.NewString("attach", "exec", "proxy", "log", "portforward"),
	)
	config.Authorization.Authorizer = authorizer.AuthorizerFunc(authorize)
	var err error
	if config.Authentication.Authenticator, err = newAuthenticator(); err != nil {
		return nil, err
	}
	return config, applyFlags(args, config)
}

// applyFlags has upstream's options read the flags and make the backend.
func applyFlags(args []string, config *server.Config) error {
	audit := options.NewAuditOptions()
	flags := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	audit.AddFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := errors.Join(audit.Validate()...); err != nil {
		return err
	}
	if err := audit.ApplyTo(config); err != nil {
		return err
	}
	if config.AuditBackend == nil {
		return errors.New("the flags turn no backend on")
	}
	return nil
}

// newAuthenticator takes identities from the headers of an authenticating proxy, refuses every token, and lets
// anonymous requests in.
// Upstream: k8s.io/kubernetes, pkg/kubeapiserver/authenticator/config.go, Config.New
func newAuthenticator() (authenticator.Request, error) {
	headers, err := headerrequest.New(
		[]string{"X-Remote-User"}, []string{"X-Remote-Uid"}, []string{"X-Remote-Group"}, []string{"X-Remote-Extra-"})
	if err != nil {
		return nil, err
	}
	noToken := authenticator.TokenFunc(func(context.Context, string) (*authenticator.Response, bool, error) {
		return nil, false, nil
	})
	known := group.NewAuthenticatedGroupAdder(union.New(headers, bearertoken.New(noToken)))
	return union.NewFailOnError(known, anonymous.NewAuthenticator(nil)), nil
}

// authorize allows everything but to the user "stranger", and everybody to be anybody but "root".
func authorize(_ context.Context, a authorizer.Attributes) (authorizer.Decision, string, error) {
	if a.GetUser().GetName() == "stranger" {
		return authorizer.DecisionDeny, "strangers are forbidden everything", nil
	}
	if strings.HasPrefix(a.GetVerb(), "impersonate") && a.GetName() == "root" {
		return authorizer.DecisionDeny, "nobody is root", nil
	}
	return authorizer.DecisionAllow, "", nil
}
