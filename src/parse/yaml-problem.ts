import type { Range } from "./node.js";

/** How deep lists and mappings may lie in each other. */
export const MAX_NESTING = 100;
/** How many tokens a text may have; a policy of 10,000 rules has some 300,000. */
export const MAX_TOKENS = 1_000_000;

/** Why a text is no YAML that kube-apiserver reads, in the words of its reader; `range` is where. */
export class YamlProblem extends Error {
  readonly range: Range;
  constructor(message: string, range: Range) {
    super(message);
    this.range = range;
  }
}

/** A text that is beyond what is read at all. */
export class YamlLimit extends YamlProblem {}

export function tooDeep(range: Range): YamlLimit {
  return new YamlLimit(`more than ${MAX_NESTING} levels lie in each other`, range);
}

export function tooManyTokens(range: Range): YamlLimit {
  return new YamlLimit(`more than ${MAX_TOKENS} tokens`, range);
}

export function misreadMark(range: Range): YamlProblem {
  return new YamlProblem(MISREAD_MARK, range);
}

export const MISREAD_MARK =
  "U+FEFF stands at the end of a block of 512 bytes, where kube-apiserver may take it for the beginning of the file";
