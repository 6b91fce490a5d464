export { rulesAfterCatchAll } from "./catalogue/composition.js";
export {
  apiVersionMissing,
  apiVersionOld,
  apiVersionRemoved,
  apiVersionTooNew,
  duplicateKey,
  emptyList,
  fieldNotYetKnown,
  kindMissing,
  nullEntry,
  unknownApiVersion,
  unknownField,
  unknownKind,
  unquotedScalar,
  wrongType,
} from "./catalogue/fields.js";
export { presetKnownFault } from "./catalogue/presets.js";
export {
  byteOrderMark,
  carriageReturns,
  controlCharacter,
  documentEmpty,
  firstDocumentEmpty,
  jsonExpected,
  jsonSyntax,
  listEntryIndentation,
  noPolicyFound,
  otherDocuments,
  policyInList,
  policyNotFirst,
  severalPolicies,
  tabIndentation,
  textTooLarge,
  tooManyDiagnostics,
  typographicDash,
  typographicQuotes,
  typographicQuotesInName,
  unusualLineBreak,
  yamlSyntax,
} from "./catalogue/text.js";
export {
  groupMalformed,
  groupWildcardTooNew,
  groupWithVersion,
  levelMissing,
  noRules,
  pathsWithResources,
  pathWildcardInside,
  pathWithoutSlash,
  resourceNamesWithoutResources,
  resourceWildcardTooNew,
  unknownLevel,
  unknownStage,
} from "./catalogue/values.js";
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
