import { type Diagnostic, defineDiagnostic } from "../../diagnostics/index.js";
import { API_VERBS, findNamed, isBuiltInGroup } from "../../kubernetes/index.js";
import type { GroupResources, Level, PolicyRule } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import { knowsRelease } from "../knows-release.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";

const none = defineDiagnostic<{
  resources: readonly string[];
  verbs: readonly string[];
  served: readonly string[];
  level: Level;
  /** Of a request for one of the resources, with a verb that it takes. */
  instead: Level | undefined;
}>({
  code: "no-verb-served",
  severity: "warning",
  title: "A resource that takes none of the verbs of its rule",
  message: ({ resources, verbs, served }) => {
    const take = `${quoteAll(resources)} ${resources.length === 1 ? "takes" : "take"}`;
    return `${take} only ${quoteAll(served)}, and not ${quoteAll(verbs)}`;
  },
  help: ({ served, level, instead }) =>
    instead === undefined
      ? undefined
      : `requests with ${quoteAll(served)} are audited at level ${instead}, not ${level}`,
});

const some = defineDiagnostic<{ verbs: readonly string[]; served: readonly string[] }>({
  code: "verb-not-served",
  severity: "info",
  title: "A verb that none of the resources of its rule takes",
  message: ({ verbs }) => `none of the resources takes ${quoteAll(verbs)}`,
  help: ({ served }) => `they take ${quoteAll(served)}`,
});

/** Resources that take none of a rule's verbs, and verbs that go with none of its resources. */
export const verbNotServed: LintRule = {
  diagnostics: [none, some],
  *check(context) {
    if (!knowsRelease(context)) return;
    for (const [index, rule] of context.policy.rules.entries()) {
      const verbs = (rule.verbs ?? []).filter((verb) => API_VERBS.includes(verb));
      if (verbs.length === 0) continue;
      const targets = findTargets(index, rule, context.kubernetesVersion);
      if (targets) yield* checkRule(context, index, verbs, targets);
    }
  },
};

/** What one name in `resources` stands for. */
interface Target {
  readonly path: string;
  readonly entry: GroupResources;
  readonly name: string;
  readonly served: readonly string[];
  /** A resource by its name: a subresource is often named beside it for the sake of order alone. */
  readonly isPlain: boolean;
}

/** All that a rule names; undefined if some of it is no built-in resource, or unknown. */
function findTargets(
  index: number,
  { resources = [] }: PolicyRule,
  kubernetesVersion: string | undefined,
): readonly Target[] | undefined {
  const targets = resources.flatMap((entry, position) =>
    (entry.resources?.length ? entry.resources : ["*"]).map((name, inner) => ({
      path: `rules[${index}].resources[${position}].resources[${inner}]`,
      entry,
      name,
      served: verbsOf(entry.group, name, kubernetesVersion),
      isPlain: !/[*/]/.test(name),
    })),
  );
  const isAllKnown = targets.every(({ entry, served }) => isBuiltInGroup(entry.group) && served.length > 0);
  return isAllKnown && targets.length > 0 ? targets : undefined;
}

function verbsOf(group: string, name: string, kubernetesVersion: string | undefined): readonly string[] {
  return [...new Set(findNamed(group, name, kubernetesVersion).flatMap(({ verbs }) => verbs))].sort();
}

function* checkRule(
  context: LintContext,
  index: number,
  verbs: readonly string[],
  targets: readonly Target[],
): Generator<Diagnostic> {
  const path = `rules[${index}].verbs`;
  const takes = ({ served }: Target): boolean => verbs.some((verb) => served.includes(verb));
  if (!targets.some(takes)) {
    yield reportNone(context, index, path, verbs, targets);
    return;
  }
  for (const target of targets)
    if (target.isPlain && !takes(target)) yield reportNone(context, index, target.path, verbs, [target]);
  const served = [...new Set(targets.flatMap((target) => target.served))].sort();
  const dead = verbs.filter((verb) => !served.includes(verb));
  const [first] = dead;
  if (first === undefined) return;
  const place = context.place(`${path}[${context.policy.rules[index]?.verbs?.indexOf(first)}]`);
  yield some(place, { verbs: dead, served }, { reading: "real-identities" });
}

function reportNone(
  context: LintContext,
  index: number,
  path: string,
  verbs: readonly string[],
  targets: readonly Target[],
): Diagnostic {
  const served = [...new Set(targets.flatMap((target) => target.served))].sort();
  const resources = targets.map(({ entry, name }) => ({ ...entry, resources: [name] }));
  const missed = findMissed(context, index, { verbs: served, resources });
  return none(
    context.place(path),
    {
      resources: targets.map(({ name }) => name),
      verbs,
      served,
      level: context.policy.rules[index]?.level ?? "None",
      instead: missed?.decision.level,
    },
    { witness: missed?.request, reading: "real-identities" },
  );
}
