import { NEWEST_KUBERNETES, OLDEST_KUBERNETES } from "../../kubernetes/index.js";
import { directoryOf } from "../path.js";
import type { Target } from "../target.js";
import { POD_PATHS } from "./pod-mounts.js";

/** The policy file alone, for whatever starts kube-apiserver. */
export const policy: Target = {
  name: "policy",
  title: "Policy file",
  summary: "the policy file alone, for kube-apiserver's --audit-policy-file",
  kubernetes: () => ({ oldest: OLDEST_KUBERNETES, newest: NEWEST_KUBERNETES }),
  hasBackends: false,
  takesWebhook: () => false,
  defaultPaths: () => POD_PATHS,
  check: () => [],
  render: ({ printPolicy, header, settings, configuration }) => {
    const path = configuration.policyFile;
    const content = printPolicy(header);
    return {
      artifacts: [
        settings.auditPolicyFile === undefined
          ? { path: "policy.yaml", content, mode: "0644", placement: "local" }
          : { path, content, mode: "0600", owner: "root:root", placement: "control-plane-node" },
      ],
      steps: {
        apply: [
          "Check that kube-apiserver's version is one that the policy's first line names:",
          "$ kubectl version",
          `Put the file on every node that runs kube-apiserver, where its container sees it, such as ${directoryOf(path)}.`,
          `Start kube-apiserver with --audit-policy-file=${path} and a backend: --audit-log-path or --audit-webhook-config-file.`,
        ],
        verify: [
          "kube-apiserver runs with both flags:",
          "$ kubectl -n kube-system get pods -o yaml | grep -e --audit-",
        ],
      },
    };
  },
};
