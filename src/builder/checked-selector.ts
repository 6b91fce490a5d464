import type {
  AnyName,
  ApiGroupName,
  BuiltInGroup,
  BuiltInUser,
  Exact,
  KnownResource,
  MethodVerb,
  NamedResources,
  OneOf,
  PathPattern,
  ResourcePattern,
  ResourcesOfGroup,
  ResourceVerb,
  UserGroupName,
  UserName,
} from "../vocabulary/index.js";
import type { NonResourceURL } from "./rule-selector.js";

/**
 * A `RuleSelector` as the compiler sees one that stands in the program: each parameter is what it finds in a field. What it cannot
 * know, since it is computed, it lets through.
 */
export interface CheckedSelector<
  User extends AnyUser,
  Group extends AnyGroup,
  Verb extends string,
  Entries extends readonly ResourcesOfGroup[],
  Namespace extends string,
  Path extends NonResourceURL,
> {
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly UserName<User>[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly UserGroupName<Group>[];
  /** Verbs that any of the resources has; for paths the HTTP method in lower case. */
  readonly verbs?: readonly OneOf<Verb, VerbFor<Entries[number], Path>>[];
  /** Resources of Kubernetes' own API as `gen-audit/kubernetes` has them, or any others. */
  readonly resources?: {
    readonly [Index in keyof Entries]: CheckedResources<Entries[Index]>;
  } & WithoutPaths<Path>;
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly Exact<Namespace, "names of namespaces">[] & WithoutPaths<Path>;
  /** Paths, such as `/healthz`; no request is for a path and for an object. */
  readonly nonResourceURLs?: readonly PathPattern<Path>[];
}

/** Any user, and of those that Kubernetes names an editor offers the name. */
export type AnyUser = BuiltInUser | AnyName;
/** Any group, likewise. */
export type AnyGroup = BuiltInGroup | AnyName;

type VerbFor<Entry, Path> = [Path] extends [never]
  ? [Entry] extends [never]
    ? ResourceVerb | MethodVerb
    : VerbOf<Entry>
  : MethodVerb;

/** What any of the resources is served with; of a group or a resource that the vocabulary does not have, every verb. */
type VerbOf<Entry> = Entry extends KnownResource<infer Verb> ? Verb : ResourceVerb;

type WithoutPaths<Path> = [Path] extends [never]
  ? unknown
  : [NonResourceURL] extends [Path]
    ? unknown
    : "no request is for an object and for a path: these go into a rule of their own";

type CheckedResources<Entry extends ResourcesOfGroup> = Entry extends KnownResource
  ? Entry
  : Exclude<keyof Entry, keyof NamedResources> extends never
    ? Entry extends CheckedEntry<Entry>
      ? Entry
      : CheckedEntry<Entry>
    : CheckedEntry<Entry>;

interface CheckedEntry<Entry extends ResourcesOfGroup> {
  readonly group: ApiGroupName<Entry["group"]>;
  readonly resources?: readonly ResourcePattern<Item<Entry["resources"]>>[];
  readonly resourceNames?: readonly Exact<Item<Entry["resourceNames"]>, "names of objects">[];
}

type Item<List> = List extends readonly (infer Name extends string)[] ? Name : never;
