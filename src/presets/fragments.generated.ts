// Written by scripts/generate-presets.ts from presets/: edit what is there, then run `npm run generate`.
import type { Level } from "../model/index.js";
import type { Fragment } from "./fragment.js";

/** The name of a fragment. */
export type FragmentName = "access-reviews" | "admission-writes" | "api-server-reads" | "argocd" | "authenticated-reads" | "autoscaler-metrics" | "built-in-reads" | "built-in-writes" | "cert-manager" | "certificate-writes" | "cilium" | "cluster-autoscaler" | "cluster-autoscaler-status" | "control-plane-reads" | "discovery" | "endpoint-controllers" | "events" | "everything-else" | "external-secrets" | "flux" | "flux-applies" | "gatekeeper" | "health-endpoints" | "identity-configmaps" | "identity-writes" | "istio" | "istio-leader-locks" | "karpenter" | "kube-proxy" | "kyverno" | "leases" | "metrics-scrapes" | "namespace-deletion" | "node-reads" | "node-status" | "openshift-credentials" | "pod-access" | "pod-logs" | "prometheus" | "proxies" | "rbac-writes" | "role-aggregation" | "scanner-names" | "secrets-and-configmaps" | "tokens" | "velero" | "workload-writes";

/** The names of all fragments, in the order in which they are listed. */
export const FRAGMENT_NAMES: readonly FragmentName[] = ["access-reviews", "admission-writes", "api-server-reads", "argocd", "authenticated-reads", "autoscaler-metrics", "built-in-reads", "built-in-writes", "cert-manager", "certificate-writes", "cilium", "cluster-autoscaler", "cluster-autoscaler-status", "control-plane-reads", "discovery", "endpoint-controllers", "events", "everything-else", "external-secrets", "flux", "flux-applies", "gatekeeper", "health-endpoints", "identity-configmaps", "identity-writes", "istio", "istio-leader-locks", "karpenter", "kube-proxy", "kyverno", "leases", "metrics-scrapes", "namespace-deletion", "node-reads", "node-status", "openshift-credentials", "pod-access", "pod-logs", "prometheus", "proxies", "rbac-writes", "role-aggregation", "scanner-names", "secrets-and-configmaps", "tokens", "velero", "workload-writes"];
/** The fragments by name. */
export const FRAGMENTS: Readonly<Record<FragmentName, () => Fragment>> = {
  "access-reviews": (): Fragment => ({
    "name": "access-reviews",
    "slot": "noise",
    "purpose": "Questions of nodes and service accounts about who may do what are left out.",
    "hides": "access reviews by nodes and service accounts, by which somebody with a stolen token finds out what it may do",
    "source": "OpenShift's site reliability engineers",
    "rules": [
      {
        "reason": "Webhooks and kubelets ask with each request of theirs.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:nodes",
            "system:serviceaccounts"
          ],
          "verbs": [
            "create"
          ],
          "resources": [
            {
              "group": "authorization.k8s.io",
              "resources": [
                "subjectaccessreviews",
                "localsubjectaccessreviews",
                "selfsubjectaccessreviews",
                "selfsubjectrulesreviews"
              ]
            }
          ]
        }
      }
    ]
  }),
  "admission-writes": (): Fragment => ({
    "name": "admission-writes",
    "slot": "audit",
    "purpose": "Each write to admission webhooks and policies and to added APIs with what was sent.",
    "source": "presets gce-upstream, aks",
    "rules": [
      {
        "reason": "A webhook sees, and may change, every request; an added API server answers for a whole group.",
        "rule": {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "admissionregistration.k8s.io"
            },
            {
              "group": "apiregistration.k8s.io"
            }
          ]
        }
      },
      {
        "reason": "Definitions of custom resources are large, so that the answer is left out.",
        "rule": {
          "level": "Request",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "apiextensions.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "api-server-reads": (): Fragment => ({
    "name": "api-server-reads",
    "slot": "noise",
    "purpose": "What the API server reads of itself is left out.",
    "hides": "what the API server's own client reads",
    "source": "preset gce-upstream; Zalando",
    "rules": [
      {
        "reason": "The API server reads for its own admission checks and controllers.",
        "rule": {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "argocd": (): Fragment => ({
    "name": "argocd",
    "slot": "noise",
    "purpose": "What Argo CD reads, and the status that it writes into its Applications, is left out.",
    "addon": "Argo CD",
    "hides": "what Argo CD's accounts read, but for what is decided before, and all that its controller writes to Applications",
    "source": "argoproj/argo-cd, manifests/install.yaml;",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "argocd"
      }
    },
    "rules": [
      {
        "reason": "Argo CD lists and watches every kind there is.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):argocd-application-controller",
            "system:serviceaccount:$(namespace):argocd-applicationset-controller",
            "system:serviceaccount:$(namespace):argocd-server",
            "system:serviceaccount:$(namespace):argocd-notifications-controller",
            "system:serviceaccount:$(namespace):argocd-repo-server",
            "system:serviceaccount:$(namespace):argocd-dex-server"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Applications have no status of their own to write to, so that each sync patches the whole object.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):argocd-application-controller"
          ],
          "verbs": [
            "patch",
            "update"
          ],
          "resources": [
            {
              "group": "argoproj.io",
              "resources": [
                "applications"
              ]
            }
          ]
        }
      }
    ]
  }),
  "authenticated-reads": (): Fragment => ({
    "name": "authenticated-reads",
    "slot": "reads",
    "purpose": "Reads of whoever is authenticated are left out.",
    "hides": "all reads of authenticated users that are not decided before",
    "source": "Zalando, Gardener, SAP, without the anonymous requests and failed authentication that these lose",
    "rules": [
      {
        "reason": "Most requests are reads; anonymous ones and those that failed authentication stay recorded.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:authenticated"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "autoscaler-metrics": (): Fragment => ({
    "name": "autoscaler-metrics",
    "slot": "noise",
    "purpose": "What the horizontal autoscaler reads of metrics is left out.",
    "hides": "reads of metrics by the horizontal autoscaler",
    "source": "preset gce-upstream",
    "rules": [
      {
        "reason": "The horizontal autoscaler polls the metrics API several times a minute.",
        "rule": {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:cloud-controller-manager",
            "system:serviceaccount:kube-system:horizontal-pod-autoscaler"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "custom.metrics.k8s.io"
            },
            {
              "group": "external.metrics.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "built-in-reads": (): Fragment => ({
    "name": "built-in-reads",
    "slot": "reads",
    "purpose": "Reads of built-in APIs with what was asked.",
    "source": "preset gce-upstream, with five newer groups",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Request"
      }
    },
    "rules": [
      {
        "reason": "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
        "rule": {
          "level": "$(level)",
          "verbs": [
            "get",
            "list",
            "watch"
          ],
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
            },
            {
              "group": "apiextensions.k8s.io"
            },
            {
              "group": "apiregistration.k8s.io"
            },
            {
              "group": "apps"
            },
            {
              "group": "authentication.k8s.io"
            },
            {
              "group": "authorization.k8s.io"
            },
            {
              "group": "autoscaling"
            },
            {
              "group": "batch"
            },
            {
              "group": "certificates.k8s.io"
            },
            {
              "group": "coordination.k8s.io"
            },
            {
              "group": "discovery.k8s.io"
            },
            {
              "group": "extensions"
            },
            {
              "group": "flowcontrol.apiserver.k8s.io"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "node.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "resource.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            },
            {
              "group": "storagemigration.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "built-in-writes": (): Fragment => ({
    "name": "built-in-writes",
    "slot": "writes",
    "purpose": "Writes to built-in APIs in full.",
    "source": "preset gce-upstream, with five newer groups",
    "parameters": {
      "level": {
        "type": "level",
        "default": "RequestResponse"
      }
    },
    "rules": [
      {
        "reason": "A write to a built-in API with what was sent and what became of it.",
        "rule": {
          "level": "$(level)",
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
            },
            {
              "group": "apiextensions.k8s.io"
            },
            {
              "group": "apiregistration.k8s.io"
            },
            {
              "group": "apps"
            },
            {
              "group": "authentication.k8s.io"
            },
            {
              "group": "authorization.k8s.io"
            },
            {
              "group": "autoscaling"
            },
            {
              "group": "batch"
            },
            {
              "group": "certificates.k8s.io"
            },
            {
              "group": "coordination.k8s.io"
            },
            {
              "group": "discovery.k8s.io"
            },
            {
              "group": "extensions"
            },
            {
              "group": "flowcontrol.apiserver.k8s.io"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "node.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "resource.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            },
            {
              "group": "storagemigration.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "cert-manager": (): Fragment => ({
    "name": "cert-manager",
    "slot": "noise",
    "purpose": "What cert-manager reads is left out.",
    "addon": "cert-manager",
    "hides": "what cert-manager's accounts read, but for Secrets and whatever else is decided before",
    "source": "cert-manager/cert-manager, deploy/charts;",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "cert-manager"
      }
    },
    "rules": [
      {
        "reason": "cert-manager watches certificates, and much of what they are for.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):cert-manager",
            "system:serviceaccount:$(namespace):cert-manager-cainjector",
            "system:serviceaccount:$(namespace):cert-manager-webhook"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "certificate-writes": (): Fragment => ({
    "name": "certificate-writes",
    "slot": "audit",
    "purpose": "Each request for a certificate, and who approved it, in full.",
    "source": "preset gce-upstream",
    "rules": [
      {
        "reason": "A certificate is an identity; requests for one and approvals are kept in full.",
        "rule": {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "certificates.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "cilium": (): Fragment => ({
    "name": "cilium",
    "slot": "noise",
    "purpose": "What Cilium reads, and its own book-keeping of endpoints, identities and nodes, is left out.",
    "addon": "Cilium",
    "hides": "what Cilium's accounts read, but for what is decided before, and what they write of endpoints, identities and nodes",
    "source": "cilium/charts, cilium-agent/clusterrole.yaml",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "kube-system"
      }
    },
    "rules": [
      {
        "reason": "On every node Cilium watches Pods, Services and its own objects.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):cilium",
            "system:serviceaccount:$(namespace):cilium-operator"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Each Pod that comes or goes is written down.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):cilium",
            "system:serviceaccount:$(namespace):cilium-operator"
          ],
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "cilium.io",
              "resources": [
                "ciliumendpoints",
                "ciliumendpoints/status",
                "ciliumendpointslices",
                "ciliumidentities",
                "ciliumnodes",
                "ciliumnodes/status"
              ]
            }
          ]
        }
      }
    ]
  }),
  "cluster-autoscaler": (): Fragment => ({
    "name": "cluster-autoscaler",
    "slot": "noise",
    "purpose": "What Cluster Autoscaler reads is left out.",
    "addon": "Cluster Autoscaler",
    "hides": "what its account reads, but for what is decided before",
    "source": "preset gce-upstream; Giant Swarm",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "kube-system"
      }
    },
    "rules": [
      {
        "reason": "Every ten seconds Cluster Autoscaler looks at all Pods and Nodes, as a user or as a service account.",
        "rule": {
          "level": "None",
          "users": [
            "cluster-autoscaler",
            "system:serviceaccount:$(namespace):cluster-autoscaler"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "cluster-autoscaler-status": (): Fragment => ({
    "name": "cluster-autoscaler-status",
    "slot": "pre",
    "purpose": "The one ConfigMap that Cluster Autoscaler writes every ten seconds is left out.",
    "hides": "what Cluster Autoscaler does to its status ConfigMap",
    "source": "preset gce-upstream, for one object instead of all of kube-system",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "kube-system"
      }
    },
    "rules": [
      {
        "reason": "The status is written with each scan, every ten seconds.",
        "rule": {
          "level": "None",
          "users": [
            "cluster-autoscaler",
            "system:serviceaccount:$(namespace):cluster-autoscaler"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ],
              "resourceNames": [
                "cluster-autoscaler-status"
              ]
            }
          ],
          "namespaces": [
            "$(namespace)"
          ]
        }
      }
    ]
  }),
  "control-plane-reads": (): Fragment => ({
    "name": "control-plane-reads",
    "slot": "noise",
    "purpose": "What the control plane's controllers read is left out.",
    "hides": "what the controller manager, the scheduler and these controllers read, but for what is decided before",
    "source": "Zalando, SAP, elastisys, VMware Tanzu",
    "parameters": {
      "accounts": {
        "type": "users",
        "default": []
      }
    },
    "rules": [
      {
        "reason": "Controllers list and watch every kind there is.",
        "rule": {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:cloud-controller-manager",
            "system:serviceaccount:kube-system:generic-garbage-collector",
            "system:serviceaccount:kube-system:resourcequota-controller",
            "system:serviceaccount:kube-system:namespace-controller",
            "system:serviceaccount:kube-system:horizontal-pod-autoscaler",
            "system:serviceaccount:kube-system:metrics-server",
            "system:serviceaccount:kube-system:coredns",
            "$(accounts)"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "discovery": (): Fragment => ({
    "name": "discovery",
    "slot": "noise",
    "purpose": "The API's description of itself is left out.",
    "hides": "who looks up what the API has, if authentication succeeded",
    "source": "the example of Kubernetes' documentation; preset openshift-default",
    "rules": [
      {
        "reason": "Every client asks what the API has; anonymous and failed requests stay recorded.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:authenticated"
          ],
          "nonResourceURLs": [
            "/",
            "/api",
            "/api/*",
            "/apis",
            "/apis/*",
            "/openapi/*"
          ]
        }
      }
    ]
  }),
  "endpoint-controllers": (): Fragment => ({
    "name": "endpoint-controllers",
    "slot": "noise",
    "purpose": "What Kubernetes' own controllers write to Endpoints and EndpointSlices is left out.",
    "hides": "what these three controllers do to Endpoints and EndpointSlices",
    "source": "preset gce-upstream; kubernetes/kubernetes, plugin/pkg/auth/authorizer/rbac/bootstrappolicy/controller_policy.go",
    "rules": [
      {
        "reason": "Each Pod that becomes ready or goes is a write to these objects.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:kube-system:endpoint-controller",
            "system:serviceaccount:kube-system:endpointslice-controller",
            "system:serviceaccount:kube-system:endpointslicemirroring-controller"
          ],
          "verbs": [
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            },
            {
              "group": "discovery.k8s.io",
              "resources": [
                "endpointslices"
              ]
            }
          ]
        }
      }
    ]
  }),
  "events": (): Fragment => ({
    "name": "events",
    "slot": "noise",
    "purpose": "Events are left out.",
    "hides": "who reads, writes and deletes Events, if authentication succeeded",
    "source": "presets gce-upstream, aks",
    "rules": [
      {
        "reason": "Events are a log already, and a crash loop writes them without end; anonymous and failed requests stay recorded.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:authenticated"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "events"
              ]
            },
            {
              "group": "events.k8s.io",
              "resources": [
                "events"
              ]
            }
          ]
        }
      }
    ]
  }),
  "everything-else": (): Fragment => ({
    "name": "everything-else",
    "slot": "catch",
    "purpose": "All that nothing else decides.",
    "source": "preset gce-upstream",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Metadata"
      }
    },
    "rules": [
      {
        "reason": "All that is left, custom resources among it, may hold anything in its bodies.",
        "rule": {
          "level": "$(level)"
        }
      }
    ]
  }),
  "external-secrets": (): Fragment => ({
    "name": "external-secrets",
    "slot": "noise",
    "purpose": "What External Secrets reads of its own objects, and their status, is left out.",
    "addon": "External Secrets",
    "hides": "what its accounts read, but for Secrets, tokens and whatever else is decided before, and the status that it writes",
    "source": "external-secrets/external-secrets, deploy/charts;",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "external-secrets"
      }
    },
    "rules": [
      {
        "reason": "External Secrets watches its own objects; Secrets that it reads and writes are decided before.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):external-secrets",
            "system:serviceaccount:$(namespace):external-secrets-webhook",
            "system:serviceaccount:$(namespace):external-secrets-cert-controller"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Each refresh is noted in the status.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):external-secrets"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "external-secrets.io",
              "resources": [
                "externalsecrets/status",
                "secretstores/status",
                "clustersecretstores/status",
                "clusterexternalsecrets/status",
                "pushsecrets/status",
                "clusterpushsecrets/status"
              ]
            }
          ]
        }
      }
    ]
  }),
  "flux": (): Fragment => ({
    "name": "flux",
    "slot": "noise",
    "purpose": "What Flux reads is left out.",
    "addon": "Flux",
    "hides": "what Flux's accounts read, but for what is decided before",
    "source": "fluxcd/flux2, manifests/bases; kubernetes/kubernetes#117988",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "flux-system"
      }
    },
    "rules": [
      {
        "reason": "Flux reads each object that it applies, every few minutes.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):kustomize-controller",
            "system:serviceaccount:$(namespace):helm-controller",
            "system:serviceaccount:$(namespace):source-controller",
            "system:serviceaccount:$(namespace):notification-controller",
            "system:serviceaccount:$(namespace):image-automation-controller",
            "system:serviceaccount:$(namespace):image-reflector-controller"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "flux-applies": (): Fragment => ({
    "name": "flux-applies",
    "slot": "reduce",
    "purpose": "What Flux applies without its bodies.",
    "source": "kubernetes/kubernetes#117988; kyverno/website#758",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "flux-system"
      }
    },
    "rules": [
      {
        "reason": "Flux patches every object every few minutes, mostly to find out that nothing differs; never None, since that cannot be told from a change.",
        "rule": {
          "level": "Metadata",
          "users": [
            "system:serviceaccount:$(namespace):kustomize-controller",
            "system:serviceaccount:$(namespace):helm-controller"
          ],
          "verbs": [
            "patch"
          ]
        }
      }
    ]
  }),
  "gatekeeper": (): Fragment => ({
    "name": "gatekeeper",
    "slot": "noise",
    "purpose": "What Gatekeeper reads in its sweeps, and the status that it writes, is left out.",
    "addon": "Gatekeeper",
    "hides": "what Gatekeeper's account reads, but for what is decided before, and its own status objects",
    "source": "open-policy-agent/gatekeeper, deploy/gatekeeper.yaml",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "gatekeeper-system"
      }
    },
    "rules": [
      {
        "reason": "Gatekeeper's audit lists every kind there is, every minute.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):gatekeeper-admin"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Each of its Pods keeps the state of each constraint.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):gatekeeper-admin"
          ],
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "status.gatekeeper.sh"
            }
          ]
        }
      }
    ]
  }),
  "health-endpoints": (): Fragment => ({
    "name": "health-endpoints",
    "slot": "noise",
    "purpose": "Probes and the version are left out.",
    "hides": "requests for /healthz, /livez, /readyz and /version, whoever asks",
    "source": "presets gce-upstream, openshift-default",
    "rules": [
      {
        "reason": "Probes and the version are asked for all the time, and answer everybody alike.",
        "rule": {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        }
      }
    ]
  }),
  "identity-configmaps": (): Fragment => ({
    "name": "identity-configmaps",
    "slot": "pre",
    "purpose": "Writes to the few ConfigMaps that grant access or change DNS are kept in full.",
    "source": "presets eks, aks",
    "rules": [
      {
        "reason": "aws-auth says who may do what, and CoreDNS' how names are resolved; neither holds a secret.",
        "rule": {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ],
              "resourceNames": [
                "aws-auth",
                "coredns",
                "coredns-custom"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        }
      }
    ]
  }),
  "identity-writes": (): Fragment => ({
    "name": "identity-writes",
    "slot": "audit",
    "purpose": "Service accounts and namespaces that come, change and go.",
    "source": "preset aks; Trend, Deckhouse",
    "rules": [
      {
        "reason": "A service account is an identity, and a namespace its boundary.",
        "rule": {
          "level": "Metadata",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "serviceaccounts",
                "namespaces"
              ]
            }
          ]
        }
      }
    ]
  }),
  "istio": (): Fragment => ({
    "name": "istio",
    "slot": "noise",
    "purpose": "What Istio reads, and its questions about access, is left out.",
    "addon": "Istio",
    "hides": "what Istio's accounts read, but for what is decided before, and istiod's access reviews; its token reviews stay recorded",
    "source": "istio/istio, pilot/pkg/leaderelection;",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "istio-system"
      }
    },
    "rules": [
      {
        "reason": "istiod watches Services, Pods and all of Istio's own kinds.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):istiod",
            "system:serviceaccount:$(namespace):istio-reader-service-account",
            "system:serviceaccount:$(namespace):istio-cni",
            "system:serviceaccount:$(namespace):ztunnel"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "istiod asks for each proxy that connects.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):istiod"
          ],
          "verbs": [
            "create"
          ],
          "resources": [
            {
              "group": "authorization.k8s.io",
              "resources": [
                "subjectaccessreviews"
              ]
            }
          ]
        }
      }
    ]
  }),
  "istio-leader-locks": (): Fragment => ({
    "name": "istio-leader-locks",
    "slot": "pre",
    "purpose": "The ConfigMaps by which istiod elects its leaders are left out.",
    "hides": "what istiod does to these ConfigMaps",
    "source": "istio/istio, pilot/pkg/leaderelection/leaderelection.go",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "istio-system"
      }
    },
    "rules": [
      {
        "reason": "Istio elects its leaders by ConfigMaps, and renews them every few seconds.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):istiod"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ],
              "resourceNames": [
                "istio-leader",
                "istio-namespace-controller-election",
                "istio-clustertrustbundle-controller-election",
                "istio-serviceexport-controller-election",
                "istio-gateway-status-leader",
                "istio-status-leader",
                "istio-analyze-leader"
              ]
            }
          ],
          "namespaces": [
            "$(namespace)"
          ]
        }
      }
    ]
  }),
  "karpenter": (): Fragment => ({
    "name": "karpenter",
    "slot": "noise",
    "purpose": "What Karpenter reads, and the status that it writes, is left out.",
    "addon": "Karpenter",
    "hides": "what its account reads, but for what is decided before, and the status of node pools and claims; nodes that come and go stay recorded",
    "source": "aws/karpenter-provider-aws, charts/karpenter; preset aks",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "kube-system"
      }
    },
    "rules": [
      {
        "reason": "Karpenter watches Pods and Nodes all the time.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):karpenter"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "The state of each claim is written down again and again.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):karpenter"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "karpenter.sh",
              "resources": [
                "nodepools/status",
                "nodeclaims/status"
              ]
            }
          ]
        }
      }
    ]
  }),
  "kube-proxy": (): Fragment => ({
    "name": "kube-proxy",
    "slot": "noise",
    "purpose": "The watches of kube-proxy are left out.",
    "hides": "what kube-proxy reads of Services, Endpoints, EndpointSlices and Nodes",
    "source": "preset gce-upstream; VMware Tanzu",
    "rules": [
      {
        "reason": "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
        "rule": {
          "level": "None",
          "users": [
            "system:kube-proxy",
            "system:serviceaccount:kube-system:kube-proxy"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status",
                "nodes"
              ]
            },
            {
              "group": "discovery.k8s.io",
              "resources": [
                "endpointslices"
              ]
            }
          ]
        }
      }
    ]
  }),
  "kyverno": (): Fragment => ({
    "name": "kyverno",
    "slot": "noise",
    "purpose": "What Kyverno reads, its reports and its questions about access are left out.",
    "addon": "Kyverno",
    "hides": "what Kyverno's accounts read, but for what is decided before, its reports and update requests; its policies stay recorded",
    "source": "kyverno/kyverno, charts/kyverno;",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "kyverno"
      }
    },
    "rules": [
      {
        "reason": "Kyverno reads whatever its policies are about.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):kyverno-admission-controller",
            "system:serviceaccount:$(namespace):kyverno-background-controller",
            "system:serviceaccount:$(namespace):kyverno-cleanup-controller",
            "system:serviceaccount:$(namespace):kyverno-reports-controller"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Each admission makes a report, which the garbage collector removes.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):kyverno-admission-controller",
            "system:serviceaccount:$(namespace):kyverno-background-controller",
            "system:serviceaccount:$(namespace):kyverno-reports-controller",
            "system:serviceaccount:kube-system:generic-garbage-collector"
          ],
          "resources": [
            {
              "group": "reports.kyverno.io",
              "resources": [
                "ephemeralreports",
                "clusterephemeralreports"
              ]
            },
            {
              "group": "wgpolicyk8s.io",
              "resources": [
                "policyreports",
                "policyreports/status",
                "clusterpolicyreports",
                "clusterpolicyreports/status"
              ]
            },
            {
              "group": "openreports.io",
              "resources": [
                "reports",
                "reports/status",
                "clusterreports",
                "clusterreports/status"
              ]
            },
            {
              "group": "kyverno.io",
              "resources": [
                "updaterequests",
                "updaterequests/status"
              ]
            }
          ]
        }
      },
      {
        "reason": "Kyverno asks whether it may do what a policy wants of it.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):kyverno-admission-controller"
          ],
          "verbs": [
            "create"
          ],
          "resources": [
            {
              "group": "authorization.k8s.io",
              "resources": [
                "subjectaccessreviews"
              ]
            }
          ]
        }
      }
    ]
  }),
  "leases": (): Fragment => ({
    "name": "leases",
    "slot": "noise",
    "purpose": "Heartbeats and leader election are left out.",
    "hides": "reads and renewals of Leases by nodes, service accounts and the control plane; who makes or deletes one stays recorded",
    "source": "elastisys, Deckhouse, Gardener; kubernetes/kubernetes#97316",
    "rules": [
      {
        "reason": "Every node and every elected leader renews its Lease each few seconds.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:nodes",
            "system:serviceaccounts"
          ],
          "verbs": [
            "get",
            "list",
            "watch",
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "coordination.k8s.io",
              "resources": [
                "leases"
              ]
            }
          ]
        }
      },
      {
        "reason": "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
        "rule": {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:cloud-controller-manager",
            "system:apiserver"
          ],
          "verbs": [
            "get",
            "list",
            "watch",
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "coordination.k8s.io",
              "resources": [
                "leases"
              ]
            }
          ]
        }
      }
    ]
  }),
  "metrics-scrapes": (): Fragment => ({
    "name": "metrics-scrapes",
    "slot": "noise",
    "purpose": "Scrapes of the API server's metrics are left out.",
    "hides": "what these accounts read of /metrics",
    "source": "Datadog; prometheus-operator/kube-prometheus",
    "parameters": {
      "accounts": {
        "type": "users",
        "default": [
          "system:serviceaccount:monitoring:prometheus-k8s"
        ]
      }
    },
    "rules": [
      {
        "reason": "Prometheus reads /metrics every 30 seconds, and /metrics/slis every 5.",
        "rule": {
          "level": "None",
          "users": [
            "$(accounts)"
          ],
          "nonResourceURLs": [
            "/metrics",
            "/metrics/*"
          ]
        }
      }
    ]
  }),
  "namespace-deletion": (): Fragment => ({
    "name": "namespace-deletion",
    "slot": "bulk",
    "purpose": "Emptying a namespace without what is answered.",
    "source": "preset gce-upstream",
    "rules": [
      {
        "reason": "Emptying a namespace is expected work, and the answer would list every object removed.",
        "rule": {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ]
        }
      }
    ]
  }),
  "node-reads": (): Fragment => ({
    "name": "node-reads",
    "slot": "noise",
    "purpose": "What kubelets read is left out.",
    "hides": "what nodes read, but for Secrets, ConfigMaps and whatever else is decided before; a stolen credential of a node reads unseen",
    "source": "preset gce-upstream; Gardener, SAP",
    "rules": [
      {
        "reason": "Kubelets read their Node, Pods and Services all the time.",
        "rule": {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      }
    ]
  }),
  "node-status": (): Fragment => ({
    "name": "node-status",
    "slot": "bulk",
    "purpose": "Status reports of nodes without what is answered.",
    "source": "presets gce-upstream, aks",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Request"
      }
    },
    "rules": [
      {
        "reason": "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
        "rule": {
          "level": "$(level)",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes/status",
                "pods/status"
              ]
            }
          ]
        }
      },
      {
        "reason": "The node problem detector reports in the same way.",
        "rule": {
          "level": "$(level)",
          "users": [
            "system:node-problem-detector",
            "system:serviceaccount:kube-system:node-problem-detector"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes/status",
                "pods/status"
              ]
            }
          ]
        }
      }
    ]
  }),
  "openshift-credentials": (): Fragment => ({
    "name": "openshift-credentials",
    "slot": "sensitive",
    "purpose": "OpenShift's objects that hold keys and tokens never with their bodies.",
    "source": "preset openshift-write-request-bodies, with the names of machine configurations as OpenShift has them",
    "rules": [
      {
        "reason": "Keys and tokens of OpenShift travel in these bodies.",
        "rule": {
          "level": "Metadata",
          "resources": [
            {
              "group": "route.openshift.io",
              "resources": [
                "routes",
                "routes/status"
              ]
            },
            {
              "group": "oauth.openshift.io",
              "resources": [
                "oauthclients",
                "tokenreviews",
                "oauthaccesstokens",
                "oauthauthorizetokens"
              ]
            },
            {
              "group": "machineconfiguration.openshift.io",
              "resources": [
                "machineconfigs",
                "controllerconfigs"
              ]
            }
          ]
        }
      }
    ]
  }),
  "pod-access": (): Fragment => ({
    "name": "pod-access",
    "slot": "access",
    "purpose": "Who runs commands in containers, attaches to them, forwards their ports and adds containers for debugging.",
    "source": "CIS Kubernetes Benchmark 3.2.2; Kubermatic, Deckhouse",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Request"
      }
    },
    "rules": [
      {
        "reason": "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
        "rule": {
          "level": "$(level)",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/exec",
                "pods/attach",
                "pods/portforward",
                "pods/ephemeralcontainers"
              ]
            }
          ]
        }
      }
    ]
  }),
  "pod-logs": (): Fragment => ({
    "name": "pod-logs",
    "slot": "access",
    "purpose": "Who reads the logs of containers.",
    "source": "the example of Kubernetes' documentation; Falco, Kubermatic",
    "rules": [
      {
        "reason": "Logs may hold what the application should not have written there.",
        "rule": {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        }
      }
    ]
  }),
  "prometheus": (): Fragment => ({
    "name": "prometheus",
    "slot": "noise",
    "purpose": "What the Prometheus stack reads, and the Endpoints of kubelets that its operator keeps, is left out.",
    "addon": "the Prometheus operator, as kube-prometheus installs it",
    "hides": "what these accounts read, but for what is decided before, and what the operator writes to Endpoints and EndpointSlices",
    "source": "prometheus-operator/kube-prometheus, manifests",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "monitoring"
      }
    },
    "rules": [
      {
        "reason": "Prometheus and its exporters list and watch most kinds there are.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):prometheus-k8s",
            "system:serviceaccount:$(namespace):prometheus-operator",
            "system:serviceaccount:$(namespace):kube-state-metrics",
            "system:serviceaccount:$(namespace):prometheus-adapter",
            "system:serviceaccount:$(namespace):node-exporter"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "The operator writes down where kubelets are, every three minutes.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):prometheus-operator"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            },
            {
              "group": "discovery.k8s.io",
              "resources": [
                "endpointslices"
              ]
            }
          ]
        }
      }
    ]
  }),
  "proxies": (): Fragment => ({
    "name": "proxies",
    "slot": "access",
    "purpose": "Who reaches Pods, Services and kubelets through the API server.",
    "source": "CIS Kubernetes Benchmark 3.2.2; Kubermatic",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Metadata"
      }
    },
    "rules": [
      {
        "reason": "A proxy reaches whatever listens behind it, with any verb.",
        "rule": {
          "level": "$(level)",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/proxy",
                "services/proxy",
                "nodes/proxy"
              ]
            }
          ]
        }
      }
    ]
  }),
  "rbac-writes": (): Fragment => ({
    "name": "rbac-writes",
    "slot": "audit",
    "purpose": "Each write to roles and their bindings in full.",
    "source": "Falco, SAP, Deckhouse",
    "rules": [
      {
        "reason": "Who may do what is changed here; what was sent and what became of it.",
        "rule": {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "rbac.authorization.k8s.io"
            }
          ]
        }
      }
    ]
  }),
  "role-aggregation": (): Fragment => ({
    "name": "role-aggregation",
    "slot": "noise",
    "purpose": "What the controller of aggregated roles writes is left out.",
    "hides": "changes of ClusterRoles by the controller that aggregates them",
    "source": "OpenShift's site reliability engineers",
    "rules": [
      {
        "reason": "This controller writes aggregated ClusterRoles anew, thousands of times a day on OpenShift.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:kube-system:clusterrole-aggregation-controller"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "rbac.authorization.k8s.io",
              "resources": [
                "clusterroles"
              ]
            }
          ]
        }
      }
    ]
  }),
  "scanner-names": (): Fragment => ({
    "name": "scanner-names",
    "slot": "compat",
    "purpose": "Names Pods and Deployments at Metadata, as KICS wants to see it; behind workload-writes that is for their reads.",
    "source": "Checkmarx/kics, query 1828a670; kubescape/regolibrary, C-0161",
    "rules": [
      {
        "reason": "KICS looks for a rule that names these at Metadata; what is left for it are reads.",
        "rule": {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods"
              ]
            },
            {
              "group": "apps",
              "resources": [
                "deployments"
              ]
            }
          ]
        }
      }
    ]
  }),
  "secrets-and-configmaps": (): Fragment => ({
    "name": "secrets-and-configmaps",
    "slot": "sensitive",
    "purpose": "Secrets and ConfigMaps never with their bodies.",
    "source": "presets gce-upstream, eks, aks; CIS Kubernetes Benchmark 3.2.2",
    "rules": [
      {
        "reason": "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
        "rule": {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps"
              ]
            }
          ]
        }
      }
    ]
  }),
  "tokens": (): Fragment => ({
    "name": "tokens",
    "slot": "sensitive",
    "purpose": "Tokens that are minted or asked about never with their bodies.",
    "source": "presets gce-upstream, aks, openshift-write-request-bodies",
    "rules": [
      {
        "reason": "A minted token is in the answer, one that is asked about in the request.",
        "rule": {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ]
        }
      }
    ]
  }),
  "velero": (): Fragment => ({
    "name": "velero",
    "slot": "noise",
    "purpose": "What Velero reads, and what it notes every minute, is left out.",
    "addon": "Velero",
    "hides": "what Velero's account reads, but for what is decided before, and what it writes to its storage locations and repositories",
    "source": "vmware-tanzu/velero, config/crd/v1/bases",
    "parameters": {
      "namespace": {
        "type": "namespace",
        "default": "velero"
      }
    },
    "rules": [
      {
        "reason": "Velero reads all that it backs up.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):velero"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        }
      },
      {
        "reason": "Each minute it notes in the whole object that its storage is there, since these kinds have no status of their own.",
        "rule": {
          "level": "None",
          "users": [
            "system:serviceaccount:$(namespace):velero"
          ],
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "velero.io",
              "resources": [
                "backupstoragelocations",
                "backuprepositories"
              ]
            }
          ]
        }
      }
    ]
  }),
  "workload-writes": (): Fragment => ({
    "name": "workload-writes",
    "slot": "audit",
    "purpose": "Each write to Pods, and to what makes Pods.",
    "source": "CIS Kubernetes Benchmark 3.2.2; Kubermatic",
    "parameters": {
      "level": {
        "type": "level",
        "default": "Request"
      }
    },
    "rules": [
      {
        "reason": "What runs in the cluster is changed here, one by one or a whole collection.",
        "rule": {
          "level": "$(level)",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "pods",
                "pods/eviction",
                "replicationcontrollers"
              ]
            },
            {
              "group": "apps",
              "resources": [
                "deployments",
                "deployments/scale",
                "statefulsets",
                "statefulsets/scale",
                "daemonsets",
                "replicasets"
              ]
            },
            {
              "group": "batch",
              "resources": [
                "jobs",
                "cronjobs"
              ]
            }
          ]
        }
      }
    ]
  })
};

