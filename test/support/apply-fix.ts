import { findDifference } from "../../src/analyze/index.js";
import type { Diagnostic, PolicyEdit } from "../../src/diagnostics/index.js";
import type { Policy } from "../../src/model/index.js";

/** The policy as the fix of a finding makes it. */
export function applyFix(policy: Policy, { fix }: Diagnostic): Policy {
  const mended: Policy = JSON.parse(JSON.stringify(policy)); // what is written in the test is changed nowhere
  const gone = new Map<unknown[], Set<number>>();
  for (const edit of fix?.edits ?? []) applyEdit(mended, edit, gone);
  for (const [list, positions] of gone)
    for (const position of [...positions].sort((a, b) => b - a)) list.splice(position, 1);
  return mended;
}

function applyEdit(policy: Policy, edit: PolicyEdit, gone: Map<unknown[], Set<number>>): void {
  const path = "remove" in edit ? edit.remove : "replace" in edit ? edit.replace : edit.append;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  const last = steps.pop() ?? "";
  // A path of the policy leads to its lists and mappings.
  const holder = steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], policy);
  const fields = holder as Record<string, unknown>;
  if ("append" in edit) (fields[last] as unknown[]).push(edit.value);
  else if ("replace" in edit) fields[last] = edit.by;
  else if (Array.isArray(holder)) gone.set(holder, (gone.get(holder) ?? new Set()).add(Number(last)));
  else delete fields[last];
}

/** Whether the fix changes how requests are decided, and only those that it names. */
export function changesOnlyWhatItSays(policy: Policy, found: Diagnostic): boolean {
  const mended = applyFix(policy, found);
  return (
    findDifference(policy, mended) !== "equivalent" &&
    findDifference(policy, mended, { except: found.fix?.changes }) === "equivalent"
  );
}
