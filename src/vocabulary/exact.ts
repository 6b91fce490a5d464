/**
 * What the compiler can say of a text that stands in the program. A text that is computed is a `string` to it and passes; lint and
 * `build` look at that.
 *
 * A type that fails becomes a sentence that no text is, since the compiler prints the type that it wanted.
 */
type Checked<Text extends string, Outcome> = string extends Text ? Text : Outcome;

/** A name that kube-apiserver compares as a whole. */
export type Exact<Name extends string, What extends string> = Checked<
  Name,
  Name extends `${string}*${string}` ? `${What} are exact: there is no wildcard` : Name
>;

/** One of some words. */
export type OneOf<Word extends string, Known extends string> = Checked<
  Word,
  Word extends Known ? Word : Known
>;

/** The name of a user. Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatches` */
export type UserName<Name extends string> = Checked<
  Name,
  Name extends BuiltInGroup | `system:serviceaccounts:${string}` | `system:bootstrappers:${string}`
    ? "this is a group: it goes into userGroups"
    : Exact<Name, "user names">
>;

/** The name of a group of users. */
export type UserGroupName<Name extends string> = Checked<
  Name,
  Name extends BuiltInUser | `system:serviceaccount:${string}` | `system:node:${string}`
    ? "this is a user: it goes into users"
    : Exact<Name, "names of groups">
>;

/** A path; `*` may be its last character. Upstream: the same file, `pathMatches` */
export type PathPattern<Path extends string> = Checked<
  Path,
  Path extends `${string}*${infer Rest}`
    ? Rest extends ""
      ? Path
      : "a * may only be the last character"
    : Path
>;

// `pods`, `pods/log`, `pods/*`, `*/scale`, `*`. Upstream: the same file, `ruleMatchesResource`
export type ResourcePattern<Name extends string> = Checked<
  Name,
  Name extends "*"
    ? Name
    : Name extends `*/${infer Rest}`
      ? WithoutStar<Rest, Name>
      : Name extends `${infer Rest}/*`
        ? WithoutStar<Rest, Name>
        : WithoutStar<Name, Name>
>;

type WithoutStar<Part extends string, Name> = Part extends `${string}*${string}`
  ? "a * stands for all that may be before or behind the slash"
  : Name;

/** An API group; `*` alone stands for all, from Kubernetes 1.36 on. */
export type ApiGroupName<Name extends string> = Checked<
  Name,
  Name extends "*"
    ? Name
    : Name extends `${string}/${string}`
      ? "an API group is written without its version"
      : Exact<Name, "API groups">
>;

/** Users that Kubernetes itself names, and nodes and service accounts beside them. */
export type BuiltInUser =
  | "system:anonymous"
  | "system:apiserver"
  | "system:cloud-controller-manager"
  | "system:kube-controller-manager"
  | "system:kube-proxy"
  | "system:kube-scheduler"
  | "system:unsecured";

/** Groups that Kubernetes itself names. */
export type BuiltInGroup =
  | "system:authenticated"
  | "system:bootstrappers"
  | "system:masters"
  | "system:nodes"
  | "system:serviceaccounts"
  | "system:unauthenticated";

/** Any text, without keeping an editor from offering the names beside it in a union. */
export type AnyName = string & {};
