export {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  type InnerTexts,
  isDataList,
  isDataObject,
} from "./editable-document.js";
export type { AddedDocument, EditableFile, FileEdit, Parts } from "./editable-file.js";
export { AUDIT_FLAGS, type AuditFlag, type AuditFlagCondition, type AuditFlagType } from "./flags.js";
export { kubernetesOfTarget } from "./kubernetes-range.js";
export { listTargets, type TargetSummary } from "./list-targets.js";
export { shellWord } from "./path.js";
export { providerOf } from "./provider-of.js";
export { type FileRendering, fileOfTarget, renderInto, targetsTaking } from "./render-into.js";
export { type KopsFragmentRequest, kopsFragment } from "./render-kops-fragment.js";
export { type RenderRequest, renderTarget } from "./render-target.js";
export { type AuditSettings, DEFAULT_SETTINGS, type WebhookSettings } from "./settings.js";
export { settingsOfFlags } from "./settings-of-flags.js";
export type { ProviderPolicy } from "./target.js";
export type { KopsFileAsset, KopsFragment } from "./targets/kops-fragment.js";
export type { Artifact, Placement, Rendering, Steps, VersionRange } from "./types.js";
