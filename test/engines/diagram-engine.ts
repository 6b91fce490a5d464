import type { PolicySupport } from "../../src/kubernetes/index.js";
import { type Policy, STAGES } from "../../src/model/index.js";
import { type DecisionClass, decisionClass, relationOf } from "./decision-class.js";
import { type Diagram, NOTHING } from "./decision-diagrams.js";
import type { ComparisonAnswer, Engine, EngineOptions, PolicyAnswer, UnreachableAnswer } from "./engine.js";
import { RequestDiagrams } from "./request-diagrams.js";
import { restrictRule } from "./restrict-rule.js";
import { supportOf } from "./support-of.js";

/** Works on sets of requests as binary decision diagrams: a question is whether some set is empty. */
export const diagramEngine: Engine = {
  examine(policy: Policy, options: EngineOptions): PolicyAnswer {
    const support = supportOf(options.kubernetesVersion);
    const requests = new RequestDiagrams([policy], support, options.reading);
    const { sets } = requests;
    const { matched, applied, rest } = layOut(policy, requests);
    const decisions = decisionsOf(policy, support);
    const indexes = [...policy.rules.keys()];
    return {
      unreachable: indexes
        .filter((rule) => applied[rule] === NOTHING)
        .map((rule): UnreachableAnswer => {
          const other = indexes.find(
            (earlier) =>
              policy.rules[earlier]?.level !== policy.rules[rule]?.level &&
              sets.and(applied[earlier] ?? NOTHING, matched[rule] ?? NOTHING) !== NOTHING,
          );
          const unmatchable = matched[rule] === NOTHING;
          return { rule, unmatchable, ...(other !== undefined && { otherLevel: other }) };
        }),
      redundant: indexes.filter((rule) => {
        // Its requests go to the next rules that match them; what none does is not recorded.
        let left = applied[rule] ?? NOTHING;
        if (left === NOTHING) return false;
        for (const next of indexes.slice(rule + 1)) {
          const meets = sets.and(left, matched[next] ?? NOTHING) !== NOTHING;
          if (meets && decisions[next] !== decisions[rule]) return false;
          left = sets.without(left, matched[next] ?? NOTHING);
        }
        return left === NOTHING || decisions[rule] === decisions.at(-1);
      }),
      withoutEffect: policy.rules.flatMap((rule, index) =>
        restrictRule(rule)
          .filter((one) => sets.and(requests.matchedBy(one.rule), applied[index] ?? NOTHING) === NOTHING)
          .map(({ entry }) => `rules[${index}].${entry}`),
      ),
      decisions: distinct(
        [...applied, rest].flatMap((set, rule) => (set === NOTHING ? [] : (decisions[rule] ?? []))),
      ),
    };
  },

  compare(before: Policy, after: Policy, options: EngineOptions): ComparisonAnswer {
    const support = supportOf(options.kubernetesVersion);
    const requests = new RequestDiagrams([before, after], support, options.reading);
    const regionsAfter = [...regionsOf(after, support, requests)];
    const pairs = [...regionsOf(before, support, requests)].flatMap(([was, region]) =>
      regionsAfter.flatMap(([is, other]) =>
        was !== is && requests.and(region, other) !== NOTHING ? [[was, is] as const] : [],
      ),
    );
    pairs.sort((a, b) => (a.join(" -> ") < b.join(" -> ") ? -1 : 1));
    return { relation: relationOf(pairs), differences: pairs };
  },

  coverage(policy: Policy, options: EngineOptions): (rule: number, by: readonly number[]) => boolean {
    const requests = new RequestDiagrams([policy], supportOf(options.kubernetesVersion), options.reading);
    const { matched } = layOut(policy, requests);
    const matchedBy = (rule: number): Diagram => matched[rule] ?? NOTHING;
    return (rule, by) =>
      requests.sets.without(matchedBy(rule), requests.or(...by.map(matchedBy))) === NOTHING;
  },
};

interface Layout {
  /** By rule: what it matches of the possible requests. */
  readonly matched: readonly Diagram[];
  /** By rule: what it applies to. */
  readonly applied: readonly Diagram[];
  /** What no rule matches. */
  readonly rest: Diagram;
}

function layOut(policy: Policy, requests: RequestDiagrams): Layout {
  const matched = policy.rules.map((rule) => requests.and(requests.possible, requests.matchedBy(rule)));
  let rest = requests.possible;
  const applied = matched.map((set) => {
    const first = requests.and(rest, set);
    rest = requests.sets.without(rest, set);
    return first;
  });
  return { matched, applied, rest };
}

/** By decision, the requests that are decided so. */
function regionsOf(
  policy: Policy,
  support: PolicySupport,
  requests: RequestDiagrams,
): ReadonlyMap<DecisionClass, Diagram> {
  const { applied, rest } = layOut(policy, requests);
  const regions = new Map<DecisionClass, Diagram>();
  for (const [rule, decision] of decisionsOf(policy, support).entries()) {
    const set = applied[rule] ?? rest;
    regions.set(decision, requests.or(regions.get(decision) ?? NOTHING, set));
  }
  return regions;
}

/** What each rule decides, and at the end what is decided where none matches. */
function decisionsOf(policy: Policy, support: PolicySupport): readonly DecisionClass[] {
  const omitted = support.policyOmitStages ? (policy.omitStages ?? []) : [];
  return [
    ...policy.rules.map(({ level, omitStages = [], omitManagedFields = policy.omitManagedFields ?? false }) =>
      decisionClass(level, [...omitted, ...omitStages], support.omitManagedFields && omitManagedFields),
    ),
    decisionClass("None", STAGES, true),
  ];
}

function distinct(decisions: readonly DecisionClass[]): readonly DecisionClass[] {
  return [...new Set(decisions)].sort();
}
