import type { PolicyEdit } from "../diagnostics/index.js";
import { LEVELS, type Policy, STAGES } from "../model/index.js";
import { parsePath } from "./parse-path.js";
import { pathOfEdit } from "./path-of-edit.js";

/**
 * The policy as some edits leave it; undefined where one has no place in it, takes away what has to be there, or writes what
 * cannot stand there.
 *
 * @example
 * const { policy } = auditPolicy().rule("None", { verbs: ["watch"] }).otherwise("Metadata").build();
 * editPolicy(policy, [{ replace: "rules[1].level", by: "Request" }, { remove: "rules[0]" }])?.rules; // [{ level: "Request" }]
 * editPolicy(policy, [{ remove: "rules[1].level" }]); // undefined
 */
export function editPolicy(policy: Policy, edits: readonly PolicyEdit[]): Policy | undefined {
  if (!edits.every(isFitting)) return undefined;
  const changes = edits.map((edit) => ({ steps: parsePath(pathOfEdit(edit)), edit }));
  const edited = editValue(policy, changes);
  // Fitting edits change names, and take out what may be missing.
  return edited === MISPLACED ? undefined : (edited as Policy);
}

function isFitting(edit: PolicyEdit): boolean {
  if ("remove" in edit) return !/^(?:rules|kind|apiVersion)$|\.(?:level|group)$/.test(edit.remove);
  if ("rename" in edit) return /^rules\[\d+\]\.(?:users|userGroups)$/.test(edit.rename);
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
  if ("rename" in edit) return value; // Its name is in what holds it.
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
        nameAfter(key, about),
        editValue(
          part,
          about.map(({ steps: [, ...rest], edit }) => ({ steps: rest, edit })),
        ),
      ];
    })
    .filter(([, part]) => part !== REMOVED);
  const isTwice = new Set(edited.map(([key]) => key)).size < edited.length;
  if (isTwice || edited.some(([, part]) => part === MISPLACED)) return MISPLACED;
  return Array.isArray(value) ? edited.map(([, part]) => part) : Object.fromEntries(edited);
}

/** What a field is called once it is edited. */
function nameAfter(field: string, changes: readonly Change[]): string {
  const renames = changes.flatMap(({ steps, edit }) =>
    steps.length === 1 && "rename" in edit ? edit.to : [],
  );
  return renames.at(-1) ?? field;
}
