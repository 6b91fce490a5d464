/** Which requests a rule matches: all that meet every field given. Without any field the rule matches every request. */
export type RuleSelector = ResourceSelector | NonResourceSelector;

/** The fields that go with both kinds of requests. */
export interface RequesterSelector {
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly string[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
}

/** Requests for API objects; with neither `resources` nor `namespaces` requests for paths match, too. */
export interface ResourceSelector extends RequesterSelector {
  readonly resources?: readonly ResourcesOfGroup[];
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly string[];
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly nonResourceURLs?: never;
}

/** Requests for paths, such as `/healthz`. */
export interface NonResourceSelector extends RequesterSelector {
  readonly nonResourceURLs: readonly NonResourceURL[];
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly resources?: never;
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly namespaces?: never;
}

/** A path; `*` may be its last character, and alone stands for every path. */
export type NonResourceURL = `/${string}` | "*";

/** Resources of one API group: the whole group, some of its resources, or some objects of these. */
export type ResourcesOfGroup = WholeGroup | NamedResources;

/** Every resource and subresource of a group. */
export interface WholeGroup {
  /** The API group without its version; `""` is the core group. */
  readonly group: string;
  readonly resources?: never;
  /** Object names need the `resources` that they are names of. */
  readonly resourceNames?: never;
}

/** Some resources of a group: `pods`, `pods/log`, `pods/*`. */
export interface NamedResources {
  /** The API group without its version; `""` is the core group. */
  readonly group: string;
  /** `pods`, `pods/log`, `pods/*`, `*`, and a `*` before a subresource such as `/scale`. */
  readonly resources: readonly string[];
  /** Object names; absent: every object. */
  readonly resourceNames?: readonly string[];
}
