package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/audit"
	"k8s.io/apiserver/pkg/endpoints/handlers/negotiation"
	"k8s.io/apiserver/pkg/endpoints/handlers/responsewriters"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/client-go/kubernetes/scheme"
)

// answerer answers what has come through the filters, as the header Answer says; without it, as is usual for the request.
type answerer struct {
	codecs runtime.NegotiatedSerializer
}

// isLate tells requests that outlive their deadline.
func isLate(req *http.Request) bool {
	return strings.HasPrefix(req.Header.Get("Answer"), "late")
}

func (a *answerer) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	info, _ := request.RequestInfoFrom(req.Context())
	how := req.Header.Get("Answer")
	switch {
	case how == "" && req.Header.Get("Upgrade") != "":
		switchProtocols(w)
	case how == "" && info.Verb == "watch":
		stream(w, 2)
	case how == "":
		a.object(w, req, info)
	case how == "not-found":
		resource := schema.GroupResource{Group: info.APIGroup, Resource: info.Resource}
		a.refuse(w, req, info, apierrors.NewNotFound(resource, info.Name))
	case how == "bad-request":
		a.refuse(w, req, info, apierrors.NewBadRequest("you must specify at least 1 of stdin, stdout, stderr"))
	case how == "until-gone":
		stream(w, 1)
		<-req.Context().Done()
	case how == "nothing":
	case how == "panic":
		panic("as told")
	case how == "abort":
		panic(http.ErrAbortHandler)
	case how == "started-panic":
		stream(w, 1)
		panic("as told")
	case how == "started-abort":
		stream(w, 1)
		panic(http.ErrAbortHandler)
	case how == "late":
		outliveDeadline(w)
		a.object(w, req, info)
	case how == "late-gone":
		stream(w, 1)
		outliveDeadline(w)
	case how == "late-panic":
		outliveDeadline(w)
		panic("as told")
	default:
		a.refuse(w, req, info, apierrors.NewBadRequest(fmt.Sprintf("no answer is called %q", how)))
	}
}

// object takes what the request carries and sends it back; a status where it carries nothing.
// Upstream: k8s.io/apiserver, pkg/endpoints/handlers/{create,update,patch}.go
func (a *answerer) object(w http.ResponseWriter, req *http.Request, info *request.RequestInfo) {
	if !info.IsResourceRequest {
		fmt.Fprint(w, "ok")
		return
	}
	version := schema.GroupVersion{Group: info.APIGroup, Version: info.APIVersion}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		a.refuse(w, req, info, err)
		return
	}
	var answered runtime.Object = &metav1.Status{Status: metav1.StatusSuccess}
	if len(body) > 0 {
		object, _, err := scheme.Codecs.UniversalDeserializer().Decode(body, nil, nil)
		if err != nil {
			a.refuse(w, req, info, apierrors.NewBadRequest(err.Error()))
			return
		}
		if info.Verb == "patch" {
			audit.LogRequestPatch(req.Context(), body)
		} else {
			audit.LogRequestObject(req.Context(), object, version, version.WithResource(info.Resource), info.Subresource, a.codecs)
		}
		answered = object
	}
	code := http.StatusOK
	if info.Verb == "create" {
		code = http.StatusCreated
	}
	responsewriters.WriteObjectNegotiated(a.codecs, negotiation.DefaultEndpointRestrictions, version, w, req, code, answered, false)
}

func (a *answerer) refuse(w http.ResponseWriter, req *http.Request, info *request.RequestInfo, err error) {
	version := schema.GroupVersion{Group: info.APIGroup, Version: info.APIVersion}
	responsewriters.ErrorNegotiated(err, a.codecs, version, w, req)
}

// stream begins an answer whose end is not known, as a watch and a followed log do.
func stream(w http.ResponseWriter, events int) {
	w.WriteHeader(http.StatusOK)
	for range events {
		fmt.Fprintln(w, `{"type":"BOOKMARK","object":{}}`)
		w.(http.Flusher).Flush()
	}
}

// switchProtocols takes the connection over, as exec does.
func switchProtocols(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhello\n")
}

// outliveDeadline returns when the timeout filter has given the request up, because time is up or the client is gone: it
// takes the header away then.
// Upstream: k8s.io/apiserver, pkg/server/filters/timeout.go, baseTimeoutWriter
func outliveDeadline(w http.ResponseWriter) {
	for w.Header().Set("Pending", "yes"); w.Header().Get("Pending") != ""; {
		time.Sleep(time.Millisecond)
	}
}
