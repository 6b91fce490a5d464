import type { Exact } from "./exact.js";
import type { ResourceVerb } from "./verb.js";

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

/** Some resources of a group, whichever it is, or some objects of these. */
export interface NamedResources {
  /** The API group without its version; `""` is the core group. */
  readonly group: string;
  /** `pods`, `pods/log`, `pods/*`, `*`, and a `*` before a subresource such as `/scale`. */
  readonly resources: readonly string[];
  /** Object names; absent: every object. */
  readonly resourceNames?: readonly string[];
}

/** Known to the compiler alone: at run time these are the plain fields of `audit.k8s.io/v1`. */
declare const VERBS: unique symbol;

/** A resource or a subresource of Kubernetes' own API, whose verbs the compiler knows. */
export interface KnownResource<Verb extends ResourceVerb = ResourceVerb> extends NamedResources {
  readonly [VERBS]: Verb;
}

/** The same, as the vocabulary has it: `core.configmaps`. */
export interface ResourceWord<Verb extends ResourceVerb = ResourceVerb> extends KnownResource<Verb> {
  readonly resourceNames?: never;
  /**
   * Some of its objects.
   *
   * @example
   * core.configmaps.named("aws-auth").resourceNames; // ["aws-auth"]
   */
  named<const Name extends string>(...names: readonly Exact<Name, "names of objects">[]): KnownResource<Verb>;
}
