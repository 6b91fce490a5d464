import { defineDiagnostic } from "../../diagnostics/index.js";
import { findNamed, isBuiltInGroup } from "../../kubernetes/index.js";
import type { GroupResources, Level } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{
  path: string;
  entry: GroupResources;
  level: Level;
  /** Of a request for a resource at that path. */
  instead: Level | undefined;
}>({
  code: "path-of-a-resource",
  severity: "warning",
  title: "A path of API resources among the non-resource URLs",
  message: ({ path, level, instead }) => {
    const none = `"${path}" takes no request for a resource, for nonResourceURLs are all other paths`;
    return instead === undefined ? none : `${none}: they are audited at level ${instead}, not ${level}`;
  },
  help: ({ entry: { group, resources } }) => {
    const names = resources ? `, resources: [${resources.join(", ")}]` : "";
    return `make a rule of it with \`resources: [{ group: "${group}"${names} }]\``;
  },
});

/**
 * Paths below a version of an API group. What stands at the version itself is the list of its resources, which is none of them.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 */
export const pathOfAResource: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const [index, { level, nonResourceURLs = [] }] of context.policy.rules.entries()) {
      for (const [position, path] of nonResourceURLs.entries()) {
        const entry = resourcesAt(path);
        if (!entry) continue;
        const missed = findMissed(context, index, { nonResourceURLs: [], resources: [entry] });
        // A prefix may also take the lists of what there is, which are no requests for resources.
        const isFutile =
          (missed && path.endsWith("*")) ||
          context.excludes({ requests: [{ nonResourceURLs: [path] }], recording: () => true });
        if (!isFutile) continue;
        yield diagnostic(
          context.place(`rules[${index}].nonResourceURLs[${position}]`),
          { path, entry, level, instead: missed?.decision.level },
          { witness: missed?.request, reading: "real-identities" },
        );
      }
    }
  },
};

/** The resources that somebody has in mind with a path; undefined for what is no path of one group's resources. */
function resourcesAt(path: string): GroupResources | undefined {
  const [, root, ...rest] = path.replace(/\*+$/, "").split("/");
  const [group = "", ...parts] = root === "api" ? ["", ...rest] : rest;
  const [version = "", ...below] = parts;
  const isOfOneGroup = root === "api" ? /^v\d/.test(version) : root === "apis" && group !== "";
  if (!isOfOneGroup || (below.length === 0 && !path.endsWith("*"))) return undefined;
  const [first, , ...inside] = below;
  const [resource, , subresource] = first === "namespaces" && inside.length > 0 ? inside : below;
  const name = subresource ? `${resource}/${subresource}` : (resource ?? "");
  const isServed = name !== "" && (!isBuiltInGroup(group) || findNamed(group, name).length > 0);
  return { group, ...(isServed && { resources: [name] }) };
}
