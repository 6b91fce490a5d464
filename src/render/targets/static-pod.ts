import { NEWEST_KUBERNETES, OLDEST_KUBERNETES } from "../../kubernetes/index.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps } from "../types.js";
import {
  checkPodDirectories,
  flagText,
  installSteps,
  type Mount,
  mountsOf,
  nodeFiles,
  POD_PATHS,
  restartSteps,
} from "./pod-mounts.js";
import { imageOf, isApiServerPod, mergeStaticPod } from "./static-pod-merge.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

const FRAGMENT_FILE = "kube-apiserver-audit.yaml";
/** kubeadm reads the target, the order and the kind of a patch from its name. */
const PATCH_FILE = "kube-apiserver0+json.yaml";

/** The manifest of a kube-apiserver that the kubelet runs: the parts to add, also as a patch for kubeadm. */
export const staticPod: Target = {
  name: "static-pod",
  title: "Static pod",
  summary: "what to add to kube-apiserver's manifest, also as a kubeadm patch, and the policy file",
  kubernetes: () => ({ oldest: OLDEST_KUBERNETES, newest: NEWEST_KUBERNETES }),
  // The kubelet looks at the manifest alone, which the name of the file is part of.
  policyHash: { place: "file-name", isDefault: () => false },
  hasBackends: true,
  defaultPaths: () => POD_PATHS,
  check: ({ configuration }) => checkPodDirectories(configuration),
  render: (input) => {
    const user = { mode: "0644", placement: "user-file" } as const;
    return {
      artifacts: [
        { path: FRAGMENT_FILE, content: podFragment(input), ...user },
        { path: PATCH_FILE, content: jsonPatch(input), ...user },
        ...nodeFiles(input),
      ],
      steps: steps(input),
    };
  },
  into: {
    title: "a Pod with a container kube-apiserver",
    isDocument: isApiServerPod,
    merge: mergeStaticPod,
    kubernetesOf: imageOf,
    apply: fileSteps,
  },
};

function podFragment({ configuration, header }: TargetInput): string {
  const mounts = mountsOf(configuration);
  const container = {
    name: "kube-apiserver",
    command: commandFlags(configuration),
    volumeMounts: mounts.map(volumeMount),
  };
  const data = { spec: { containers: [container], volumes: mounts.map(volume) } };
  return fillTemplate(TEMPLATES["static-pod/pod.yaml"], data, header);
}

function jsonPatch({ configuration, header }: TargetInput): string {
  const mounts = mountsOf(configuration);
  const add = (path: string, values: readonly PlainData[]): readonly PlainData[] =>
    values.map((value) => ({ op: "add", path: `${path}/-`, value }));
  const operations = [
    ...add("/spec/containers/0/command", commandFlags(configuration)),
    ...add("/spec/containers/0/volumeMounts", mounts.map(volumeMount)),
    ...add("/spec/volumes", mounts.map(volume)),
  ];
  return fillTemplate(TEMPLATES["static-pod/patch.yaml"], operations, header);
}

function commandFlags({ flags }: TargetInput["configuration"]): readonly string[] {
  return flags.map((entry) => `--${entry.flag.name}=${flagText(entry)}`);
}

function volumeMount({ name, directory, readOnly }: Mount): PlainData {
  return { name, mountPath: directory, readOnly };
}

function volume({ name, directory, type }: Mount): PlainData {
  return { name, hostPath: { path: directory, type } };
}

function fileSteps(input: TargetInput, file: string): readonly string[] {
  const manifest = "/etc/kubernetes/manifests/kube-apiserver.yaml";
  return [
    "Check that the server's version is one that the policy's first line names:",
    "$ kubectl version",
    ...installSteps(input),
    ...(file === manifest
      ? []
      : [
          "Then put the manifest in its place, on each control-plane node, one after the other:",
          `$ sudo mv ${file} ${manifest}`,
        ]),
    "kubeadm writes the manifest anew at every upgrade; the patch that the target renders survives that.",
    ...restartSteps(input),
  ];
}

function steps(input: TargetInput): Steps {
  return {
    apply: [
      "Check that the server's version is one that the files' first line names:",
      "$ kubectl version",
      ...installSteps(input),
      "By hand, on each control-plane node, one after the other: edit a copy outside of the manifests directory and move it back. The kubelet runs every file in there, an editor's backup too.",
      "$ sudo cp /etc/kubernetes/manifests/kube-apiserver.yaml /root/kube-apiserver.yaml",
      `$ sudo "\${EDITOR:-vi}" /root/kube-apiserver.yaml ${FRAGMENT_FILE}`,
      "$ sudo mv /root/kube-apiserver.yaml /etc/kubernetes/manifests/kube-apiserver.yaml",
      `With kubeadm instead, which writes the manifest anew at every upgrade: put ${PATCH_FILE} into a directory on each control-plane node, and pass it to every init, join and upgrade.`,
      `$ sudo install -D -m 0644 ${PATCH_FILE} /etc/kubernetes/patches/${PATCH_FILE}`,
      "$ sudo kubeadm upgrade node --patches /etc/kubernetes/patches",
      ...restartSteps(input),
    ],
    verify: [
      "The manifest has the flags, on each control-plane node:",
      "$ sudo grep -e --audit- /etc/kubernetes/manifests/kube-apiserver.yaml",
      ...logVerification(input.configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}
