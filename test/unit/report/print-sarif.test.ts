import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintPolicy } from "../../../src/lint/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import { printSarif } from "../../../src/report/index.js";
import { readSarif } from "../../support/sarif-log.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n";

/** What the texts below are about; other rules may have more to say of them. */
const CODES = ["unknown-field", "unknown-level", "duplicate-key", "no-catch-all", "token-bodies"];

function find(rules: string, file = "policy.yaml") {
  const parsed = parsePolicy(HEAD + rules, { file });
  return [...parsed.diagnostics, ...lintPolicy(parsed)].filter(({ code }) => CODES.includes(code));
}

const golden = fileURLToPath(new URL("../../golden/lint/", import.meta.url));
const recorded = readdirSync(golden).filter((name) =>
  readFileSync(`${golden}${name}/stdout`, "utf8").includes('"$schema"'),
);

test.each(recorded)("the log that the command line writes in lint/%s is one", (name) => {
  expect(() => readSarif(readFileSync(`${golden}${name}/stdout`, "utf8"))).not.toThrow();
});

describe("a SARIF log", () => {
  test("has each code once among its rules, in order, with its title and level", () => {
    const { tool, results } = readSarif(
      printSarif(find("- level: RequestResponse\n  verb: [a]\n- level: None\n  verb: [b]\n")),
    );
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(["token-bodies", "unknown-field"]);
    expect(tool.driver.rules[0]).toMatchObject({
      shortDescription: { text: "Tokens of service accounts or users get into the log" },
      defaultConfiguration: { level: "warning" },
    });
    expect(results.map(({ ruleId }) => ruleId)).toEqual([
      "unknown-field",
      "unknown-field",
      "token-bodies",
      "token-bodies",
    ]);
  });

  test("is empty, and one all the same, where nothing is found", () => {
    expect(readSarif(printSarif([]))).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
  });

  test("says the region in UTF-16 units, the end behind the last", () => {
    const { columnKind, results } = readSarif(printSarif(find('- {users: ["😀"], level: metadata}\n')));
    expect(columnKind).toBe("utf16CodeUnits");
    expect(results[0]?.locations[0]?.physicalLocation?.region).toEqual({
      startLine: 4,
      startColumn: 26,
      endLine: 4,
      endColumn: 34,
    });
  });

  test("carries the request that proves a finding, in words and as data", () => {
    const [result] = readSarif(printSarif(find("- level: Metadata\n  verbs: [get]\n"))).results;
    expect(result?.message.text).toMatch(/\nrequest: \S/);
    expect(result?.properties?.witness?.verb).not.toBe("get");
  });

  test("names an assumption that a finding rests on", () => {
    const [found] = find("- level: metadata\n");
    const log = printSarif(found ? [{ ...found, reading: "real-identities" }] : []);
    expect(readSarif(log).results[0]?.properties).toEqual({ reading: "real-identities" });
  });

  test("shows what a finding is related to", () => {
    const [result] = readSarif(printSarif(find("- level: None\n  level: None\n"))).results;
    expect(result?.relatedLocations?.[0]?.physicalLocation.region.startLine).toBe(4);
  });

  test("keeps what comments ignore as suppressed, and nothing else", () => {
    const [first, second] = find("- level: None\n  verb: [a]\n  user: [b]\n");
    const log = printSarif(first ? [first] : [], {
      ignored: second ? [{ ...second, reason: "because" }] : [],
    });
    expect(readSarif(log).results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [{ kind: "inSource", justification: "because" }],
    ]);
  });

  test("has no placeholder and no link of its user's making", () => {
    const [result] = readSarif(printSarif(find('- level: "{0} [a](https://example.com)"\n'))).results;
    expect(result?.message.text).toContain('"{{0}} [a\\](https://example.com)"');
  });

  test("is one for any strings of a policy and any name of a file", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string({ unit: "binary", minLength: 1 }),
        (level, file) => {
          const log = printSarif(
            find(`- {level: ${JSON.stringify(level)}, ${JSON.stringify(level)}: 1}\n`, `a${file}`),
          );
          expect(readSarif(log).results.length).toBeGreaterThan(0);
          expect(log.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        },
      ),
    );
  });
});
