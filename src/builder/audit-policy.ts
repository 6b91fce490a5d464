import {
  type Composition,
  joinParts,
  type PolicyPart,
  printOrigin,
  pushIntoRules,
} from "../compose/index.js";
import { type Level, POLICY_API_VERSION, POLICY_KIND, type Policy, type PolicyRule } from "../model/index.js";
import { getPreset, type PresetName } from "../presets/index.js";
import { validatePolicy } from "../validate/index.js";
import { numberOwnRules, OWN_RULES, placeWithOrigin } from "./origins.js";
import type { AuditPolicyOptions, PolicyBuilder, RuleOptions } from "./policy-builder.js";
import type { RuleSelector } from "./rule-selector.js";
import { withoutEmptyLists } from "./without-empty-lists.js";

/**
 * Starts a policy that is written in code, with the compiler refusing what kube-apiserver would refuse.
 *
 * @example
 * const { policy, diagnostics } = auditPolicy({ omitStages: ["RequestReceived"] })
 *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets", "configmaps"] }] })
 *   .otherwise("Request")
 *   .build();
 * [policy.rules.length, diagnostics.length].join(", "); // 2, 0
 */
export function auditPolicy(options: AuditPolicyOptions = {}): PolicyBuilder {
  return new Chain(options, []);
}

/** The parts in chain order; rules written one after the other are one part. */
class Chain implements PolicyBuilder {
  readonly #options: AuditPolicyOptions;
  readonly #parts: readonly PolicyPart[];

  constructor(options: AuditPolicyOptions, parts: readonly PolicyPart[]) {
    // Copies here and below: a list that the caller goes on filling must not change a builder.
    this.#options = structuredClone(options);
    this.#parts = parts;
  }

  rule(level: Level, selector: RuleSelector = {}, { reason, ...omissions }: RuleOptions = {}): PolicyBuilder {
    const last = this.#parts.at(-1);
    const own = last?.name === OWN_RULES ? last : undefined;
    const rule = structuredClone({ level, ...selector, ...omissions });
    const part = createPart(
      OWN_RULES,
      [...(own?.policy.rules ?? []), rule],
      [...(own?.reasons ?? []), reason],
    );
    return new Chain(this.#options, [...(own ? this.#parts.slice(0, -1) : this.#parts), part]);
  }

  use(source: PresetName | Policy): PolicyBuilder {
    const part = typeof source === "string" ? this.#presetPart(source) : this.#policyPart(source);
    return new Chain(this.#options, [...this.#parts, part]);
  }

  otherwise(level: Level, options: RuleOptions = {}): PolicyBuilder {
    return this.rule(level, {}, options);
  }

  build(): Composition {
    const { omitStages, omitManagedFields, kubernetesVersion } = this.#options;
    const joined = joinParts(this.#parts);
    const origins = numberOwnRules(joined.origins);
    const asWritten: Policy = {
      apiVersion: POLICY_API_VERSION,
      kind: POLICY_KIND,
      ...(omitStages && omitStages.length > 0 && { omitStages }),
      ...(omitManagedFields !== undefined && { omitManagedFields }),
      rules: joined.rules,
    };
    return {
      policy: { ...asWritten, rules: joined.rules.map(withoutEmptyLists) },
      origins,
      comments: origins.map((origin) => (origin.source === OWN_RULES ? origin.reason : printOrigin(origin))),
      diagnostics: [
        // Checked as written: it is an empty list that the caller has to hear of.
        ...validatePolicy(asWritten, {
          place: placeWithOrigin(origins),
          ...(kubernetesVersion && { kubernetesVersion }),
        }),
        ...joined.diagnostics,
      ],
    };
  }

  #presetPart(name: PresetName): PolicyPart {
    const { policy, reasons } = getPreset(name);
    return createPart(`preset ${name}`, pushIntoRules(policy), reasons);
  }

  #policyPart(policy: Policy): PolicyPart {
    const before = this.#parts.filter(({ name }) => name.startsWith("policy ")).length;
    return createPart(`policy ${before + 1}`, structuredClone(pushIntoRules(policy)));
  }
}

function createPart(
  name: string,
  rules: readonly PolicyRule[],
  reasons: readonly (string | undefined)[] = [],
): PolicyPart {
  return { name, reasons, policy: { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules } };
}
