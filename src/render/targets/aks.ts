import { invariant } from "../../diagnostics/index.js";
import { fillTemplate } from "../fill-template.js";
import type { Target } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import { MANAGED, presetPolicy } from "./managed.js";

const LOGS_FILE = "aks-logs.yaml";

/** The tables of a Log Analytics workspace, where it has one for each kind of log. */
const TABLES: Readonly<Record<string, string>> = {
  "kube-audit": "AKSAudit",
  "kube-audit-admin": "AKSAuditAdmin",
};

/** Azure AKS: its policy is Azure's; what can be set is which of two logs are kept, and where. */
export const aks: Target = {
  ...MANAGED,
  name: "aks",
  title: "Azure AKS",
  summary: "the logs of a diagnostic setting, for az; the policy is Azure's own",
  provider: {
    name: "Azure",
    policies: () => [presetPolicy("aks", "kube-audit"), presetPolicy("aks-admin", "kube-audit-admin")],
  },
  render: ({ header, providerPolicy }) => {
    invariant(providerPolicy !== undefined, "AKS is rendered for one of its logs");
    const category = providerPolicy.name;
    const content = fillTemplate(TEMPLATES["aks/logs.yaml"], [{ category, enabled: true }], header);
    return {
      artifacts: [{ path: LOGS_FILE, content, mode: "0644", placement: "user-file" }],
      steps: {
        apply: [
          `Send the log ${category} to a Log Analytics workspace:`,
          '$ CLUSTER_ID="$(az aks show --resource-group "$GROUP" --name "$CLUSTER" --query id --output tsv)"',
          `$ az monitor diagnostic-settings create --name audit --resource "$CLUSTER_ID" --workspace "$WORKSPACE_ID" --logs ${LOGS_FILE} --export-to-resource-specific true`,
        ],
        verify: [
          "The setting is there, and after some minutes the workspace has events:",
          '$ az monitor diagnostic-settings list --resource "$CLUSTER_ID"',
          `$ az monitor log-analytics query --workspace "$WORKSPACE_GUID" --analytics-query '${TABLES[category]} | take 1'`,
        ],
      },
    };
  },
};
