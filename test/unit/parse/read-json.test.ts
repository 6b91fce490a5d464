import { describe, expect, test } from "vitest";
import { parsePolicy } from "../../../src/parse/index.js";
import { beginsAsJson, readJson } from "../../../src/parse/read-json.js";

/** A policy with these fields, as JSON. */
function policyWith(fields: string): string {
  return `{"apiVersion":"audit.k8s.io/v1","kind":"Policy",${fields}}`;
}

function rulesOf(fields: string): unknown {
  return parsePolicy(policyWith(fields)).policy?.rules;
}

function codesOf(fields: string): readonly string[] {
  return parsePolicy(policyWith(fields)).diagnostics.map(({ code }) => code);
}

describe("a text", () => {
  test.each([
    ["that begins with a brace", "{", true],
    ["with what Go takes for white space before it", "\n\t\u0085\u00a0\u2028\u3000{", true],
    ["with a byte order mark before it", "\ufeff{", false],
    ["with a comment before it", "# a\n{", false],
    ["that begins with a bracket", "[", false],
  ])("%s: %s is JSON: %s", (_, text, expected) => {
    expect(beginsAsJson(text)).toBe(expected);
  });

  test.each([
    "{'a':1}",
    "{a:1}",
    '{"a":1,}',
    '{"a":01}',
    '{"a":.5}',
    '{"a":+1}',
    '{"a":"\n"}',
    '{"a":"\\x41"}',
    '{"a":1}x',
    "{",
    '{"a"}',
  ])("%j is no JSON", (text) => {
    expect(() => readJson(text)).toThrow("not JSON");
  });

  test.each(['{"a":"\\ud83d\\ude00\\/\u007f\u2028"}', '{"a":-0.5E+10}', ' {\t"a" :\r\n[ ] }\n'])(
    "%j is JSON",
    (text) => {
      expect(readJson(text).kind).toBe("map");
    },
  );
});

/* Where a field is set twice, Go decodes the second value on top of the first. */
describe("of two values of a field", () => {
  test.each([
    ["the second counts", '"rules":[{"level":"None","level":"Request"}]', [{ level: "Request" }]],
    ["null takes back no string", '"rules":[{"level":"None","level":null}]', [{ level: "None" }]],
    [
      "null takes back a list",
      '"rules":[{"level":"None","verbs":["get"],"verbs":null}]',
      [{ level: "None" }],
    ],
    [
      "null takes back what a rule says of managedFields",
      '"rules":[{"level":"None","omitManagedFields":true,"omitManagedFields":null}]',
      [{ level: "None" }],
    ],
    [
      "the entries of a list keep their other fields",
      '"rules":[{"level":"None","verbs":["get"]},{"level":"Request"}],"rules":[{"level":"Metadata"}]',
      [{ level: "Metadata", verbs: ["get"] }],
    ],
  ])("%s", (_, fields, rules) => {
    expect(rulesOf(fields)).toEqual(rules);
    expect(codesOf(fields)).toContain("duplicate-key");
  });

  test.each([
    ["a level", '"rules":[{"level":1,"level":"None"}]', "unquoted-scalar"],
    ["an entry of a list", '"rules":[{"level":"None","verbs":[[]],"verbs":["get"]}]', "wrong-type"],
    ["the kind", '"kind":{},"kind":"Policy","rules":[{"level":"None"}]', "unknown-kind"],
    ["a name", '"metadata":{"name":[],"name":"a"},"rules":[{"level":"None"}]', "wrong-type"],
  ])("the first has to be of its type, too: %s", (_, fields, code) => {
    expect(codesOf(fields)).toContain(code);
  });
});
