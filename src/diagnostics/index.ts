export {
  type Diagnostic,
  type DiagnosticFactory,
  defineDiagnostic,
  type FieldPath,
  hasFatalError,
  type Location,
  type Place,
  type RelatedPlace,
  type Severity,
} from "./diagnostic.js";
export { GenAuditError, type GenAuditErrorCode, invariant } from "./errors.js";
export { didYouMean, nearMiss } from "./near-miss.js";
export { SourceText } from "./source-text.js";
