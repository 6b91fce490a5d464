import { type Diagnostic, jsonExpected, jsonSyntax } from "../diagnostics/index.js";
import type { Locate } from "./text-place.js";

/**
 * What begins with a brace goes to the server's JSON decoder, and nowhere else.
 *
 * Upstream: k8s.io/apimachinery, pkg/util/yaml/decoder.go, IsJSONBuffer; pkg/runtime/serializer/recognizer/recognizer.go
 */
export function checkJson(text: string, isYaml: boolean, locate: Locate): readonly Diagnostic[] {
  const start = text.search(/\S/);
  if (text[start] !== "{") return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 200) : String(error);
    const place = { path: "", location: locate([start, start + 1]) };
    return [isYaml ? jsonExpected(place, { problem }) : jsonSyntax(place, { problem })];
  }
}
