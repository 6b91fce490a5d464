import type { SourceComment } from "../diagnostics/index.js";
import type { Node, Range } from "./node.js";
import { resolveNodes } from "./resolve-nodes.js";
import { composeDocuments } from "./yaml/compose-documents.js";
import { findMisreadMark } from "./yaml/find-misread-mark.js";
import type { Comment } from "./yaml/scanner.js";
import type { YamlNode } from "./yaml/yaml-node.js";
import { misreadMark, YamlProblem } from "./yaml-problem.js";

/** One document of a text; it has no root where nothing but comments stands in it. */
export interface Document {
  readonly root: Node | undefined;
  readonly range: Range;
  readonly comments: readonly SourceComment[];
}

export interface TextStream {
  readonly documents: readonly Document[];
  /** Documents behind this problem are missing; kube-apiserver never sees it when it lies behind the first document. */
  readonly problem?: YamlProblem;
}

/** Reads all documents of a YAML text, each as kube-apiserver reads the first. */
export function readYaml(text: string): TextStream {
  const documents: Document[] = [];
  try {
    const mark = findMisreadMark(text);
    if (mark !== undefined) throw misreadMark([mark, mark + 1]);
    for (const { root, range, comments } of composeDocuments(text)) {
      documents.push({
        root: isNothing(root) ? undefined : resolveNodes(root),
        range,
        comments: comments.map(placeComment),
      });
    }
  } catch (problem) {
    if (!(problem instanceof YamlProblem)) throw problem;
    return { documents, problem };
  }
  return { documents };
}

function placeComment({ text, mark, isAlone }: Comment): SourceComment {
  return { text, range: [mark.index, mark.index + 1 + text.length], isAlone };
}

function isNothing(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === "" && node.style === "plain" && node.tag === undefined;
}
