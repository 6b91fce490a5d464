import type { Composition } from "../compose/index.js";
import type { Level, Policy, Stage } from "../model/index.js";
import type { FragmentName, FragmentParameters, PresetName } from "../presets/index.js";
import type { ResourcesOfGroup } from "../vocabulary/index.js";
import type { AnyGroup, AnyUser, CheckedSelector } from "./checked-selector.js";
import type { NonResourceURL } from "./rule-selector.js";

/** What holds for the whole policy. */
export interface AuditPolicyOptions {
  /** Stages for which no rule writes an event. */
  readonly omitStages?: readonly Stage[];
  /** Whether recorded bodies leave out `metadata.managedFields`, where a rule does not say. */
  readonly omitManagedFields?: boolean;
  /** The release whose checks `build` makes; the newest if not given. */
  readonly kubernetesVersion?: string;
}

/** What a rule does beside its level. */
export interface RuleOptions {
  /** United with those of the policy. */
  readonly omitStages?: readonly Stage[];
  /** Overrides the policy's own. */
  readonly omitManagedFields?: boolean;
  /** Why the rule is there: the comment above it when the policy is printed. */
  readonly reason?: string;
}

/**
 * A method that takes a selector, whose parameters are what the compiler finds in it: they are not for writing out.
 *
 * A selector that is kept in a variable is a `RuleSelector`.
 */
export type AddRule<Allowed extends Level, Options> = <
  const User extends AnyUser,
  const Group extends AnyGroup,
  const Verb extends string,
  const Namespace extends string,
  const Path extends NonResourceURL = never,
  const Entries extends readonly ResourcesOfGroup[] = never,
>(
  level: Allowed,
  selector?: CheckedSelector<User, Group, Verb, Entries, Namespace, Path>,
  options?: Options,
) => PolicyBuilder;

/** A policy in the making. Each method returns a new builder and leaves this one as it is; order in the chain is rule order. */
export interface PolicyBuilder {
  /**
   * Adds a rule. Without a selector it matches every request, which `otherwise` says more clearly.
   *
   * @example
   * auditPolicy()
   *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] }, { reason: "Bodies hold credentials." })
   *   .build().policy.rules[0]?.level; // Metadata
   */
  readonly rule: AddRule<Level, RuleOptions>;

  /**
   * Adds all rules of a preset, or of a policy.
   *
   * What these say for the whole policy goes into their rules, but for what the builder says, too. Stages that the builder omits are
   * omitted there as well; its `omitManagedFields` holds where they have none.
   *
   * @throws GenAuditError `unknown-preset` where no preset has that name.
   *
   * @example
   * auditPolicy().use("gce").build().policy.rules.length; // 14
   */
  use(source: PresetName | Policy): PolicyBuilder;

  /**
   * Adds the rules of a fragment where it stands in the chain, with its parameters; `composePreset` would place it by its slot.
   *
   * @throws GenAuditError `unknown-fragment` where no fragment has that name, `bad-input` for a parameter that it does not have, or a
   * value that is none of its kind.
   *
   * @example
   * auditPolicy().useFragment("argocd", { namespace: "gitops" }).build().policy.rules[1]?.users;
   * // ["system:serviceaccount:gitops:argocd-application-controller"]
   */
  useFragment<Name extends FragmentName>(
    name: Name,
    parameters?: Name extends keyof FragmentParameters ? FragmentParameters[Name] : never,
  ): PolicyBuilder;

  /**
   * Adds a catch-all: a rule for every request that no rule above it matches. Rules behind it can never apply.
   *
   * @example
   * auditPolicy().rule("None", { nonResourceURLs: ["/healthz*"] }).otherwise("Metadata").build().diagnostics.length; // 0
   */
  otherwise(level: Level, options?: RuleOptions): PolicyBuilder;

  /**
   * Asks for a level, or one above it, of requests that would be recorded at a lower one. Where it stands in the chain makes no
   * difference: it is about what all rules together decide.
   *
   * What is recorded only because of it leaves out the stages and managed fields that the whole policy does.
   *
   * @example
   * const { policy } = auditPolicy()
   *   .atLeast("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
   *   .rule("None", { verbs: ["get"] })
   *   .otherwise("Request")
   *   .build();
   * policy.rules[0]; // { level: "Metadata", verbs: ["get"], resources: [{ group: "", resources: ["secrets"] }] }
   */
  readonly atLeast: AddRule<Exclude<Level, "None">, Pick<RuleOptions, "reason">>;

  /**
   * Asks for a level, or one below it, of requests that would be recorded at a higher one; as `atLeast`, wherever it stands. Where
   * both are asked of a request and it cannot have both, this one wins, and a diagnostic says so.
   *
   * @example
   * auditPolicy()
   *   .otherwise("RequestResponse")
   *   .atMost("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
   *   .build().policy.rules.map(({ level }) => level); // ["Metadata", "RequestResponse"]
   */
  readonly atMost: AddRule<Exclude<Level, "RequestResponse">, Pick<RuleOptions, "reason">>;

  /**
   * The policy, where its rules come from, and what kube-apiserver would say of it.
   *
   * A list without entries is no constraint: it gets a diagnostic, and is left out of the policy.
   * The source of a rule is `preset NAME`, `policy N` (the Nth given to `use`) or `the builder's own rules`.
   *
   * @throws NotComposableError where floors or ceilings cannot be written as rules. GenAuditError `unknown-version` if the
   *   builder's `kubernetesVersion` is no release.
   *
   * @example
   * const { policy, origins, diagnostics } = auditPolicy().rule("None", { verbs: ["watch"] }).use("metadata-only").build();
   * policy.rules.length; // 2
   * origins[1]?.[0]?.source; // preset metadata-only
   * diagnostics.length; // 0
   */
  build(): Composition;
}
