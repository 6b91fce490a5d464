export { describeRemoval } from "./describe-removal.js";
export { describeRequests } from "./describe-requests.js";
export { type ComparedNames, printComparison } from "./print-comparison.js";
export { printComparisonMarkdown } from "./print-comparison-markdown.js";
export {
  countBySeverity,
  type PrintDiagnosticsOptions,
  printCounts,
  printDiagnostics,
} from "./print-diagnostics.js";
export { type ExplanationSource, printDecision, printExplanation } from "./print-explanation.js";
export { printGitHubAnnotations } from "./print-github-annotations.js";
export { printJson } from "./print-json.js";
export { type JUnitCase, printJUnit } from "./print-junit.js";
export { type ProvedSource, printProofs, summarizeProofs } from "./print-proofs.js";
export { type PrintSarifOptions, printSarif, type TextReplacement } from "./print-sarif.js";
export { printScannerChecks } from "./print-scanner-checks.js";
export { printUnifiedDiff } from "./print-unified-diff.js";
