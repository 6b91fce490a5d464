import type { LintRule } from "./lint-rule.js";
import { entryRepeated } from "./rules/entry-repeated.js";
import { entryShadowed } from "./rules/entry-shadowed.js";
import { noCatchAll } from "./rules/no-catch-all.js";
import { ruleRedundant } from "./rules/rule-redundant.js";
import { ruleShadowed } from "./rules/rule-shadowed.js";
import { ruleUnmatchable } from "./rules/rule-unmatchable.js";
import { tokenBodies } from "./rules/token-bodies.js";

/** All of lint's rules; of findings in one place, those of the first come first. */
export const LINT_RULES: readonly LintRule[] = [
  ruleShadowed,
  ruleUnmatchable,
  ruleRedundant,
  entryShadowed,
  entryRepeated,
  noCatchAll,
  tokenBodies,
];
