import { GenAuditError, hasFatalError } from "../diagnostics/index.js";
import {
  type DataObject,
  fileOfTarget,
  type Parts,
  type Rendering,
  type RenderRequest,
  renderInto,
} from "../render/index.js";
import { mergeDocument } from "../render/merge-document.js";
import { partIndexes } from "./find-parts.js";
import { ChangedInnerTexts } from "./inner-texts.js";

/** A document as an audit configuration has been put into it; or the documents of a file. */
export interface PutObject<Document> {
  /** Absent where a diagnostic of the rendering is an error. */
  readonly document?: Document;
  readonly rendering: Rendering;
}

/**
 * What `putIntoText` does to a file, done to a document that a program holds as a plain object. The object stays as it is.
 *
 * An array is the documents of a file, and so is what is returned; a document that the file lacks is put behind them.
 *
 * @throws GenAuditError `bad-input` for what is not the document of the target, `bad-usage` for a target that has none; and
 *   what `renderTarget` throws: `unknown-target`, `unknown-version`, `unknown-form`, `bad-setting`.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const configuration = { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "ClusterConfiguration", apiServer: { extraArgs: [] } };
 * const { document } = putIntoObject(configuration, { policy, target: "kubeadm@1.36" });
 * document?.kind; // ClusterConfiguration
 * JSON.stringify(document?.apiServer.extraArgs[0]); // {"name":"audit-policy-file","value":"/etc/kubernetes/audit/policy.yaml"}
 */
export function putIntoObject<Document extends object>(
  document: Document,
  request: RenderRequest,
): PutObject<Document> {
  const target = fileOfTarget(request);
  const isFile = Array.isArray(document);
  // INVARIANT: a document is plain data; what is not is passed on, and its shape is kept.
  const documents = (isFile ? document : [document]) as readonly DataObject[];
  const { indexes, repeated } = partIndexes(documents, target);
  if (repeated) throw new GenAuditError("bad-input", `${repeated.name} is there twice`);
  if (indexes.size === 0 && !(documents.length === 0 && target.isEmptyTaken))
    throw new GenAuditError(
      "bad-input",
      `${isFile ? "none of the objects is" : "the object is not"} ${target.title}`,
    );
  const parts: Parts = new Map([...indexes].map(([name, index]) => [name, documents[index] ?? {}] as const));
  const { rendering, edit } = renderInto(request, parts);
  if (hasFatalError(rendering.diagnostics)) return { rendering };
  const { merges, added = [] } = edit(parts, new ChangedInnerTexts());
  const changed = documents.map((one, index) => {
    const name = [...indexes.keys()].find((key) => indexes.get(key) === index);
    const merge = name === undefined ? undefined : merges.get(name);
    return merge ? mergeDocument(one, merge) : one;
  });
  if (isFile)
    return { document: [...changed, ...added.map((one) => one.document)] as unknown as Document, rendering }; // as above
  if (added.length > 0) {
    const kinds = added.map((one) => String(one.document["kind"] ?? "a document")).join(" and ");
    throw new GenAuditError("bad-input", `it takes another document beside this one: ${kinds}`, {
      help: "give all documents of the file, as an array",
    });
  }
  return { document: changed[0] as Document, rendering }; // as above
}
