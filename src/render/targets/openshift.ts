import { invariant } from "../../diagnostics/index.js";
import { fillTemplate } from "../fill-template.js";
import type { ProviderPolicy, Target } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import { MANAGED, presetPolicy } from "./managed.js";

const FILE = "openshift-apiserver.yaml";

/**
 * What each profile records.
 *
 * Upstream: github.com/openshift/library-go, pkg/operator/apiserver/audit, GetAuditPolicy, at the branches release-4.18 to release-4.22
 */
const PROFILES: readonly ProviderPolicy[] = [
  presetPolicy("openshift-default", "Default"),
  presetPolicy("openshift-write-request-bodies", "WriteRequestBodies"),
  presetPolicy("openshift-all-request-bodies", "AllRequestBodies"),
  presetPolicy("openshift-none", "None"),
];

/** OpenShift: an operator configures kube-apiserver; what can be chosen is one of its four profiles. */
export const openshift: Target = {
  ...MANAGED,
  name: "openshift",
  title: "OpenShift",
  summary: "the profile that decides as the policy does, for the APIServer object of the cluster",
  // Before, profiles kept other requests without bodies; the text has stood since.
  versions: { oldest: { major: 4, minor: 18 }, newest: { major: 4, minor: 22 } },
  kubernetes: ({ minor }) => {
    const release = { major: 1, minor: minor + 13 };
    return { oldest: release, newest: release };
  },
  provider: { name: "OpenShift's operator", policies: () => PROFILES },
  render: ({ header, label, providerPolicy }) => {
    invariant(providerPolicy !== undefined, "OpenShift is rendered for one of its profiles");
    const data = {
      apiVersion: "config.openshift.io/v1",
      kind: "APIServer",
      metadata: { name: "cluster" },
      spec: { audit: { profile: providerPolicy.name, customRules: [] } },
    };
    const content = fillTemplate(TEMPLATES["openshift/api-server.yaml"], data, header);
    return {
      artifacts: [{ path: FILE, content, mode: "0644", placement: "user-file" }],
      steps: {
        apply: [
          `Check that this prints a release of the version that the file is for, ${label}:`,
          "$ oc get clusterversion version -o jsonpath='{.status.desired.version}'",
          "Merge the file into the object; all else in that stays:",
          `$ oc patch apiserver cluster --type=merge --patch-file=${FILE}`,
          "The operator restarts the API servers, one control plane after the other, which takes a quarter of an hour for each.",
        ],
        verify: [
          "The new revision is on all nodes:",
          `$ oc get kubeapiserver cluster -o jsonpath='{range .status.conditions[?(@.type=="NodeInstallerProgressing")]}{.reason}{"\\n"}{.message}{"\\n"}{end}'`,
          ...(providerPolicy.name === "None"
            ? []
            : [
                "The log grows:",
                "$ oc adm node-logs --role=master --path=kube-apiserver/audit.log | tail -n 1",
              ]),
        ],
      },
    };
  },
};
