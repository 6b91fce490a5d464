import { identityOf } from "../kubernetes/index.js";
import { unlike } from "./targets.js";

const SERVICE_ACCOUNTS_OF = "system:serviceaccounts:";

/** Whether a user of that name is in a group, as far as the name settles it. */
export function isMember(user: string, group: string): boolean | undefined {
  const identity = identityOf(user);
  switch (group) {
    case "system:unauthenticated":
      return identity.kind === "anonymous";
    case "system:authenticated":
      return identity.kind !== "anonymous";
    case "system:nodes":
      return identity.kind === "node";
    case "system:serviceaccounts":
      return identity.kind === "service-account";
  }
  if (!group.startsWith(SERVICE_ACCOUNTS_OF)) return undefined;
  return (
    identity.kind === "service-account" && identity.namespace === group.slice(SERVICE_ACCOUNTS_OF.length)
  );
}

/** Users that no policy names, one of each kind that groups tell apart; and how all others of the kind are written. */
export function unnamedUsers(
  named: readonly string[],
  groups: readonly string[],
): ReadonlyMap<string, string> {
  const namespaces = groups
    .filter((group) => group.startsWith(SERVICE_ACCOUNTS_OF))
    .map((group) => group.slice(SERVICE_ACCOUNTS_OF.length));
  const account = (namespace: string): string => unlike(`system:serviceaccount:${namespace}:default`, named);
  return new Map([
    [unlike("jane", named), "*"],
    ["system:anonymous", "system:anonymous"],
    [unlike("system:node:worker-1", named), "system:node:*"],
    ...namespaces.map((namespace) => [account(namespace), `system:serviceaccount:${namespace}:*`] as const),
    [account(unlike("default", namespaces)), "system:serviceaccount:*"],
  ]);
}
