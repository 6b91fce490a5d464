import { GenAuditError } from "../../src/diagnostics/index.js";
import type { Policy } from "../../src/model/index.js";
import { AUDIT_FLAGS, type AuditFlag, type AuditSettings, renderTarget } from "../../src/render/index.js";
import { parseSettings } from "../../src/render/parse-settings.js";
import { generateDuration, generateValue } from "./generate-settings.js";
import type { Random } from "./random.js";
import { renderedArguments } from "./rendered-arguments.js";

/** Flags with values as they stand on a command line, good and bad. */
export type FlagTexts = Readonly<Record<string, string>>;

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

/** With these, both backends are on and no flag is without effect, so that kube-apiserver checks every one. */
const EVERYTHING_ON: FlagTexts = {
  "audit-policy-file": "/etc/kubernetes/audit/policy.yaml",
  "audit-log-path": "/var/log/kubernetes/audit/audit.log",
  "audit-log-mode": "batch",
  "audit-log-batch-throttle-enable": "true",
  "audit-log-batch-throttle-qps": "5",
  "audit-log-batch-throttle-burst": "6",
  "audit-log-truncate-enabled": "true",
  "audit-webhook-config-file": "/etc/kubernetes/webhook/w.kubeconfig",
  "audit-webhook-mode": "batch",
  "audit-webhook-truncate-enabled": "true",
};

/** The words for kube-apiserver itself. */
export function argumentsOf(texts: FlagTexts): readonly string[] {
  return Object.entries({ ...EVERYTHING_ON, ...texts }).map(([name, text]) => `--${name}=${text}`);
}

/** What we render for such flags, or undefined where we refuse them: as a value, or for the release. */
export function renderTexts(texts: FlagTexts, kubernetesVersion: string): readonly string[] | undefined {
  const all = { ...EVERYTHING_ON, ...texts };
  const given = Object.fromEntries(AUDIT_FLAGS.map(({ name, key }) => [key, all[name]]));
  const settings = settingsOf(given);
  if (!settings) return undefined;
  try {
    const rendering = renderTarget({ policy, target: "static-pod", settings, kubernetesVersion });
    return rendering.artifacts.length > 0 ? renderedArguments(rendering) : undefined;
  } catch (error) {
    if (error instanceof GenAuditError) return undefined; // one file for two purposes
    throw error;
  }
}

function settingsOf(given: Readonly<Record<string, unknown>>): AuditSettings | undefined {
  try {
    return parseSettings(given);
  } catch (error) {
    if (error instanceof GenAuditError) return undefined;
    throw error;
  }
}

/** What we refuse although kube-apiserver takes it, and why. An entry that covers nothing fails. */
export const STRICTER: readonly {
  readonly reason: string;
  readonly covers: (text: string, flag: AuditFlag) => boolean;
}[] = [
  {
    reason: '0 days, files or megabytes means "never", and from 1.36 on another thing than before',
    covers: (text, { type, onlyWith }) =>
      type === "integer" && onlyWith === "log-file" && /^[+-]?0+$/.test(text),
  },
  {
    reason: "a batch or a throttle of nothing is wrong even while neither is in use",
    covers: (text, { type, onlyWith }) =>
      (type === "integer" || type === "rate") &&
      (onlyWith === "batch" || onlyWith === "throttle") &&
      Number(text) <= 0,
  },
  {
    reason: "no kOps field, and no use either, beyond an int32; and days beyond 106,751 overflow",
    covers: (text, { type, most = 2_147_483_647 }) => type === "integer" && Number(text) > most,
  },
  {
    reason: "Go's other ways to write numbers and booleans are traps: 010 is 8, and 1 is true",
    covers: (text, { type }) =>
      (type === "integer" && /^[+-]?(?:0[\dxob_]|\d+_)/i.test(text)) ||
      (type === "boolean" && /^(?:[10tTfF]|TRUE|True|FALSE|False)$/.test(text)),
  },
  {
    reason: "a wait of less than nothing is a slip",
    covers: (text, { type }) => type === "duration" && text.startsWith("-"),
  },
  {
    reason: "a rate is a plain decimal that a Kubernetes quantity holds, and that a person reads",
    covers: (text, { type }) =>
      type === "rate" &&
      (!/^(?:\d+\.?\d*|\.\d+)$/.test(text) || Number(text) > 1_000_000_000 || /\.\d{10}/.test(text)),
  },
  {
    reason: "a path is absolute, in a directory, and of characters that mean nothing elsewhere",
    covers: (text, { type }) => type === "path" && !/^(?:\/(?!\.{1,2}(?:\/|$))[\w.+@,=-]+){2,}$/.test(text),
  },
];

