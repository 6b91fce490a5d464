export type { ApiResource } from "./api-resource.js";
export {
  findApiResources,
  hasApiGroup,
  knowsApiResources,
  listApiResources,
  pluralOf,
} from "./api-resources.js";
export { isDnsLabel, isDnsSubdomain } from "./dns-names.js";
export {
  courseOf,
  emittedStages,
  isLongRunning,
  type RequestCourse,
} from "./emitted-stages.js";
export { lastFormerRelease } from "./former-resources.js";
export { userGoneSince } from "./gone-users.js";
export { GROUPS_BESIDE } from "./groups-beside.js";
export { guessGroup } from "./guess-group.js";
export { type GuessedResource, guessResource } from "./guess-resource.js";
export { groupsOf, type Identity, identityOf, namespaceOfAccounts } from "./identities.js";
export { isMember } from "./is-member.js";
export { kindOfIdentity } from "./kind-of-identity.js";
export {
  findGroupsWith,
  findNamed,
  isBuiltInGroup,
  isServedEver,
  nameOf,
} from "./named-resources.js";
export { API_VERBS } from "./read-api-resources.js";
export { NEWEST_KUBERNETES, OLDEST_KUBERNETES, type PolicySupport, policySupport } from "./releases.js";
export { adviseOnVerb, COLLECTION_VERBS, HTTP_METHODS, METHOD_VERBS, RESOURCE_VERBS } from "./verbs.js";
export { compareVersions, isAtLeast, parseVersion, printVersion, type Version } from "./version.js";
