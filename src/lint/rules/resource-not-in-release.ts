import { type Diagnostic, defineDiagnostic } from "../../diagnostics/index.js";
import {
  findApiResources,
  findNamed,
  hasApiGroup,
  lastFormerRelease,
  parseVersion,
} from "../../kubernetes/index.js";
import { knowsRelease } from "../knows-release.js";
import type { LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { resourceEntries } from "../resource-entries.js";

const diagnostic = defineDiagnostic<{
  release: string;
  group: string;
  /** Absent if it is the group that is not there. */
  resource: string | undefined;
  since: string | undefined;
  until: string | undefined;
  /** Groups in which the release has the resource. */
  groups: readonly string[];
}>({
  code: "resource-not-in-release",
  severity: "info",
  title: "A resource or group that this release does not have",
  message: ({ release, group, resource, since, until }) => {
    const what = resource === undefined ? `no group "${group}"` : `no "${resource}" in group "${group}"`;
    const other = until === undefined ? `${since} is the first that has` : `${until} was the last that had`;
    return `Kubernetes ${release} has ${what}: ${other} it`;
  },
  help: ({ groups }) => (groups.length > 0 ? `there it is in group ${quoteAll(groups)}` : undefined),
});

/** What other releases have, if the policy is for one. */
export const resourceNotInRelease: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    const { kubernetesVersion: release, policy, place } = context;
    if (release === undefined || !knowsRelease(context)) return;
    const report = (path: string, group: string, resource: string | undefined): Diagnostic | undefined => {
      const times = findTimes(group, resource, release);
      const groups =
        resource === undefined ? [] : findApiResources(resource, release).map((one) => one.group);
      const data = { release, group, resource, groups };
      return times && diagnostic(place(path), { ...data, ...times }, { reading: "real-identities" });
    };
    for (const { entry, path } of resourceEntries(policy)) {
      const { group, resources = [] } = entry;
      const found = hasApiGroup(group, release)
        ? resources.map((name, position) => report(`${path}.resources[${position}]`, group, name))
        : [report(`${path}.group`, group, undefined)];
      for (const one of found) if (one) yield one;
    }
  },
};

interface Times {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** When it was there, or will be, if it is not in this release. */
function findTimes(group: string, resource: string | undefined, release: string): Times | undefined {
  if (resource?.startsWith("*") || LEFT_OUT.includes(resource ?? "")) return undefined;
  const name = resource ?? "*";
  if (findNamed(group, name, release).length > 0) return undefined;
  const served = findNamed(group, name);
  const before = served.flatMap(({ until }) =>
    until !== undefined && minorOf(until) < minorOf(release) ? [until] : [],
  );
  const after = served.flatMap(({ since }) => (minorOf(since) > minorOf(release) ? [since] : []));
  const until = before.length > 0 ? latest(before) : lastFormerRelease(group, resource);
  if (until !== undefined) return { since: undefined, until };
  return after.length > 0 ? { since: earliest(after), until: undefined } : undefined;
}

/** Alpha in 1.19 and 1.20, where the table does not have them. */
const LEFT_OUT: readonly string[] = ["pods/ephemeralcontainers", "csistoragecapacities"];

/** `1.30` and `1.30.4` → 30 */
function minorOf(release: string): number {
  return parseVersion(release)?.minor ?? 0;
}

function latest(releases: readonly string[]): string | undefined {
  return releases.toSorted((a, b) => minorOf(a) - minorOf(b)).at(-1);
}

function earliest(releases: readonly string[]): string | undefined {
  return releases.toSorted((a, b) => minorOf(a) - minorOf(b)).at(0);
}
