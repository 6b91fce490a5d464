import type { FlagValue } from "../configuration.js";
import type { PlainData } from "../fill-template.js";
import { printQuantity, printRate } from "../rate.js";
import type { TargetInput } from "../target.js";
import { hasMode, rolesOf } from "./kops-versions.js";

/** A file that kOps puts on nodes. */
export type KopsFileAsset = {
  readonly name: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly mode?: string;
  readonly content: string;
};

/** The part of a kOps ClusterSpec that an audit configuration is. */
export type KopsFragment = {
  readonly spec: {
    readonly fileAssets: readonly KopsFileAsset[];
    readonly kubeAPIServer: Readonly<Record<string, string | number | boolean>>;
  };
};

/**
 * The keys of `spec.kubeAPIServer` by flag. A flag that is not here has no key, on any release.
 *
 * Upstream: k8s.io/kops, pkg/apis/kops/v1alpha2/componentconfig.go, KubeAPIServerConfig
 */
export const KOPS_KEYS: ReadonlyMap<string, { readonly key: string; readonly since: string }> = new Map([
  ["audit-policy-file", { key: "auditPolicyFile", since: "1.8" }],
  ["audit-log-path", { key: "auditLogPath", since: "1.8" }],
  ["audit-log-format", { key: "auditLogFormat", since: "1.9" }],
  ["audit-log-maxage", { key: "auditLogMaxAge", since: "1.8" }],
  ["audit-log-maxbackup", { key: "auditLogMaxBackups", since: "1.8" }],
  ["audit-log-maxsize", { key: "auditLogMaxSize", since: "1.8" }],
  ["audit-webhook-config-file", { key: "auditWebhookConfigFile", since: "1.12" }],
  ["audit-webhook-initial-backoff", { key: "auditWebhookInitialBackoff", since: "1.12" }],
  ["audit-webhook-mode", { key: "auditWebhookMode", since: "1.12" }],
  ["audit-webhook-batch-buffer-size", { key: "auditWebhookBatchBufferSize", since: "1.12" }],
  ["audit-webhook-batch-max-size", { key: "auditWebhookBatchMaxSize", since: "1.12" }],
  ["audit-webhook-batch-max-wait", { key: "auditWebhookBatchMaxWait", since: "1.12" }],
  ["audit-webhook-batch-throttle-enable", { key: "auditWebhookBatchThrottleEnable", since: "1.12" }],
  ["audit-webhook-batch-throttle-qps", { key: "auditWebhookBatchThrottleQps", since: "1.12" }],
  ["audit-webhook-batch-throttle-burst", { key: "auditWebhookBatchThrottleBurst", since: "1.12" }],
]);

/** The same on every release, so that a fragment replaces an older one. */
const POLICY_ASSET = "kubernetes-audit";
export const WEBHOOK_ASSET = "kubernetes-audit-webhook";

/** The fragment as plain data, from which its YAML is filled. */
export function buildKopsFragment(input: TargetInput): KopsFragment {
  const { version, configuration, webhookConfig, printPolicy } = input;
  const asset = (name: string, path: string, mode: string, content: string): KopsFileAsset => ({
    name,
    path,
    roles: rolesOf(version),
    ...(hasMode(version) && { mode }),
    content,
  });
  return {
    spec: {
      fileAssets: [
        asset(POLICY_ASSET, configuration.policyFile, "0440", printPolicy()),
        ...(webhookConfig && configuration.webhookFile !== undefined
          ? [asset(WEBHOOK_ASSET, configuration.webhookFile, "0400", webhookConfig.text)]
          : []),
      ],
      kubeAPIServer: Object.fromEntries(configuration.flags.flatMap(kopsField)),
    } satisfies PlainData,
  };
}

function kopsField({ flag, value }: FlagValue): readonly (readonly [string, string | number | boolean])[] {
  const key = KOPS_KEYS.get(flag.name)?.key;
  if (key === undefined) return [];
  // A quantity: `kops edit` refuses any other form than the canonical one.
  const rate = flag.type === "rate" && typeof value === "number" ? printRate(value) : undefined;
  return [[key, rate === undefined ? value : printQuantity(rate)]];
}
