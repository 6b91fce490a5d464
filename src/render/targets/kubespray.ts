import { isAtLeast, type Version } from "../../kubernetes/index.js";
import { fillTemplate } from "../fill-template.js";
import type { Target } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { VersionRange } from "../types.js";
import { checkKubespray } from "./kubespray-checks.js";
import { kubesprayFile } from "./kubespray-file.js";
import { fragmentSteps, RESTARTS_SINCE } from "./kubespray-steps.js";
import { kubesprayVariables } from "./kubespray-variables.js";

/** Read after `k8s-cluster.yml`, whose sample turns the log off. */
const VARIABLES_FILE = "kubernetes-audit.yml";

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
      steps: fragmentSteps(input, VARIABLES_FILE),
    };
  },
  into: kubesprayFile,
};

/** Upstream: kubernetes-sigs/kubespray, kube_version_min_required and the newest checksums, release-2.20 to release-2.31 */
function kubernetesOf({ minor }: Version): VersionRange {
  return { oldest: { major: 1, minor: minor + 2 }, newest: { major: 1, minor: minor + 4 } };
}
