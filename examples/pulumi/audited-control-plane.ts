import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type Composition, printPolicy } from "gen-audit";

export interface AuditedControlPlaneArgs {
  readonly audit: Pick<Composition, "policy" | "comments">;
  readonly namespace: pulumi.Input<string>;
  /** Of the tenant's cluster: `v1.36.2`. */
  readonly kubernetesVersion: pulumi.Input<string>;
}

const FOLDER = "/etc/kubernetes/audit";

/** A control plane that Kamaji runs in Pods of the management cluster: its audit policy is a ConfigMap that they mount. */
export class AuditedControlPlane extends pulumi.ComponentResource {
  /** What the ConfigMap is called, with the suffix that Pulumi gives it. */
  readonly policyName: pulumi.Output<string>;

  constructor(name: string, args: AuditedControlPlaneArgs, options?: pulumi.ComponentResourceOptions) {
    super("example:index:AuditedControlPlane", name, {}, options);
    const { audit, namespace, kubernetesVersion } = args;

    // A change is a new ConfigMap of another name, so that the Pods are rolled: kube-apiserver reads its policy only once.
    const policy = new k8s.core.v1.ConfigMap(
      `${name}-audit-policy`,
      {
        metadata: { namespace },
        immutable: true,
        data: { "policy.yaml": printPolicy(audit.policy, { comments: audit.comments }) },
      },
      { parent: this },
    );
    this.policyName = policy.metadata.name;

    new k8s.apiextensions.CustomResource(
      name,
      {
        apiVersion: "kamaji.clastix.io/v1alpha1",
        kind: "TenantControlPlane",
        metadata: { name, namespace },
        spec: {
          kubernetes: { version: kubernetesVersion, kubelet: {} },
          controlPlane: {
            service: { serviceType: "LoadBalancer" },
            deployment: {
              replicas: 2,
              // Standard output is where the management cluster collects logs.
              extraArgs: { apiServer: [`--audit-policy-file=${FOLDER}/policy.yaml`, "--audit-log-path=-"] },
              additionalVolumes: [{ name: "audit-policy", configMap: { name: this.policyName } }],
              additionalVolumeMounts: {
                apiServer: [{ name: "audit-policy", mountPath: FOLDER, readOnly: true }],
              },
            },
          },
          networkProfile: { port: 6443 },
          addons: { coreDNS: {}, kubeProxy: {} },
        },
      },
      { parent: this },
    );
    this.registerOutputs({ policyName: this.policyName });
  }
}
