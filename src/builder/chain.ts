import { composeWithin, type LevelLimit, type LevelLimits } from "../combine/index.js";
import {
  type Composition,
  joinParts,
  type PolicyPart,
  printOrigins,
  type RuleOrigin,
} from "../compose/index.js";
import { hasFatalError } from "../diagnostics/index.js";
import {
  type Level,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  pushIntoRules,
  type RequestSelector,
} from "../model/index.js";
import {
  type FragmentName,
  type FragmentUse,
  getFragment,
  getPreset,
  instantiateFragment,
  type PresetName,
} from "../presets/index.js";
import { validatePolicy } from "../validate/index.js";
import { joinEntries } from "./join-entries.js";
import { numberOwnRules, OWN_RULES, placeWithOrigin } from "./origins.js";
import type { AuditPolicyOptions, PolicyBuilder, RuleOptions } from "./policy-builder.js";
import { withoutEmptyLists } from "./without-empty-lists.js";

/** The parts in chain order; rules written one after the other are one part. */
export class Chain implements PolicyBuilder {
  readonly #options: AuditPolicyOptions;
  readonly #parts: readonly PolicyPart[];
  readonly #limits: Required<LevelLimits>;

  constructor(
    options: AuditPolicyOptions,
    parts: readonly PolicyPart[],
    limits: Required<LevelLimits> = { atLeast: [], atMost: [] },
  ) {
    // Copies here and below: a list that the caller goes on filling must not change a builder.
    this.#options = structuredClone(options);
    this.#parts = parts;
    this.#limits = limits;
  }

  rule(
    level: Level,
    selector: RequestSelector = {},
    { reason, ...omissions }: RuleOptions = {},
  ): PolicyBuilder {
    const last = this.#parts.at(-1);
    const own = last?.name === OWN_RULES ? last : undefined;
    const rule = { level, ...copySelector(selector), ...structuredClone(omissions) };
    const part = createPart(
      OWN_RULES,
      [...(own?.policy.rules ?? []), rule],
      [...(own?.reasons ?? []), reason],
    );
    return new Chain(this.#options, [...(own ? this.#parts.slice(0, -1) : this.#parts), part], this.#limits);
  }

  use(source: PresetName | Policy): PolicyBuilder {
    const part = typeof source === "string" ? this.#presetPart(source) : this.#policyPart(source);
    return new Chain(this.#options, [...this.#parts, part], this.#limits);
  }

  useFragment(name: FragmentName, parameters: NonNullable<FragmentUse["with"]> = {}): PolicyBuilder {
    const filled = instantiateFragment(getFragment(name), parameters);
    const rules = filled.map(({ rule }) => rule);
    const reasons = filled.map(({ reason }) => reason);
    return new Chain(
      this.#options,
      [...this.#parts, createPart(`fragment ${name}`, rules, reasons)],
      this.#limits,
    );
  }

  otherwise(level: Level, options: RuleOptions = {}): PolicyBuilder {
    return this.rule(level, {}, options);
  }

  atLeast(level: Level, selector: RequestSelector = {}, options: RuleOptions = {}): PolicyBuilder {
    return this.#within({ atLeast: [toLimit(level, selector, options)] });
  }

  atMost(level: Level, selector: RequestSelector = {}, options: RuleOptions = {}): PolicyBuilder {
    return this.#within({ atMost: [toLimit(level, selector, options)] });
  }

  #within({ atLeast = [], atMost = [] }: LevelLimits): PolicyBuilder {
    return new Chain(this.#options, this.#parts, {
      atLeast: [...this.#limits.atLeast, ...atLeast],
      atMost: [...this.#limits.atMost, ...atMost],
    });
  }

  build(): Composition {
    const { kubernetesVersion } = this.#options;
    const base = this.#buildRules();
    // What kube-apiserver would refuse is not worth reckoning with.
    return hasFatalError(base.diagnostics) ? base : composeWithin(base, this.#limits, { kubernetesVersion });
  }

  #buildRules(): Composition {
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
      comments: origins.map(commentOf),
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
    return createPart(`preset ${name}`, this.#ownOmissions(policy), reasons);
  }

  #policyPart(policy: Policy): PolicyPart {
    const before = this.#parts.filter(({ name }) => name.startsWith("policy ")).length;
    return createPart(`policy ${before + 1}`, structuredClone(this.#ownOmissions(policy)));
  }

  /** The rules of a policy, with what it leaves out beyond what the builder does. */
  #ownOmissions(policy: Policy): readonly PolicyRule[] {
    const { omitStages: omitted = [], omitManagedFields: withoutFields } = this.#options;
    return pushIntoRules(policy).map(({ omitStages = [], omitManagedFields, ...rule }) => {
      const stages = omitStages.filter((stage) => !omitted.includes(stage));
      const isOwn = omitManagedFields !== undefined && omitManagedFields !== withoutFields;
      return {
        ...rule,
        ...(stages.length > 0 && { omitStages: stages }),
        ...(isOwn && { omitManagedFields }),
      };
    });
  }
}

/** Why a rule of one's own is there needs no telling where it comes from. */
function commentOf(origins: readonly RuleOrigin[]): string | undefined {
  const [origin] = origins;
  return origin?.source === OWN_RULES && origins.length === 1 ? origin.reason : printOrigins(origins);
}

function toLimit(level: Level, selector: RequestSelector, { reason }: RuleOptions): LevelLimit {
  return { level, selector: copySelector(selector), reason };
}

function copySelector(selector: RequestSelector): RequestSelector {
  const { resources, ...rest } = structuredClone(selector);
  return resources ? { ...rest, resources: joinEntries(resources) } : rest;
}

function createPart(
  name: string,
  rules: readonly PolicyRule[],
  reasons: readonly (string | undefined)[] = [],
): PolicyPart {
  return { name, reasons, policy: { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules } };
}
