import { isAtLeast } from "../../kubernetes/index.js";
import type { TargetInput } from "../target.js";
import type { Steps } from "../types.js";
import { kubesprayVariables } from "./kubespray-variables.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

/** The first release that starts kube-apiserver again when the policy's file changes. */
export const RESTARTS_SINCE = "2.28";

const CREATE = '$ ansible-playbook -b -i "$INVENTORY" cluster.yml';
const UPGRADE = '$ ansible-playbook -b -i "$INVENTORY" upgrade-cluster.yml';

/** The steps for a file of variables beside those that are there. */
export function fragmentSteps(input: TargetInput, file: string): Steps {
  const { configuration } = input;
  return {
    apply: applySteps(input, [
      "Put the file among the variables of the inventory, where it comes after k8s-cluster.yml and so counts:",
      `$ cp ${file} "$(dirname "$INVENTORY")"/group_vars/k8s_cluster/`,
      ...(hasArguments(input)
        ? [
            "kube_kubeadm_apiserver_extra_args counts from one file alone. If you have it elsewhere, make one of both.",
          ]
        : []),
    ]),
    verify: [
      "The manifest has the flags, on each control-plane node:",
      "$ sudo grep -A1 -e audit- /etc/kubernetes/manifests/kube-apiserver.yaml",
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}

/** The steps for a file of the user's, which stands where it is read. */
export function fileSteps(input: TargetInput, file: string): readonly string[] {
  return applySteps(input, [
    `Of several files that set a variable that of the innermost group counts, and there the last by name. See that none sets one of those in ${file}:`,
    '$ grep -rnE "^(kubernetes_audit|audit_|kube_kubeadm_apiserver_extra_args)" "$(dirname "$INVENTORY")"/group_vars',
  ]);
}

function applySteps(input: TargetInput, place: readonly string[]): readonly string[] {
  const { label, configuration } = input;
  return [
    `Check that your checkout of Kubespray is the version that the variables are for, ${label}:`,
    "$ git describe --tags",
    ...place,
    // Upstream: roles/kubernetes/control-plane/templates/kubeadm-config.v1beta4.yaml.j2, the condition of extraVolumes
    ...(configuration.logPath === undefined
      ? [
          "Where the nodes are neither of Debian's family nor of Red Hat's nor Flatcar, Kubespray mounts nothing for a webhook alone: keep the log on there.",
        ]
      : []),
    "For a new cluster:",
    CREATE,
    "For a cluster that exists: cluster.yml writes the files and leaves kube-apiserver's flags as they are. This changes flags, one control-plane node after the other; keep kube_version what it is:",
    UPGRADE,
    ...changeSteps(input),
  ];
}

function hasArguments(input: TargetInput): boolean {
  return "kube_kubeadm_apiserver_extra_args" in kubesprayVariables(input);
}

/** How a policy that changes later reaches kube-apiserver. */
function changeSteps({ version, policyHash }: TargetInput): readonly string[] {
  if (policyHash !== undefined) {
    return ["A policy that is changed later is a file of another name, and so a changed flag:", UPGRADE];
  }
  if (isAtLeast(version, RESTARTS_SINCE)) {
    return [
      "A policy that is changed later takes no more than this, which starts kube-apiserver again:",
      CREATE,
    ];
  }
  return [
    "A policy that is changed later is written by cluster.yml, and read only when kube-apiserver starts again, on each control-plane node:",
    "$ sudo crictl stop $(sudo crictl ps -q --name kube-apiserver)",
  ];
}
