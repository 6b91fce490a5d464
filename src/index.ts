/** The library's only door. In the order of the modules, from the ground up. */

export {
  type AnalysisOptions,
  type ComparePoliciesOptions,
  comparePolicies,
  type DecidedApart,
  type DecidedRequest,
  type FindDifferenceOptions,
  type FoundRequest,
  findDifference,
  findRedundantRules,
  findRequest,
  findUnreachableEntries,
  findUnreachableRules,
  type GroupedResources,
  type NameSet,
  type PolicyComparison,
  type PolicyDifference,
  type Reading,
  type Recording,
  type RedundantRules,
  type Relation,
  type RequestAuditConfig,
  type RequestQuery,
  type RequestSet,
  type ResourceSet,
  type UnreachableEntries,
  type UnreachableEntry,
  type UnreachableRule,
  type UnreachableRules,
} from "./analyze/index.js";
export {
  type AuditPolicyOptions,
  auditPolicy,
  type NamedResources,
  type NonResourceSelector,
  type NonResourceURL,
  type PolicyBuilder,
  type RequesterSelector,
  type ResourceSelector,
  type ResourcesOfGroup,
  type RuleOptions,
  type RuleSelector,
  type WholeGroup,
} from "./builder/index.js";
export { type Composition, composeSequence, type PolicyPart, type RuleOrigin } from "./compose/index.js";

export {
  type Diagnostic,
  type Evidence,
  type FieldPath,
  type Fix,
  GenAuditError,
  type GenAuditErrorCode,
  hasFatalError,
  type Location,
  type Place,
  type PolicyEdit,
  type RelatedPlace,
  type Severity,
} from "./diagnostics/index.js";
export {
  compileEvaluator,
  type EvaluateOptions,
  type Evaluator,
  type Explanation,
  evaluate,
  explain,
  type RuleTrace,
  type UnmatchedField,
} from "./evaluate/index.js";
export {
  type ApiResource,
  groupsOf,
  isLongRunning,
  listApiResources,
  NEWEST_KUBERNETES,
  OLDEST_KUBERNETES,
  parseVersion,
  printVersion,
  type Version,
} from "./kubernetes/index.js";
export { type LintOptions, type LintSource, lintPolicy } from "./lint/index.js";
export {
  type Decision,
  type GroupResources,
  LEVELS,
  type Level,
  type NonResourceRequest,
  type Policy,
  type PolicyRule,
  type RequestAttributes,
  type RequestSelector,
  type ResourceAttributes,
  type ResourceRequest,
  STAGES,
  type Stage,
  type UncheckedPolicy,
  type UncheckedPolicyRule,
  type UserInfo,
} from "./model/index.js";
export { type ParsedPolicy, type ParsePolicyOptions, parsePolicies, parsePolicy } from "./parse/index.js";
export {
  type AuditExpectation,
  type CaseResult,
  type ExpectedDecision,
  type MatcherResult,
  type PolicyCase,
  type PolicyTestResult,
  policyMatchers,
  testPolicy,
} from "./policy-test/index.js";

export {
  getPreset,
  type KnownFault,
  listPresets,
  PRESET_NAMES,
  type Preset,
  type PresetName,
} from "./presets/index.js";
export { type PrintPolicyOptions, printPolicy } from "./print/index.js";
export {
  type Artifact,
  AUDIT_FLAGS,
  type AuditFlag,
  type AuditFlagCondition,
  type AuditFlagType,
  type AuditSettings,
  DEFAULT_SETTINGS,
  type KopsFileAsset,
  type KopsFragment,
  type KopsFragmentRequest,
  kopsFragment,
  kubernetesOfTarget,
  listTargets,
  type Placement,
  type Rendering,
  type RenderRequest,
  renderTarget,
  type Steps,
  type TargetSummary,
  type VersionRange,
  type WebhookSettings,
} from "./render/index.js";
export { mergeFragment } from "./render/merge-fragment.js";
export { parseSettings } from "./render/parse-settings.js";

export {
  type ComparedNames,
  describeRequests,
  type ExplanationSource,
  type PrintDiagnosticsOptions,
  printComparison,
  printComparisonMarkdown,
  printDiagnostics,
  printExplanation,
} from "./report/index.js";
export {
  type LoggedEvent,
  type ParsedRequest,
  type ParseRequestOptions,
  parseEvents,
  parseRequest,
  printRequest,
  requestFromEvent,
  requestFromHttp,
} from "./request/index.js";
export { type ValidatePolicyOptions, validatePolicy } from "./validate/index.js";
