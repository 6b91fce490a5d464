import { Document, isSeq } from "yaml";
import { invariant } from "../../diagnostics/index.js";
import { pushIntoRules } from "../../model/index.js";
import { policyDocument, printDocument } from "../../print/index.js";
import { base64 } from "../base64.js";
import type { FlagValue } from "../configuration.js";
import type { PlainData } from "../fill-template.js";
import type { TargetInput } from "../target.js";
import { flagText } from "./pod-mounts.js";

/**
 * The variables by flag; every other flag goes into `kube_kubeadm_apiserver_extra_args`.
 *
 * Upstream: kubernetes-sigs/kubespray, roles/kubernetes/control-plane/defaults/main/main.yml and
 * templates/kubeadm-config.v1beta4.yaml.j2
 */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ["audit-policy-file", "audit_policy_file"],
  ["audit-log-path", "audit_log_path"],
  ["audit-log-maxage", "audit_log_maxage"],
  ["audit-log-maxbackup", "audit_log_maxbackups"],
  ["audit-log-maxsize", "audit_log_maxsize"],
  ["audit-webhook-config-file", "audit_webhook_config_file"],
  ["audit-webhook-mode", "audit_webhook_mode"],
  ["audit-webhook-batch-max-size", "audit_webhook_batch_max_size"],
  ["audit-webhook-batch-max-wait", "audit_webhook_batch_max_wait"],
]);

/** The variable of a flag, if it has one of its own. */
export function variableOf(flag: string): string | undefined {
  return VARIABLES.get(flag);
}

/** kube-apiserver's own defaults, where Kubespray would set others: a batch after 1 s, of 100 events. */
const WEBHOOK_DEFAULTS = {
  audit_webhook_mode: "batch",
  audit_webhook_batch_max_size: 400,
  audit_webhook_batch_max_wait: "30s",
} as const;

/** The variables as plain data, from which their YAML is filled. */
export function kubesprayVariables(input: TargetInput): { readonly [key: string]: PlainData } {
  const { configuration, settings } = input;
  const { flags, logPath, logDirectory, webhookFile } = configuration;
  const own = flags.filter(({ flag }) => VARIABLES.has(flag.name));
  const further = flags.filter(({ flag }) => !VARIABLES.has(flag.name));
  return {
    kubernetes_audit: logPath !== undefined,
    audit_policy_custom_rules: printRules(input),
    ...(logDirectory !== undefined && { audit_log_hostpath: logDirectory }),
    kubernetes_audit_webhook: webhookFile !== undefined,
    ...(webhookFile !== undefined && { ...WEBHOOK_DEFAULTS, ...serverVariables(settings.webhook) }),
    ...Object.fromEntries(own.map(variable)),
    ...(further.length > 0 && {
      kube_kubeadm_apiserver_extra_args: Object.fromEntries(
        further.map((entry) => [entry.flag.name, flagText(entry)]),
      ),
    }),
  };
}

function variable({ flag, value }: FlagValue): readonly [string, string | number | boolean] {
  return [VARIABLES.get(flag.name) ?? flag.name, value];
}

function serverVariables(webhook: TargetInput["settings"]["webhook"]): { readonly [key: string]: PlainData } {
  if (!webhook || "config" in webhook) return {}; // refused by the checks
  const { server, ca } = webhook;
  return {
    audit_webhook_server_url: server,
    ...(ca !== undefined && {
      audit_webhook_server_extra_args: { "certificate-authority-data": base64(ca) },
    }),
  };
}

/** The list of rules, as text. There is no place for what a policy says for all of them, so each says it itself. */
function printRules({ policy, comments = [] }: TargetInput): string {
  const pushed = policyDocument(
    { apiVersion: policy.apiVersion, kind: policy.kind, rules: pushIntoRules(policy) },
    { comments },
  );
  const document = new Document(null, { version: "1.1" });
  const rules = pushed.get("rules", true);
  invariant(isSeq(rules), "a policy has a list of rules");
  document.contents = rules;
  return printDocument(document);
}
