import type { AnalysisOptions } from "../analyze/index.js";
import type { Diagnostic, Fix, PolicyEdit, PolicySource } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { parsePolicies } from "../parse/index.js";
import { applyChanges, editPolicy, planChanges, type TextChange } from "../patch/index.js";
import { type FixProof, proveFix } from "./prove-fix.js";

/** A policy of a text, as `parsePolicies` returns it, with what has been found. */
export interface FixablePolicy {
  readonly policy?: Policy | undefined;
  readonly source?: PolicySource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Which API server fixes are proved for, and what a proof may cost. */
export type FixOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;

/** A text, and the policies in it. */
export interface State {
  readonly text: string;
  readonly policies: readonly FixablePolicy[];
}

export interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

type Refused = Exclude<FixProof, { proved: true }>;

type Attempt =
  | { readonly text: string; readonly changes: readonly TextChange[] }
  | (Refused & { readonly text?: undefined });

/** The text with some fixes applied, if they are proved together. */
export function tryFixes(
  { text, policies }: State,
  index: number,
  fixes: readonly OfferedFix[],
  options: FixOptions,
): Attempt {
  const { policy, source } = policies[index] ?? {};
  const edits = fixes.flatMap(({ fix }): readonly PolicyEdit[] => fix.edits);
  const edited = policy && editPolicy(policy, edits);
  if (!policy || !source || !edited) return refuse("the policy has no such place");
  const plan = planChanges(text, source, edits);
  if (!plan.changes) return refuse(plan.refused);
  const changes = fixes.flatMap(({ fix }) => fix.changes ?? []);
  const proof = proveFix(policy, edited, changes, options);
  if (!proof.proved) return proof;
  const fixed = applyChanges(text, plan.changes);
  const { kubernetesVersion } = options;
  const found = parsePolicies(fixed, { kubernetesVersion }).map((after) => after.policy);
  const expected = policies.map((before, at) => (at === index ? edited : before.policy));
  if (JSON.stringify(found) !== JSON.stringify(expected))
    return refuse("the text that it leaves would read as something else");
  return { text: fixed, changes: plan.changes };
}

function refuse(reason: string): Refused {
  return { proved: false, reason };
}
