export {
  admissionregistration,
  apiextensions,
  apiregistration,
  apps,
  authentication,
  authorization,
  autoscaling,
  batch,
  certificates,
  coordination,
  core,
  discovery,
  events,
  extensions,
  flowcontrol,
  internal,
  lifecycle,
  networking,
  nodeGroup,
  policy,
  rbac,
  resource,
  scheduling,
  settings,
  storage,
  storagemigration,
} from "./api-groups.generated.js";
export type { ControllerAccount } from "./controller-account.js";
export type {
  AnyName,
  ApiGroupName,
  BuiltInGroup,
  BuiltInUser,
  Exact,
  OneOf,
  PathPattern,
  ResourcePattern,
  UserGroupName,
  UserName,
} from "./exact.js";
export { node } from "./node.js";
export type {
  KnownResource,
  NamedResources,
  ResourcesOfGroup,
  ResourceWord,
  WholeGroup,
} from "./resource.js";
export { serviceAccount } from "./service-account.js";
export { serviceAccountsIn } from "./service-accounts-in.js";
export type { ApiVerb, MethodVerb, ResourceVerb } from "./verb.js";
export { wordOfGroup } from "./word-of-group.js";
