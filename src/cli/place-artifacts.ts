import { GenAuditError } from "../diagnostics/index.js";
import type { Artifact, Rendering } from "../render/index.js";
import type { Files, FileToWrite } from "./host.js";

/** What is printed: a single file as it is; several as one YAML stream, each headed by its path. */
export function printArtifacts(renderings: readonly Rendering[]): string {
  const artifacts = renderings.flatMap((rendering) => rendering.artifacts);
  const [only] = artifacts;
  if (only && artifacts.length === 1) return only.content;
  return artifacts.map(({ path, content }) => `# ${path}\n${content}`).join("---\n");
}

/**
 * Where `-o` puts the files: one file into the file of that name, or several into a folder, those of several targets into
 * a folder each.
 */
export async function planFiles(
  renderings: readonly Rendering[],
  out: string,
  files: Files,
): Promise<readonly FileToWrite[]> {
  const count = renderings.reduce((sum, { artifacts }) => sum + artifacts.length, 0);
  const kind = await files.kind(out);
  const [first] = renderings;
  const [only] = first?.artifacts ?? [];
  if (only && count === 1 && kind !== "folder" && !out.endsWith("/")) return [toFile(only, out)];
  if (kind === "file") {
    throw new GenAuditError("bad-usage", `-o ${out} is a file, and there are ${count} to write`, {
      help: "name a folder",
    });
  }
  const root = out.replace(/\/+$/, "") || "/";
  const planned = renderings.flatMap(({ target, version, artifacts }) => {
    const own =
      renderings.length === 1 ? root : `${root}/${version === undefined ? target : `${target}-${version}`}`;
    return artifacts.map((artifact) => toFile(artifact, `${own}/${localName(artifact.path)}`));
  });
  const paths = planned.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) {
    throw new GenAuditError("bad-usage", `two files would be written to ${twice}`, {
      help: "give each file on the nodes a name of its own, and each target once",
    });
  }
  return planned;
}

/** A file that only root may read on the node is no one else's here; others get what the system gives. */
function toFile({ content, mode }: Artifact, path: string): FileToWrite {
  return { path, content, ...(mode === "0600" || mode === "0400" ? { mode: "0600" } : {}) };
}

/** A file on nodes goes by its last name; one of the user's own may have a folder, which another file refers to. */
function localName(path: string): string {
  return path.startsWith("/") ? path.slice(path.lastIndexOf("/") + 1) : path;
}
