import { defineDiagnostic, type Fix } from "../../diagnostics/index.js";
import { NEWEST_KUBERNETES, parseVersion, userGoneSince } from "../../kubernetes/index.js";
import { selectorOf } from "../../model/index.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ name: string; since: string }>({
  code: "user-gone",
  severity: "info",
  title: "The user is one of older releases",
  message: ({ name, since }) =>
    `"${name}" is who came through the insecure port, gone since Kubernetes ${since}`,
  help: () => "remove it",
});

/** A user that no request has with the release that was named, or the newest. */
export const userGone: LintRule = {
  diagnostics: [diagnostic],
  *check({ policy, kubernetesVersion, place }) {
    const version = parseVersion(kubernetesVersion ?? "") ?? NEWEST_KUBERNETES;
    for (const [index, rule] of policy.rules.entries()) {
      for (const [position, name] of (rule.users ?? []).entries()) {
        const since = userGoneSince(name, version);
        if (since === undefined) continue;
        const isAlone = rule.users?.length === 1;
        const path = `rules[${index}].users[${position}]`;
        const at = isAlone ? `rules[${index}]` : path;
        const fix: Fix = {
          title: `remove ${at}`,
          edits: [{ remove: at }],
          changes: [{ ...selectorOf(rule), users: [name] }],
        };
        // A policy without rules does not load; and which releases it is for is not known unless it is said.
        const canMend = kubernetesVersion !== undefined && (!isAlone || policy.rules.length > 1);
        yield diagnostic(
          place(path),
          { name, since },
          { reading: "real-identities", fix: canMend ? fix : undefined },
        );
      }
    }
  },
};
