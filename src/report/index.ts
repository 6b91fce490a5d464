export {
  countBySeverity,
  type PrintDiagnosticsOptions,
  printCounts,
  printDiagnostics,
} from "./print-diagnostics.js";
