import type { Range } from "./node.js";

/** How deep lists and mappings may lie in each other. */
export const MAX_NESTING = 100;
/** Why a text is no YAML that kube-apiserver reads. `code` is that of the `yaml` library, or our own. */
export class YamlProblem extends Error {
  readonly code: string;
  readonly range: Range;
  constructor(code: string, message: string, range: Range) {
    super(message);
    this.code = code;
    this.range = range;
  }
}

/** Whether a text was given up because it is beyond what is read at all. */
export function isLimit({ code }: YamlProblem): boolean {
  return code === "TOO_DEEP" || code === "TOO_MANY_TOKENS";
}

export function tooDeep(range: Range): YamlProblem {
  return new YamlProblem("TOO_DEEP", `more than ${MAX_NESTING} levels lie in each other`, range);
}
