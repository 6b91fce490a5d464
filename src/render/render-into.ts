import { GenAuditError, hasFatalError } from "../diagnostics/index.js";
import { requireRelease } from "../validate/index.js";
import type { DataObject, InnerTexts } from "./editable-document.js";
import { type EditableFile, type FileEdit, fileOf, type Parts } from "./editable-file.js";
import { shellWord } from "./path.js";
import { refuseOtherRelease } from "./refuse-other-release.js";
import { prepareRendering, type RenderRequest, renderTarget } from "./render-target.js";
import { resolveTarget } from "./resolve-target.js";
import type { Target, TargetInput } from "./target.js";
import { TARGETS } from "./targets/index.js";
import type { Rendering } from "./types.js";

/** The file of the user's that a target is put into; a target that has none is a thrown `GenAuditError`. */
export function fileOfTarget({ target }: Pick<RenderRequest, "target">): EditableFile {
  return resolveFile(resolveTarget(target, undefined).target);
}

function resolveFile({ name, into }: Target): EditableFile {
  if (into) return fileOf(into);
  const others = TARGETS.filter((one) => one.into).map((one) => one.name);
  throw new GenAuditError("bad-usage", `the target ${name} is a part of no document of yours`, {
    help: `targets that are: ${others.join(", ")}`,
  });
}

/** The targets that take a document as theirs: what to say of one that another target is given. */
export function targetsTaking(document: DataObject): readonly string[] {
  return TARGETS.filter(({ into }) => into && fileOf(into).partOf(document) !== undefined).map(
    ({ name }) => name,
  );
}

/** What `renderTarget` renders beside the fragment, and what is done to a file of the user's. */
export interface FileRendering {
  readonly rendering: Rendering;
  /** Called only where no diagnostic of the rendering is an error. */
  readonly edit: (parts: Parts, texts: InnerTexts) => FileEdit;
}

/** A rendering for putting it into a file with these parts, with the files for the nodes and with steps that name the file. */
export function renderInto(request: RenderRequest, parts: Parts, file = "FILE"): FileRendering {
  const kubernetesVersion =
    request.kubernetesVersion === undefined ? undefined : requireRelease(request.kubernetesVersion);
  const { target, version, label } = resolveTarget(request.target, kubernetesVersion);
  const into = resolveFile(target);
  const form = into.formOf ? into.formOf(parts, { version, label }, request.form) : request.form;
  const formed = { ...request, form };
  const { input } = prepareRendering(formed);
  const rendering = renderTarget(formed);
  const isRendered = !hasFatalError(rendering.diagnostics);
  return {
    rendering: isRendered ? renderedInto(rendering, into, input, parts, shellWord(file)) : rendering,
    edit: (present, texts) => {
      refuseOtherRelease(into.kubernetesOf?.(present), target, input);
      return into.edit(input, present, texts);
    },
  };
}

/** A rendering without what goes into the file, and with the steps that go with the file. */
function renderedInto(
  rendering: Rendering,
  { apply, verify, artifacts }: EditableFile,
  input: TargetInput,
  parts: Parts,
  file: string,
): Rendering {
  const { steps } = rendering;
  return {
    ...rendering,
    artifacts: artifacts
      ? artifacts(input, parts)
      : rendering.artifacts.filter(({ placement }) => placement !== "user-file"),
    steps: {
      apply: apply ? apply(input, file, parts) : steps.apply,
      verify: verify ? verify(input, parts) : steps.verify,
    },
  };
}
