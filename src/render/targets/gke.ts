import { fillTemplate } from "../fill-template.js";
import type { Target } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import { MANAGED, presetPolicy } from "./managed.js";

const FRAGMENT_FILE = "gke-fragment.yaml";

/** Google GKE: its policy is Google's; what can be set is whether reads are kept as well. */
export const gke: Target = {
  ...MANAGED,
  name: "gke",
  title: "Google GKE",
  summary: "a fragment of a project's IAM policy that turns the log of reads on; the policy is Google's own",
  // Google's documentation names the file that this preset is made from.
  provider: { name: "Google", policies: () => [presetPolicy("gce-upstream", "GKE")] },
  render: ({ header }) => {
    const auditLogConfigs = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"].map((logType) => ({ logType }));
    const data = { auditConfigs: [{ service: "container.googleapis.com", auditLogConfigs }] };
    const content = fillTemplate(TEMPLATES["gke/audit-configs.yaml"], data, header);
    return {
      artifacts: [{ path: FRAGMENT_FILE, content, mode: "0644", placement: "user-file" }],
      steps: {
        apply: [
          "Merge the fragment into the IAM policy of the cluster's project, and leave all else in it as it is:",
          '$ gcloud projects get-iam-policy "$PROJECT" > iam-policy.yaml',
          `$ "\${EDITOR:-vi}" iam-policy.yaml`,
          '$ gcloud projects set-iam-policy "$PROJECT" iam-policy.yaml',
        ],
        verify: [
          "Writes are in the Admin Activity log, and after some minutes reads in the Data Access log:",
          `$ gcloud logging read 'logName:"cloudaudit.googleapis.com%2Factivity" protoPayload.serviceName="k8s.io"' --project "$PROJECT" --limit 1`,
          `$ gcloud logging read 'logName:"cloudaudit.googleapis.com%2Fdata_access" protoPayload.serviceName="k8s.io"' --project "$PROJECT" --limit 1`,
        ],
      },
    };
  },
};
