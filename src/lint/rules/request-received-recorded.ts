import type { RequestQuery } from "../../analyze/index.js";
import { defineDiagnostic } from "../../diagnostics/index.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ rules: readonly number[] }>({
  code: "request-received-recorded",
  severity: "info",
  title: "Requests are recorded when they arrive and again when they are answered",
  message: ({ rules }) =>
    `${rules.length === 1 ? `rules[${rules[0]}] writes` : `${rules.length} rules write`} an event at RequestReceived, and at ResponseComplete one that says all of it again`,
  help: () => "`omitStages: [RequestReceived]` of the whole policy saves every second event",
});

const TWICE: RequestQuery = {
  recording: ({ stages }) => stages.includes("RequestReceived") && stages.includes("ResponseComplete"),
};

/** Said once of a policy, at the first rule that does so. */
export const requestReceivedRecorded: LintRule = {
  diagnostics: [diagnostic],
  *check({ findOfEachRule, place }) {
    const [...found] = findOfEachRule(TWICE);
    const rules = found.flatMap(({ decision }) => decision.rule ?? []);
    if (found[0])
      yield diagnostic(place(`rules[${rules[0]}].level`), { rules }, { witness: found[0].request });
  },
};
