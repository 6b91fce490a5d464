// Command log serves on loopback the way kube-apiserver does: behind its own filters, and audited by its own flags, which
// are the arguments. Only what stands behind the filters is made up; see answer.go.
//
// It writes its address on one line and serves until its input ends. When the program has ended, the log is complete.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	"k8s.io/apiserver/pkg/server"
)

const patience = 20 * time.Second

// late marks the context of a request that outlives its deadline.
type late struct{}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	config, err := newConfig(args)
	if err != nil {
		return err
	}
	stopped := make(chan struct{})
	if err := config.AuditBackend.Run(stopped); err != nil {
		return err
	}
	chain := server.DefaultBuildHandlerChain(&answerer{config.Serializer}, config)
	// Every request that has not come to its end, hijacked ones and those that outlive their deadline among them.
	var open sync.WaitGroup
	served := &http.Server{
		ReadHeaderTimeout: patience,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
			open.Add(1)
			defer open.Done()
			if isLate(req) {
				open.Add(1)
				req = req.WithContext(context.WithValue(req.Context(), late{}, true))
			}
			chain.ServeHTTP(w, req)
		}),
	}
	// Upstream: k8s.io/apiserver, pkg/server/filters/timeout.go, timeoutHandler, which says this when a late request ends
	utilruntime.ErrorHandlers = append(utilruntime.ErrorHandlers,
		func(ctx context.Context, _ error, message string, _ ...interface{}) {
			if message == "Post-timeout activity" && ctx.Value(late{}) != nil {
				open.Done()
			}
		})

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- served.Serve(listener) }()
	fmt.Fprintln(out, listener.Addr())
	go func() {
		_, err := io.Copy(io.Discard, in)
		failed <- err
	}()
	if err := <-failed; err != nil {
		return err
	}

	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := served.Shutdown(ctx); err != nil {
		return err
	}
	done := make(chan struct{})
	go func() {
		open.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		return fmt.Errorf("requests are open still: %w", ctx.Err())
	}
	close(stopped)
	config.AuditBackend.Shutdown()
	return nil
}
