import type { Version } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import { printPolicy } from "../print/index.js";
import type { AuditSettings } from "./settings.js";
import type { Target } from "./target.js";

/** The hash of the policy where one is put, asked for or not. Comments change nothing, and so they count for nothing. */
export function hashToPlace(
  policy: Policy,
  { policyHash }: Target,
  version: Version,
  settings: AuditSettings,
): string | undefined {
  if (policyHash === undefined) return undefined;
  const isOwnPath = policyHash.place === "file-name" && settings.auditPolicyFile !== undefined;
  const isPlaced = settings.policyHash ?? (!isOwnPath && policyHash.isDefault(version));
  return isPlaced ? hashOf(printPolicy(policy)) : undefined;
}

/**
 * A hash of a text, as ten hexadecimal digits: a policy that changes gets another name, and one that returns gets its
 * former name back. It is no secret and keeps none, so no credential is ever hashed.
 *
 * Upstream: FNV-1a, 64 bits; the lower ones, which are mixed best
 */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return BigInt.asUintN(40, hash).toString(16).padStart(10, "0");
}

const PRIME = 0x100000001b3n;

/** `/etc/kubernetes/audit/policy.yaml` as `/etc/kubernetes/audit/policy-3f9c1a2b7d.yaml`. */
export function withHash(path: string, hash: string): string {
  const [, before = path, extension = ""] = /^(.*[^/])(\.[^./]+)$/.exec(path) ?? [];
  return `${before}-${hash}${extension}`;
}
