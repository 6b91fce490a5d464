import type { Decision, Level, RequestAttributes, Stage } from "../model/index.js";

/** What is expected of a decision; what is left out may be anything. */
export interface ExpectedDecision {
  readonly level?: Level | undefined;
  /** All of the stages at which the request is recorded, in any order. */
  readonly stages?: readonly Stage[] | undefined;
  /** The index of the rule that applies; `null` if none is to match. */
  readonly rule?: number | null | undefined;
  /** Whether anything is recorded, at whatever level and stage. */
  readonly recorded?: boolean | undefined;
}

/** A request, and what a policy is expected to do with it. */
export interface PolicyCase extends ExpectedDecision {
  /** The request itself if not given. */
  readonly name?: string | undefined;
  /** As text, the way `parseRequest` reads it: `create pods/exec web-0 -n prod --as jane`. */
  readonly request: string | RequestAttributes;
}

/** What a decision has in place of what is expected, one line each; empty if it is as expected. */
export function findUnmetExpectations(expected: ExpectedDecision, actual: Decision): readonly string[] {
  const { level, stages, rule, recorded } = expected;
  const unmet: string[] = [];
  if (level !== undefined && level !== actual.level)
    unmet.push(`expected level ${level}, found ${actual.level}`);
  if (stages !== undefined && !isSameSet(stages, actual.stages))
    unmet.push(`expected stages ${list(stages)}, found ${list(actual.stages)}`);
  if (rule !== undefined && rule !== actual.rule)
    unmet.push(`expected ${nameRule(rule)}, found ${nameRule(actual.rule)}`);
  const isRecorded = actual.stages.length > 0;
  if (recorded !== undefined && recorded !== isRecorded)
    unmet.push(
      recorded ? "expected to be recorded, and it is not" : "expected not to be recorded, and it is",
    );
  return unmet;
}

function isSameSet(a: readonly Stage[], b: readonly Stage[]): boolean {
  return a.every((stage) => b.includes(stage)) && b.every((stage) => a.includes(stage));
}

function list(stages: readonly Stage[]): string {
  return stages.length === 0 ? "none" : stages.join(", ");
}

function nameRule(rule: number | null): string {
  return rule === null ? "no rule" : `rules[${rule}]`;
}
