/**
 * What requests there are taken to be. `formal`: whatever kube-apiserver's evaluator can be handed. `real-identities`: what
 * Kubernetes' own authenticators and the paths of its API make of a request; an assumption, not a guarantee.
 */
export type Reading = "formal" | "real-identities";
