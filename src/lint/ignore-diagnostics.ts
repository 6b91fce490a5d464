import { type DiagnosticFactory, defineDiagnostic } from "../diagnostics/index.js";

const SPELLING = "# gen-audit-ignore CODE: why it is left";

export const ignoreIncomplete: DiagnosticFactory<{ lacks: "code" | "reason" }> = defineDiagnostic({
  code: "ignore-incomplete",
  severity: "warning",
  title: "A comment does not say what to ignore, or why",
  message: ({ lacks }) =>
    lacks === "code"
      ? "the comment names no code, so it ignores nothing"
      : "the comment gives no reason, so it ignores nothing",
  help: () => `write ${SPELLING}`,
});

export const ignoreUnknownCode: DiagnosticFactory<{ written: string; near?: string | undefined }> =
  defineDiagnostic({
    code: "ignore-unknown-code",
    severity: "warning",
    title: "A comment ignores a code that does not exist",
    message: ({ written, near }) =>
      `nothing that lint says has the code "${written}"${near === undefined ? "" : `; did you mean "${near}"?`}`,
  });

export const ignoreOfError: DiagnosticFactory<{ written: string }> = defineDiagnostic({
  code: "ignore-of-error",
  severity: "warning",
  title: "A comment ignores what kube-apiserver refuses",
  message: ({ written }) => `"${written}" is an error, which no comment can ignore`,
  help: () => "kube-apiserver refuses the file all the same; delete the comment",
});

export const ignoreUnused: DiagnosticFactory<{ written: string }> = defineDiagnostic({
  code: "ignore-unused",
  severity: "info",
  title: "A comment ignores what is not there",
  message: ({ written }) => `there is no "${written}" here to be ignored`,
  help: () => "delete the comment, or put it on the line of the finding, above it, or above the rule",
});

/** What may be said of comments. */
export const IGNORE_DIAGNOSTICS: readonly DiagnosticFactory<never>[] = [
  ignoreIncomplete,
  ignoreUnknownCode,
  ignoreOfError,
  ignoreUnused,
];
