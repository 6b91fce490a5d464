import { describe, expect, test } from "vitest";
import type { Node } from "../../../src/parse/node.js";
import { readYaml } from "../../../src/parse/read-yaml.js";

/** The first document as plain data, or why there is none. */
function read(text: string): unknown {
  const { documents, problem } = readYaml(text);
  const [first] = documents;
  return first ? first.root && plain(first.root) : problem?.message;
}

function plain(node: Node): unknown {
  if (node.kind === "scalar") return typeof node.value === "bigint" ? Number(node.value) : node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

/*
 * What YAML 1.2 reads differently, or what readers are known to trip over. Generated texts, and what kube-apiserver's reader
 * makes of them, are in test/conformance.
 */
describe("YAML 1.1", () => {
  test.each([
    ["a list whose hyphens are not indented", "a:\n- x\n- v\nb: z", { a: ["x", "v"], b: "z" }],
    ["a list in a list on one line", "- - x\n  - v\n- z", [["x", "v"], "z"]],
    ["a flow list whose lines are not indented", "a: [x,\nv\n]", { a: ["x", "v"] }],
    ["a pair in a flow list", "[x: v, z]", [{ x: "v" }, "z"]],
    ["a key in quotes with its value right behind", '{"a":x}', { a: "x" }],
    ["a colon without a blank in a flow mapping", "{a:x}", { "a:x": null }],
    ["a colon in a word between brackets", "[a:b, ::]", "did not find expected node content"],
    ["a question mark between brackets", "[a?b]", "did not find expected ',' or ']'"],
    ["a key with a question mark", "? a\n: b\n? c", { a: "b", c: null }],
    ["a quoted value whose lines are not indented", 'a: "x\nv"', { a: "x v" }],
    ["an escaped line break", '"x\\\n  v"', "xv"],
    ["an empty line in a quoted value", "'x\n\n\n v'", "x\n\nv"],
    ["an escape that only JSON has", '"\\/"', "found unknown escape character"],
    ["an escape that only YAML 1.1 has", `"\\'"`, "'"],
    ["half a character as an escape", '"\\ud83d"', "found invalid Unicode character escape code"],
    ["a tab behind a key", "a:\tx", { a: "x" }],
    ["a tab behind a hyphen", "-\tx", "found character that cannot start any token"],
    ["a tab in front of a comment", "a: [x]\n\t# v\nb: z", "found character that cannot start any token"],
    ["a tab between brackets", "[\tx,\n\tv]", ["x", "v"]],
    ["a line separator in a plain value", "a\u2028b", "a\u2028b"],
    ["a next-line character", "a: x\u0085b: v", { a: "x", b: "v" }],
    ["a lone carriage return", "a: x\rb: v", { a: "x", b: "v" }],
    ["a literal block", "a: |\n  x\n   v\n\n  z\n\n", { a: "x\n v\n\nz\n" }],
    ["a folded block with lines that are indented further", "- >-\n  x\n  v\n    z\n  w\n", ["x v\n  z\nw"]],
    ["a block that keeps its line breaks", "- |+\n  x\n\n", ["x\n\n"]],
    ["a block that says how far it is indented", "- |1\n  x\n", [" x\n"]],
    [
      "a block whose header has something behind it",
      "- | x\n",
      "did not find expected comment or line break",
    ],
    ["a plain value over lines, up to a comment", "a: x\n  v # z\nb: w", { a: "x v", b: "w" }],
    ["three hyphens behind a plain value", "a: x\n---\nb: v", { a: "x" }],
    ["a key longer than 1024 characters", `a: x\n${"x".repeat(1100)}: v`, "could not find expected ':'"],
    ["two keys on a line", "a: b: c", "mapping values are not allowed in this context"],
    ["a list behind a key on its line", "a: - b", "block sequence entries are not allowed in this context"],
    ["a tag with a handle of its own", "%TAG !v! tag:yaml.org,2002:\n---\n!v!str 1", "1"],
    ["a handle that is not declared", "!v!str 1", "found undefined tag handle"],
    ["the version 1.2", "%YAML 1.2\n---\na", "found incompatible YAML document"],
    ["a merge key", "a: &a {x: 1, v: 2}\nb: {<<: *a, v: 3}", { a: { x: 1, v: 2 }, b: { x: 1, v: 3 } }],
    ["merges, of which the earlier takes precedence", "<<: [{x: 1}, {x: 2, v: 3}]", { x: 1, v: 3 }],
    ["an alias of an anchor that is set again further on", "[&a 1, &b [*a], &a 2, *b]", [1, [1], 2, [1]]],
    ["an anchor that contains itself", "&a [*a]", "anchor 'a' value contains itself"],
    ["infinity where a later key replaces it", "{a: .inf, a: 1}", { a: 1 }],
    ["infinity", "{a: .inf}", ".inf is a number that JSON does not have"],
    ["a null key where a later key replaces it", "{a: {~: 1}, a: 1}", { a: 1 }],
    ["a null key", "{a: {~: 1}}", "a key is null"],
    ["a mark of byte order at the beginning", "\ufeffa: x", { a: "x" }],
    ["nothing behind a key that brackets surround", "[? ]", "did not find expected ',' or ']'"],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("a document is read whatever stands behind it", () => {
    const { documents, problem } = readYaml("a: x\n---\n[");
    expect(documents).toHaveLength(1);
    expect(problem?.message).toBe("did not find expected node content");
  });

  test("a byte order mark inside of the text is a part of a word, but for the end of a block of 512 bytes", () => {
    const withMarkAt = (bytes: number): string => `# ${"x".repeat(bytes - 2)}\ufeff\na: x`;
    expect(read(withMarkAt(100))).toEqual({ a: "x" });
    expect(read(withMarkAt(508))).toMatch(/^U\+FEFF stands at the end of a block/);
    expect(read(withMarkAt(560))).toEqual({ a: "x" });
    expect(read("\ufeff\ufeffa: x")).toMatch(/^U\+FEFF/);
  });
});

describe("what is read has its place:", () => {
  const place = (text: string, find: (root: Node) => Node | undefined): string | undefined => {
    const root = readYaml(text).documents[0]?.root;
    const range = root && find(root)?.range;
    return range && text.slice(...range);
  };
  const under =
    (key: string) =>
    (root: Node): Node | undefined =>
      root.kind === "map" ? root.entries.get(key)?.value : undefined;

  test.each([
    ["a quoted value", "a: !!str  'x' # y", "'x'"],
    ["a flow list", "a: [x,\n y] # z", "[x,\n y]"],
    ["a block list, without the comments behind it", "a:\n  - x\n  - y # z\n  # w\nb: c", "- x\n  - y"],
    ["a mapping", "a:\n  x: y\n\n# z\n", "x: y"],
    ["a literal block, without its last line break", "a: |\n  x\n\n\nb: c", "|\n  x"],
  ])("%s", (_, text, expected) => {
    expect(place(text, under("a"))).toBe(expected);
  });
});
