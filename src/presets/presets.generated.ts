// Written by scripts/generate-presets.ts from presets/*.yaml: edit those, then run `npm run generate`.
import type { Preset } from "./preset.js";

/** The name of a preset. */
export type PresetName = "aks" | "aks-admin" | "eks" | "gce" | "gce-upstream" | "metadata-only" | "openshift-all-request-bodies" | "openshift-default" | "openshift-none" | "openshift-write-request-bodies" | "request-response-core";

/** The names of all presets, in alphabetical order. */
export const PRESET_NAMES: readonly PresetName[] = ["aks", "aks-admin", "eks", "gce", "gce-upstream", "metadata-only", "openshift-all-request-bodies", "openshift-default", "openshift-none", "openshift-write-request-bodies", "request-response-core"];
/** The presets by name. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  "aks": {
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
  },
  "aks-admin": {
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
  },
  "eks": {
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
  },
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
  "openshift-all-request-bodies": {
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
  },
  "openshift-default": {
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
  },
  "openshift-none": {
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
  },
  "openshift-write-request-bodies": {
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
