import { describe, expect, test } from "vitest";
import { parsePolicies } from "../../../src/parse/index.js";

/**
 * The stretches of a text that diagnostics of a code point at. What is expected is marked in the text itself: «like this».
 */
function expectPlace(code: string, marked: string, kubernetesVersion?: string): void {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace(/[«»]/g, "");
  const places = parsePolicies(text, { kubernetesVersion })
    .flatMap(({ diagnostics }) => diagnostics)
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ location }) => location && { ...location, frame: undefined });
  expect(places).toEqual([{ file: "policy.yaml", ...at(text, start), ...endAt(text, end) }]);
}

function at(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function endAt(text: string, offset: number): { endLine: number; endColumn: number } {
  const { line, column } = at(text, offset);
  return { endLine: line, endColumn: column };
}

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";

describe("a diagnostic points at", () => {
  test.each([
    ["a plain value", `${HEAD}rules:\n  - level: «metadata»\n`],
    ["a value with its quotes", `${HEAD}rules:\n  - level: «"metadata"»\n`],
    ["a value in flow style", `${HEAD}rules: [{ level: «metadata» }]\n`],
    ["a value in JSON", `{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":«"metadata"»}]}`],
    ["a value behind a comment", `# one\n${HEAD}# two\nrules:\n\n  # three\n  - level: «metadata» # four\n`],
    ["a value on a line of its own", `${HEAD}rules:\n  - level:\n      «metadata»\n`],
    ["a value behind a tag", `${HEAD}rules:\n  - level: !!str «metadata»\n`],
    [
      "the value of an anchor, where an alias repeats it",
      `${HEAD}x-level: &l «metadata»\nrules:\n  - level: *l\n`,
    ],
    ["a value in CRLF lines", `${HEAD}rules:\n  - level: «metadata»\n`.replaceAll("\n", "\r\n")],
    ["a value behind characters of two units", `${HEAD}rules: [{ users: ["😀"], level: «metadata» }]\n`],
  ])("%s", (_, marked) => expectPlace("unknown-level", marked));

  test.each([
    ["the key of an unknown field", "unknown-field", "rules:\n  - level: None\n    «verb»: [get]\n"],
    [
      "the key of an unknown field in quotes",
      "unknown-field",
      "rules:\n  - level: None\n    «'verb'»: [get]\n",
    ],
    ["the later of two keys", "duplicate-key", "rules:\n  - level: None\n    verbs: [a]\n    «verbs»: [b]\n"],
    ["the scalar of a wrong type", "wrong-type", "rules:\n  - level: None\n    verbs: «get»\n"],
    [
      "the entry of a list",
      "unknown-stage",
      "omitStages:\n  - Panic\n  - «panic»\nrules:\n  - level: None\n",
    ],
    ["the first key of a rule that lacks something", "level-missing", "rules:\n  - «verbs»: [get]\n"],
    ["the key of an empty list", "empty-list", "rules:\n  - level: None\n    «verbs»: []\n"],
    ["the key of rules without entries", "no-rules", "«rules»: []\n"],
    ["a tab", "tab-indentation", "rules:\n  - level: None\n«\t»verbs: [get]\n"],
    ["the first typographic dash", "typographic-dash", "rules:\n  «—» level: None\n  — level: Metadata\n"],
    ["a control character", "control-character", "# «\u0007»\nrules:\n  - level: None\n"],
    [
      "a group",
      "group-with-version",
      'rules:\n  - level: None\n    resources:\n      - group: «"apps/v1"»\n',
    ],
    ["a path", "path-without-slash", "rules:\n  - level: None\n    nonResourceURLs: [/a, «b»]\n"],
    ["an unquoted boolean", "unquoted-scalar", "rules:\n  - level: None\n    namespaces: [a, «no»]\n"],
    ["a stray key", "list-entry-indentation", "rules:\n  - level: None\n  «verbs»: [get]\n"],
  ])("%s", (_, code, marked) => expectPlace(code, HEAD + marked));

  test("the API version that a release does not load", () => {
    expectPlace(
      "api-version-removed",
      "apiVersion: «audit.k8s.io/v1beta1»\nkind: Policy\nrules:\n- level: None\n",
    );
  });

  test("the first key where the API version is missing", () => {
    expectPlace("api-version-missing", "«kind»: Policy\nrules:\n- level: None\n");
  });

  test("the kind of a policy in a List", () => {
    const item = "- apiVersion: audit.k8s.io/v1\n  «kind»: Policy\n  rules:\n  - level: None\n";
    expectPlace("policy-in-list", `apiVersion: v1\nkind: List\nitems:\n${item}`);
  });
});

describe("inside another file a diagnostic points at", () => {
  const config = (content: string): string =>
    `kind: ConfigMap\napiVersion: v1\ndata:\n  policy.yaml: ${content}`;
  const policy = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: «metadata»\n";
  const indented = (by: number): string => policy.replace(/^/gm, " ".repeat(by)).trimEnd();

  test.each([
    ["a line of a literal block", config(`|\n${indented(4)}\n`)],
    ["a line of a literal block that is indented further", config(`|\n${indented(8)}\n`)],
    ["a line of a literal block with an empty line above", config(`|\n\n${indented(4)}\n`)],
    ["a line of a literal block with a comment in its header", config(`|- # the policy\n${indented(4)}\n`)],
    ["a field of a mapping", `cluster:\n  apiServer:\n    auditPolicy:\n${indented(6)}\n`],
  ])("%s", (_, marked) => expectPlace("unknown-level", marked));

  test("a quoted string as a whole, since its escapes hide its lines", () => {
    const quoted = JSON.stringify(policy.replace(/[«»]/g, ""));
    expectPlace("unknown-level", config(`«${quoted}»\n`));
  });

  test("the line of a policy that stands in a block in a block", () => {
    const inner = config(`|\n${indented(4)}\n`)
      .replace(/[«»]/g, "")
      .replace(/^/gm, "    ")
      .trimEnd();
    const [parsed] = parsePolicies(
      `kind: Secret\napiVersion: v1\nstringData:\n  config-map.yaml: |\n${inner}\n`,
    );
    expect(parsed?.diagnostics[0]?.location).toMatchObject({ line: 12, column: 18 });
  });
});

test("the frame shows the line and underlines the stretch", () => {
  const [parsed] = parsePolicies(`${HEAD}rules:\n  - level: metadata\n`);
  expect(parsed?.diagnostics[0]?.location?.frame).toBe(
    "    4 |   - level: metadata\n      |            ^^^^^^^^",
  );
});

test("a duplicate key is related to the key before it", () => {
  const [parsed] = parsePolicies(`${HEAD}rules:\n  - level: None\n    verbs: [a]\n    verbs: [b]\n`);
  const [related] = parsed?.diagnostics[0]?.related ?? [];
  expect(related?.location).toMatchObject({ line: 5, column: 5, endLine: 5, endColumn: 10 });
});

test("locations carry the name of the file", () => {
  const [parsed] = parsePolicies("", { file: "audit/policy.yaml" });
  expect(parsed?.diagnostics[0]?.location?.file).toBe("audit/policy.yaml");
});
