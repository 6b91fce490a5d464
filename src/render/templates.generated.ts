import type { TemplateNode } from "./template.js";

// Written by scripts/generate-templates.ts from templates/: edit those, then run `npm run generate`.
/** The path of a template below templates/. */
export type TemplateName = "aks/logs.yaml" | "cluster-api/secret.yaml" | "cluster-api/v1beta1.yaml" | "cluster-api/v1beta2.yaml" | "eks/cluster-config.yaml" | "gke/audit-configs.yaml" | "k0s/cluster-config.yaml" | "k0sctl/cluster.yaml" | "k3d/config.yaml" | "k3s/drop-in.yaml" | "kind/cluster-configuration.yaml" | "kind/kind-config.yaml" | "kops/cluster-spec.yaml" | "kubeadm/v1beta3.yaml" | "kubeadm/v1beta4.yaml" | "kubespray/variables.yaml" | "openshift/api-server.yaml" | "rancher/cluster-spec.yaml" | "rancher/webhook-secret.yaml" | "rke2/drop-in.yaml" | "static-pod/patch.yaml" | "static-pod/pod.yaml" | "talos/arguments-document.yaml" | "talos/inline.yaml" | "talos/policy-document.yaml" | "webhook/kubeconfig.yaml";

/** The templates. */
export const TEMPLATES: Readonly<Record<TemplateName, TemplateNode>> = {
  "aks/logs.yaml": {
    "above": " What is recorded is decided by Azure; this sends it to where the diagnostic setting says, which costs by its size."
  },
  "cluster-api/secret.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "metadata",
        "map": [
          {
            "key": "name",
            "above": " A changed Secret replaces no machine; one of another name does."
          },
          {
            "key": "labels",
            "map": [
              {
                "key": "clusterctl.cluster.x-k8s.io/move",
                "above": " Without it, clusterctl move leaves the Secret behind."
              }
            ]
          }
        ]
      },
      {
        "key": "type"
      },
      {
        "key": "stringData"
      }
    ]
  },
  "cluster-api/v1beta1.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "spec",
        "map": [
          {
            "key": "kubeadmConfigSpec",
            "map": [
              {
                "key": "files",
                "above": " Written on each new control-plane machine, before kubeadm runs."
              },
              {
                "key": "clusterConfiguration",
                "map": [
                  {
                    "key": "apiServer",
                    "map": [
                      {
                        "key": "extraArgs",
                        "above": " A mapping in v1beta1: names without dashes, every value a string."
                      },
                      {
                        "key": "extraVolumes",
                        "above": " Directories, never single files: rotation renames the log, and a new policy is a new file."
                      }
                    ]
                  }
                ]
              }
            ]
          }
        ]
      }
    ]
  },
  "cluster-api/v1beta2.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "spec",
        "map": [
          {
            "key": "kubeadmConfigSpec",
            "map": [
              {
                "key": "files",
                "above": " Written on each new control-plane machine, before kubeadm runs."
              },
              {
                "key": "clusterConfiguration",
                "map": [
                  {
                    "key": "apiServer",
                    "map": [
                      {
                        "key": "extraArgs",
                        "above": " A list since v1beta2: names without dashes, every value a string."
                      },
                      {
                        "key": "extraVolumes",
                        "above": " Directories, never single files: rotation renames the log, and a new policy is a new file."
                      }
                    ]
                  }
                ]
              }
            ]
          }
        ]
      }
    ]
  },
  "eks/cluster-config.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "cloudWatch",
        "map": [
          {
            "key": "clusterLogging",
            "map": [
              {
                "key": "enableTypes",
                "above": " What is recorded is decided by AWS; this sends it to CloudWatch, which costs by its size."
              }
            ]
          }
        ]
      }
    ]
  },
  "gke/audit-configs.yaml": {
    "map": [
      {
        "key": "auditConfigs",
        "above": " What is recorded is decided by Google. Writes are in the Admin Activity log in any case; this adds the Data Access log, which costs by its size."
      }
    ]
  },
  "k0s/cluster-config.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "spec",
        "map": [
          {
            "key": "api",
            "map": [
              {
                "key": "extraArgs",
                "above": " Names without dashes, every value a string."
              }
            ]
          }
        ]
      }
    ]
  },
  "k0sctl/cluster.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "spec",
        "map": [
          {
            "key": "hosts",
            "above": " The same for every host with the role controller, or controller+worker."
          },
          {
            "key": "k0s",
            "map": [
              {
                "key": "config",
                "map": [
                  {
                    "key": "spec",
                    "map": [
                      {
                        "key": "api",
                        "map": [
                          {
                            "key": "extraArgs",
                            "above": " Names without dashes, every value a string."
                          }
                        ]
                      }
                    ]
                  }
                ]
              }
            ]
          }
        ]
      }
    ]
  },
  "k3d/config.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "files",
        "above": " A source of several lines is the text itself, and not the path of a file."
      },
      {
        "key": "options",
        "map": [
          {
            "key": "k3s",
            "map": [
              {
                "key": "extraArgs",
                "above": " For servers alone: k3s exits on an agent that is told this."
              }
            ]
          }
        ]
      }
    ]
  },
  "k3s/drop-in.yaml": {
    "map": [
      {
        "key": "kube-apiserver-arg+",
        "above": " For servers alone: k3s exits on an agent that is told this. The \"+\" keeps what config.yaml says."
      }
    ]
  },
  "kind/cluster-configuration.yaml": {
    "map": [
      {
        "key": "kind",
        "above": " Without apiVersion, so that it fits whichever kubeadm the node has."
      },
      {
        "key": "apiServer",
        "map": [
          {
            "key": "extraArgs",
            "above": " A mapping of strings, from which kind makes a list where kubeadm wants one."
          },
          {
            "key": "extraVolumes"
          }
        ]
      }
    ]
  },
  "kind/kind-config.yaml": {
    "map": [
      {
        "key": "kind"
      },
      {
        "key": "apiVersion"
      },
      {
        "key": "kubeadmConfigPatches",
        "above": " For every control-plane node: the flags, and the node's directories in kube-apiserver's pod."
      },
      {
        "key": "nodes",
        "above": " Each control-plane node needs the mounts, which bring a folder of yours into the node."
      }
    ]
  },
  "kops/cluster-spec.yaml": {
    "map": [
      {
        "key": "spec",
        "map": [
          {
            "key": "fileAssets",
            "named": [
              {
                "name": "kubernetes-audit",
                "above": " The audit policy, on every node that runs kube-apiserver.",
                "map": [
                  {
                    "key": "name"
                  },
                  {
                    "key": "path"
                  },
                  {
                    "key": "roles",
                    "above": " Which instances get the file; kOps does not say so when a role matches none."
                  },
                  {
                    "key": "mode"
                  },
                  {
                    "key": "content"
                  }
                ]
              },
              {
                "name": "kubernetes-audit-webhook",
                "above": " How kube-apiserver reaches the webhook. It sees the file only beside the policy.",
                "map": [
                  {
                    "key": "name"
                  },
                  {
                    "key": "path"
                  },
                  {
                    "key": "roles"
                  },
                  {
                    "key": "mode"
                  },
                  {
                    "key": "content"
                  }
                ]
              }
            ]
          },
          {
            "key": "kubeAPIServer",
            "map": [
              {
                "key": "auditPolicyFile",
                "above": " Without a policy kube-apiserver records nothing, whatever the other keys say."
              },
              {
                "key": "auditLogPath",
                "above": " A file, of which kOps mounts the whole directory; \"-\" is standard output."
              },
              {
                "key": "auditLogFormat"
              },
              {
                "key": "auditLogMaxAge",
                "above": " Days."
              },
              {
                "key": "auditLogMaxBackups",
                "above": " Rotated files."
              },
              {
                "key": "auditLogMaxSize",
                "above": " Megabytes."
              },
              {
                "key": "auditWebhookConfigFile"
              },
              {
                "key": "auditWebhookInitialBackoff"
              },
              {
                "key": "auditWebhookMode"
              },
              {
                "key": "auditWebhookBatchBufferSize",
                "above": " Events beyond the buffer are dropped."
              },
              {
                "key": "auditWebhookBatchMaxSize"
              },
              {
                "key": "auditWebhookBatchMaxWait"
              },
              {
                "key": "auditWebhookBatchThrottleEnable"
              },
              {
                "key": "auditWebhookBatchThrottleQps"
              },
              {
                "key": "auditWebhookBatchThrottleBurst"
              }
            ]
          }
        ]
      }
    ]
  },
  "kubeadm/v1beta3.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "kubernetesVersion",
        "above": " What the control plane is deployed at; without it kubeadm asks the network for the newest."
      },
      {
        "key": "apiServer",
        "map": [
          {
            "key": "extraArgs",
            "above": " A mapping up to v1beta3: names without dashes, every value a string."
          },
          {
            "key": "extraVolumes",
            "above": " Directories, never single files: rotation renames the log, and a new policy is a new file."
          }
        ]
      }
    ]
  },
  "kubeadm/v1beta4.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "kubernetesVersion",
        "above": " What the control plane is deployed at; without it kubeadm asks the network for the newest."
      },
      {
        "key": "apiServer",
        "map": [
          {
            "key": "extraArgs",
            "above": " A list since v1beta4: names without dashes, every value a string."
          },
          {
            "key": "extraVolumes",
            "above": " Directories, never single files: rotation renames the log, and a new policy is a new file."
          }
        ]
      }
    ]
  },
  "kubespray/variables.yaml": {
    "map": [
      {
        "key": "kubernetes_audit",
        "above": " Whether there is a log."
      },
      {
        "key": "audit_policy_file"
      },
      {
        "key": "audit_policy_custom_rules",
        "above": " The rules alone. What a policy says for all of its rules, each of these says itself."
      },
      {
        "key": "audit_log_path",
        "above": " In kube-apiserver's container, and on the node: the same, so that a log shipper finds it where the flag says."
      },
      {
        "key": "audit_log_hostpath"
      },
      {
        "key": "audit_log_maxage",
        "above": " Days."
      },
      {
        "key": "audit_log_maxbackups",
        "above": " Rotated files."
      },
      {
        "key": "audit_log_maxsize",
        "above": " Megabytes."
      },
      {
        "key": "kubernetes_audit_webhook",
        "above": " Whether there is a webhook. Kubespray builds its kubeconfig, without a user."
      },
      {
        "key": "audit_webhook_config_file"
      },
      {
        "key": "audit_webhook_server_url"
      },
      {
        "key": "audit_webhook_server_extra_args",
        "above": " Further keys of the kubeconfig's cluster."
      },
      {
        "key": "audit_webhook_mode"
      },
      {
        "key": "audit_webhook_batch_max_size"
      },
      {
        "key": "audit_webhook_batch_max_wait"
      },
      {
        "key": "kube_kubeadm_apiserver_extra_args",
        "above": " What has no variable of its own. If you have this one elsewhere, make one of both."
      }
    ]
  },
  "openshift/api-server.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "metadata",
        "map": [
          {
            "key": "name"
          }
        ]
      },
      {
        "key": "spec",
        "map": [
          {
            "key": "audit",
            "map": [
              {
                "key": "profile",
                "above": " For kube-apiserver, and for OpenShift's and OAuth's API servers."
              },
              {
                "key": "customRules",
                "above": " A rule for a group would come before the profile."
              }
            ]
          }
        ]
      }
    ]
  },
  "rancher/cluster-spec.yaml": {
    "map": [
      {
        "key": "spec",
        "map": [
          {
            "key": "rkeConfig",
            "map": [
              {
                "key": "machineSelectorConfig",
                "above": " For control planes. Of keys that several entries or machineGlobalConfig have, the last entry wins, whole lists included."
              },
              {
                "key": "machineSelectorFiles",
                "above": " Files from Secrets, which have to name the cluster in an annotation."
              }
            ]
          }
        ]
      }
    ]
  },
  "rancher/webhook-secret.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "metadata",
        "map": [
          {
            "key": "name"
          },
          {
            "key": "namespace",
            "above": " Where the Cluster is."
          }
        ]
      },
      {
        "key": "stringData"
      }
    ]
  },
  "rke2/drop-in.yaml": {
    "map": [
      {
        "key": "audit-policy-file",
        "above": " RKE2 mounts the file into kube-apiserver, and where there is none it writes one that records nothing."
      },
      {
        "key": "kube-apiserver-arg+",
        "above": " They come after RKE2's own flags, and so override them. The \"+\" keeps what config.yaml says."
      }
    ]
  },
  "static-pod/patch.yaml": {
    "above": " Each operation adds to the end of a list. A strategic or merge patch would replace all of the command."
  },
  "static-pod/pod.yaml": {
    "map": [
      {
        "key": "spec",
        "map": [
          {
            "key": "containers",
            "named": [
              {
                "name": "kube-apiserver",
                "map": [
                  {
                    "key": "name"
                  },
                  {
                    "key": "command",
                    "above": " Add these to the flags that are there."
                  },
                  {
                    "key": "volumeMounts",
                    "above": " Directories, never single files: rotation renames the log, and a new policy is a new file."
                  }
                ]
              }
            ]
          },
          {
            "key": "volumes"
          }
        ]
      }
    ]
  },
  "talos/arguments-document.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "extraArgs",
        "above": " What differs from what Talos sets itself. The document's image stays that of the machine config."
      }
    ]
  },
  "talos/inline.yaml": {
    "map": [
      {
        "key": "machine",
        "map": [
          {
            "key": "files",
            "above": " Written at boot, and mounted below. kube-apiserver reads it as another user than root."
          }
        ]
      },
      {
        "key": "cluster",
        "map": [
          {
            "key": "apiServer",
            "map": [
              {
                "key": "auditPolicy",
                "above": " Takes the place of the policy that is there, all of it."
              },
              {
                "key": "extraArgs",
                "above": " What differs from what Talos sets itself."
              },
              {
                "key": "extraVolumes"
              }
            ]
          }
        ]
      }
    ]
  },
  "talos/policy-document.yaml": {
    "map": [
      {
        "key": "apiVersion"
      },
      {
        "key": "kind"
      },
      {
        "key": "configuration",
        "above": " Takes the place of the policy that is there, all of it."
      }
    ]
  },
  "webhook/kubeconfig.yaml": {
    "map": [
      {
        "key": "apiVersion",
        "above": " How kube-apiserver reaches the audit webhook. Certificates and keys are inside, so that no other file is needed."
      },
      {
        "key": "kind"
      },
      {
        "key": "clusters",
        "named": [
          {
            "name": "audit-webhook",
            "map": [
              {
                "key": "name"
              },
              {
                "key": "cluster",
                "map": [
                  {
                    "key": "server"
                  },
                  {
                    "key": "certificate-authority-data"
                  }
                ]
              }
            ]
          }
        ]
      },
      {
        "key": "users",
        "named": [
          {
            "name": "kube-apiserver",
            "map": [
              {
                "key": "name"
              },
              {
                "key": "user",
                "map": [
                  {
                    "key": "token"
                  },
                  {
                    "key": "client-certificate-data"
                  },
                  {
                    "key": "client-key-data"
                  }
                ]
              }
            ]
          }
        ]
      },
      {
        "key": "contexts",
        "named": [
          {
            "name": "audit-webhook",
            "map": [
              {
                "key": "name"
              },
              {
                "key": "context",
                "map": [
                  {
                    "key": "cluster"
                  },
                  {
                    "key": "user"
                  }
                ]
              }
            ]
          }
        ]
      },
      {
        "key": "current-context"
      }
    ]
  }
};
