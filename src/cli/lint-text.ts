import type { Diagnostic, IgnoredDiagnostic } from "../diagnostics/index.js";
import { ignoreFindings, type LintOptions, lintPolicy } from "../lint/index.js";
import { type ParsedPolicy, parsePolicies } from "../parse/index.js";

/** A text, and all that there is to say about the policies in it. */
export interface LintedText {
  readonly policies: readonly ParsedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
  /** What comments in it say to leave. */
  readonly ignored: readonly IgnoredDiagnostic[];
}

/** Reads the policies of a text and says all that there is to say about them. */
export function lintText(text: string, file: string, options: LintOptions): LintedText {
  const { kubernetesVersion } = options;
  const policies = parsePolicies(text, { file, kubernetesVersion });
  const linted = policies.map((parsed) => ({
    ...parsed,
    diagnostics: [...parsed.diagnostics, ...lintPolicy(parsed, options)],
  }));
  return { policies, ...ignoreFindings(text, linted, { file }) };
}
