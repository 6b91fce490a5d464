// Command cluster-api takes a KubeadmControlPlane with Cluster API's own code.
//
// Each line of input has the text of a KubeadmControlPlane, those of the Secrets that it names, and a release of Kubernetes.
// Each line of output has what Cluster API refuses, or what a first control-plane machine would be given: the files of its
// user data, the configuration of kubeadm among them.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/blang/semver/v4"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	bootstrapv1 "sigs.k8s.io/cluster-api/api/bootstrap/kubeadm/v1beta2"
	controlplanev1beta1 "sigs.k8s.io/cluster-api/api/controlplane/kubeadm/v1beta1"
	controlplanev1 "sigs.k8s.io/cluster-api/api/controlplane/kubeadm/v1beta2"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/pkg/cloudinit"
	kubeadmtypes "sigs.k8s.io/cluster-api/bootstrap/kubeadm/pkg/types"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/pkg/types/upstream"
	"sigs.k8s.io/cluster-api/controlplane/kubeadm/webhooks/admission"
	"sigs.k8s.io/cluster-api/controlplane/kubeadm/webhooks/conversion"
	"sigs.k8s.io/yaml"

	"gen-audit.test/questions"
)

type question struct {
	Text              string
	Secrets           []string
	KubernetesVersion string
}

type file struct {
	Path        string `json:"path"`
	Owner       string `json:"owner"`
	Permissions string `json:"permissions"`
	Content     string `json:"content"`
}

type answer struct {
	Error   string `json:"error,omitempty"`
	Kubeadm string `json:"kubeadm,omitempty"`
	Files   []file `json:"files,omitempty"`
}

var decoder = strictDecoder()

func strictDecoder() runtime.Decoder {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		controlplanev1.AddToScheme, controlplanev1beta1.AddToScheme, corev1.AddToScheme,
	} {
		if err := add(scheme); err != nil {
			log.Fatal(err)
		}
	}
	return serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDeserializer()
}

func main() {
	questions.Answer(func(q question) answer {
		a, err := create(q)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return a
	})
}

// create is what becomes of a KubeadmControlPlane from kubectl to its first machine.
func create(q question) (a answer, err error) {
	controlPlane, err := admitted(q.Text)
	if err != nil {
		return a, err
	}
	spec := controlPlane.Spec.KubeadmConfigSpec
	if spec.Files, err = resolved(spec.Files, q.Secrets); err != nil {
		return a, err
	}
	version, err := semver.ParseTolerant(q.KubernetesVersion)
	if err != nil {
		return a, err
	}
	additional := &upstream.AdditionalData{KubernetesVersion: &q.KubernetesVersion}
	cluster, err := kubeadmtypes.MarshalClusterConfigurationForVersion(&spec.ClusterConfiguration, version, additional)
	if err != nil {
		return a, err
	}
	userData, err := cloudinit.NewInitControlPlane(&cloudinit.ControlPlaneInput{
		BaseUserData:         cloudinit.BaseUserData{AdditionalFiles: spec.Files, KubernetesVersion: version},
		ClusterConfiguration: cluster,
	})
	if err != nil {
		return a, err
	}
	var read struct {
		WriteFiles []file `json:"write_files"`
	}
	if err := yaml.Unmarshal(userData, &read); err != nil {
		return a, err
	}
	return answer{Kubeadm: cluster, Files: read.WriteFiles}, nil
}

// admitted is the object in the version that is stored, once webhooks have had their say.
func admitted(text string) (*controlplanev1.KubeadmControlPlane, error) {
	ctx := context.Background()
	decoded, _, err := decoder.Decode([]byte(text), nil, nil)
	if err != nil {
		return nil, err
	}
	stored := &controlplanev1.KubeadmControlPlane{}
	switch decoded := decoded.(type) {
	case *controlplanev1.KubeadmControlPlane:
		stored = decoded
	case *controlplanev1beta1.KubeadmControlPlane:
		if err := conversion.ConvertKubeadmControlPlaneV1Beta1ToHub(ctx, decoded, stored); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("decoded as a %T", decoded)
	}
	webhook := &admission.KubeadmControlPlane{}
	if err := webhook.Default(ctx, stored); err != nil {
		return nil, err
	}
	_, err = webhook.ValidateCreate(ctx, stored)
	return stored, err
}

// resolved puts in what Secrets hold.
//
// Upstream: sigs.k8s.io/cluster-api, bootstrap/kubeadm/reconcilers/kubeadmconfig/kubeadmconfig_controller.go, resolveFiles
func resolved(files []bootstrapv1.File, texts []string) ([]bootstrapv1.File, error) {
	held := map[bootstrapv1.SecretFileSource]string{}
	for _, text := range texts {
		decoded, _, err := decoder.Decode([]byte(text), nil, nil)
		if err != nil {
			return nil, err
		}
		secret, ok := decoded.(*corev1.Secret)
		if !ok {
			return nil, fmt.Errorf("decoded as a %T", decoded)
		}
		for key, value := range secret.StringData {
			held[bootstrapv1.SecretFileSource{Name: secret.Name, Key: key}] = value
		}
	}
	for i, entry := range files {
		if !entry.ContentFrom.IsDefined() {
			continue
		}
		content, ok := held[entry.ContentFrom.Secret]
		if !ok {
			return nil, fmt.Errorf("there is no Secret for %s", entry.Path)
		}
		files[i].Content, files[i].ContentFrom = content, bootstrapv1.FileSource{}
	}
	return files, nil
}
