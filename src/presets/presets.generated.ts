// Written by scripts/generate-presets.ts from presets/: edit what is there, then run `npm run generate`.
import type { Preset } from "./preset.js";

/** The name of a preset. */
export type PresetName = "balanced" | "cis" | "datadog" | "falco" | "forensic" | "gce" | "gce-upstream" | "low-volume" | "metadata-only" | "none" | "pci" | "request-response-core" | "stig" | "aks" | "aks-admin" | "eks" | "gardener" | "k3s" | "kubermatic-metadata" | "kubermatic-minimal" | "kubermatic-recommended" | "kubespray" | "openshift-all-request-bodies" | "openshift-default" | "openshift-none" | "openshift-write-request-bodies" | "rke2" | "talos";

/** The names of all presets, in the order in which they are listed. */
export const PRESET_NAMES: readonly PresetName[] = ["balanced", "cis", "datadog", "falco", "forensic", "gce", "gce-upstream", "low-volume", "metadata-only", "none", "pci", "request-response-core", "stig", "aks", "aks-admin", "eks", "gardener", "k3s", "kubermatic-metadata", "kubermatic-minimal", "kubermatic-recommended", "kubespray", "openshift-all-request-bodies", "openshift-default", "openshift-none", "openshift-write-request-bodies", "rke2", "talos"];
/** The presets by name. */
export const PRESETS: Readonly<Record<PresetName, () => Preset>> = {
  "balanced": (): Preset => ({
    "name": "balanced",
    "title": "What most clusters want to have recorded, brought up to date",
    "purpose": "Writes to built-in APIs with both bodies, Pods and workloads with what was sent, reads with the request, credentials without bodies, all access into containers; what nodes and the control plane read all day is left out.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
            "system:serviceaccount:kube-system:coredns"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:cloud-controller-manager",
            "system:apiserver"
          ],
          "verbs": [
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
        },
        {
          "level": "None",
          "users": [
            "system:serviceaccount:monitoring:prometheus-k8s"
          ],
          "nonResourceURLs": [
            "/metrics",
            "/metrics/*"
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ]
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Request",
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
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
        },
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "Logs may hold what the application should not have written there.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "The API server reads for its own admission checks and controllers.",
      "Controllers list and watch every kind there is.",
      "Every client asks what the API has; anonymous and failed requests stay recorded.",
      "Each Pod that becomes ready or goes is a write to these objects.",
      "Events are a log already, and a crash loop writes them without end; anonymous and failed requests stay recorded.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "Prometheus reads /metrics every 30 seconds, and /metrics/slis every 5.",
      "Kubelets read their Node, Pods and Services all the time.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "The node problem detector reports in the same way.",
      "Definitions of custom resources are large, so that the answer is left out.",
      "A service account is an identity, and a namespace its boundary.",
      "What runs in the cluster is changed here, one by one or a whole collection.",
      "KICS looks for a rule that names these at Metadata; what is left for it are reads.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "pod-access"
        },
        {
          "name": "proxies"
        },
        {
          "name": "pod-logs"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "discovery"
        },
        {
          "name": "metrics-scrapes"
        },
        {
          "name": "kube-proxy"
        },
        {
          "name": "leases"
        },
        {
          "name": "events"
        },
        {
          "name": "endpoint-controllers"
        },
        {
          "name": "node-reads"
        },
        {
          "name": "api-server-reads"
        },
        {
          "name": "control-plane-reads"
        },
        {
          "name": "node-status"
        },
        {
          "name": "namespace-deletion"
        },
        {
          "name": "rbac-writes"
        },
        {
          "name": "admission-writes"
        },
        {
          "name": "workload-writes"
        },
        {
          "name": "certificate-writes"
        },
        {
          "name": "identity-writes"
        },
        {
          "name": "scanner-names"
        },
        {
          "name": "built-in-reads"
        },
        {
          "name": "built-in-writes"
        },
        {
          "name": "everything-else"
        }
      ],
      "sameSince": "1.30"
    }
  }),
  "cis": (): Preset => ({
    "name": "cis",
    "title": "What the CIS Kubernetes Benchmark asks for, and scanners look for",
    "purpose": "What balanced records, and all reads of nodes and of the control plane as well, so that most requests are recorded; flags as the benchmark asks for them.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "notes": [
      "The flags are a floor for the file on the node, no retention; ten files of 100 MB are hours of a busy cluster, so ship them off it."
    ],
    "flags": {
      "audit-log-maxage": 30,
      "audit-log-maxbackup": 10,
      "audit-log-maxsize": 100
    },
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "users": [
            "system:serviceaccount:monitoring:prometheus-k8s"
          ],
          "nonResourceURLs": [
            "/metrics",
            "/metrics/*"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ]
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Request",
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
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
        },
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "Logs may hold what the application should not have written there.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "Every client asks what the API has; anonymous and failed requests stay recorded.",
      "Events are a log already, and a crash loop writes them without end; anonymous and failed requests stay recorded.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "Prometheus reads /metrics every 30 seconds, and /metrics/slis every 5.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "The node problem detector reports in the same way.",
      "Definitions of custom resources are large, so that the answer is left out.",
      "A service account is an identity, and a namespace its boundary.",
      "What runs in the cluster is changed here, one by one or a whole collection.",
      "KICS looks for a rule that names these at Metadata; what is left for it are reads.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "pod-access"
        },
        {
          "name": "proxies"
        },
        {
          "name": "pod-logs"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "discovery"
        },
        {
          "name": "metrics-scrapes"
        },
        {
          "name": "kube-proxy"
        },
        {
          "name": "leases"
        },
        {
          "name": "events"
        },
        {
          "name": "node-status"
        },
        {
          "name": "namespace-deletion"
        },
        {
          "name": "rbac-writes"
        },
        {
          "name": "admission-writes"
        },
        {
          "name": "workload-writes"
        },
        {
          "name": "certificate-writes"
        },
        {
          "name": "identity-writes"
        },
        {
          "name": "scanner-names"
        },
        {
          "name": "built-in-reads"
        },
        {
          "name": "built-in-writes"
        },
        {
          "name": "everything-else"
        }
      ],
      "sameSince": "1.30"
    }
  }),
  "datadog": (): Preset => ({
    "name": "datadog",
    "title": "The policy of Datadog's documentation, as it is meant",
    "purpose": "What Datadog's documentation wants to have recorded, with the verbs where kube-apiserver reads them.",
    "source": {
      "title": "DataDog/documentation, content/en/integrations/kubernetes_audit_logs.md, where verbs stand inside of resources and are dropped",
      "url": "https://github.com/DataDog/documentation/blob/13621f8e833255f29553092a8ac5130299a2a6e0/content/en/integrations/kubernetes_audit_logs.md"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "rule-redundant",
      "write-verb-at-lower-level"
    ],
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/logs",
            "/metrics",
            "/swagger*",
            "/version"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": "authorization.k8s.io",
              "resources": [
                "subjectaccessreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "patch",
            "update",
            "delete"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "pods"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Probes, the version, metrics and the description of the API are asked for all the time.",
      "The token that is asked about is in the request.",
      "Who asks what somebody may do, and what is answered.",
      "Pods that come, change and go in full.",
      "All that is left, without bodies."
    ]
  }),
  "falco": (): Preset => ({
    "name": "falco",
    "title": "What Falco's rules for audit events look at",
    "purpose": "As balanced, with workloads in full, so that what Falco looks for in their bodies is there, and reads without bodies.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "notes": [
      "Falco's rule about credentials in ConfigMaps sees nothing, since their bodies are left out."
    ],
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
            "system:serviceaccount:kube-system:coredns"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:cloud-controller-manager",
            "system:apiserver"
          ],
          "verbs": [
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
        },
        {
          "level": "None",
          "users": [
            "system:serviceaccount:monitoring:prometheus-k8s"
          ],
          "nonResourceURLs": [
            "/metrics",
            "/metrics/*"
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ]
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Request",
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
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
        },
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "Logs may hold what the application should not have written there.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "The API server reads for its own admission checks and controllers.",
      "Controllers list and watch every kind there is.",
      "Every client asks what the API has; anonymous and failed requests stay recorded.",
      "Each Pod that becomes ready or goes is a write to these objects.",
      "Events are a log already, and a crash loop writes them without end; anonymous and failed requests stay recorded.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "Prometheus reads /metrics every 30 seconds, and /metrics/slis every 5.",
      "Kubelets read their Node, Pods and Services all the time.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "The node problem detector reports in the same way.",
      "Definitions of custom resources are large, so that the answer is left out.",
      "A service account is an identity, and a namespace its boundary.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "pod-access"
        },
        {
          "name": "proxies"
        },
        {
          "name": "pod-logs"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "discovery"
        },
        {
          "name": "metrics-scrapes"
        },
        {
          "name": "kube-proxy"
        },
        {
          "name": "leases"
        },
        {
          "name": "events"
        },
        {
          "name": "endpoint-controllers"
        },
        {
          "name": "node-reads"
        },
        {
          "name": "api-server-reads"
        },
        {
          "name": "control-plane-reads"
        },
        {
          "name": "node-status"
        },
        {
          "name": "namespace-deletion"
        },
        {
          "name": "rbac-writes"
        },
        {
          "name": "admission-writes"
        },
        {
          "name": "certificate-writes"
        },
        {
          "name": "identity-writes"
        },
        {
          "name": "built-in-writes"
        },
        {
          "name": "everything-else"
        },
        {
          "name": "workload-writes",
          "with": {
            "level": "RequestResponse"
          }
        },
        {
          "name": "built-in-reads",
          "with": {
            "level": "Metadata"
          }
        }
      ],
      "sameSince": "1.30"
    }
  }),
  "forensic": (): Preset => ({
    "name": "forensic",
    "title": "Everything in full but what holds credentials",
    "purpose": "Every request with both bodies, but Secrets, ConfigMaps and tokens without; for finding out later what happened, at the price of the largest log.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "notes": [
      "Custom resources, and whatever else may hold a credential in its body, are in the log in full; keep it as safe as what it holds."
    ],
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
          "level": "RequestResponse"
        }
      ]
    },
    "reasons": [
      "Keys and tokens of OpenShift travel in these bodies.",
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "openshift-credentials"
        },
        {
          "name": "pod-access",
          "with": {
            "level": "Metadata"
          }
        },
        {
          "name": "proxies"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "leases"
        },
        {
          "name": "everything-else",
          "with": {
            "level": "RequestResponse"
          }
        }
      ],
      "sameSince": "1.23"
    }
  }),
  "gce": (): Preset => ({
    "name": "gce",
    "title": "The policy of Google Compute Engine clusters, as of 2018",
    "purpose": "Writes with both bodies, reads with the request only, Secrets and ConfigMaps without bodies, and the busiest routine requests not at all.",
    "source": {
      "title": "Kubernetes Audit Logging Introduction, third policy",
      "url": "https://medium.com/@noqcks/kubernetes-audit-logging-introduction-464a34a53f6c"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [
      {
        "code": "token-bodies",
        "what": "`create serviceaccounts/token` is recorded at RequestResponse, so the token that it mints is in the log",
        "remedy": "the preset gce-upstream records it at Metadata",
        "remedyPreset": "gce-upstream"
      }
    ],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "token-bodies"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "None",
          "resources": [
            {
              "group": "",
              "resources": [
                "events"
              ]
            }
          ]
        },
        {
          "level": "Request",
          "users": [
            "kubelet",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "Each kubelet keeps reading its own Node.",
      "Leader election by Endpoints, and the controller that keeps them, read and write these every few seconds; newer releases elect by Lease.",
      "The API server reads namespaces for its own admission checks.",
      "The horizontal autoscaler polls the metrics API several times a minute.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events are a log already, and a crash loop writes them without end.",
      "Status reports of an old-style kubelet and of the node problem detector; the answer would repeat the whole object.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Credentials travel in these bodies, so that an access is recorded and its content is not.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "gce-upstream": (): Preset => ({
    "name": "gce-upstream",
    "title": "The policy of Google Compute Engine clusters, newest published text",
    "purpose": "What gce does, with minted tokens kept out of the log; the text has stood since Kubernetes 1.22.",
    "source": {
      "title": "kubernetes/cloud-provider-gcp, cluster/gce/gci/configure-helper.sh, create-master-audit-policy (1.35.0)",
      "url": "https://github.com/kubernetes/cloud-provider-gcp/blob/2e30d050c/cluster/gce/gci/configure-helper.sh"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "user-gone"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:unsecured"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "kubelet"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:cloud-controller-manager",
            "system:kube-scheduler",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "cluster-autoscaler"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps",
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:cloud-controller-manager"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "None",
          "resources": [
            {
              "group": "",
              "resources": [
                "events"
              ]
            }
          ]
        },
        {
          "level": "Request",
          "users": [
            "kubelet",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
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
              "group": "scheduling.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
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
              "group": "scheduling.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "The ingress controller read a ConfigMap by the insecure port; that port and its user are gone since Kubernetes 1.24.",
      "Kubelets without a certificate of their own shared the user \"kubelet\" and kept reading their Node.",
      "Each kubelet keeps reading its own Node.",
      "Leader election by Endpoints, and the controller that keeps them, read and write these every few seconds; newer releases elect by Lease.",
      "The API server reads namespaces for its own admission checks.",
      "The cluster autoscaler of these clusters keeps its status and its leader lock in kube-system; elsewhere it is a service account, which this does not match.",
      "The horizontal autoscaler polls the metrics API several times a minute.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events are a log already, and a crash loop writes them without end.",
      "Status reports of an old-style kubelet and of the node problem detector; the answer would repeat the whole object.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Credentials travel in these bodies, a minted token in the answer, so that an access is recorded and its content is not.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "low-volume": (): Preset => ({
    "name": "low-volume",
    "title": "Writes and access, and no other reads",
    "purpose": "Writes, credentials, access into containers and roles, as few lines as that takes; what authenticated users read is left out, anonymous requests and failed authentication are not.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "notes": [
      "What a stolen credential reads is not seen, but for Secrets, ConfigMaps, tokens, logs and access into containers."
    ],
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
            "system:serviceaccount:kube-system:coredns"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:cloud-controller-manager",
            "system:apiserver"
          ],
          "verbs": [
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
        },
        {
          "level": "None",
          "users": [
            "system:serviceaccount:monitoring:prometheus-k8s"
          ],
          "nonResourceURLs": [
            "/metrics",
            "/metrics/*"
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Request",
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "None",
          "userGroups": [
            "system:authenticated"
          ],
          "verbs": [
            "get",
            "list",
            "watch"
          ]
        },
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "Logs may hold what the application should not have written there.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "The API server reads for its own admission checks and controllers.",
      "Controllers list and watch every kind there is.",
      "Every client asks what the API has; anonymous and failed requests stay recorded.",
      "Each Pod that becomes ready or goes is a write to these objects.",
      "Events are a log already, and a crash loop writes them without end; anonymous and failed requests stay recorded.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "Prometheus reads /metrics every 30 seconds, and /metrics/slis every 5.",
      "Kubelets read their Node, Pods and Services all the time.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "The node problem detector reports in the same way.",
      "A webhook sees, and may change, every request; an added API server answers for a whole group.",
      "Definitions of custom resources are large, so that the answer is left out.",
      "A certificate is an identity; requests for one and approvals are kept in full.",
      "Who may do what is changed here; what was sent and what became of it.",
      "What runs in the cluster is changed here, one by one or a whole collection.",
      "Most requests are reads; anonymous ones and those that failed authentication stay recorded.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "pod-access"
        },
        {
          "name": "proxies"
        },
        {
          "name": "pod-logs"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "discovery"
        },
        {
          "name": "metrics-scrapes"
        },
        {
          "name": "kube-proxy"
        },
        {
          "name": "leases"
        },
        {
          "name": "events"
        },
        {
          "name": "endpoint-controllers"
        },
        {
          "name": "node-reads"
        },
        {
          "name": "api-server-reads"
        },
        {
          "name": "control-plane-reads"
        },
        {
          "name": "node-status"
        },
        {
          "name": "rbac-writes"
        },
        {
          "name": "admission-writes"
        },
        {
          "name": "workload-writes"
        },
        {
          "name": "certificate-writes"
        },
        {
          "name": "identity-writes"
        },
        {
          "name": "everything-else"
        },
        {
          "name": "authenticated-reads"
        }
      ],
      "sameSince": "1.23"
    }
  }),
  "metadata-only": (): Preset => ({
    "name": "metadata-only",
    "title": "Every request, without bodies",
    "purpose": "Who did what and when, for every request; more lines than any other preset, and no body in any of them.",
    "source": {
      "title": "Kubernetes Audit Logging Introduction, second policy",
      "url": "https://medium.com/@noqcks/kubernetes-audit-logging-introduction-464a34a53f6c"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Metadata tells user, verb, object and outcome of a request; bodies, and what is secret in them, stay out."
    ]
  }),
  "none": (): Preset => ({
    "name": "none",
    "title": "Nothing",
    "purpose": "No request is recorded; to turn auditing off without a change of flags, and to compare with.",
    "kubernetes": {
      "since": "1.8"
    },
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies"
    ],
    "findings": [
      "nothing-recorded"
    ],
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None"
        }
      ]
    },
    "reasons": [
      "No request is recorded."
    ]
  }),
  "pci": (): Preset => ({
    "name": "pci",
    "title": "What PCI DSS 10.2 asks for",
    "purpose": "What balanced records, with no account left out that reads; who, what, when, whence and with what outcome, for all access.",
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [],
    "notes": [
      "PCI DSS 10.5.1 wants twelve months kept, three of them at hand; no file on a node does that, so ship the log off it."
    ],
    "kubernetes": {
      "since": "1.19"
    },
    "knownFaults": [],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
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
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/livez*",
            "/readyz*",
            "/version"
          ]
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ]
        },
        {
          "level": "Request",
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
        },
        {
          "level": "Request",
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
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
        },
        {
          "level": "Request",
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
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": ""
            },
            {
              "group": "admissionregistration.k8s.io"
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
        },
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "What is stored in Secrets and ConfigMaps travels in these bodies, so that an access is recorded and its content is not.",
      "A minted token is in the answer, one that is asked about in the request.",
      "Without verbs, since an exec over SPDY is a create, and over WebSocket a get.",
      "Logs may hold what the application should not have written there.",
      "A proxy reaches whatever listens behind it, with any verb.",
      "Probes and the version are asked for all the time, and answer everybody alike.",
      "On every node kube-proxy watches Services and EndpointSlices all day, as a user or, on kubeadm, as a service account.",
      "Every node and every elected leader renews its Lease each few seconds.",
      "The control plane elects its leaders by Leases, too, and the API server announces itself by one.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "The node problem detector reports in the same way.",
      "Definitions of custom resources are large, so that the answer is left out.",
      "A service account is an identity, and a namespace its boundary.",
      "What runs in the cluster is changed here, one by one or a whole collection.",
      "KICS looks for a rule that names these at Metadata; what is left for it are reads.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ],
    "composed": {
      "fragments": [
        {
          "name": "secrets-and-configmaps"
        },
        {
          "name": "tokens"
        },
        {
          "name": "pod-access"
        },
        {
          "name": "proxies"
        },
        {
          "name": "pod-logs"
        },
        {
          "name": "health-endpoints"
        },
        {
          "name": "kube-proxy"
        },
        {
          "name": "leases"
        },
        {
          "name": "node-status"
        },
        {
          "name": "namespace-deletion"
        },
        {
          "name": "rbac-writes"
        },
        {
          "name": "admission-writes"
        },
        {
          "name": "workload-writes"
        },
        {
          "name": "certificate-writes"
        },
        {
          "name": "identity-writes"
        },
        {
          "name": "scanner-names"
        },
        {
          "name": "built-in-reads"
        },
        {
          "name": "built-in-writes"
        },
        {
          "name": "everything-else"
        }
      ],
      "sameSince": "1.30"
    }
  }),
  "request-response-core": (): Preset => ({
    "name": "request-response-core",
    "title": "The core API group with both bodies, nothing else",
    "purpose": "What was sent and what came back for Pods, Services, Nodes and the other core resources; for a test cluster whose log nobody else reads.",
    "source": {
      "title": "Kubernetes Audit Logging Introduction, first policy",
      "url": "https://medium.com/@noqcks/kubernetes-audit-logging-introduction-464a34a53f6c"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [
      {
        "code": "secret-bodies",
        "what": "Secrets are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset gce-upstream records Secrets at Metadata",
        "remedyPreset": "gce-upstream"
      },
      {
        "code": "configmap-bodies",
        "what": "ConfigMaps are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset gce-upstream records ConfigMaps at Metadata",
        "remedyPreset": "gce-upstream"
      },
      {
        "code": "token-bodies",
        "what": "`create serviceaccounts/token` is recorded at RequestResponse, so the token that it mints is in the log",
        "remedy": "the preset gce-upstream records it at Metadata",
        "remedyPreset": "gce-upstream"
      },
      {
        "code": "core-group-only",
        "what": "no request outside the core group is recorded, be it for a Deployment, a RoleBinding, a custom resource or a URL",
        "remedy": "the preset gce-upstream also records the other groups",
        "remedyPreset": "gce-upstream"
      }
    ],
    "guarantees": [
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "configmap-bodies",
      "managed-fields-recorded",
      "no-catch-all",
      "secret-bodies",
      "token-bodies"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": ""
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Every core resource and subresource with both bodies; the end of a request says all that its receipt says."
    ]
  }),
  "stig": (): Preset => ({
    "name": "stig",
    "title": "The policy of the DISA Kubernetes STIG, V-242403",
    "purpose": "Every request with both bodies, since the check text compares the file with this one rule.",
    "source": {
      "title": "DISA Kubernetes STIG V2R6, V-242403 (CNTR-K8-000700), and V-242462 to V-242464",
      "url": "https://www.cyber.mil/stigs"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [
      {
        "code": "secret-bodies",
        "what": "Secrets are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset cis records Secrets at Metadata; that is an exception to argue for",
        "remedyPreset": "cis"
      },
      {
        "code": "configmap-bodies",
        "what": "ConfigMaps are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset cis records ConfigMaps at Metadata",
        "remedyPreset": "cis"
      },
      {
        "code": "token-bodies",
        "what": "`create serviceaccounts/token` is recorded at RequestResponse, so the token that it mints is in the log",
        "remedy": "the preset cis records it at Metadata",
        "remedyPreset": "cis"
      }
    ],
    "guarantees": [
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "configmap-bodies",
      "managed-fields-recorded",
      "request-received-recorded",
      "secret-bodies",
      "token-bodies"
    ],
    "flags": {
      "audit-log-maxage": 30,
      "audit-log-maxbackup": 10,
      "audit-log-maxsize": 100
    },
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "RequestResponse"
        }
      ]
    },
    "reasons": [
      "The one rule that the check text wants to see."
    ]
  }),
  "aks": (): Preset => ({
    "name": "aks",
    "title": "The policy of Azure Kubernetes Service, as Microsoft publishes it",
    "purpose": "What AKS writes to its log kube-audit, for comparison; nobody can change it there.",
    "baselineOf": "Azure AKS",
    "source": {
      "title": "MicrosoftDocs/azure-aks-docs, articles/aks/monitor-aks.md",
      "url": "https://github.com/MicrosoftDocs/azure-aks-docs/blob/0047d9c2ba4250b72072291fbdd4cb621b0db680/articles/aks/monitor-aks.md"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-token-bodies",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "request-received-recorded",
      "rule-covered",
      "write-verb-at-lower-level"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "users": [
            "aksService"
          ],
          "verbs": [
            "get",
            "list"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "kubelet"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "aksService",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "aksService"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "Metadata",
          "verbs": [
            "create",
            "update",
            "patch"
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
          ],
          "namespaces": [
            "default",
            "kube-system"
          ]
        },
        {
          "level": "Metadata",
          "verbs": [
            "delete",
            "list"
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
        },
        {
          "level": "None",
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
        },
        {
          "level": "Request",
          "users": [
            "client",
            "kubelet",
            "system:node-problem-detector",
            "system:serviceaccount:kube-system:node-problem-detector",
            "system:serviceaccount:kube-system:aci-connector-linux"
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "apiextensions.k8s.io",
              "resources": [
                "customresourcedefinitions"
              ],
              "resourceNames": [
                "volumesnapshotcontents.snapshot.storage.k8s.io",
                "volumesnapshots.snapshot.storage.k8s.io"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "apiextensions.k8s.io",
              "resources": [
                "customresourcedefinitions"
              ],
              "resourceNames": [
                "installations.operator.tigera.io"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ],
              "resourceNames": [
                "coredns-custom"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps",
                "serviceaccounts",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "autoscaling.k8s.io",
              "resources": [
                "verticalpodautoscalers",
                "verticalpodautoscalercheckpoints"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "delete"
          ],
          "resources": [
            {
              "group": "cluster.kubernetes-fleet.io",
              "resources": [
                "memberclusters",
                "internalmemberclusters"
              ]
            },
            {
              "group": "placement.kubernetes-fleet.io",
              "resources": [
                "works"
              ]
            },
            {
              "group": "networking.fleet.azure.com",
              "resources": [
                "internalserviceexports",
                "internalserviceimports"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "placement.kubernetes-fleet.io",
              "resources": [
                "clusterstagedupdateruns",
                "clusterresourceplacements",
                "clusterresourceplacementevictions",
                "clusterresourceplacementdisruptionbudgets",
                "clusterstagedupdatestrategies",
                "clusterapprovalrequests",
                "clusterresourceoverrides",
                "resourceoverrides"
              ]
            },
            {
              "group": "networking.fleet.azure.com",
              "resources": [
                "serviceexports",
                "multiclusterservices",
                "trafficmanagerprofiles",
                "trafficmanagerbackends"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "karpenter.azure.com",
              "resources": [
                "aksnodeclasses",
                "aksnodeclasses/status"
              ]
            },
            {
              "group": "karpenter.sh",
              "resources": [
                "nodepools",
                "nodepools/status",
                "nodeclaims",
                "nodeclaims/status"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "The cloud's own components read the whole API all the time.",
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "Kubelets without a certificate of their own shared the user \"kubelet\" and kept reading their Node.",
      "Each kubelet keeps reading its own Node.",
      "The control plane elected its leaders by Endpoints, and keeps Endpoints up to date.",
      "The API server reads namespaces for its own admission checks.",
      "The control plane polls the metrics API for the horizontal autoscaler; the first rule has these reads already.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events that are written in the two namespaces that are watched, without what they say.",
      "Who looks for Events, and who removes them.",
      "All other Events are a log already, and a crash loop writes them without end.",
      "Status reports of an old-style kubelet and of the node problem detector; the answer would repeat the whole object.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "The answers to writes of these two definitions would be very large.",
      "This definition is so large that its bodies are left out.",
      "coredns-custom says how names are resolved; what is written to it is kept in full.",
      "Credentials travel in these bodies, a minted token in the answer, so that an access is recorded and its content is not.",
      "Autoscalers are written all the time; the answer would repeat the request.",
      "Members of a fleet that come and go.",
      "What is placed and exported across a fleet, with what was sent and what became of it.",
      "How nodes are made and removed by Karpenter, with what was sent and what became of it.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "aks-admin": (): Preset => ({
    "name": "aks-admin",
    "title": "The policy of Azure Kubernetes Service without what gets and lists",
    "purpose": "What AKS writes to its log kube-audit-admin, for comparison; nobody can change it there.",
    "baselineOf": "Azure AKS",
    "source": {
      "title": "MicrosoftDocs/azure-aks-docs, articles/aks/monitor-aks.md",
      "url": "https://github.com/MicrosoftDocs/azure-aks-docs/blob/0047d9c2ba4250b72072291fbdd4cb621b0db680/articles/aks/monitor-aks.md"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-token-bodies",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "entry-covered",
      "entry-shadowed",
      "exec-not-recorded",
      "failed-authentication-not-recorded",
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "proxy-not-recorded",
      "request-received-recorded",
      "rule-covered",
      "write-verb-at-lower-level"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "verbs": [
            "get",
            "list"
          ]
        },
        {
          "level": "None",
          "users": [
            "aksService"
          ],
          "verbs": [
            "get",
            "list"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "kubelet"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "aksService",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "aksService"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "Metadata",
          "verbs": [
            "create",
            "update",
            "patch"
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
          ],
          "namespaces": [
            "default",
            "kube-system"
          ]
        },
        {
          "level": "Metadata",
          "verbs": [
            "delete",
            "list"
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
        },
        {
          "level": "None",
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
        },
        {
          "level": "Request",
          "users": [
            "client",
            "kubelet",
            "system:node-problem-detector",
            "system:serviceaccount:kube-system:node-problem-detector",
            "system:serviceaccount:kube-system:aci-connector-linux"
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "apiextensions.k8s.io",
              "resources": [
                "customresourcedefinitions"
              ],
              "resourceNames": [
                "volumesnapshotcontents.snapshot.storage.k8s.io",
                "volumesnapshots.snapshot.storage.k8s.io"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "apiextensions.k8s.io",
              "resources": [
                "customresourcedefinitions"
              ],
              "resourceNames": [
                "installations.operator.tigera.io"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "update",
            "patch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ],
              "resourceNames": [
                "coredns-custom"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps",
                "serviceaccounts",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "autoscaling.k8s.io",
              "resources": [
                "verticalpodautoscalers",
                "verticalpodautoscalercheckpoints"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "delete"
          ],
          "resources": [
            {
              "group": "cluster.kubernetes-fleet.io",
              "resources": [
                "memberclusters",
                "internalmemberclusters"
              ]
            },
            {
              "group": "placement.kubernetes-fleet.io",
              "resources": [
                "works"
              ]
            },
            {
              "group": "networking.fleet.azure.com",
              "resources": [
                "internalserviceexports",
                "internalserviceimports"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "placement.kubernetes-fleet.io",
              "resources": [
                "clusterstagedupdateruns",
                "clusterresourceplacements",
                "clusterresourceplacementevictions",
                "clusterresourceplacementdisruptionbudgets",
                "clusterstagedupdatestrategies",
                "clusterapprovalrequests",
                "clusterresourceoverrides",
                "resourceoverrides"
              ]
            },
            {
              "group": "networking.fleet.azure.com",
              "resources": [
                "serviceexports",
                "multiclusterservices",
                "trafficmanagerprofiles",
                "trafficmanagerbackends"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "karpenter.azure.com",
              "resources": [
                "aksnodeclasses",
                "aksnodeclasses/status"
              ]
            },
            {
              "group": "karpenter.sh",
              "resources": [
                "nodepools",
                "nodepools/status",
                "nodeclaims",
                "nodeclaims/status"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "kube-audit-admin is kube-audit without the events of these two verbs.",
      "The cloud's own components read the whole API all the time.",
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "Kubelets without a certificate of their own shared the user \"kubelet\" and kept reading their Node.",
      "Each kubelet keeps reading its own Node.",
      "The control plane elected its leaders by Endpoints, and keeps Endpoints up to date.",
      "The API server reads namespaces for its own admission checks.",
      "The control plane polls the metrics API for the horizontal autoscaler; the first rule has these reads already.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events that are written in the two namespaces that are watched, without what they say.",
      "Who looks for Events, and who removes them.",
      "All other Events are a log already, and a crash loop writes them without end.",
      "Status reports of an old-style kubelet and of the node problem detector; the answer would repeat the whole object.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "The answers to writes of these two definitions would be very large.",
      "This definition is so large that its bodies are left out.",
      "coredns-custom says how names are resolved; what is written to it is kept in full.",
      "Credentials travel in these bodies, a minted token in the answer, so that an access is recorded and its content is not.",
      "Autoscalers are written all the time; the answer would repeat the request.",
      "Members of a fleet that come and go.",
      "What is placed and exported across a fleet, with what was sent and what became of it.",
      "How nodes are made and removed by Karpenter, with what was sent and what became of it.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "eks": (): Preset => ({
    "name": "eks",
    "title": "The policy of Amazon EKS, as AWS publishes it",
    "purpose": "What EKS records, for comparison; nobody can change it there.",
    "baselineOf": "Amazon EKS",
    "source": {
      "title": "aws/aws-eks-best-practices, latest/bpg/security/detective.adoc",
      "url": "https://github.com/aws/aws-eks-best-practices/blob/dc0243ad2cf41ff631097731852f18827de332c2/latest/bpg/security/detective.adoc"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "request-received-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "RequestResponse",
          "verbs": [
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
                "aws-auth"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "kubelet"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "None",
          "resources": [
            {
              "group": "",
              "resources": [
                "events"
              ]
            }
          ]
        },
        {
          "level": "Request",
          "users": [
            "kubelet",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "users": [
            "system:serviceaccount:kube-system:namespace-controller"
          ],
          "verbs": [
            "deletecollection"
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
          "resources": [
            {
              "group": "",
              "resources": [
                "serviceaccounts/token"
              ]
            }
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "scheduling.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "aws-auth says who may do what in the cluster; what is written to it is kept in full.",
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "Kubelets without a certificate of their own shared the user \"kubelet\" and kept reading their Node.",
      "Each kubelet keeps reading its own Node.",
      "The control plane elected its leaders by Endpoints, and keeps Endpoints up to date.",
      "The API server reads namespaces for its own admission checks.",
      "The controller manager polls the metrics API for the horizontal autoscaler.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events are a log already, and a crash loop writes them without end.",
      "Status reports of an old-style kubelet and of the node problem detector; the answer would repeat the whole object.",
      "Status reports of nodes about themselves and their Pods; the answer would repeat the whole object.",
      "Emptying a namespace is expected work, and the answer would list every object removed.",
      "Credentials travel in these bodies, so that an access is recorded and its content is not.",
      "Who asks for a token of which service account; the token itself is in the answer, which is left out.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "gardener": (): Preset => ({
    "name": "gardener",
    "title": "The policy that Gardener gives a shoot",
    "purpose": "What Gardener records unless it is told otherwise, for comparison.",
    "baselineOf": "Gardener",
    "source": {
      "title": "gardener/gardener, pkg/component/apiserver/audit.go, defaultPolicy",
      "url": "https://github.com/gardener/gardener/blob/b312835d1784c3628983205c05452b2eaa95b645/pkg/component/apiserver/audit.go"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies"
    ],
    "findings": [
      "nothing-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None"
        }
      ]
    },
    "reasons": [
      "Nothing is recorded until the shoot names a ConfigMap with a policy."
    ]
  }),
  "k3s": (): Preset => ({
    "name": "k3s",
    "title": "The policy of the hardening guide of k3s",
    "purpose": "What the guide starts with, for comparison.",
    "baselineOf": "k3s",
    "source": {
      "title": "k3s-io/docs, docs/security/hardening-guide.md",
      "url": "https://github.com/k3s-io/docs/blob/035acb07eecd22cec26391cffc047d6d495348ea/docs/security/hardening-guide.md"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "request-received-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "Every request, at whatever stage, without bodies."
    ]
  }),
  "kubermatic-metadata": (): Preset => ({
    "name": "kubermatic-metadata",
    "title": "Kubermatic's preset metadata",
    "purpose": "What Kubermatic records with this preset, for comparison.",
    "baselineOf": "Kubermatic",
    "source": {
      "title": "kubermatic/kubermatic, pkg/resources/apiserver/audit.go",
      "url": "https://github.com/kubermatic/kubermatic/blob/2974df5bdca45628892f10608ca94b866c0c2731/pkg/resources/apiserver/audit.go"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "request-received-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "Every request, at whatever stage, without bodies."
    ]
  }),
  "kubermatic-minimal": (): Preset => ({
    "name": "kubermatic-minimal",
    "title": "Kubermatic's preset minimal",
    "purpose": "What Kubermatic records with this preset, for comparison.",
    "baselineOf": "Kubermatic",
    "source": {
      "title": "kubermatic/kubermatic, pkg/resources/apiserver/audit.go",
      "url": "https://github.com/kubermatic/kubermatic/blob/2974df5bdca45628892f10608ca94b866c0c2731/pkg/resources/apiserver/audit.go"
    },
    "kubernetes": {
      "since": "1.9"
    },
    "knownFaults": [],
    "guarantees": [
      "no-configmap-bodies",
      "no-token-bodies",
      "secret-access-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "exec-not-recorded",
      "managed-fields-recorded",
      "no-catch-all",
      "proxy-not-recorded",
      "resource-names-without-effect",
      "subresources-missed",
      "write-verb-missing"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "rules": [
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "delete",
            "update",
            "patch"
          ],
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
                "deployments",
                "statefulsets",
                "daemonsets",
                "replicasets"
              ]
            },
            {
              "group": "cluster.k8s.io",
              "resources": [
                "machines",
                "machinesets",
                "machinedeployments"
              ]
            },
            {
              "group": "templates.gatekeeper.sh"
            },
            {
              "group": "",
              "resources": [
                "secrets"
              ],
              "resourceNames": [
                "usersshkeys"
              ]
            }
          ]
        },
        {
          "level": "Request",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/exec",
                "pods/portforward",
                "pods/proxy",
                "services/proxy"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/log"
              ]
            },
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps"
              ]
            }
          ]
        }
      ]
    },
    "reasons": [
      "Pods, workloads, machines and templates of Gatekeeper that come, change and go, and the Secret with the SSH keys of users, in full.",
      "Commands in containers, forwarded ports and proxies, with what was asked.",
      "Who reads logs, Secrets and ConfigMaps; nothing else is recorded."
    ]
  }),
  "kubermatic-recommended": (): Preset => ({
    "name": "kubermatic-recommended",
    "title": "Kubermatic's preset recommended",
    "purpose": "What Kubermatic records with this preset, for comparison.",
    "baselineOf": "Kubermatic",
    "source": {
      "title": "kubermatic/kubermatic, pkg/resources/apiserver/audit.go",
      "url": "https://github.com/kubermatic/kubermatic/blob/2974df5bdca45628892f10608ca94b866c0c2731/pkg/resources/apiserver/audit.go"
    },
    "kubernetes": {
      "since": "1.9"
    },
    "knownFaults": [],
    "guarantees": [
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "managed-fields-recorded",
      "resource-names-without-effect",
      "write-verb-at-lower-level"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "rules": [
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "delete",
            "update",
            "patch"
          ],
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
                "deployments",
                "statefulsets",
                "daemonsets",
                "replicasets"
              ]
            },
            {
              "group": "cluster.k8s.io",
              "resources": [
                "machines",
                "machinesets",
                "machinedeployments"
              ]
            },
            {
              "group": "templates.gatekeeper.sh"
            },
            {
              "group": "",
              "resources": [
                "secrets"
              ],
              "resourceNames": [
                "usersshkeys"
              ]
            }
          ]
        },
        {
          "level": "RequestResponse",
          "resources": [
            {
              "group": "",
              "resources": [
                "pods/exec",
                "pods/portforward",
                "pods/proxy",
                "services/proxy"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Pods, workloads, machines and templates of Gatekeeper that come, change and go, and the Secret with the SSH keys of users, in full.",
      "Commands in containers, forwarded ports and proxies in full.",
      "All that is left, without bodies."
    ]
  }),
  "kubespray": (): Preset => ({
    "name": "kubespray",
    "title": "The policy that Kubespray writes",
    "purpose": "What Kubespray records unless it is told otherwise, for comparison.",
    "baselineOf": "Kubespray",
    "source": {
      "title": "kubernetes-sigs/kubespray, roles/kubernetes/control-plane/templates/apiserver-audit-policy.yaml.j2",
      "url": "https://github.com/kubernetes-sigs/kubespray/blob/46dbdd3994b32640bcd806b0097f50e8fdf1d514/roles/kubernetes/control-plane/templates/apiserver-audit-policy.yaml.j2"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "health-checks-recorded",
      "managed-fields-recorded",
      "path-not-served",
      "user-gone"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None",
          "users": [
            "system:kube-proxy"
          ],
          "verbs": [
            "watch"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints",
                "services",
                "services/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:unsecured"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "configmaps"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "kubelet"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "userGroups": [
            "system:nodes"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "nodes",
                "nodes/status"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:serviceaccount:kube-system:endpoint-controller"
          ],
          "verbs": [
            "get",
            "update"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "endpoints"
              ]
            }
          ],
          "namespaces": [
            "kube-system"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "verbs": [
            "get"
          ],
          "resources": [
            {
              "group": "",
              "resources": [
                "namespaces",
                "namespaces/status",
                "namespaces/finalize"
              ]
            }
          ]
        },
        {
          "level": "None",
          "users": [
            "system:kube-controller-manager"
          ],
          "verbs": [
            "get",
            "list"
          ],
          "resources": [
            {
              "group": "metrics.k8s.io"
            }
          ]
        },
        {
          "level": "None",
          "nonResourceURLs": [
            "/healthz*",
            "/version",
            "/swagger*"
          ]
        },
        {
          "level": "None",
          "resources": [
            {
              "group": "",
              "resources": [
                "events"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
          "resources": [
            {
              "group": "",
              "resources": [
                "secrets",
                "configmaps",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews"
              ]
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Request",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "RequestResponse",
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
              "group": "extensions"
            },
            {
              "group": "metrics.k8s.io"
            },
            {
              "group": "networking.k8s.io"
            },
            {
              "group": "policy"
            },
            {
              "group": "rbac.authorization.k8s.io"
            },
            {
              "group": "settings.k8s.io"
            },
            {
              "group": "storage.k8s.io"
            }
          ],
          "omitStages": [
            "RequestReceived"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "kube-proxy watches Services and Endpoints on every node, all day, and changes nothing.",
      "The ingress controller read a ConfigMap by the insecure port; that port and its user are gone since Kubernetes 1.24.",
      "Kubelets without a certificate of their own shared the user \"kubelet\" and kept reading their Node.",
      "Each kubelet keeps reading its own Node.",
      "The control plane elected its leaders by Endpoints, and keeps Endpoints up to date.",
      "The API server reads namespaces for its own admission checks.",
      "The controller manager polls the metrics API for the horizontal autoscaler.",
      "Probes, the version and the description of the API are asked for all the time and answer everybody alike.",
      "Events are a log already, and a crash loop writes them without end.",
      "Credentials travel in these bodies, a minted token in the answer, so that an access is recorded and its content is not.",
      "A read of a built-in API has nothing of note in its request, and its answer may be the whole cluster.",
      "A write to a built-in API with what was sent and what became of it.",
      "All that is left, custom resources among it, may hold anything in its bodies."
    ]
  }),
  "openshift-all-request-bodies": (): Preset => ({
    "name": "openshift-all-request-bodies",
    "title": "OpenShift's audit profile AllRequestBodies",
    "purpose": "Reads and writes with both bodies, but for what holds credentials.",
    "baselineOf": "OpenShift",
    "source": {
      "title": "openshift/library-go, pkg/operator/apiserver/audit/manifests",
      "url": "https://github.com/openshift/library-go/tree/93ac9206ae34e602d6acf346826e3e99c22b1787/pkg/operator/apiserver/audit/manifests"
    },
    "kubernetes": {
      "since": "1.25"
    },
    "knownFaults": [
      {
        "code": "configmap-bodies",
        "what": "ConfigMaps are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset openshift-default records ConfigMaps at Metadata",
        "remedyPreset": "openshift-default"
      }
    ],
    "guarantees": [
      "no-secret-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "configmap-bodies",
      "health-checks-recorded",
      "unknown-resource"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
          "level": "None",
          "userGroups": [
            "system:authenticated",
            "system:unauthenticated"
          ],
          "nonResourceURLs": [
            "/api*",
            "/version",
            "/healthz",
            "/readyz",
            "/livez"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "resources": [
            {
              "group": "apiserver.openshift.io",
              "resources": [
                "apirequestcounts",
                "apirequestcounts/*"
              ]
            }
          ],
          "namespaces": [
            ""
          ]
        },
        {
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
              "group": "",
              "resources": [
                "secrets",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews",
                "tokenrequests"
              ]
            },
            {
              "group": "oauth.openshift.io",
              "resources": [
                "oauthclients",
                "tokenreviews"
              ]
            },
            {
              "group": "machineconfiguration.openshift.io"
            }
          ]
        },
        {
          "level": "RequestResponse"
        }
      ]
    },
    "reasons": [
      "Discovery, the version and probes are asked for all the time and answer everybody alike.",
      "The API server counts its requests in these objects, and would record its own counting.",
      "Credentials and keys travel in these bodies, so that an access is recorded and its content is not.",
      "What was sent and what came back, for all that is left."
    ]
  }),
  "openshift-default": (): Preset => ({
    "name": "openshift-default",
    "title": "OpenShift's audit profile Default",
    "purpose": "Every request without bodies, but for logins, which are kept in full; what OpenShift records if nothing else is said.",
    "baselineOf": "OpenShift",
    "source": {
      "title": "openshift/library-go, pkg/operator/apiserver/audit/manifests",
      "url": "https://github.com/openshift/library-go/tree/93ac9206ae34e602d6acf346826e3e99c22b1787/pkg/operator/apiserver/audit/manifests"
    },
    "kubernetes": {
      "since": "1.25"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "health-checks-recorded",
      "write-verb-at-lower-level"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
          "level": "None",
          "userGroups": [
            "system:authenticated",
            "system:unauthenticated"
          ],
          "nonResourceURLs": [
            "/api*",
            "/version",
            "/healthz",
            "/readyz",
            "/livez"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "resources": [
            {
              "group": "apiserver.openshift.io",
              "resources": [
                "apirequestcounts",
                "apirequestcounts/*"
              ]
            }
          ],
          "namespaces": [
            ""
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "create",
            "update",
            "patch",
            "delete"
          ],
          "resources": [
            {
              "group": "user.openshift.io",
              "resources": [
                "identities"
              ]
            },
            {
              "group": "oauth.openshift.io",
              "resources": [
                "oauthaccesstokens",
                "oauthauthorizetokens"
              ]
            }
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Discovery, the version and probes are asked for all the time and answer everybody alike.",
      "The API server counts its requests in these objects, and would record its own counting.",
      "Identities and OAuth tokens, by whose names alone nobody sees to whom a login belongs, are kept in full.",
      "Who did what and when, for all that is left."
    ]
  }),
  "openshift-none": (): Preset => ({
    "name": "openshift-none",
    "title": "OpenShift's audit profile None",
    "purpose": "Nothing at all; OpenShift's support may ask for more.",
    "baselineOf": "OpenShift",
    "source": {
      "title": "openshift/library-go, pkg/operator/apiserver/audit/manifests",
      "url": "https://github.com/openshift/library-go/tree/93ac9206ae34e602d6acf346826e3e99c22b1787/pkg/operator/apiserver/audit/manifests"
    },
    "kubernetes": {
      "since": "1.25"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies"
    ],
    "findings": [
      "nothing-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
          "level": "None",
          "userGroups": [
            "system:authenticated",
            "system:unauthenticated"
          ],
          "nonResourceURLs": [
            "/api*",
            "/version",
            "/healthz",
            "/readyz",
            "/livez"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "resources": [
            {
              "group": "apiserver.openshift.io",
              "resources": [
                "apirequestcounts",
                "apirequestcounts/*"
              ]
            }
          ],
          "namespaces": [
            ""
          ]
        },
        {
          "level": "None"
        }
      ]
    },
    "reasons": [
      "Discovery, the version and probes are asked for all the time and answer everybody alike.",
      "The API server counts its requests in these objects, and would record its own counting.",
      "Nothing is recorded."
    ]
  }),
  "openshift-write-request-bodies": (): Preset => ({
    "name": "openshift-write-request-bodies",
    "title": "OpenShift's audit profile WriteRequestBodies",
    "purpose": "Writes with both bodies, but for what holds credentials; reads without bodies.",
    "baselineOf": "OpenShift",
    "source": {
      "title": "openshift/library-go, pkg/operator/apiserver/audit/manifests",
      "url": "https://github.com/openshift/library-go/tree/93ac9206ae34e602d6acf346826e3e99c22b1787/pkg/operator/apiserver/audit/manifests"
    },
    "kubernetes": {
      "since": "1.25"
    },
    "knownFaults": [
      {
        "code": "configmap-bodies",
        "what": "ConfigMaps are recorded at RequestResponse, so whatever is stored in them is in the log",
        "remedy": "the preset openshift-default records ConfigMaps at Metadata",
        "remedyPreset": "openshift-default"
      }
    ],
    "guarantees": [
      "no-secret-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "cis-3.2.1"
    ],
    "findings": [
      "configmap-bodies",
      "health-checks-recorded",
      "unknown-resource"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "omitStages": [
        "RequestReceived"
      ],
      "omitManagedFields": true,
      "rules": [
        {
          "level": "None",
          "userGroups": [
            "system:authenticated",
            "system:unauthenticated"
          ],
          "nonResourceURLs": [
            "/api*",
            "/version",
            "/healthz",
            "/readyz",
            "/livez"
          ]
        },
        {
          "level": "None",
          "users": [
            "system:apiserver"
          ],
          "resources": [
            {
              "group": "apiserver.openshift.io",
              "resources": [
                "apirequestcounts",
                "apirequestcounts/*"
              ]
            }
          ],
          "namespaces": [
            ""
          ]
        },
        {
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
              "group": "",
              "resources": [
                "secrets",
                "serviceaccounts/token"
              ]
            },
            {
              "group": "authentication.k8s.io",
              "resources": [
                "tokenreviews",
                "tokenrequests"
              ]
            },
            {
              "group": "oauth.openshift.io",
              "resources": [
                "oauthclients",
                "tokenreviews"
              ]
            },
            {
              "group": "machineconfiguration.openshift.io"
            }
          ]
        },
        {
          "level": "RequestResponse",
          "verbs": [
            "update",
            "patch",
            "create",
            "delete",
            "deletecollection"
          ]
        },
        {
          "level": "Metadata",
          "omitStages": [
            "RequestReceived"
          ]
        }
      ]
    },
    "reasons": [
      "Discovery, the version and probes are asked for all the time and answer everybody alike.",
      "The API server counts its requests in these objects, and would record its own counting.",
      "Credentials and keys travel in these bodies, so that an access is recorded and its content is not.",
      "What was sent and what became of it, for all other writes, those of custom resources among them.",
      "Who read what and when."
    ]
  }),
  "rke2": (): Preset => ({
    "name": "rke2",
    "title": "The policy that RKE2 writes where there is none",
    "purpose": "What RKE2 records with a CIS profile and no policy of the user's, for comparison.",
    "baselineOf": "RKE2",
    "source": {
      "title": "rancher/rke2, pkg/podtemplate/utils.go, WriteDefaultPolicyFile",
      "url": "https://github.com/rancher/rke2-docs/blob/9477b7b1df1f0bd431cdabbb39fbdcd21cb82602/docs/security/hardening_guide.md"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies"
    ],
    "findings": [
      "nothing-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "None"
        }
      ]
    },
    "reasons": [
      "Nothing is recorded until the file is replaced."
    ]
  }),
  "talos": (): Preset => ({
    "name": "talos",
    "title": "The policy of Talos",
    "purpose": "What Talos records unless it is told otherwise, for comparison.",
    "baselineOf": "Talos",
    "source": {
      "title": "siderolabs/talos, pkg/machinery/config/types/v1alpha1, APIServerDefaultAuditPolicy",
      "url": "https://github.com/siderolabs/talos/blob/ad8823176e75b9cd07647ddde13c34f2ab77c663/pkg/machinery/config/types/k8s/testdata/auditpolicyconfig.yaml"
    },
    "kubernetes": {
      "since": "1.8"
    },
    "knownFaults": [],
    "guarantees": [
      "no-secret-bodies",
      "no-configmap-bodies",
      "no-token-bodies",
      "exec-recorded",
      "proxy-recorded",
      "secret-access-recorded",
      "rbac-writes-recorded",
      "credential-writes-recorded",
      "admission-writes-recorded",
      "workload-writes-recorded",
      "cluster-writes-recorded",
      "failed-authentication-recorded",
      "anonymous-recorded",
      "everything-recorded",
      "cis-3.2.1",
      "cis-3.2.2"
    ],
    "findings": [
      "request-received-recorded"
    ],
    "policy": {
      "apiVersion": "audit.k8s.io/v1",
      "kind": "Policy",
      "rules": [
        {
          "level": "Metadata"
        }
      ]
    },
    "reasons": [
      "Every request, at whatever stage, without bodies."
    ]
  })
};
