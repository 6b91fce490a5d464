/** A resource of Kubernetes' own API, or a subresource. */
export interface ApiResource {
  /** `""` is the core group. */
  readonly group: string;
  /** The plural, as in URLs and policies: `pods`. */
  readonly resource: string;
  /** `exec`; `""` for the resource itself. */
  readonly subresource: string;
  readonly namespaced: boolean;
  /** Of the requests that it takes, as audit policies name them; in alphabetical order. */
  readonly verbs: readonly string[];
  /** Of the best API version that has it: one of alpha is off by default, as is one of beta that is new since 1.24. */
  readonly stability: "alpha" | "beta" | "stable";
  /** `Pod`; in lower case it is the singular that kubectl reads. Absent for a subresource. */
  readonly kind?: string;
  /** That kubectl reads: `po`. None for what was gone before 1.28. */
  readonly shortNames: readonly string[];
  /** The first release that serves it; `1.19` is that or an earlier one. */
  readonly since: string;
  /** The last release that serves it; absent if the newest does. */
  readonly until?: string;
}
