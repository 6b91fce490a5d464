import { findGroupsWith, isBuiltInGroup, isServedEver } from "../kubernetes/index.js";
import { knowsRelease } from "./knows-release.js";
import type { LintContext } from "./lint-rule.js";

/**
 * What is wrong with a name in `resources`, whatever its rule says: no release serves it, or no resource can have it. One
 * that another group has is no fault of the name.
 *
 * Upstream: `k8s.io/apiextensions-apiserver` `pkg/apis/apiextensions/validation/validation.go`,
 * `ValidateCustomResourceDefinitionNames`
 */
export function faultOfName(
  context: LintContext,
  group: string,
  name: string,
): "unserved" | "impossible" | undefined {
  if (/[“”‘’]/.test(name)) return undefined; // That is said of the text.
  if (isBuiltInGroup(group) && knowsRelease(context)) return isUnserved(group, name) ? "unserved" : undefined;
  // Of a group that is none, nothing is said but that.
  return (group.includes(".") || group === "*") && isImpossible(name) ? "impossible" : undefined;
}

function isUnserved(group: string, name: string): boolean {
  // Another `*` is no wildcard, and no name either.
  if (name.replace(/^\*\/|\/\*$|^\*$/, "").includes("*")) return false;
  return !isServedEver(group, name) && findGroupsWith(name).length === 0;
}

function isImpossible(name: string): boolean {
  if (name.includes("*")) return false;
  const [resource = "", subresource, ...more] = name.split("/");
  const isLabel = (part: string): boolean => /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(part);
  return !isLabel(resource) || (subresource !== undefined && !isLabel(subresource)) || more.length > 0;
}
