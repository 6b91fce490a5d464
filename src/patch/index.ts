export { editPolicy } from "./edit-policy.js";
export { type PlannedChanges, planChanges } from "./plan-changes.js";
export { Refusal } from "./refusal.js";
export { lastOfComments } from "./remove-lines.js";
export { removeFields, removeItems } from "./remove-nodes.js";
export { applyChanges, doOverlap, type TextChange } from "./text-change.js";
export { quotingOf, writeString } from "./write-string.js";
