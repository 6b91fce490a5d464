import { isMember } from "../kubernetes/index.js";
import type { PolicyRule } from "../model/index.js";
import { misnamedIdentity } from "./misnamed-identity.js";

export interface SplitMembers {
  /** Users that are in no group of the rule. */
  readonly outside: readonly string[];
  /** Groups that no user of the rule is in. */
  readonly empty: readonly string[];
  /** Each user of the rule is in a group of the rule, whatever certificates and identity providers say. */
  readonly isSettled: boolean;
}

/**
 * How the users of a rule fall into its groups, by what Kubernetes' own authenticators make of their names; undefined where the
 * rule does not ask for both, or has a name that is that of nobody: that is told first.
 */
export function splitMembers({ users = [], userGroups = [] }: PolicyRule): SplitMembers | undefined {
  const isMisnamed =
    users.some((name) => misnamedIdentity("users", name)) ||
    userGroups.some((name) => misnamedIdentity("userGroups", name));
  if (users.length === 0 || userGroups.length === 0 || isMisnamed) return undefined;
  return {
    outside: users.filter((user) => userGroups.every((group) => isMember(user, group) === false)),
    empty: userGroups.filter((group) => users.every((user) => isMember(user, group) === false)),
    isSettled: users.every((user) => userGroups.some((group) => isMember(user, group))),
  };
}
