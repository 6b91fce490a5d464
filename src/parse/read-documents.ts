import { type Diagnostic, SourceText } from "../diagnostics/index.js";
import { describeYamlProblem } from "./describe-yaml-problem.js";
import type { Node } from "./node.js";
import { prepareText, refuseLargeText } from "./prepare-text.js";
import { readText } from "./read-text.js";
import { locateIn } from "./text-place.js";

/** The documents of a file, whatever they are of; one in which nothing stands is left out. */
export interface ReadDocuments {
  readonly roots: readonly Node[];
  readonly isJson: boolean;
  /** Why it cannot be read, or not to its end. */
  readonly problem?: Diagnostic;
}

/** Reads a file of any kind as Kubernetes' tools read it. */
export function readDocuments(text: string, file: string): ReadDocuments {
  const large = refuseLargeText(text, file);
  if (large) return { roots: [], isJson: false, problem: large };
  const locate = locateIn(new SourceText(file, text));
  const { isReadable, diagnostics } = prepareText(text, locate);
  const unreadable = diagnostics.find(({ severity }) => severity === "error");
  if (!isReadable && unreadable) return { roots: [], isJson: false, problem: unreadable };
  const { documents, problem, isJson } = readText(text, locate);
  return {
    roots: documents.flatMap(({ root }) => root ?? []),
    isJson,
    ...(problem && { problem: describeYamlProblem(problem, text, locate) }),
  };
}
