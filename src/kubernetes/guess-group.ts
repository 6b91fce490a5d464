import { nearMiss } from "../diagnostics/index.js";
import { findApiResources, listApiResources, pluralOf } from "./api-resources.js";
import { GROUPS_BESIDE } from "./groups-beside.js";

/** Two slips; more lead from one group's name to that of another. */
const MOST_SLIPS = 2;

/**
 * The group that a text was most likely meant to be: `core` is `""`, `rbac` is `rbac.authorization.k8s.io`, and the name of a
 * resource is its group. Undefined for what may well be a group of custom resources.
 */
export function guessGroup(text: string): string | undefined {
  const beside = Object.keys(GROUPS_BESIDE);
  if (beside.includes(text)) return undefined;
  const builtIn = [...new Set(listApiResources().map(({ group }) => group))].filter((group) => group !== "");
  const withDot = builtIn.filter((group) => group.includes("."));
  const withoutDot = builtIn.filter((group) => !group.includes("."));
  const begin = text.replace(/\.k8s\.io$/, "");
  if (["core", "v1", "legacy"].includes(begin)) return "";
  if (begin !== text && withoutDot.includes(begin)) return begin;
  const [begun, ...others] = [...withDot, ...beside].filter((group) => group.startsWith(`${begin}.`));
  if (begun !== undefined && others.length === 0) return begun;
  if (text.includes(".")) return nearMiss(text, withDot, MOST_SLIPS);
  return nearMiss(text, withoutDot, 1) ?? groupOfResource(text) ?? nearMiss(text, withoutDot, MOST_SLIPS);
}

function groupOfResource(text: string): string | undefined {
  const [found, ...others] = findApiResources(pluralOf(text) ?? text);
  return others.length === 0 ? found?.group : undefined;
}
