export { editPolicy } from "./edit-policy.js";
export { type PlannedChanges, planChanges } from "./plan-changes.js";
export { applyChanges, type TextChange } from "./text-change.js";
