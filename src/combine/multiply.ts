import type { AnalysisOptions, RequestAuditConfig } from "../analyze/index.js";
import type { RuleOrigin } from "../compose/index.js";
import { invariant } from "../diagnostics/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { RequestAttributes } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { arrangePairs } from "./arrange-pairs.js";
import type { Layer, LayerRule } from "./layer.js";
import { multiplyLayers } from "./multiply-layers.js";
import { NotComposableError } from "./not-composable-error.js";
import { minimizeLayer, unite } from "./policy-of-layer.js";
import { proveProduct } from "./prove-product.js";

/** Which API server the policies are for, and what the proof may cost. */
export type CombineOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;

/** How two layers become one. */
export interface Product<A, B> {
  readonly combine: (a: A, b: B) => RequestAuditConfig;
  /** Where what two rules say together comes from. */
  readonly originsOf: (
    a: LayerRule<A>,
    b: LayerRule<B>,
    together: RequestAuditConfig,
  ) => readonly RuleOrigin[];
  /** The rules of what all of it is made of that decide a request. */
  readonly decidersOf: (request: RequestAttributes) => readonly LayerRule<unknown>[];
}

/**
 * What two layers say of each request together, in few rules: proved to be that before and after rules are left out.
 *
 * Both come first once, where the first way needs more rules than either layer has: a rule that decides alone is then one rule,
 * and not one in front of each rule of the other layer.
 *
 * @throws NotComposableError if no list of rules says it, or it is not proved in time.
 */
export function multiply<A, B>(
  a: Layer<A>,
  b: Layer<B>,
  product: Product<A, B>,
  options: CombineOptions,
): Layer<RequestAuditConfig> {
  const one = multiplyInOrder(a, b, product, options);
  if (one.length <= Math.max(a.length, b.length)) return one;
  const { combine, originsOf, decidersOf } = product;
  const swapped: Product<B, A> = {
    decidersOf,
    combine: (second, first) => combine(first, second),
    originsOf: (second, first, together) => originsOf(first, second, together),
  };
  const other = attempt(() => multiplyInOrder(b, a, swapped, options));
  return other && other.length < one.length ? other : one;
}

/** What one order comes to holds, whatever is in the way of the other one. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotComposableError) return undefined;
    throw error;
  }
}

function multiplyInOrder<A, B>(
  a: Layer<A>,
  b: Layer<B>,
  { combine, originsOf, decidersOf }: Product<A, B>,
  options: CombineOptions,
): Layer<RequestAuditConfig> {
  const support = policySupport(requireRelease(options.kubernetesVersion));
  const pairs = multiplyLayers(a, b, combine, support);
  const arranged = arrangePairs(a, b, pairs, decidersOf, options);
  requireProof(proveProduct(arranged, [a, b], combine, options));
  const layer = arranged.map(({ rules: [i, j], value, selector }): LayerRule<RequestAuditConfig> => {
    const [one, other] = [a[i], b[j]];
    return { selector, value, origins: one && other ? unite(originsOf(one, other, value)) : [] };
  });
  return minimizeLayer(layer, options);
}

/** Nothing is handed out that is not proved to be what it is defined to be. */
export function requireProof(proof: RequestAttributes | "proved" | "unknown"): void {
  if (proof === "unknown") {
    throw new NotComposableError("the proof that the policy is what is asked for gave up at its limit", {
      help: "nothing is given that is not proved; a higher limit lets it go on for longer",
    });
  }
  invariant(proof === "proved", `the composition decides ${JSON.stringify(proof)} as it is defined to`);
}
