import type { Recording } from "../../analyze/index.js";
import { defineDiagnostic } from "../../diagnostics/index.js";
import { findNamed } from "../../kubernetes/index.js";
import { type Policy, type RequestAttributes, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import { knowsRelease } from "../knows-release.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";

const diagnostic = defineDiagnostic<{ resources: readonly string[]; missed: readonly string[] }>({
  code: "subresources-missed",
  severity: "warning",
  title: "Changes to a resource by way of its subresources are not recorded",
  message: ({ resources, missed }) =>
    `changes to ${quoteAll(resources)} are recorded, but not those by way of ${quoteAll(missed)}`,
  help: ({ missed }) =>
    `a resource stands for none of its subresources: name ${quoteAll(missed)} as well, or in a rule of level None`,
});

interface Change {
  readonly subresource: string;
  /** Of the requests to it. */
  readonly verbs: readonly string[];
  /** What they come to. */
  readonly like: readonly string[];
}

const UPDATES = ["update", "patch"];
const SCALE: Change = { subresource: "scale", verbs: UPDATES, like: UPDATES };

/** The subresources that change what is in a resource, or delete it. Status is not what anybody asks for. */
const CHANGES: ReadonlyMap<string, readonly Change[]> = new Map([
  ["apps/deployments", [SCALE]],
  ["apps/replicasets", [SCALE]],
  ["apps/statefulsets", [SCALE]],
  ["/replicationcontrollers", [SCALE]],
  [
    "/pods",
    [
      { subresource: "ephemeralcontainers", verbs: UPDATES, like: UPDATES },
      { subresource: "eviction", verbs: ["create"], like: ["delete"] },
      { subresource: "resize", verbs: UPDATES, like: UPDATES },
    ],
  ],
  [
    "certificates.k8s.io/certificatesigningrequests",
    [{ subresource: "approval", verbs: UPDATES, like: UPDATES }],
  ],
]);

/**
 * A resource whose changes a rule records, where nothing is recorded of the same changes by any of its users if they come by
 * a subresource, and no rule speaks of that. What goes into containers, `pods/exec` and the like, is no change.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatchesResource`; kubernetes/kubernetes#48836
 */
export const subresourcesMissed: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    if (!knowsRelease(context)) return;
    for (const at of resourceEntries(context.policy)) {
      const { group, resources = [] } = at.entry;
      if (at.rule.level === "None") continue;
      const missed = resources.flatMap((resource) =>
        (CHANGES.get(`${group}/${resource}`) ?? []).flatMap((change) =>
          findUnrecorded(context, at, resource, change),
        ),
      );
      const [shown] = missed;
      if (!shown) continue;
      yield diagnostic(
        context.place(`${at.path}.resources[${resources.indexOf(shown.resource)}]`),
        {
          resources: [...new Set(missed.map(({ resource }) => resource))],
          missed: missed.map(({ name }) => name),
        },
        { witness: shown.request },
      );
    }
  },
};

interface Unrecorded {
  readonly resource: string;
  readonly name: string;
  readonly request: RequestAttributes;
}

function findUnrecorded(
  context: LintContext,
  { rule, index, entry }: ResourceEntry,
  resource: string,
  { subresource, verbs, like }: Change,
): readonly Unrecorded[] {
  const name = `${resource}/${subresource}`;
  const { kubernetesVersion } = context;
  const alike = rule.verbs?.length ? like.filter((verb) => rule.verbs?.includes(verb)) : like;
  const isServed = findNamed(entry.group, name, kubernetesVersion).length > 0;
  if (alike.length === 0 || !isServed || isNamed(context.policy, entry.group, resource, subresource))
    return [];
  const resources = [{ ...entry, resources: [name] }];
  const mended = { verbs: verbs === like ? alike : verbs, resources };
  const missed = findMissed(context, index, mended, ({ stages }) => stages.length === 0);
  const isRecorded = ({ stages }: Recording): boolean => stages.length > 0;
  const own = { ...selectorOf(rule), verbs: alike, resources: [{ ...entry, resources: [resource] }] };
  const isReported =
    missed &&
    context.find({ requests: [own], rule: (applied) => applied === index, recording: isRecorded }) &&
    // Recorded of some users, they are not forgotten.
    context.excludes({ requests: [{ ...selectorOf(rule), ...mended }], recording: isRecorded });
  return isReported ? [{ resource, name, request: missed.request }] : [];
}

/** Whether any rule speaks of the subresource. */
function isNamed({ rules }: Policy, group: string, resource: string, subresource: string): boolean {
  const names = [`${resource}/${subresource}`, `${resource}/*`, `*/${subresource}`];
  return rules.some(({ resources = [] }) =>
    resources.some(
      (entry) =>
        (entry.group === group || entry.group === "*") &&
        entry.resources?.some((name) => names.includes(name)),
    ),
  );
}
