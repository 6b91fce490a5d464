import { GenAuditError } from "../../src/diagnostics/index.js";
import {
  AUDIT_FLAGS,
  type AuditFlag,
  type AuditSettings,
  type WebhookSettings,
} from "../../src/render/index.js";
import { parseSettings } from "../../src/render/parse-settings.js";
import type { Random } from "./random.js";

/** Settings as they come in: texts, numbers, booleans. */
export type GivenSettings = Readonly<Record<string, unknown>>;

/** Paths by the setting that they are for; a setting without any is not given. */
export type Paths = Readonly<Record<string, readonly string[]>>;

/** Settings over the whole space of flags, each of which kube-apiserver could be given. */
export function generateSettings(random: Random, paths: Paths = PATHS): AuditSettings {
  for (;;) {
    try {
      return parseSettings(generateGiven(random, paths));
    } catch (error) {
      // Two sizes or a throttle that do not go together.
      if (!(error instanceof GenAuditError)) throw error;
    }
  }
}

/** Each flag by chance, few of them or nearly all; a value is given as itself or as its text. */
function generateGiven(random: Random, paths: Paths): GivenSettings {
  const density = random.pick([0.15, 0.5, 0.9]);
  const given: Record<string, unknown> = {};
  for (const flag of AUDIT_FLAGS) {
    if (!random.chance(density) || (flag.type === "path" && !paths[flag.key]?.length)) continue;
    const chosen = generateValue(random, flag, paths);
    given[flag.key] = random.chance(0.5) ? chosen : String(chosen);
  }
  if (random.chance(0.5)) given["log"] = random.chance(0.7);
  if (random.chance(0.6)) given["webhook"] = random.pick(WEBHOOKS);
  if (random.chance(0.2)) given["policyHash"] = random.chance(0.5);
  return given;
}

/** Directories that every target can mount, and such that only some of them can. */
const PATHS: Paths = {
  auditPolicyFile: [
    "/srv/kubernetes/kube-apiserver/audit/policy.yaml",
    "/srv/kubernetes/kube-apiserver/audit/policy_2.yaml",
    "/etc/kubernetes/a@b,c=d+e/p.yaml",
  ],
  auditWebhookConfigFile: [
    "/srv/kubernetes/kube-apiserver/audit/w.kubeconfig",
    "/etc/kubernetes/a@b,c=d+e/w",
    "/etc/kubernetes/webhook/w-1",
  ],
  auditLogPath: ["-", "/var/log/kubernetes/audit/audit.log", "/var/log/a@b/x=1,2.log", "/var/log/audit.log"],
};

export function generateValue(
  random: Random,
  flag: AuditFlag,
  paths: Paths = PATHS,
): string | number | boolean {
  const { type, key, choices = [], most = 2_147_483_647 } = flag;
  switch (type) {
    case "path":
      return random.pick(paths[key] ?? []);
    case "integer":
      return random.pick([1, 2, most, most - 1, 1 + random.below(20), 1 + random.below(20_000), 102_400]);
    case "boolean":
      return random.chance(0.6);
    case "duration":
      return generateDuration(random);
    case "rate":
      return generateRate(random);
    case "choice":
      return random.pick(choices);
  }
}

const WHOLE_UNITS = ["h", "m", "s", "ms", "us", "µs", "ns"];

/** `90s`, `1h0.5m`, the longest that there is. */
export function generateDuration(random: Random): string {
  if (random.chance(0.1)) return random.pick(["0", "0s", "2562047h47m16.854775807s", ".5s", "1.h", "+3m"]);
  const parts = Array.from({ length: 1 + random.below(3) }, () => {
    const fraction = random.chance(0.3) ? `.${random.below(1000)}` : "";
    return `${random.below(100_000)}${fraction}${random.pick(WHOLE_UNITS)}`;
  });
  return parts.join("");
}

/** A number of up to nine decimals that JavaScript holds as it is written. */
function generateRate(random: Random): number {
  if (random.chance(0.2))
    return random.pick([1_000_000_000, 999_999_999, 16_777_217, 1e-9, 0.1, 3.14, 1e-7, 2.5e-5]);
  return Number(`${1 + random.below(1_000_000)}e-${random.below(10)}`);
}

const pem = (kind: string): string => `-----BEGIN ${kind}-----\nAAAA\n-----END ${kind}-----\n`;

const CONFIG = `# As the operator wrote it.
apiVersion: v1
kind: Config
clusters: [{name: "audit: on", cluster: {server: "https://audit.example/a?b=c"}}]
contexts: [{name: c, context: {cluster: "audit: on", user: ""}}]
users: [{name: "", user: {}}]
current-context: c

# The end.`;

const WEBHOOKS: readonly WebhookSettings[] = [
  { server: "https://audit.example" },
  { server: "https://203.0.113.10:8443/audit?a=b", ca: pem("CERTIFICATE"), token: `s3cret:#{}'"` },
  { server: "https://[2001:db8::1]:8443/", clientCert: pem("CERTIFICATE"), clientKey: pem("EC PRIVATE KEY") },
  { config: CONFIG },
];
