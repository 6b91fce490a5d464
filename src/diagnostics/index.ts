export {
  ceilingWins,
  floorAboveCeiling,
  limitMatchesNothing,
  limitWithoutEffect,
  rulesAfterCatchAll,
} from "./catalogue/composition.js";
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
export { fragmentDecidesNothing, fragmentHides, presetKnownFault, presetNote } from "./catalogue/presets.js";
export {
  blockingStrictSkipsRules,
  directoryTaken,
  filesApart,
  logDirectoryShared,
  noBackend,
  pathNotVisible,
  policyNarrowsReleases,
  policyTooNew,
  providerDecides,
  secretInPlainText,
  settingNotInRelease,
  settingWithoutEffect,
  stagesAllOmitted,
  targetCannotExpress,
  templateMarker,
  webhookClusterName,
  webhookConfigNamesFile,
  webhookConfigNotRendered,
  webhookConfigUnusable,
  webhookNotEncrypted,
} from "./catalogue/rendering.js";
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
export { describeSelector } from "./describe-selector.js";
export {
  type Diagnostic,
  type DiagnosticFactory,
  defineDiagnostic,
  type Evidence,
  type FieldPath,
  hasFatalError,
  type IgnoredDiagnostic,
  type Location,
  type Place,
  type RelatedPlace,
  type Severity,
} from "./diagnostic.js";
export { GenAuditError, type GenAuditErrorCode, invariant } from "./errors.js";
export type { Fix, PolicyEdit } from "./fix.js";
export { columnOf, lineBreak, lineEnd, lineStart, nextLine } from "./lines.js";
export { listWords } from "./list-words.js";
export { didYouMean, nearMiss } from "./near-miss.js";
export { POLICY_DIAGNOSTICS } from "./policy-diagnostics.js";
export type {
  PolicySource,
  SourceComment,
  SourceLine,
  SourceList,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "./policy-source.js";
export { printable, SourceText } from "./source-text.js";
