import { type DataObject, objectAt } from "../editable-document.js";
import type { EditableFile } from "../editable-file.js";
import { formOfFile, isWhole, MACHINE, POLICY, SERVER } from "./talos-form.js";
import { mergeTalos } from "./talos-merge.js";
import { configSteps, patchSteps } from "./talos-steps.js";

/** A machine config, or a patch of one: of one document, or of several. */
export const talosFile: EditableFile = {
  title: MACHINE,
  partOf,
  octalKeys: new Set(["permissions"]),
  formOf: formOfFile,
  edit: mergeTalos,
  apply: (input, file, parts) => (isWhole(parts) ? configSteps(input, file) : patchSteps(input, [file])),
};

/**
 * The first of the documents, alone until 1.13, says no kind of itself.
 *
 * Upstream: siderolabs/talos, pkg/machinery/config/configloader/internal/decoder/decoder.go, decode
 */
function partOf(document: DataObject): string | undefined {
  const { apiVersion, kind } = document;
  if (kind === undefined) {
    const isMachine = FIELDS.some((field) => Object.keys(objectAt(document, field)).length > 0);
    return isMachine && apiVersion === undefined ? MACHINE : undefined;
  }
  if (apiVersion !== "v1alpha1") return undefined;
  if (kind === "KubeAuditPolicyConfig") return POLICY;
  return kind === "KubeAPIServerConfig" ? SERVER : undefined;
}

const FIELDS = ["machine", "cluster"];
