/**
 * Some strings: all, only these, or all but these. One that ends in `*` stands for all that begin so and are not named; where
 * both lists have a part of the same, the longer one counts.
 */
export type NameSet = "any" | { readonly only?: readonly string[]; readonly except?: readonly string[] };

/**
 * Resources of a group: all, only these, and of these or of all but some; written as in a policy. `pods/*` is `pods` with all
 * below it, as kube-apiserver has it.
 */
export interface GroupedResources {
  /** `*` stands for every group that is not named. */
  readonly group: string;
  readonly resources?: readonly string[];
  readonly except?: readonly string[];
}

/** Some resources: all, only these, or all but these. */
export type ResourceSet =
  | "any"
  | { readonly only: readonly GroupedResources[] }
  | { readonly except: readonly GroupedResources[] };

/** Requests, by what they have in common. A request is in the set if it is so in every part. */
export interface RequestSet {
  readonly users: NameSet;
  /** Groups that the user is in, all of them; and groups that the user is in none of. */
  readonly inGroups: readonly string[];
  readonly notInGroups: readonly string[];
  /** Whether requests whose authentication failed are among them; they have no user and no groups. */
  readonly withoutUser: boolean;
  readonly verbs: NameSet;
  /** For requests to resources; absent if there are none. An empty namespace is that of cluster-scoped requests. */
  readonly resources?: ResourceSet;
  readonly namespaces?: NameSet;
  readonly names?: NameSet;
  /** For requests to other paths; absent if there are none. */
  readonly paths?: NameSet;
}
