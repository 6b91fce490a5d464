import type { AnalysisOptions } from "../analyze/index.js";
import type { Decision, Policy, RequestAttributes } from "../model/index.js";
import { type Breach, findBreaches } from "./find-breaches.js";
import { findMends, type Mend } from "./find-mends.js";
import type { Guarantee } from "./guarantee-definition.js";

/** Whether a policy keeps a guarantee, and why not. */
export interface Proof {
  /** The name of the guarantee. */
  readonly guarantee: string;
  readonly title?: string;
  /** `proved` is so for every request of the reading; `unknown` says that the search gave up. */
  readonly result: "proved" | "broken" | "unknown";
  /** A request that breaks it, of the first rule in the policy that does; or one that it asks for. It has been through `evaluate`. */
  readonly witness?: RequestAttributes;
  readonly decision?: Decision;
  /** One for each of its bounds and each rule that breaks it, in the order of the rules. */
  readonly breaches: readonly Breach[];
  /** If broken: what would mend all of it or, where there is no such thing, single bounds. */
  readonly mends: readonly Mend[];
  /** If it is broken formally alone: the reading by which it is proved. */
  readonly provedBy?: "real-identities";
}

/**
 * Proves that a policy keeps a guarantee, or says how it breaks it and what would mend that.
 *
 * By default the proof is formal, for every request that kube-apiserver's evaluator can be handed: a user may be in whatever
 * groups. With `reading: "real-identities"` it is for requests as Kubernetes' own authenticators and API make them.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const proof = proveGuarantee(getPreset("gce").policy, guarantee("no-token-bodies"));
 * proof.result; // broken
 * proof.witness && printRequest(proof.witness); // create serviceaccounts/token web-0 -n default --as jane
 * proof.decision?.rule; // 12
 * proof.mends[0].changes[0].title; // insert before rules[12]
 * proveGuarantee(proof.mends[0].policy, guarantee("no-token-bodies")).result; // proved
 */
export function proveGuarantee(
  policy: Policy,
  { name, title, bounds }: Guarantee,
  options: AnalysisOptions = {},
): Proof {
  const { breaches, isComplete, kept } = findBreaches(policy, bounds, options);
  const head = { guarantee: name, ...(title !== undefined && { title }) };
  const [first] = breaches;
  if (!first) {
    const [shown] = kept;
    return { ...head, result: isComplete ? "proved" : "unknown", ...shown, breaches, mends: [] };
  }
  const { witness, decision } = first;
  return {
    ...head,
    result: "broken",
    ...(witness && decision && { witness, decision }),
    breaches,
    mends: findMends(policy, bounds, breaches, options),
    ...(isProvedByReal(policy, bounds, options) && { provedBy: "real-identities" }),
  };
}

/** Whether what is broken formally is kept by what requests there really are. */
function isProvedByReal(policy: Policy, bounds: Guarantee["bounds"], options: AnalysisOptions): boolean {
  if (options.reading === "real-identities") return false;
  const { breaches, isComplete } = findBreaches(policy, bounds, { ...options, reading: "real-identities" });
  return breaches.length === 0 && isComplete;
}
