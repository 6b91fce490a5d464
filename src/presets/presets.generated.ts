// Written by scripts/generate-presets.ts from presets/*.yaml: edit those, then run `npm run generate`.
import type { Preset } from "./preset.js";

/** The name of a preset. */
export type PresetName = "gce" | "gce-upstream" | "metadata-only" | "request-response-core";

/** The names of all presets, in alphabetical order. */
export const PRESET_NAMES: readonly PresetName[] = ["gce", "gce-upstream", "metadata-only", "request-response-core"];
/** The presets by name. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  "gce": {
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
  },
  "gce-upstream": {
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
  },
  "metadata-only": {
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
  },
  "request-response-core": {
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
  }
};
