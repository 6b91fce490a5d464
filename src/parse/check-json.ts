import { type Diagnostic, jsonExpected, jsonSyntax } from "../diagnostics/index.js";
import type { Locate } from "./text-place.js";
import { isLimit, type YamlProblem } from "./yaml-problem.js";

/**
 * What begins with a brace goes to the server's JSON decoder, and nowhere else.
 * `problem` is what the text has as YAML, which is a superset in all that matters here.
 *
 * Upstream: k8s.io/apimachinery, pkg/util/yaml/decoder.go, IsJSONBuffer; pkg/runtime/serializer/recognizer/recognizer.go
 */
export function checkJson(
  text: string,
  problem: YamlProblem | undefined,
  locate: Locate,
): Diagnostic | undefined {
  const start = text.search(/\S/);
  if (text[start] !== "{" || isJson(text) || (problem && isLimit(problem))) return undefined;
  const location = locate(problem?.range ?? [start, start + 1]);
  return (problem ? jsonSyntax : jsonExpected)({ path: "", location }, {});
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // Its message differs from engine to engine.
  }
}
