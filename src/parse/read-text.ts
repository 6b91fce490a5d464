import { type Diagnostic, jsonExpected, jsonSyntax } from "../diagnostics/index.js";
import { beginsAsJson, readJson } from "./read-json.js";
import { readYaml, type TextStream } from "./read-yaml.js";
import type { Locate } from "./text-place.js";
import { YamlLimit, YamlProblem } from "./yaml-problem.js";

/** A text as read by the decoder that kube-apiserver chooses for it. */
export interface ReadText extends TextStream {
  readonly isJson: boolean;
  /** Why it is no JSON, though it begins like it. */
  readonly json?: Diagnostic;
}

/** Reads a text; one that should be JSON and is not is read past as YAML. */
export function readText(text: string, locate: Locate): ReadText {
  if (!beginsAsJson(text)) return { ...readYaml(text), isJson: false };
  try {
    const root = readJson(text);
    return { documents: [{ root, range: root.range, comments: [] }], isJson: true };
  } catch (problem) {
    if (!(problem instanceof YamlProblem)) throw problem;
    if (problem instanceof YamlLimit) return { documents: [], problem, isJson: true };
    const yaml = readYaml(text);
    const isYaml = yaml.problem === undefined;
    const start = text.indexOf("{");
    const place = { path: "", location: locate(isYaml ? [start, start + 1] : problem.range) };
    return { ...yaml, isJson: false, json: (isYaml ? jsonExpected : jsonSyntax)(place, {}) };
  }
}
