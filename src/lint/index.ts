export { IGNORE_DIAGNOSTICS } from "./ignore-diagnostics.js";
export {
  type IgnoredFindings,
  type IgnoreOptions,
  ignoreFindings,
  type LintedPolicy,
} from "./ignore-findings.js";
export { type LintOptions, type LintSource, lintPolicy } from "./lint-policy.js";
export type { LintContext, LintRule } from "./lint-rule.js";
export { LINT_RULES } from "./lint-rules.js";
export { searchGaveUp } from "./search-gave-up.js";
