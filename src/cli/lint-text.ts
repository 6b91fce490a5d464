import type { Diagnostic, IgnoredDiagnostic } from "../diagnostics/index.js";
import { ignoreFindings, type LintOptions, lintPolicy } from "../lint/index.js";
import { type ParsedPolicy, parsePolicies } from "../parse/index.js";

/** A text, and all that there is to say about the policies in it. */
export interface LintedText {
  readonly file: string;
  readonly text: string;
  /** Each with what is said of it and not ignored. */
  readonly policies: readonly ParsedPolicy[];
  /** The same of all, and of the comments that ignore something. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly IgnoredDiagnostic[];
}

/** Reads the policies of a text and says all that there is to say about them. */
export function lintText(text: string, file: string, options: LintOptions): LintedText {
  const { kubernetesVersion } = options;
  const linted = parsePolicies(text, { file, kubernetesVersion }).map((parsed) => ({
    ...parsed,
    diagnostics: [...parsed.diagnostics, ...lintPolicy(parsed, options)],
  }));
  const { diagnostics, ignored } = ignoreFindings(text, linted, { file });
  const left = new Set(diagnostics);
  const policies = linted.map((policy) => ({
    ...policy,
    diagnostics: policy.diagnostics.filter((diagnostic) => left.has(diagnostic)),
  }));
  return { file, text, policies, diagnostics, ignored };
}
