import { defineDiagnostic } from "../../diagnostics/index.js";
import { isAtLeast, NEWEST_KUBERNETES, parseVersion } from "../../kubernetes/index.js";
import { findRecorded } from "../find-recorded.js";
import type { LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";

const diagnostic = defineDiagnostic<{ path: string; recorded: readonly string[] }>({
  code: "path-not-served",
  severity: "info",
  title: "A path that only old releases serve",
  message: ({ path, recorded }) => {
    const old = `no Kubernetes from 1.14 on serves "${path}"`;
    return recorded.length === 0
      ? old
      : `${old}, while what took its place is recorded: ${quoteAll(recorded)}`;
  },
  help: () => 'the description of the API is at "/openapi/v2" and "/openapi/v3"',
});

const OPENAPI = ["/openapi/v2", "/openapi/v3"];

/**
 * What described the API before 1.14.
 *
 * Upstream: kubernetes/kubernetes#73148, which removed `/swagger.json` and the like, and #72924, `/swaggerapi`
 */
export const pathNotServed: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    const { kubernetesVersion, policy, place } = context;
    if (!isAtLeast(parseVersion(kubernetesVersion ?? "") ?? NEWEST_KUBERNETES, "1.14")) return;
    for (const [index, { level, nonResourceURLs = [] }] of policy.rules.entries()) {
      for (const [position, path] of nonResourceURLs.entries()) {
        if (!path.startsWith("/swagger")) continue;
        const recorded = level === "None" ? findRecorded(context, index, OPENAPI) : [];
        yield diagnostic(
          place(`rules[${index}].nonResourceURLs[${position}]`),
          { path, recorded: recorded.map((one) => one.path) },
          { witness: recorded[0]?.request, reading: "real-identities" },
        );
      }
    }
  },
};
