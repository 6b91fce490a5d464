import type { Policy, RequestSelector } from "../model/index.js";

const AUTHENTICATED = "system:authenticated";
const UNAUTHENTICATED = "system:unauthenticated";
/** Of users who have proved who they are, and of all others: to name one of them is to name nobody. */
const LOGIN_GROUPS = [AUTHENTICATED, UNAUTHENTICATED];

/**
 * Requests of users that a policy names, or a group of theirs, and of nobody in particular; all others are those of ordinary
 * users. Who names somebody has decided what is to be recorded of them.
 */
export function specialUsers(
  { rules }: Policy,
  groupsOfMany: readonly string[] = LOGIN_GROUPS,
): readonly RequestSelector[] {
  const users = rules.flatMap((rule) => rule.users ?? []);
  const groups = rules.flatMap((rule) => rule.userGroups ?? []);
  const userGroups = groups.filter((group) => !groupsOfMany.includes(group));
  return [
    { user: "none" },
    { users: ["system:anonymous"] },
    ...(users.length > 0 ? [{ users }] : []),
    ...(userGroups.length > 0 ? [{ userGroups }] : []),
  ];
}

/**
 * Of some requests, those of accounts that a policy does not name: of people and workloads that are in `system:authenticated`.
 * To name `system:serviceaccounts` is to name no workload in particular.
 */
export function ofUnnamedAccounts(
  policy: Policy,
  requests: readonly RequestSelector[],
): { readonly requests: readonly RequestSelector[]; readonly except: readonly RequestSelector[] } {
  return {
    // A rule's groups are any of them, so that a selector with groups of its own has no room for this one.
    requests: requests.map((one) =>
      one.userGroups?.length || one.user ? one : { ...one, userGroups: [AUTHENTICATED] },
    ),
    except: [
      ...specialUsers(policy, [...LOGIN_GROUPS, "system:serviceaccounts"]),
      { userGroups: [UNAUTHENTICATED] },
    ],
  };
}
