import type { FieldPath, PolicyEdit } from "../diagnostics/index.js";

/** The place that an edit is about. */
export function pathOfEdit(edit: PolicyEdit): FieldPath {
  if ("remove" in edit) return edit.remove;
  if ("replace" in edit) return edit.replace;
  return "rename" in edit ? edit.rename : edit.append;
}
