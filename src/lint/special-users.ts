import type { Policy, RequestSelector } from "../model/index.js";

const LOGIN_GROUPS = ["system:authenticated", "system:unauthenticated"];

/**
 * Requests of users that a policy names, or a group of theirs, and of nobody in particular; all others are those of ordinary
 * users. Who names somebody has decided what is to be recorded of them.
 */
export function specialUsers({ rules }: Policy): readonly RequestSelector[] {
  const users = rules.flatMap((rule) => rule.users ?? []);
  const groups = rules.flatMap((rule) => rule.userGroups ?? []);
  const userGroups = groups.filter((group) => !LOGIN_GROUPS.includes(group));
  return [
    { user: "none" },
    { users: ["system:anonymous"] },
    ...(users.length > 0 ? [{ users }] : []),
    ...(userGroups.length > 0 ? [{ userGroups }] : []),
  ];
}
