import type { RequestAttributes } from "../model/index.js";
import { findMissed } from "./find-missed.js";
import type { LintContext } from "./lint-rule.js";

export interface RecordedPath {
  readonly path: string;
  readonly request: RequestAttributes;
}

/** Of some paths those that are recorded of users whose requests to other paths a rule silences. */
export function findRecorded(
  context: LintContext,
  index: number,
  paths: readonly string[],
): readonly RecordedPath[] {
  return paths.flatMap((path) => {
    const found = findMissed(context, index, { nonResourceURLs: [path] }, ({ stages }) => stages.length > 0);
    return found ? [{ path, request: found.request }] : [];
  });
}
