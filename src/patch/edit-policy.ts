import type { PolicyEdit } from "../diagnostics/index.js";
import { LEVELS, type Policy, STAGES } from "../model/index.js";
import { parsePath } from "./parse-path.js";

/**
 * The policy as some edits leave it; undefined where one has no place in it, takes away what has to be there, or writes what
 * cannot stand there.
 */
export function editPolicy(policy: Policy, edits: readonly PolicyEdit[]): Policy | undefined {
  if (!edits.every(isFitting)) return undefined;
  const changes = edits.map((edit) => ({
    steps: parsePath("remove" in edit ? edit.remove : "replace" in edit ? edit.replace : edit.append),
    edit,
  }));
  const edited = editValue(policy, changes);
  // Fitting edits change names, and take out what may be missing.
  return edited === MISPLACED ? undefined : (edited as Policy);
}

function isFitting(edit: PolicyEdit): boolean {
  if ("remove" in edit) return !/^(?:rules|kind|apiVersion)$|\.(?:level|group)$/.test(edit.remove);
  const [path, value] = "replace" in edit ? [edit.replace, edit.by] : [edit.append, edit.value];
  const words: readonly string[] | undefined = /\.level$/.test(path)
    ? LEVELS
    : /(?:^|\.)omitStages(?:\[\d+\])?$/.test(path)
      ? STAGES
      : undefined;
  return words?.includes(value) ?? !/^(?:kind|apiVersion|rules|rules\[\d+\]\.resources)$/.test(path);
}

interface Change {
  readonly steps: readonly (string | number)[];
  readonly edit: PolicyEdit;
}

const MISPLACED = Symbol("an edit without a place");
const REMOVED = Symbol("removed");

function editValue(value: unknown, changes: readonly Change[]): unknown {
  if (changes.length === 0) return value;
  const own = changes.filter(({ steps }) => steps.length === 0).map(({ edit }) => edit);
  const inner = changes.filter(({ steps }) => steps.length > 0);
  const edited = inner.length === 0 ? value : editInside(value, inner);
  return own.reduce(editHere, edited);
}

function editHere(value: unknown, edit: PolicyEdit): unknown {
  if (value === MISPLACED) return value;
  if ("remove" in edit) return value === undefined ? MISPLACED : REMOVED;
  if ("replace" in edit) return typeof value === "string" ? edit.by : MISPLACED;
  return Array.isArray(value) ? [...value, edit.value] : MISPLACED;
}

function editInside(value: unknown, changes: readonly Change[]): unknown {
  if (typeof value !== "object" || value === null) return MISPLACED;
  const entries = Object.entries(value);
  const steps = new Set(changes.map(({ steps: [step] }) => String(step)));
  if ([...steps].some((step) => !Object.hasOwn(value, step))) return MISPLACED;
  const edited = entries
    .map(([key, part]): readonly [string, unknown] => {
      const about = changes.filter(({ steps: [step] }) => String(step) === key);
      return [
        key,
        editValue(
          part,
          about.map(({ steps: [, ...rest], edit }) => ({ steps: rest, edit })),
        ),
      ];
    })
    .filter(([, part]) => part !== REMOVED);
  if (edited.some(([, part]) => part === MISPLACED)) return MISPLACED;
  return Array.isArray(value) ? edited.map(([, part]) => part) : Object.fromEntries(edited);
}
