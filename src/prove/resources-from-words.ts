import { GenAuditError } from "../diagnostics/index.js";
import type { GroupResources } from "../model/index.js";
import { resourceFromWord } from "../request/index.js";
import { faultOfGroup, faultOfResource } from "./fault-of-resource.js";

/**
 * Reads `deployments`, `rollouts.argoproj.io` and `pods/exec` as the resources of a guarantee.
 *
 * @throws GenAuditError `bad-input` for a word that is of no resource, with the near miss.
 */
export function resourcesFromWords(
  words: readonly string[],
  kubernetesVersion: string | undefined,
): readonly GroupResources[] {
  const byGroup = new Map<string, string[]>();
  for (const word of words) {
    const { apiGroup, resource, subresource } = resourceFromWord(word, kubernetesVersion);
    const name = subresource === "" ? resource : `${resource}/${subresource}`;
    const fault = faultOfGroup(apiGroup) ?? faultOfResource(apiGroup, name);
    if (fault !== undefined) throw new GenAuditError("bad-input", fault);
    const names = byGroup.get(apiGroup);
    if (!names) byGroup.set(apiGroup, [name]);
    else if (!names.includes(name)) names.push(name);
  }
  return [...byGroup].map(([group, resources]) => ({ group, resources }));
}