/** The reason for which one of the values is refused by us alone. */
export function reasonStricter(texts: FlagTexts): string | undefined {
  const paths = AUDIT_FLAGS.flatMap(({ name, type }) => (type === "path" ? (texts[name] ?? []) : []));
  if (new Set(paths).size < paths.length)
    return "the log, the policy and the webhook's configuration are files of their own";
  return STRICTER.find(({ covers }) =>
    AUDIT_FLAGS.some((flag) => texts[flag.name] !== undefined && covers(texts[flag.name] ?? "", flag)),
  )?.reason;
}

// biome-ignore format: one kind of text per line
const CANDIDATES: Readonly<Record<AuditFlag["type"], readonly string[]>> = {
  path: ["", "-", "a", "a/b", "./a/b", "/", "/a", "/a/b", "/a/b/", "//a/b", "/a/../b", "/a/./b", "/a/b c", "/a/b:c", "/a/$(b)", "/a/é", "/a/b=c", "/a/b,c", "~/a/b", "/a/..b"],
  integer: [
    "", "0", "-0", "+0", "00", "1", "-1", "+1", "01", "010", "08", "0x10", "0b1", "0o7", "1_000", "0_1", "1e3", "1.0", "1.5", " 1", "1 ", "١", "true", "ten",
    "106751", "106752", "2147483647", "2147483648", "9007199254740991", "9007199254740992", "9223372036854775807", "9223372036854775808", "10485760", "10485761", "102399",
  ],
  boolean: ["", "true", "false", "True", "TRUE", "t", "T", "1", "f", "F", "0", "FALSE", "False", "yes", "no", "on", "off", "2", " true", "tRUE"],
  duration: [
    "", "0", "0s", "-0", "+0", "1", "30", "30s", "60s", "1m30s", "90m", "1.5h", ".5s", "1.s", ".s", "-1s", "+1s", "1h-1m", "1 s", "1S", "1d", "1w", "1e3s", "5us", "5µs", "5μs", "1ns", "0.5ns",
    "2562047h47m16.854775807s", "2562047h47m16.854775808s", "9999999h", "1h1h", "1s1h", "0.1h", "0.0000001s", "1.0000000009s", "0.3333333333333333333h", "3.333333333333333333333ms", "s", "1ms2", "00001s", "1__s", "1_0s", "0x1s", "∞",
  ],
  rate: ["", "0", "-1", "+5", "5", "5.", ".5", ".", "3.14", "1e3", "1E3", "1e-9", "1e39", "1e-60", "0.000000001", "0.0000000001", "0.1234567891", "999999999", "1000000000", "1000000001", "1000000000.5", "16777217", "NaN", "nan", "Inf", "-Inf", "infinity", "0x1p-2", "1_000", "1,5", " 1", "007.5", "1k", "500m", "0.000000000000000000000000000000000000000000000001"],
  choice: ["", "json", "legacy", "JSON", "Json", " json", "batch", "blocking", "blocking-strict", "Batch", "blocking_strict", "batch,blocking", "audit.k8s.io/v1", "audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1", "audit.k8s.io/v2", "audit.k8s.io", "v1", "audit.k8s.io/v1/", "AUDIT.k8s.io/v1"],
};

/** Each flag with each text that could be meant for it. */
export function listCandidates(): readonly FlagTexts[] {
  return AUDIT_FLAGS.flatMap(({ name, type }) => CANDIDATES[type].map((text) => ({ [name]: text })));
}

/** Several flags at once: mostly good, now and then a bad one, and sizes that do not go together. */
export function generateTexts(random: Random): FlagTexts {
  const flags = random.some(AUDIT_FLAGS, 12);
  return Object.fromEntries(
    flags.map((flag) => {
      // Of paths those that stand alone: two in one directory are in each other's way.
      const candidates = CANDIDATES[flag.type].filter((text) => !text.startsWith("/a/"));
      if (flag.type === "duration" && random.chance(0.5)) return [flag.name, generateDuration(random)];
      const text = random.chance(0.12) ? random.pick(candidates) : String(generateValue(random, flag));
      return [flag.name, text];
    }),
  );
}
