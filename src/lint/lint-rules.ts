import type { LintRule } from "./lint-rule.js";
import { configmapBodies } from "./rules/configmap-bodies.js";
import { entryRepeated } from "./rules/entry-repeated.js";
import { entryShadowed } from "./rules/entry-shadowed.js";
import { execNotRecorded } from "./rules/exec-not-recorded.js";
import { failedAuthenticationNotRecorded } from "./rules/failed-authentication-not-recorded.js";
import { groupNameInUsers } from "./rules/group-name-in-users.js";
import { healthChecksRecorded } from "./rules/health-checks-recorded.js";
import { managedFieldsRecorded } from "./rules/managed-fields-recorded.js";
import { noCatchAll } from "./rules/no-catch-all.js";
import { noSuchIdentity } from "./rules/no-such-identity.js";
import { nothingRecorded } from "./rules/nothing-recorded.js";
import { pathNotServed } from "./rules/path-not-served.js";
import { pathOfAResource } from "./rules/path-of-a-resource.js";
import { proxyNotRecorded } from "./rules/proxy-not-recorded.js";
import { rbacWritesNotRecorded } from "./rules/rbac-writes-not-recorded.js";
import { requestReceivedRecorded } from "./rules/request-received-recorded.js";
import { resourceInWrongGroup } from "./rules/resource-in-wrong-group.js";
import { resourceNamesWithoutEffect } from "./rules/resource-names-without-effect.js";
import { resourceNotInRelease } from "./rules/resource-not-in-release.js";
import { ruleRedundant } from "./rules/rule-redundant.js";
import { ruleShadowed } from "./rules/rule-shadowed.js";
import { ruleUnmatchable } from "./rules/rule-unmatchable.js";
import { secretBodies } from "./rules/secret-bodies.js";
import { subresourcesMissed } from "./rules/subresources-missed.js";
import { tokenBodies } from "./rules/token-bodies.js";
import { unknownGroup } from "./rules/unknown-group.js";
import { unknownResource } from "./rules/unknown-resource.js";
import { userGone } from "./rules/user-gone.js";
import { userGroupsWithoutEffect } from "./rules/user-groups-without-effect.js";
import { userNameInGroups } from "./rules/user-name-in-groups.js";
import { usersAndGroupsNeverTogether } from "./rules/users-and-groups-never-together.js";
import { verbNeverOccurs } from "./rules/verb-never-occurs.js";
import { verbNotServed } from "./rules/verb-not-served.js";
import { wildcardNotExpanded } from "./rules/wildcard-not-expanded.js";
import { writeVerbMissing } from "./rules/write-verb-missing.js";
/** All of lint's rules; of findings in one place, those of the first come first. */
export const LINT_RULES: readonly LintRule[] = [
  ruleShadowed,
  ruleUnmatchable,
  ruleRedundant,
  entryShadowed,
  entryRepeated,
  usersAndGroupsNeverTogether,
  wildcardNotExpanded,
  userNameInGroups,
  groupNameInUsers,
  noSuchIdentity,
  userGone,
  userGroupsWithoutEffect,
  unknownGroup,
  unknownResource,
  resourceInWrongGroup,
  resourceNotInRelease,
  resourceNamesWithoutEffect,
  verbNeverOccurs,
  verbNotServed,
  pathOfAResource,
  // What is not recorded.
  nothingRecorded,
  noCatchAll,
  writeVerbMissing,
  execNotRecorded,
  proxyNotRecorded,
  rbacWritesNotRecorded,
  failedAuthenticationNotRecorded,
  // What is recorded and should not be.
  secretBodies,
  configmapBodies,
  tokenBodies,
  subresourcesMissed,
  pathNotServed,
  healthChecksRecorded,
  // What only makes the log longer.
  requestReceivedRecorded,
  managedFieldsRecorded,
];
