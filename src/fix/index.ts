export { type AppliedFix, applyFixes, type FixedText, type RefusedFix } from "./apply-fixes.js";
export { findProvedChanges } from "./find-proved-changes.js";
export { type FixProof, proveFix } from "./prove-fix.js";
export type { FixablePolicy, FixOptions } from "./try-fixes.js";
