import type { Diagnostic } from "../diagnostics/index.js";
import type { TextChange } from "../patch/index.js";
import { type FixablePolicy, type FixOptions, tryFixes } from "./try-fixes.js";

/**
 * The changes of a text that the fixes of its findings come to, each taken alone: those that are proved, see `applyFixes`.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const text = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n- level: Metadata # again\n";
 * const parsed = parsePolicy(text);
 * const changes = findProvedChanges(text, [{ ...parsed, diagnostics: lintPolicy(parsed) }]);
 * [...changes].map(([{ code }, [change]]) => `${code} ${change?.start}-${change?.end}`);
 * // ["rule-redundant 48-66", "rule-covered 66-92"]
 */
export function findProvedChanges(
  text: string,
  policies: readonly FixablePolicy[],
  options: FixOptions = {},
): ReadonlyMap<Diagnostic, readonly TextChange[]> {
  const found = policies.flatMap(({ diagnostics }, index) =>
    diagnostics.flatMap((diagnostic) => {
      const { fix } = diagnostic;
      const attempt = fix && tryFixes({ text, policies }, index, [{ diagnostic, fix }], options);
      return attempt?.text !== undefined ? [[diagnostic, attempt.changes] as const] : [];
    }),
  );
  return new Map(found);
}
