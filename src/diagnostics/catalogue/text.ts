import { type DiagnosticFactory, defineDiagnostic } from "../diagnostic.js";

/** What is said of a text as a whole, before it is a policy. */

export const textTooLarge: DiagnosticFactory<{ limit: string }> = defineDiagnostic({
  code: "text-too-large",
  severity: "error",
  title: "The text is larger than any audit policy",
  message: ({ limit }) => `the text is not read: ${limit}`,
  help: () => "give the policy alone; the file may be a log or a dump",
});

export const yamlSyntax: DiagnosticFactory<{ problem: string; remedy?: string | undefined }> =
  defineDiagnostic({
    code: "yaml-syntax",
    severity: "error",
    title: "The text is not YAML",
    message: ({ problem }) => problem,
    help: ({ remedy }) => remedy,
  });

export const tabIndentation: DiagnosticFactory<object> = defineDiagnostic({
  code: "tab-indentation",
  severity: "error",
  title: "A tab stands where YAML wants spaces",
  message: () => "a tab indents this line, and YAML is indented by spaces only",
  help: () => "put spaces in its place",
});

export const jsonSyntax: DiagnosticFactory<object> = defineDiagnostic({
  code: "json-syntax",
  severity: "error",
  title: "The text begins as JSON and is not JSON",
  message: () => 'kube-apiserver reads what begins with "{" as JSON, and this is not JSON',
  help: () => "close every brace, bracket and quote, put a comma between entries, and nothing behind the end",
});

export const jsonExpected: DiagnosticFactory<object> = defineDiagnostic({
  code: "json-expected",
  severity: "error",
  recovered: true,
  title: "YAML that kube-apiserver takes for JSON",
  message: () => 'kube-apiserver reads what begins with "{" as JSON, and this is YAML only',
  help: () => 'write "---" on a line above, use block style, or quote every key and string',
});

export const controlCharacter: DiagnosticFactory<{ character: string }> = defineDiagnostic({
  code: "control-character",
  severity: "error",
  title: "A control character that YAML does not allow",
  message: ({ character }) => `${character} stands in the text, and YAML does not allow control characters`,
  help: () => "delete it, or escape it in a double-quoted string",
});

export const byteOrderMark: DiagnosticFactory<object> = defineDiagnostic({
  code: "byte-order-mark",
  severity: "info",
  title: "The text begins with a byte order mark",
  message: () => "the text begins with a byte order mark; kube-apiserver reads past it, other tools may not",
  help: () => "save it as UTF-8 without a byte order mark",
});

export const carriageReturns: DiagnosticFactory<{ lines: number }> = defineDiagnostic({
  code: "carriage-returns",
  severity: "info",
  title: "Lines end as on Windows",
  message: ({ lines }) =>
    `${lines} ${lines === 1 ? "line ends" : "lines end"} in CRLF; kube-apiserver reads them, shell scripts may not`,
  help: () => "save it with LF line ends",
});

export const unusualLineBreak: DiagnosticFactory<{ character: string }> = defineDiagnostic({
  code: "unusual-line-break",
  severity: "warning",
  title: "A character that YAML 1.1 takes for a line break",
  message: ({ character }) =>
    `${character} is a line break to kube-apiserver, and most editors do not show it as one`,
  help: () => "put a line feed in its place, or delete it",
});

export const typographicDash: DiagnosticFactory<{ dash: string; count: number }> = defineDiagnostic({
  code: "typographic-dash",
  severity: "error",
  recovered: true,
  title: "A typographic dash stands for a list's hyphen",
  message: ({ dash, count }) =>
    `"${dash}" begins ${count === 1 ? "a list entry" : `${count} list entries`}, and YAML knows only "-" for that`,
  help: () => 'write "-"; the text was probably copied from a formatted page',
});

export const typographicQuotes: DiagnosticFactory<{ written: string; meant: string }> = defineDiagnostic({
  code: "typographic-quotes",
  severity: "error",
  recovered: true,
  title: "Typographic quotes are part of the value",
  message: ({ written }) =>
    `the quotes of ${written} are typographic, so kube-apiserver takes them for a part of the value`,
  help: ({ meant }) => `write "${meant}"`,
});

