export {
  type Data,
  type DataObject,
  DocumentRefusal,
  isDataList,
  isDataObject,
} from "./editable-document.js";
export { AUDIT_FLAGS, type AuditFlag, type AuditFlagCondition, type AuditFlagType } from "./flags.js";
export { kubernetesOfTarget } from "./kubernetes-range.js";
export { listTargets, type TargetSummary } from "./list-targets.js";
export { providerOf } from "./provider-of.js";
export { type KopsFragmentRequest, kopsFragment } from "./render-kops-fragment.js";
export {
  type DocumentRendering,
  type RenderRequest,
  renderInto,
  renderTarget,
} from "./render-target.js";
export { type AuditSettings, DEFAULT_SETTINGS, type WebhookSettings } from "./settings.js";
export type { ProviderPolicy } from "./target.js";
export type { KopsFileAsset, KopsFragment } from "./targets/kops-fragment.js";
export type { Artifact, Placement, Rendering, Steps, VersionRange } from "./types.js";
