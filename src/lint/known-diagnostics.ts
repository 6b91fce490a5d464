import { type DiagnosticFactory, POLICY_DIAGNOSTICS } from "../diagnostics/index.js";
import { IGNORE_DIAGNOSTICS } from "./ignore-diagnostics.js";
import { LINT_RULES } from "./lint-rules.js";
import { searchGaveUp } from "./search-gave-up.js";

/** All that can be said of a policy, by code. */
export const KNOWN_DIAGNOSTICS: ReadonlyMap<string, DiagnosticFactory<never>> = new Map(
  [
    ...POLICY_DIAGNOSTICS,
    ...LINT_RULES.flatMap(({ diagnostics }) => diagnostics),
    searchGaveUp,
    ...IGNORE_DIAGNOSTICS,
  ].map((factory) => [factory.code, factory]),
);
