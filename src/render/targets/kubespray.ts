import { isAtLeast, type Version } from "../../kubernetes/index.js";
import { fillTemplate } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps, VersionRange } from "../types.js";
import { checkKubespray } from "./kubespray-checks.js";
import { kubesprayVariables } from "./kubespray-variables.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

/** Read after `k8s-cluster.yml`, whose sample turns the log off. */
const VARIABLES_FILE = "kubernetes-audit.yml";
/** The first release that starts kube-apiserver again when the policy's file changes. */
const RESTARTS_SINCE = "2.28";

/** Kubespray: variables of an inventory, with the rules inside. */
export const kubespray: Target = {
  name: "kubespray",
  title: "Kubespray",
  summary: "variables for a Kubespray inventory, with the policy's rules inside",
  versions: { oldest: { major: 2, minor: 20 }, newest: { major: 2, minor: 31 } },
  kubernetes: kubernetesOf,
  policyHash: { place: "file-name", isDefault: (version) => !isAtLeast(version, RESTARTS_SINCE) },
  hasBackends: true,
  defaultPaths: () => ({
    policyFile: "/etc/kubernetes/audit-policy/apiserver-audit-policy.yaml",
    logPath: "/var/log/kubernetes/audit/audit.log",
  }),
  check: checkKubespray,
  render: (input) => {
    const data = kubesprayVariables(input);
    const content = fillTemplate(TEMPLATES["kubespray/variables.yaml"], data, input.header);
    return {
      artifacts: [{ path: VARIABLES_FILE, content, mode: "0644", placement: "user-file" }],
      steps: steps(input),
    };
  },
};

/** Upstream: kubernetes-sigs/kubespray, kube_version_min_required and the newest checksums, release-2.20 to release-2.31 */
function kubernetesOf({ minor }: Version): VersionRange {
  return { oldest: { major: 1, minor: minor + 2 }, newest: { major: 1, minor: minor + 4 } };
}

const CREATE = '$ ansible-playbook -b -i "$INVENTORY" cluster.yml';
const UPGRADE = '$ ansible-playbook -b -i "$INVENTORY" upgrade-cluster.yml';

function steps(input: TargetInput): Steps {
  const { label, configuration } = input;
  return {
    apply: [
      `Check that your checkout of Kubespray is the version that the variables are for, ${label}:`,
      "$ git describe --tags",
      "Put the file among the variables of the inventory, where it comes after k8s-cluster.yml and so counts:",
      `$ cp ${VARIABLES_FILE} "$(dirname "$INVENTORY")"/group_vars/k8s_cluster/`,
      ...(hasArguments(input)
        ? [
            "kube_kubeadm_apiserver_extra_args counts from one file alone. If you have it elsewhere, make one of both.",
          ]
        : []),
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
    ],
    verify: [
      "The manifest has the flags, on each control-plane node:",
      "$ sudo grep -A1 -e audit- /etc/kubernetes/manifests/kube-apiserver.yaml",
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
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
