import type { PolicyRule } from "../model/index.js";

/**
 * Whether a rule has a name among its resources, in whatever group, as KICS and Kubescape look for it: `*`, `pods/*` and an entry
 * without resources name nothing.
 */
export function namesResource({ resources = [] }: PolicyRule, name: string): boolean {
  return resources.some((entry) => entry.resources?.includes(name));
}
