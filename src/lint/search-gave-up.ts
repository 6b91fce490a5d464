import { type DiagnosticFactory, defineDiagnostic } from "../diagnostics/index.js";

/** Said once for all searches that ended at their limit. */
export const searchGaveUp: DiagnosticFactory<Record<never, never>> = defineDiagnostic({
  code: "search-gave-up",
  severity: "info",
  title: "The policy is too entangled for all questions about it to be answered",
  message: () => "the search for an answer ended at its limit: findings may be missing",
  help: () => "what is reported is proved all the same; --limit raises the limit",
});
