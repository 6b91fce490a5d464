import { describe, expect, test } from "vitest";
import { parsePolicies, parsePolicy } from "../../../src/parse/index.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";
const RULE = "- level: Metadata\n";
const MAX_LENGTH = 4 * 1024 * 1024;

function codesOf(text: string): readonly string[] {
  return parsePolicy(text).diagnostics.map(({ code }) => code);
}

/** A policy of a given length, made long by a comment. */
function policyOfLength(length: number): string {
  const text = `${HEAD}rules:\n${RULE}#`;
  return text + "x".repeat(length - text.length);
}

function nested(levels: number): string {
  return `${HEAD}x: ${"[".repeat(levels)}${"]".repeat(levels)}\nrules:\n${RULE}`;
}

describe("a text", () => {
  test("of 4 MiB is read", () => {
    expect(codesOf(policyOfLength(MAX_LENGTH))).toEqual([]);
  });

  test("of more than 4 MiB gets one diagnostic and is not read", () => {
    expect(codesOf(policyOfLength(MAX_LENGTH + 1))).toEqual(["text-too-large"]);
  });

  test("whose lists lie 100 deep, its own mapping among them, is read", () => {
    expect(codesOf(nested(99))).toEqual(["unknown-field"]);
  });

  test("whose lists lie deeper gets one diagnostic", () => {
    expect(codesOf(nested(100))).toEqual(["text-too-large"]);
  });

  test("of a million brackets gets one diagnostic", () => {
    expect(codesOf(`x: ${"[".repeat(1_000_000)}`)).toEqual(["text-too-large"]);
  });

  test("of block lists that lie too deep gets one diagnostic", () => {
    const lines = Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}-`);
    expect(codesOf(lines.join("\n"))).toEqual(["text-too-large"]);
  });

  test("of a million tokens gets one diagnostic", () => {
    expect(codesOf(`x: [${"a,".repeat(1_000_000)}]`)).toEqual(["text-too-large"]);
  });
});

describe("aliases", () => {
  test("that double what they repeat thirty times get one diagnostic", () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(codesOf(`a0: &a0 [x, x]\n${doubled.join("\n")}\n`)).toEqual(["yaml-syntax"]);
  });

  test("of merges that double get one diagnostic", () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} {x: *a${i}, y: *a${i}}`);
    expect(codesOf(`a0: &a0 {x: 1}\n${doubled.join("\n")}\n`)).toEqual(["yaml-syntax"]);
  });

  test("that contain themselves get one diagnostic", () => {
    expect(codesOf(`${HEAD}rules: &a [*a]\n`)).toEqual(["yaml-syntax"]);
  });

  test("of one list in a thousand rules are followed", () => {
    const rules = "- level: None\n  users: *u\n".repeat(1000);
    const { policy, diagnostics } = parsePolicy(`${HEAD}rules:\n- level: None\n  users: &u [jane]\n${rules}`);
    expect(diagnostics).toEqual([]);
    expect(policy?.rules.every(({ users }) => users?.[0] === "jane")).toBe(true);
  });
});

test("10,000 rules are read", () => {
  expect(parsePolicy(`${HEAD}rules:\n${RULE.repeat(10_000)}`).policy?.rules).toHaveLength(10_000);
});

test("1000 diagnostics are given of one policy, and one more that counts the others", () => {
  const { policy, diagnostics } = parsePolicy(`${HEAD}rules:\n${"- level: metadata\n".repeat(1234)}`);
  expect(policy).toBeUndefined();
  expect(diagnostics).toHaveLength(1001);
  expect(diagnostics.at(-1)).toMatchObject({
    code: "too-many-diagnostics",
    data: { shown: 1000, left: 234 },
  });
});

test("a policy in a string is looked for three strings deep, and no deeper", () => {
  const wrap = (text: string): string =>
    JSON.stringify({ kind: "ConfigMap", apiVersion: "v1", data: { text } });
  const policy = `${HEAD}rules:\n${RULE}`;
  const [three, four] = [wrap(wrap(wrap(policy))), wrap(wrap(wrap(wrap(policy))))];
  expect(parsePolicies(three).map(({ path }) => path)).toEqual(["data.text: data.text: data.text"]);
  expect(codesOf(four)).toEqual(["no-policy-found"]);
});
