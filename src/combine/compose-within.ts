import { isSameConfig, type RequestAuditConfig } from "../analyze/index.js";
import type { Composition, RuleOrigin } from "../compose/index.js";
import { hasFatalError } from "../diagnostics/index.js";
import { evaluate } from "../evaluate/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { RequestAttributes } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { checkLimits } from "./check-limits.js";
import { lower, type Omissions, raise } from "./combine-configs.js";
import { type Layer, type LayerRule, layerOf } from "./layer.js";
import type { LevelLimit, LevelLimits } from "./level-limits.js";
import { type CombineOptions, multiply } from "./multiply.js";
import { nameLimit } from "./name-limit.js";
import { policyOfSelectors } from "./policy-of-layer.js";
import { writeComposition } from "./write-composition.js";

/**
 * A policy within limits: some requests are recorded at a level at least, some at a level at most, all others as before. The order
 * of the limits makes no difference. Where a lower ceiling meets a floor the ceiling wins, and a diagnostic says so; where a floor
 * could hold for no request, the diagnostic is an error.
 *
 * What is recorded only because of a floor leaves out the stages and managed fields that the policy leaves out for all rules; a
 * ceiling leaves out nothing else. The result is proved to be what this says for whatever the evaluator can be handed, is
 * minimized, and says of each rule where it comes from.
 *
 * @throws NotComposableError, GenAuditError as `composeStrictest` does.
 *
 * @example
 * const gce = composeSequence([{ ...getPreset("gce"), name: "preset gce" }]);
 * const tokens = { verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] };
 * const { policy, diagnostics } = composeWithin(gce, { atMost: [{ level: "Metadata", selector: tokens }] });
 * evaluate(policy, parseRequest("create serviceaccounts/token default -n default --as jane").request).level; // Metadata
 * diagnostics.length; // 0
 */
export function composeWithin(
  base: Composition,
  limits: LevelLimits,
  options: CombineOptions = {},
): Composition {
  const { atLeast = [], atMost = [] } = limits;
  if (atLeast.length + atMost.length === 0) return base;
  const diagnostics = checkLimits(limits, options);
  if (hasFatalError(diagnostics)) return { ...base, diagnostics: [...base.diagnostics, ...diagnostics] };
  const support = policySupport(requireRelease(options.kubernetesVersion));
  const everywhere: Omissions = {
    omitStages: support.policyOmitStages ? (base.policy.omitStages ?? []) : [],
    omitManagedFields: support.omitManagedFields && base.policy.omitManagedFields === true,
  };
  const changes = [
    ...atLeast.map((limit) =>
      layerOfLimit("at least", limit, (config) => raise(config, limit.level, everywhere)),
    ),
    ...atMost.map((limit) => layerOfLimit("at most", limit, (config) => lower(config, limit.level))),
  ];
  const start = layerOf(base, support);
  const product = {
    combine: (config: RequestAuditConfig, change: Change) => change(config),
    decidersOf: (request: RequestAttributes): readonly LayerRule<unknown>[] => {
      const decider = start.at(evaluate(base.policy, request, options).rule ?? -1);
      const limiting = changes.flatMap(([limit]) =>
        limit && evaluate(policyOfSelectors([limit]), request, options).rule === 0 ? [limit] : [],
      );
      return decider ? [decider, ...limiting] : limiting;
    },
    // Why the rule is there as it was no longer holds for what a limit makes of it.
    originsOf: (
      rule: LayerRule<RequestAuditConfig>,
      limit: LayerRule<Change>,
      together: RequestAuditConfig,
    ): readonly RuleOrigin[] =>
      isSameConfig(rule.value, together)
        ? rule.origins
        : [...rule.origins.map(({ reason, ...origin }) => origin), ...limit.origins],
  };
  const layer = changes.reduce((rules, change) => multiply(rules, change, product, options), start);
  return writeComposition(layer, [base.policy], options, [...base.diagnostics, ...diagnostics]);
}

type Change = (config: RequestAuditConfig) => RequestAuditConfig;

/** What a limit makes of some requests, and that it makes nothing of all others. */
function layerOfLimit(side: "at least" | "at most", limit: LevelLimit, change: Change): Layer<Change> {
  const { selector, reason } = limit;
  const source = nameLimit(side, limit);
  return [
    { selector, value: change, origins: [{ source, ...(reason !== undefined && { reason }) }] },
    { selector: {}, value: (config) => config, origins: [] },
  ];
}
