import { defineDiagnostic, type Fix } from "../../diagnostics/index.js";
import { isAtLeast, NEWEST_KUBERNETES, parseVersion } from "../../kubernetes/index.js";
import { type PolicyRule, selectorOf } from "../../model/index.js";
import { findRecorded, type RecordedPath } from "../find-recorded.js";
import type { LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";

const diagnostic = defineDiagnostic<{ silent: readonly string[]; recorded: readonly string[] }>({
  code: "health-checks-recorded",
  severity: "info",
  title: "Some health checks are recorded, and others are not",
  message: ({ silent, recorded }) =>
    `health checks at ${quoteAll(silent)} are not recorded, and those at ${quoteAll(recorded)} are`,
  help: () =>
    'the paths are "/livez" and "/readyz", before Kubernetes 1.16 "/healthz", and one for each check below them: "/livez*"',
});

/**
 * A rule that silences one of the paths at which kube-apiserver tells its health, and leaves another to be recorded; or, where
 * none is, single checks below them.
 *
 * Upstream: `k8s.io/apiserver` `pkg/server/healthz/healthz.go`, `InstallLivezHandler` and `InstallPathHandler`
 */
export const healthChecksRecorded: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    const { kubernetesVersion, policy, place } = context;
    const isNew = isAtLeast(parseVersion(kubernetesVersion ?? "") ?? NEWEST_KUBERNETES, "1.16");
    for (const [index, rule] of policy.rules.entries()) {
      const { level, nonResourceURLs = [] } = rule;
      const silent = nonResourceURLs.filter((path) => /^\/(healthz|livez|readyz)/.test(path));
      const [first] = silent;
      if (level !== "None" || first === undefined) continue;
      const paths = findRecorded(context, index, isNew ? ["/livez", "/readyz", "/healthz"] : ["/healthz"]);
      const below = silent.filter((path) => !path.endsWith("*")).map((path) => `${path}/ping`);
      const recorded = paths.length > 0 ? paths : findRecorded(context, index, below);
      const [shown] = recorded;
      if (!shown) continue;
      yield diagnostic(
        place(`rules[${index}].nonResourceURLs[${nonResourceURLs.indexOf(first)}]`),
        { silent, recorded: recorded.map(({ path }) => path) },
        { witness: shown.request, fix: paths.length > 0 ? silenceAll(index, rule, paths) : undefined },
      );
    }
  },
};

function silenceAll(index: number, rule: PolicyRule, recorded: readonly RecordedPath[]): Fix {
  const paths = recorded.map(({ path }) => `${path}*`);
  const list = `rules[${index}].nonResourceURLs`;
  return {
    title: `add ${quoteAll(paths)}`,
    edits: paths.map((value) => ({ append: list, value })),
    changes: [{ ...selectorOf(rule), nonResourceURLs: paths }],
  };
}
