import { GenAuditError, hasFatalError } from "../diagnostics/index.js";
import { type DataObject, type Rendering, type RenderRequest, renderInto } from "../render/index.js";
import { mergeDocument } from "../render/merge-document.js";

/** A document as an audit configuration has been put into it. */
export interface PutObject<Document> {
  /** Absent where a diagnostic of the rendering is an error. */
  readonly document?: Document;
  readonly rendering: Rendering;
}

/**
 * What `putIntoText` does to a file, done to a document that a program holds as a plain object. The object stays as it is;
 * one that is not what the target's document is, is a thrown `GenAuditError`.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const configuration = { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "ClusterConfiguration", clusterName: "mine" };
 * const { document } = putIntoObject(configuration, { policy, target: "kubeadm@1.36" });
 * document.clusterName; // mine
 * document.apiServer.extraArgs[0].name; // audit-policy-file
 */
export function putIntoObject<Document extends object>(
  document: Document,
  request: RenderRequest,
): PutObject<Document> {
  const { rendering, title, isDocument, merge } = renderInto(request);
  if (hasFatalError(rendering.diagnostics)) return { rendering };
  // INVARIANT: a document is plain data; what is not is passed on, and its shape is kept.
  const data = document as DataObject;
  if (!isDocument(data)) throw new GenAuditError("bad-input", `the object is not ${title}`);
  return { document: mergeDocument(data, merge(data)) as Document, rendering }; // as above
}
