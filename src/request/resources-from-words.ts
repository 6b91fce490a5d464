import { GenAuditError } from "../diagnostics/index.js";
import type { GroupResources } from "../model/index.js";
import { faultOfGroup, faultOfResource } from "./fault-of-resource.js";
import { CORE, resourceFromWord } from "./resource-from-word.js";

/**
 * Reads `deployments`, `rollouts.argoproj.io` and `pods/exec` as entries of a rule, one for each group; `pods/*` is a resource
 * with all below it, `*.apps` all of a group.
 *
 * @throws GenAuditError `bad-input` for a word that is of no resource, with the near miss.
 */
export function resourcesFromWords(
  words: readonly string[],
  kubernetesVersion: string | undefined,
): readonly GroupResources[] {
  // Undefined for all of a group.
  const byGroup = new Map<string, ReadonlySet<string> | undefined>();
  for (const word of words) {
    const { group, name } = readWord(word, kubernetesVersion);
    const fault = faultOfGroup(group) ?? (name === undefined ? undefined : faultOfResource(group, name));
    if (fault !== undefined) throw new GenAuditError("bad-input", fault);
    const names = byGroup.has(group) ? byGroup.get(group) : new Set<string>();
    byGroup.set(group, name === undefined || !names ? undefined : new Set([...names, name]));
  }
  return [...byGroup].map(([group, names]) => ({ group, ...(names && { resources: [...names] }) }));
}

function readWord(
  word: string,
  kubernetesVersion: string | undefined,
): { readonly group: string; readonly name: string | undefined } {
  const [, whole] = /^\*\.([^/*]+)$/.exec(word) ?? [];
  if (whole !== undefined) return { group: whole === CORE ? "" : whole, name: undefined };
  const [, parent] = /^([^*/]+)\/\*$/.exec(word) ?? [];
  const { apiGroup, resource, subresource } = resourceFromWord(parent ?? word, kubernetesVersion);
  const below = parent === undefined ? subresource : "*";
  return { group: apiGroup, name: below === "" ? resource : `${resource}/${below}` };
}
