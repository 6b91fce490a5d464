import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable } from "../../../src/diagnostics/index.js";
import { lintPolicy } from "../../../src/lint/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import { printGitHubAnnotations } from "../../../src/report/index.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n";

/** What the texts below are about; other rules may have more to say of them. */
const CODES = ["unknown-field", "unknown-level", "duplicate-key", "no-catch-all", "token-bodies"];

function find(rules: string, file = "policy.yaml") {
  const parsed = parsePolicy(HEAD + rules, { file });
  return [...parsed.diagnostics, ...lintPolicy(parsed)].filter(({ code }) => CODES.includes(code));
}

/**
 * A workflow command as the runner reads a line.
 *
 * Upstream: actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2
 */
function readCommand(line: string) {
  const [, info = "", data = ""] = /^::(.*?)::(.*)$/.exec(line) ?? [];
  const [, name = info, written = ""] = /^(\S+) (.*)$/.exec(info) ?? [];
  const pairs = written.split(",").map((pair): [string, string] => {
    const [key = "", value = ""] = pair.split(/=(.*)/s);
    return [key, decode(value, true)];
  });
  return { name, properties: new Map(pairs), message: decode(data, false) };
}

function decode(text: string, isProperty: boolean): string {
  const plain = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return (isProperty ? plain.replaceAll("%3A", ":").replaceAll("%2C", ",") : plain).replaceAll("%25", "%");
}

describe("an annotation", () => {
  test("is a command of its severity, with its place and code", () => {
    const [line = ""] = printGitHubAnnotations(find("- level: Metadata\n  verb: [get]\n")).split("\n");
    const { name, properties } = readCommand(line);
    expect(name).toBe("warning");
    expect(Object.fromEntries(properties)).toEqual({
      file: "policy.yaml",
      line: "5",
      endLine: "5",
      col: "3",
      endColumn: "6",
      title: "gen-audit (unknown-field)",
    });
  });

  test("of what could be simpler is a notice", () => {
    const [found] = find("- level: metadata\n");
    expect(printGitHubAnnotations(found ? [{ ...found, severity: "info" }] : [])).toMatch(/^::notice /);
  });

  test("over several lines has no columns, which the runner would refuse", () => {
    const [found] = find("- level: metadata\n");
    const location = found?.location && { ...found.location, endLine: 9 };
    const { properties } = readCommand(
      printGitHubAnnotations(found && location ? [{ ...found, location }] : []).trim(),
    );
    expect([...properties.keys()]).toEqual(["file", "line", "endLine", "title"]);
  });

  test("says the request and the way out in lines of their own", () => {
    const { message } = readCommand(
      printGitHubAnnotations(find("- level: Metadata\n  verbs: [get]\n")).trim(),
    );
    expect(message.split("\n").map((line) => line.split(":")[0])).toEqual([
      "some requests match no rule, so that nothing of them is recorded",
      "request",
      "help",
    ]);
  });

  test("is one line that the runner reads back, for any strings of a policy and any name of a file", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (level, file) => {
        const found = find(`- level: ${JSON.stringify(`::error::${level}%0A`)}\n`, `f${file}`);
        const lines = printGitHubAnnotations(found).trimEnd().split("\n");
        expect(lines.length).toBe(found.length);
        const { properties, message } = readCommand(lines[0] ?? "");
        expect(properties.get("file")).toBe(printable(`f${file}`));
        expect(message.split("\n")[0]).toBe(printable(found[0]?.message ?? ""));
      }),
    );
  });
});
