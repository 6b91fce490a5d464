/**
 * What requests there are taken to be. `formal`: whatever kube-apiserver's evaluator can be handed. `real-identities`: what
 * Kubernetes' own authenticators and the paths of its API make of a request; an assumption, not a guarantee.
 */
export type Reading = "formal" | "real-identities";

/**
 * The parts of the assumption.
 *
 * - `identities`: a user is in the groups that Kubernetes gives its name, and in no other of those that it gives to some;
 *   service accounts, the API server and the anonymous user are in no others at all; and no user is called as Kubernetes
 *   calls a group, nor the reverse.
 * - `verbs`: a request for a resource has one of the API's verbs, another one an HTTP method in lower case.
 * - `names`: `get` and `delete` name an object, `deletecollection` names none, `create` only with a subresource.
 * - `scopes`: built-in resources of the cluster are in no namespace, and a namespace is in itself.
 * - `paths`: what the path of a resource looks like is a request for a resource, and no part of it has a `*`.
 */
export const ASSUMPTIONS = ["identities", "verbs", "names", "scopes", "paths"] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** What a reading assumes. */
export const ASSUMPTIONS_OF: Readonly<Record<Reading, readonly Assumption[]>> = {
  formal: [],
  "real-identities": ASSUMPTIONS,
};
