import { isAtLeast, printVersion, type Version } from "../../kubernetes/index.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps } from "../types.js";
import { apiServerOf } from "./api-server.js";
import { isClusterConfiguration, mergeKubeadm } from "./kubeadm-merge.js";
import { checkPodDirectories, installSteps, nodeFiles, POD_PATHS, restartSteps } from "./pod-mounts.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

/** The first release whose ClusterConfiguration is v1beta4, with a list for `extraArgs`. */
const V1BETA4_SINCE = "1.31";
/** The first release with `kubeadm config validate`. */
const VALIDATE_SINCE = "1.28";
const CONFIG_FILE = "kubeadm-config.yaml";

/** kubeadm: a ClusterConfiguration, and the files that it mounts. */
export const kubeadm: Target = {
  name: "kubeadm",
  title: "kubeadm",
  summary: "a ClusterConfiguration for kubeadm, and the policy file for every control-plane node",
  versions: { oldest: { major: 1, minor: 22 }, newest: { major: 1, minor: 37 } },
  followsKubernetes: true,
  // kubeadm deploys its own minor release and the one before.
  kubernetes: ({ major, minor }) => ({ oldest: { major, minor: minor - 1 }, newest: { major, minor } }),
  // The kubelet looks at the manifest alone, which the name of the file is part of.
  policyHash: { place: "file-name", isDefault: () => false },
  hasBackends: true,
  defaultPaths: () => POD_PATHS,
  check: ({ configuration }) => checkPodDirectories(configuration),
  render: (input) => ({
    artifacts: [
      { path: CONFIG_FILE, content: clusterConfiguration(input), mode: "0644", placement: "user-file" },
      ...nodeFiles(input),
    ],
    steps: steps(input),
  }),
  into: {
    title: "a ClusterConfiguration of kubeadm",
    isDocument: isClusterConfiguration,
    merge: mergeKubeadm,
    kubernetesOf: (document) => releaseAt(document, "kubernetesVersion"),
    apply: fileSteps,
  },
};

function clusterConfiguration(input: TargetInput): string {
  const { version, configuration, header } = input;
  const isList = isAtLeast(version, V1BETA4_SINCE);
  const full = fullVersion(input);
  const data: PlainData = {
    apiVersion: isList ? "kubeadm.k8s.io/v1beta4" : "kubeadm.k8s.io/v1beta3",
    kind: "ClusterConfiguration",
    ...(full !== undefined && { kubernetesVersion: full }),
    apiServer: apiServerOf(configuration, isList),
  };
  return fillTemplate(TEMPLATES[isList ? "kubeadm/v1beta4.yaml" : "kubeadm/v1beta3.yaml"], data, header);
}

/** The release to deploy, where it was named to the patch; kubeadm would take `v1.30` for a label to look up online. */
function fullVersion({ kubernetesVersion, version }: TargetInput): string | undefined {
  const named: Version = kubernetesVersion ?? version;
  return named.patch === undefined ? undefined : `v${printVersion(named)}`;
}

function fileSteps(input: TargetInput, file: string): readonly string[] {
  return [
    `Check that this prints the version that the file is for, ${input.label}:`,
    "$ kubeadm version -o short",
    ...installSteps(input),
    "For a new cluster:",
    `$ sudo kubeadm init --config ${file}`,
    "For a cluster that exists the file has to be its whole configuration, for kubeadm puts defaults (network, certificates, etcd) for whatever it lacks. This prints the one in force:",
    "$ kubectl -n kube-system get configmap kubeadm-config -o jsonpath='{.data.ClusterConfiguration}'",
    ...uploadSteps(file),
    ...restartSteps(input),
  ];
}

function uploadSteps(file: string): readonly string[] {
  return [
    `$ sudo kubeadm init phase upload-config kubeadm --config ${file}`,
    `Then with ${file} on each control-plane node, one after the other; a node with several addresses also needs InitConfiguration.localAPIEndpoint in it:`,
    `$ sudo kubeadm init phase control-plane apiserver --config ${file}`,
  ];
}

function steps(input: TargetInput): Steps {
  const { label, version, configuration } = input;
  return {
    apply: [
      `Check that this prints the version that the configuration is for, ${label}:`,
      "$ kubeadm version -o short",
      ...installSteps(input),
      `For a new cluster, merge ${CONFIG_FILE} into its configuration (${
        isAtLeast(version, VALIDATE_SINCE)
          ? "kubeadm config validate finds what is misspelt"
          : "nothing checks the names of flags"
      }), then:`,
      `$ sudo kubeadm init --config ${CONFIG_FILE}`,
      "For a cluster that exists, take its whole configuration:",
      "$ kubectl -n kube-system get configmap kubeadm-config -o jsonpath='{.data.ClusterConfiguration}' > full.yaml",
      `Merge apiServer of ${CONFIG_FILE} into full.yaml. kubeadm puts defaults (network, certificates, etcd) for whatever the file lacks, so it must stay whole:`,
      ...uploadSteps("full.yaml"),
      ...restartSteps(input),
    ],
    verify: [
      "The manifest has the flags, on each control-plane node:",
      "$ sudo grep -e --audit- /etc/kubernetes/manifests/kube-apiserver.yaml",
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}
