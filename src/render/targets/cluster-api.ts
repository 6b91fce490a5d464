import { type Diagnostic, secretInPlainText, settingWithoutEffect } from "../../diagnostics/index.js";
import type { Version } from "../../kubernetes/index.js";
import { checkTemplates, JINJA } from "../check-templates.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps, VersionRange } from "../types.js";
import { apiServerOf } from "./api-server.js";
import { formOfControlPlane, formsOf, isControlPlane, mergeControlPlane } from "./control-plane-merge.js";
import { fileEntry, type MachineFile, machineFiles } from "./machine-files.js";
import { checkPodDirectories, POD_PATHS } from "./pod-mounts.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

const FRAGMENT_FILE = "kubeadm-control-plane.yaml";

/** Cluster API's KubeadmControlPlane: files and kubeadm's configuration of every control-plane machine. */
export const clusterApi: Target = {
  name: "cluster-api",
  title: "Cluster API",
  summary: "the parts of a KubeadmControlPlane, with the policy inside, or in a Secret where it is large",
  versions: { oldest: { major: 1, minor: 3 }, newest: { major: 1, minor: 14 } },
  kubernetes: kubernetesOf,
  forms: formsOf,
  policyHash: { place: "object-name", isDefault: () => true },
  hasBackends: true,
  defaultPaths: () => POD_PATHS,
  check,
  render: (input) => ({ artifacts: artifacts(input), steps: steps(input) }),
  into: {
    title: "a KubeadmControlPlane",
    isDocument: isControlPlane,
    merge: mergeControlPlane,
    kubernetesOf: (document) => releaseAt(document, "spec.version"),
    formOf: formOfControlPlane,
    apply: (input, file) =>
      applySteps(input, "file", [
        "Apply the file, which has to be the whole object. A KubeadmControlPlaneTemplate cannot be changed where it is: give it another name, and name that in the ClusterClass:",
        `$ kubectl apply -f ${file}`,
      ]),
  },
};

/**
 * The releases that a control plane can have: from 17 minors on, to 23 minors on, and 24 since 1.12.
 *
 * Upstream: sigs.k8s.io/cluster-api, docs/book/src/reference/versions.md, at the branches release-1.3 to release-1.14
 */
function kubernetesOf({ major, minor }: Version): VersionRange {
  const newest = minor < 12 ? minor + 23 : 36;
  return { oldest: { major, minor: minor + 17 }, newest: { major, minor: newest } };
}

function artifacts(input: TargetInput): readonly Artifact[] {
  const { configuration, header, form = "v1beta1" } = input;
  const files = machineFiles(input);
  const isList = form !== "v1beta1";
  const data: PlainData = {
    apiVersion: `controlplane.cluster.x-k8s.io/${form}`,
    kind: "KubeadmControlPlane",
    spec: {
      kubeadmConfigSpec: {
        files: files.map(fileEntry),
        clusterConfiguration: { apiServer: apiServerOf(configuration, isList) },
      },
    },
  };
  const template = TEMPLATES[isList ? "cluster-api/v1beta2.yaml" : "cluster-api/v1beta1.yaml"];
  return [
    {
      path: FRAGMENT_FILE,
      content: fillTemplate(template, data, header),
      mode: "0644",
      placement: "user-file",
    },
    ...files.flatMap(({ content, secret }) => (secret ? [secretArtifact(secret, content, header)] : [])),
  ];
}

function secretArtifact(
  { file, name, key }: NonNullable<MachineFile["secret"]>,
  content: string,
  header: string,
): Artifact {
  const data: PlainData = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, labels: { "clusterctl.cluster.x-k8s.io/move": "" } },
    type: "Opaque",
    stringData: { [key]: content },
  };
  return {
    path: file,
    content: fillTemplate(TEMPLATES["cluster-api/secret.yaml"], data, header),
    mode: "0600",
    placement: "cluster-object",
  };
}

function check(input: TargetInput): readonly Diagnostic[] {
  const { configuration, label, settings, webhookConfig } = input;
  const [policyFile] = machineFiles(input);
  const diagnostics: Diagnostic[] = [
    ...checkPodDirectories(configuration),
    // Upstream: sigs.k8s.io/cluster-api, bootstrap/kubeadm/pkg/cloudinit/cloudinit.go, cloudConfigHeader: what comes
    // from a Secret is there, too.
    ...checkTemplates(input, { engine: "cloud-init", begin: JINJA }, webhookConfig?.text),
  ];
  if (webhookConfig?.holdsSecret) {
    const places = "a Secret and the machines' bootstrap data";
    diagnostics.push(secretInPlainText({ path: "webhook" }, { target: label, places }));
  }
  if (settings.policyHash && !policyFile?.secret) {
    const reason =
      "the policy is inside of the KubeadmControlPlane, whose every change replaces the machines";
    diagnostics.push(settingWithoutEffect({ path: "policyHash" }, { setting: "--policy-hash", reason }));
  }
  return diagnostics;
}

function applySteps(input: TargetInput, what: string, apply: readonly string[]): readonly string[] {
  const { label, policyHash } = input;
  const [policy, webhook] = machineFiles(input);
  const secrets = [policy, webhook].flatMap((file) => (file?.secret ? [file.secret] : []));
  const restart = '$ clusterctl alpha rollout restart "kubeadmcontrolplane/$NAME" -n "$NAMESPACE"';
  return [
    `Check that the management cluster has the version that the ${what} is for, ${label}:`,
    "$ kubectl get providers -A",
    ...(secrets.length > 0 ? ["In the namespace of the KubeadmControlPlane, before it names them:"] : []),
    ...secrets.map(({ file }) => `$ kubectl -n "$NAMESPACE" apply -f ${file}`),
    ...apply,
    "Either way every control-plane machine is replaced, one after the other:",
    '$ kubectl -n "$NAMESPACE" get machines --watch',
    ...(policy?.secret ? secretSteps(policyHash !== undefined, restart) : [INLINE_CHANGE]),
    ...(webhook?.secret
      ? ["A changed Secret of the webhook reaches the machines only when they are replaced:", restart]
      : []),
  ];
}

function steps(input: TargetInput): Steps {
  const { configuration, form = "v1beta1" } = input;
  return {
    apply: applySteps(input, "fragment", [
      "Add the fragment to the KubeadmControlPlane: entries to files, extraArgs and extraVolumes. It is not whole, so nothing for kubectl apply, and a merge patch would replace the lists:",
      `$ kubectl -n "$NAMESPACE" edit "kubeadmcontrolplanes.${form}.controlplane.cluster.x-k8s.io/$NAME"`,
      "With a ClusterClass the same spec goes below spec.template of a new KubeadmControlPlaneTemplate, which the class then names.",
    ]),
    verify: [
      "In the workload cluster, every kube-apiserver runs with the flags:",
      "$ kubectl -n kube-system get pods -l component=kube-apiserver -o yaml | grep -e --audit-",
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}

const INLINE_CHANGE =
  "A policy that is changed later is a change of the KubeadmControlPlane, and the machines are replaced again.";

function secretSteps(hasHash: boolean, restart: string): readonly string[] {
  if (hasHash) {
    return [
      "A policy that is changed later is a Secret of another name: apply it, put its name into files, and the machines are replaced again. Then the former Secret can go.",
    ];
  }
  return ["A changed Secret of the policy reaches the machines only when they are replaced:", restart];
}
