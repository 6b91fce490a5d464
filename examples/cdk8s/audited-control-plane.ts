import { ApiObject, Chart, type ChartProps } from "cdk8s";
import type { Construct } from "constructs";
import { type Composition, printPolicy, putIntoObject } from "gen-audit";
import { parse } from "yaml";

export interface AuditedControlPlaneProps extends ChartProps {
  readonly audit: Pick<Composition, "policy" | "comments">;
  /** Of the workload cluster: `v1.36.2`. */
  readonly kubernetesVersion: string;
  /** What the machines are made from, in the group of an infrastructure provider. */
  readonly machineTemplate: { readonly apiGroup: string; readonly kind: string; readonly name: string };
}

/** The control plane of a cluster that Cluster API runs, with auditing turned on, and the policy for whoever reads it from a ConfigMap. */
export class AuditedControlPlane extends Chart {
  constructor(scope: Construct, id: string, props: AuditedControlPlaneProps) {
    super(scope, id, props);
    const { policy, comments } = props.audit;

    new ApiObject(this, "policy", {
      apiVersion: "v1",
      kind: "ConfigMap",
      data: { "policy.yaml": printPolicy(policy, { comments }) },
    });

    const { document, rendering } = putIntoObject(controlPlaneOf(id, props), {
      policy,
      comments,
      target: "cluster-api@1.12",
    });
    // There is none where the policy or a setting is refused.
    if (!document) throw new Error(rendering.diagnostics.map(({ message }) => message).join("\n"));
    const controlPlane = new ApiObject(this, "control-plane", document);

    // A KubeadmControlPlane holds up to 10,240 characters of a file. A longer policy is in a Secret that it names.
    for (const { path, content, placement } of rendering.artifacts) {
      if (placement === "cluster-object")
        controlPlane.addDependency(new ApiObject(this, path, parse(content)));
    }
  }
}

/** The control plane without auditing. What it sets for kube-apiserver is kept. */
function controlPlaneOf(name: string, { kubernetesVersion, machineTemplate }: AuditedControlPlaneProps) {
  return {
    apiVersion: "controlplane.cluster.x-k8s.io/v1beta2",
    kind: "KubeadmControlPlane",
    metadata: { name },
    spec: {
      replicas: 3,
      version: kubernetesVersion,
      machineTemplate: { spec: { infrastructureRef: machineTemplate } },
      kubeadmConfigSpec: {
        clusterConfiguration: { apiServer: { extraArgs: [{ name: "profiling", value: "false" }] } },
      },
    },
  };
}
