import { didYouMean } from "../diagnostics/index.js";
import { API_VERBS, adviseOnVerb, findNamed, METHOD_VERBS } from "../kubernetes/index.js";
import {
  type GroupResources,
  POLICY_API_VERSION,
  POLICY_KIND,
  type RequestSelector,
} from "../model/index.js";
import { validatePolicy } from "../validate/index.js";
import { faultOfGroup, faultOfResource } from "./fault-of-resource.js";

/** What is wrong with a selector, and where in it. */
export interface SelectorFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help?: string | undefined;
}

/** Why there is no request that a selector, or an entry of it, takes; undefined if there may be. */
export function findSelectorFault(selector: RequestSelector): SelectorFault | undefined {
  return findClash(selector) ?? findRefused(selector) ?? findUnknown(selector);
}

/** Fields of which no request has both. */
function findClash({ user, ...selector }: RequestSelector): SelectorFault | undefined {
  const has = (field: keyof typeof selector): boolean => (selector[field]?.length ?? 0) > 0;
  const clash = (field: string, other: string): SelectorFault => ({
    path: [field],
    message: `matches no request: none has both ${field} and ${other}`,
  });
  for (const field of ["users", "userGroups"] as const) if (user && has(field)) return clash("user", field);
  for (const field of ["resources", "namespaces"] as const)
    if (has("nonResourceURLs") && has(field)) return clash("nonResourceURLs", field);
  return undefined;
}

/** What kube-apiserver refuses in a rule. */
function findRefused({ user: _, ...selector }: RequestSelector): SelectorFault | undefined {
  const rules = [{ level: "Metadata", ...selector }];
  const [refused] = validatePolicy({ apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules }).filter(
    ({ severity }) => severity === "error",
  );
  if (!refused) return undefined;
  const path = refused.path
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .slice(2);
  return {
    path: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    message: refused.message.replace(/rules\[0\]\.?/g, ""),
    help: refused.help,
  };
}

/** Verbs and resources that no request has. */
function findUnknown({
  verbs = [],
  resources = [],
  namespaces = [],
  nonResourceURLs = [],
}: RequestSelector): SelectorFault | undefined {
  const isForResources = resources.length > 0 || namespaces.length > 0;
  const known = isForResources
    ? API_VERBS
    : nonResourceURLs.length > 0
      ? METHOD_VERBS
      : [...API_VERBS, ...METHOD_VERBS];
  for (const [index, verb] of verbs.entries()) {
    if (known.includes(verb)) continue;
    const advice = adviseOnVerb(verb);
    const meant = advice === undefined ? didYouMean(verb, known) : "";
    const message = `matches no request: none has the verb "${verb}"${meant}`;
    return { path: ["verbs", index], message, help: advice ?? `verbs are ${known.join(", ")}` };
  }
  for (const [index, entry] of resources.entries()) {
    const fault = findUnknownResource(entry, verbs);
    if (fault) return { ...fault, path: ["resources", index, ...fault.path] };
  }
  return undefined;
}

function findUnknownResource(
  { group, resources = [] }: GroupResources,
  verbs: readonly string[],
): SelectorFault | undefined {
  const ofGroup = faultOfGroup(group);
  if (ofGroup !== undefined) return { path: ["group"], message: ofGroup };
  for (const [index, name] of resources.entries()) {
    const path = ["resources", index];
    const fault = faultOfResource(group, name);
    if (fault !== undefined) return { path, message: fault };
    const served = findNamed(group, name);
    const isAnyServed = served.some((one) => verbs.some((verb) => one.verbs.includes(verb)));
    if (served.length > 0 && verbs.length > 0 && !isAnyServed) {
      const all = [...new Set(served.flatMap((one) => one.verbs))].join(", ");
      return { path, message: `matches no request: ${name} takes ${all}, and not ${verbs.join(", ")}` };
    }
  }
  return undefined;
}
