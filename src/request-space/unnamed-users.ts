import { namespaceOfAccounts } from "../kubernetes/index.js";
import { unlike } from "./targets.js";

/** Users that no policy names, one of each kind that groups tell apart; and how all others of the kind are written. */
export function unnamedUsers(
  named: readonly string[],
  groups: readonly string[],
): ReadonlyMap<string, string> {
  const namespaces = groups.flatMap((group) => namespaceOfAccounts(group) ?? []);
  const account = (namespace: string): string => unlike(`system:serviceaccount:${namespace}:default`, named);
  return new Map([
    [unlike("jane", named), "*"],
    ["system:anonymous", "system:anonymous"],
    [unlike("system:node:worker-1", named), "system:node:*"],
    ...namespaces.map((namespace) => [account(namespace), `system:serviceaccount:${namespace}:*`] as const),
    [account(unlike("default", namespaces)), "system:serviceaccount:*"],
  ]);
}