/** What can be said of the fragments that have parameters. */
export interface FragmentParameters {
  readonly "argocd": { readonly namespace?: string };
  readonly "built-in-reads": { readonly level?: Level };
  readonly "built-in-writes": { readonly level?: Level };
  readonly "cert-manager": { readonly namespace?: string };
  readonly "cilium": { readonly namespace?: string };
  readonly "cluster-autoscaler": { readonly namespace?: string };
  readonly "cluster-autoscaler-status": { readonly namespace?: string };
  readonly "control-plane-reads": { readonly accounts?: readonly string[] };
  readonly "everything-else": { readonly level?: Level };
  readonly "external-secrets": { readonly namespace?: string };
  readonly "flux": { readonly namespace?: string };
  readonly "flux-applies": { readonly namespace?: string };
  readonly "gatekeeper": { readonly namespace?: string };
  readonly "istio": { readonly namespace?: string };
  readonly "istio-leader-locks": { readonly namespace?: string };
  readonly "karpenter": { readonly namespace?: string };
  readonly "kyverno": { readonly namespace?: string };
  readonly "metrics-scrapes": { readonly accounts?: readonly string[] };
  readonly "node-status": { readonly level?: Level };
  readonly "pod-access": { readonly level?: Level };
  readonly "prometheus": { readonly namespace?: string };
  readonly "proxies": { readonly level?: Level };
  readonly "velero": { readonly namespace?: string };
  readonly "workload-writes": { readonly level?: Level };
}
