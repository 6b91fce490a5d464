import { expect, test } from "vitest";
import { parsePolicy } from "../../../src/parse/index.js";
import { countBySeverity, printCounts, printDiagnostics } from "../../../src/report/index.js";

const { diagnostics } = parsePolicy(
  "kind: Policy\napiVersion: audit.k8s.io/v1\nrules:\n- level: None\n  level: metadata\n",
  { file: "a.yaml" },
);

test("a diagnostic shows its place, line, help and what it is related to", () => {
  expect(printDiagnostics(diagnostics)).toBe(
    [
      'a.yaml:5:3: warning: "level" is set again, and kube-apiserver forgets what it was set to before [duplicate-key]',
      "    5 |   level: metadata",
      "      |   ^^^^^",
      "  help: join the two, or delete one",
      "  note: set here before at a.yaml:4:3",
      "    4 | - level: None",
      "      |   ^^^^^",
      'a.yaml:5:10: error: unknown level "metadata"; did you mean "Metadata"? [unknown-level]',
      "    5 |   level: metadata",
      "      |          ^^^^^^^^",
      "  help: levels are None, Metadata, Request, RequestResponse",
      "",
    ].join("\n"),
  );
});

test("color only repeats the text", () => {
  const colored = printDiagnostics(diagnostics, { color: true });
  expect(colored).not.toBe(printDiagnostics(diagnostics));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken out
  expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(printDiagnostics(diagnostics));
});

test("counts are in words", () => {
  expect(printCounts(countBySeverity(diagnostics))).toBe("1 error, 1 warning");
  expect(printCounts({ error: 0, warning: 2, info: 3 })).toBe("2 warnings, 3 info");
  expect(printCounts({ error: 0, warning: 0, info: 0 })).toBe("nothing found");
});

test("what stands in a policy or in the name of its file cannot reach the terminal as a command to it", () => {
  const evil = "\u001b[2J\u009b\u202e";
  const written = '"\\u001b[2J\\u009b\\u202e"';
  const parsed = parsePolicy(
    `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: ${written}\n  ${written}: 1\n`,
    { file: evil },
  );
  const printed = printDiagnostics(parsed.diagnostics);
  expect(parsed.diagnostics.length).toBe(2);
  expect(printed.replaceAll("\n", "")).toMatch(/^[^\p{Cc}\p{Cf}]+$/u);
});
