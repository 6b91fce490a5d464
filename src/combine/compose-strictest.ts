import { isSameConfig, type RequestAuditConfig } from "../analyze/index.js";
import { type Composition, composeSequence, type PolicyPart, type RuleOrigin } from "../compose/index.js";
import { evaluate } from "../evaluate/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { RequestAttributes } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { leastOf, mostOf } from "./combine-configs.js";
import { type LayerRule, layerOf } from "./layer.js";
import { type CombineOptions, multiply } from "./multiply.js";
import { writeComposition } from "./write-composition.js";

/**
 * The policy that records of each request what all of some policies record of it: it has the lowest of their levels, leaves out
 * each stage that one of them does, and managed fields if one does. The order of the policies makes no difference.
 *
 * A request that a policy has no rule for, that policy records at `None`. The result is proved to be what this says for whatever
 * the evaluator can be handed, is minimized, and says of each rule where it comes from.
 *
 * @throws NotComposableError where no list of rules says it: a rule cannot ask for a user who is in two groups; or where there
 *   are more than 20,000 pairs of rules, or the proof gives up. GenAuditError `unknown-version` if `kubernetesVersion` is no
 *   release.
 *
 * @example
 * const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
 * const { policy } = composeStrictest([part("gce"), part("metadata-only")]);
 * policy.rules.some(({ level }) => level === "RequestResponse"); // false
 * policy.rules.at(-1); // { level: "Metadata", omitStages: ["RequestReceived"] }
 */
export function composeStrictest(parts: readonly PolicyPart[], options: CombineOptions = {}): Composition {
  return composeBy(leastOf, parts, options);
}

/**
 * The policy that records of each request what any of some policies records of it: it has the highest of their levels, and leaves
 * out the stages that all of them do that record the request, and managed fields if all do that record bodies.
 *
 * @throws NotComposableError, GenAuditError as `composeStrictest` does.
 *
 * @example
 * const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
 * const { policy } = composeWidest([part("gce"), part("metadata-only")]);
 * policy.rules.some(({ level }) => level === "None"); // false
 */
export function composeWidest(parts: readonly PolicyPart[], options: CombineOptions = {}): Composition {
  return composeBy(mostOf, parts, options);
}

function composeBy(
  combine: (a: RequestAuditConfig, b: RequestAuditConfig) => RequestAuditConfig,
  parts: readonly PolicyPart[],
  options: CombineOptions,
): Composition {
  const support = policySupport(requireRelease(options.kubernetesVersion));
  if (parts.length < 2) return composeSequence(parts);
  const layers = parts.map((part) => {
    const { policy } = part;
    return layerOf({ policy, origins: composeSequence([part]).origins }, support);
  });
  const product = {
    combine,
    originsOf: decisiveOrigins,
    decidersOf: (request: RequestAttributes): readonly LayerRule<unknown>[] =>
      parts.flatMap(({ policy }, index) => {
        const { rule } = evaluate(policy, request, options);
        return layers[index]?.at(rule ?? -1) ?? [];
      }),
  };
  const layer = layers.reduce((a, b) => multiply(a, b, product, options));
  return writeComposition(
    layer,
    parts.map(({ policy }) => policy),
    options,
  );
}

/** Those of the rule that alone says what both do together; of both, where each does or neither. */
function decisiveOrigins(
  a: LayerRule<RequestAuditConfig>,
  b: LayerRule<RequestAuditConfig>,
  together: RequestAuditConfig,
): readonly RuleOrigin[] {
  const decisive = [a, b].filter(({ value, origins }) => origins.length > 0 && isSameConfig(value, together));
  return (decisive.length > 0 ? decisive : [a, b]).flatMap(({ origins }) => origins);
}