export const typographicQuotesInName: DiagnosticFactory<{ written: string; meant: string }> =
  defineDiagnostic({
    code: "typographic-quotes-in-name",
    severity: "warning",
    title: "Typographic quotes are part of a name",
    message: ({ written }) =>
      `kube-apiserver loads ${written} with its typographic quotes, and it matches nothing`,
    help: ({ meant }) => `write "${meant}"`,
  });

export const listEntryIndentation: DiagnosticFactory<{ key: string }> = defineDiagnostic({
  code: "list-entry-indentation",
  severity: "error",
  title: "A field is not indented as far as its list's entry",
  message: ({ key }) => `"${key}" is not indented as far as the entry above, so it belongs to no list entry`,
  help: ({ key }) =>
    `indent "${key}", and what belongs to it, two columns further than the hyphen of its entry`,
});

export const documentEmpty: DiagnosticFactory<object> = defineDiagnostic({
  code: "document-empty",
  severity: "error",
  title: "There is nothing in the text",
  message: () => "the text has no content, and kube-apiserver does not start with an empty policy",
  help: () => 'begin with "gen-audit --preset metadata-only"',
});

export const firstDocumentEmpty: DiagnosticFactory<object> = defineDiagnostic({
  code: "first-document-empty",
  severity: "error",
  recovered: true,
  title: "The first of several documents is empty",
  message: () => "the first document is empty, and kube-apiserver reads only the first",
  help: () => 'delete the "---" above it',
});

export const otherDocuments: DiagnosticFactory<{ count: number }> = defineDiagnostic({
  code: "other-documents",
  severity: "warning",
  title: "Documents that kube-apiserver never reads",
  message: ({ count }) =>
    `kube-apiserver reads only the first document of a file, and ${count === 1 ? "1 more follows" : `${count} more follow`}`,
  help: () => "put all rules into the first document, or delete the others",
});

export const policyNotFirst: DiagnosticFactory<{ document: number }> = defineDiagnostic({
  code: "policy-not-first",
  severity: "error",
  recovered: true,
  title: "The policy is not the first document of its file",
  message: ({ document }) =>
    `the policy is document ${document} of the file, and kube-apiserver reads only the first`,
  help: () => "give the policy a file of its own",
});

export const policyInList: DiagnosticFactory<{ path: string }> = defineDiagnostic({
  code: "policy-in-list",
  severity: "error",
  recovered: true,
  title: "The policy stands in a List",
  message: ({ path }) => `the policy is ${path} of a List, and kube-apiserver loads no List`,
  help: () => "write the policy itself as the only document of the file",
});

export const noPolicyFound: DiagnosticFactory<{ found: string }> = defineDiagnostic({
  code: "no-policy-found",
  severity: "error",
  title: "There is no audit policy in the text",
  message: ({ found }) => `this is ${found}, and no audit policy is found in it`,
  help: () => 'an audit policy has "apiVersion: audit.k8s.io/v1" and "kind: Policy"',
});

export const severalPolicies: DiagnosticFactory<{ paths: readonly string[] }> = defineDiagnostic({
  code: "several-policies",
  severity: "error",
  title: "There is more than one audit policy in the text",
  message: ({ paths }) => {
    const shown = paths.slice(0, 5).map((path) => path || "the first document");
    return `${paths.length} audit policies stand in this text: ${shown.join(", ")}${paths.length > 5 ? ", …" : ""}`;
  },
  help: () => "put the one that is meant into a file of its own",
});

export const tooManyDiagnostics: DiagnosticFactory<{ shown: number; left: number }> = defineDiagnostic({
  code: "too-many-diagnostics",
  severity: "info",
  title: "More is wrong than can be listed",
  message: ({ shown, left }) => `${left} more than these ${shown} are left out`,
  help: () => "mend the first ones and look again",
});
