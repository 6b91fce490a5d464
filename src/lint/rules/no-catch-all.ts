import { defineDiagnostic } from "../../diagnostics/index.js";
import type { LintRule } from "../lint-rule.js";
import { nothingRecorded } from "./nothing-recorded.js";

const diagnostic = defineDiagnostic({
  code: "no-catch-all",
  severity: "warning",
  title: "Requests that no rule matches are not recorded",
  message: () => "some requests match no rule, so that nothing of them is recorded",
  help: () =>
    "end the rules in one without conditions: `- level: Metadata`, or `- level: None` if that is meant",
});

/**
 * A policy that says nothing of some requests by users who logged in; of others see failed-authentication-not-recorded. One
 * that ends in `- level: None` says what it means.
 */
export const noCatchAll: LintRule = {
  diagnostics: [diagnostic],
  silencedBy: nothingRecorded,
  *check({ place, find }) {
    const left = find({
      requests: [{ userGroups: ["system:authenticated"] }],
      rule: (rule) => rule === null,
      recording: () => true,
    });
    if (left) yield diagnostic(place("rules"), {}, { witness: left.request });
  },
};
