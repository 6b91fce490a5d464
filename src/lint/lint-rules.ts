import type { LintRule } from "./lint-rule.js";
import { noCatchAll } from "./rules/no-catch-all.js";
import { tokenBodies } from "./rules/token-bodies.js";

/** All of lint's rules; of findings in one place, those of the first come first. */
export const LINT_RULES: readonly LintRule[] = [noCatchAll, tokenBodies];
