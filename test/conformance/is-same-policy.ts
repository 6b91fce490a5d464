import { isDeepStrictEqual } from "node:util";
import type { Policy } from "../../src/model/index.js";

/** Whether data that a tool hands on is the policy that went in, however it is written. */
export function isSamePolicy(found: unknown, policy: Policy): boolean {
  return isDeepStrictEqual(bare(found), bare(policy));
}

/** Without what says nothing, which Go's types leave out or put in. */
function bare(policy: unknown): unknown {
  const { apiVersion, omitManagedFields, ...rest } = Object(withoutEmpty(policy));
  return {
    // Before 1.12 it is another one.
    apiVersion: String(apiVersion).replace(/^audit\.k8s\.io\/v1beta1$/, "audit.k8s.io/v1"),
    ...(omitManagedFields && { omitManagedFields }),
    ...rest,
  };
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([key, inner]) => !isEmpty(inner) && !(key === "group" && inner === "")),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
