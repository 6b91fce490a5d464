import type { Assumption } from "../../analyze/index.js";
import { defineDiagnostic } from "../../diagnostics/index.js";
import type { PolicyRule, Stage } from "../../model/index.js";
import { describeAssumptions, readingOf } from "../describe-assumptions.js";
import type { LintContext, LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ assumptions: readonly Assumption[] }>({
  code: "nothing-recorded",
  severity: "warning",
  title: "No request is recorded",
  message: ({ assumptions }) => `nothing is recorded of any request${describeAssumptions(assumptions)}`,
  help: () =>
    "record who did what with `- level: Metadata`; without --audit-policy-file nothing is recorded either, and it costs nothing",
});

/** A policy that turns auditing off, or that a rule at level `None` in front of all others does. */
export const nothingRecorded: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    const recording = [...context.policy.rules.entries()].filter(([, rule]) => isRecording(context, rule));
    const unreachable = recording.length === 0 ? [] : context.rules.unreachable;
    const reasons = recording.map(([index]) => unreachable.find(({ rule }) => rule === index));
    if (reasons.includes(undefined)) return;
    const assumptions = [...new Set(reasons.flatMap((one) => one?.assumptions ?? []))];
    yield diagnostic(context.place("rules"), { assumptions }, { reading: readingOf(assumptions) });
  },
};

/** Stages of requests whose handler does not panic. */
const USUAL_STAGES: readonly Stage[] = ["RequestReceived", "ResponseStarted", "ResponseComplete"];

/** Whether a rule has an event written of some request that it may apply to. */
function isRecording({ policy, support }: LintContext, { level, omitStages = [] }: PolicyRule): boolean {
  const ofAll = support.policyOmitStages ? (policy.omitStages ?? []) : [];
  return level !== "None" && USUAL_STAGES.some((stage) => ![...omitStages, ...ofAll].includes(stage));
}
