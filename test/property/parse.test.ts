import fc from "fast-check";
import { expect, test } from "vitest";
import { hasFatalError } from "../../src/diagnostics/index.js";
import type { Policy } from "../../src/model/index.js";
import { type ParsedPolicy, parsePolicies, parsePolicy } from "../../src/parse/index.js";
import { printPolicy } from "../../src/print/index.js";
import { policyArbitrary } from "./arbitraries/policy.js";

/** What people and editors do to a text: a stretch of it is lost, doubled, or taken over by something else. */
interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const SCRAPS = [
  "",
  " ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "- ",
  "— ",
  ":",
  "{",
  "}",
  "[",
  "]",
  '"',
  "“",
  "'",
  "#",
  "*",
  "&a ",
  "*a",
];
const MORE_SCRAPS = [
  "<<: ",
  "---\n",
  "|\n",
  "!!int ",
  "%",
  "@",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\ud800",
  "null",
  "level: ",
];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 20 }),
  insert: fc.constantFrom(...SCRAPS, ...MORE_SCRAPS),
});

const text: fc.Arbitrary<string> = policyArbitrary.chain((policy) =>
  fc.constantFrom(printPolicy(policy), JSON.stringify(policy), asConfigMap(policy)),
);

const mutatedText: fc.Arbitrary<string> = fc
  .tuple(text, fc.array(mutation, { minLength: 1, maxLength: 5 }))
  .map(([whole, mutations]) => mutations.reduce(mutate, whole));

function mutate(whole: string, { at, length, insert }: Mutation): string {
  const start = Math.floor(at * whole.length);
  return whole.slice(0, start) + insert + whole.slice(start + length);
}

function asConfigMap(policy: Policy): string {
  const block = printPolicy(policy).replace(/^(?=.)/gm, "    ");
  return `apiVersion: v1\nkind: ConfigMap\ndata:\n  policy.yaml: |\n${block}`;
}

/** What holds of every reading, whatever the text. */
function expectSound(whole: string, { policy, diagnostics }: ParsedPolicy): void {
  expect(policy === undefined).toBe(hasFatalError(diagnostics));
  const lines = whole.split("\n");
  for (const { location } of diagnostics) {
    if (!location) continue;
    expect(location.line).toBeLessThanOrEqual(lines.length);
    expect(location.column).toBeLessThanOrEqual((lines[location.line - 1]?.length ?? 0) + 1);
    const isBackward = location.endLine === location.line && location.endColumn < location.column;
    expect(location.endLine < location.line || isBackward).toBe(false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
    expect(location.frame).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  }
}

test("printing and then parsing gives the policy back", () => {
  fc.assert(
    fc.property(policyArbitrary, (policy) => {
      expect(parsePolicy(printPolicy(policy))).toMatchObject({ policy, diagnostics: [] });
    }),
  );
});

test("a policy is the same in YAML, in JSON and in a ConfigMap", () => {
  fc.assert(
    fc.property(policyArbitrary, (policy) => {
      expect(parsePolicy(JSON.stringify(policy)).policy).toEqual(policy);
      expect(parsePolicy(asConfigMap(policy)).policy).toEqual(policy);
    }),
  );
});

test("what is read of a damaged policy is printed and read again as the same", () => {
  fc.assert(
    fc.property(mutatedText, (damaged) => {
      for (const { policy } of parsePolicies(damaged)) {
        if (!policy) continue;
        expect(parsePolicy(printPolicy(policy)).policy).toEqual(policy);
      }
    }),
  );
});

test("a damaged policy throws nothing, and has a policy exactly if no error stops it", () => {
  fc.assert(
    fc.property(mutatedText, (damaged) => {
      for (const parsed of parsePolicies(damaged)) expectSound(damaged, parsed);
    }),
    { numRuns: 1000 },
  );
});

test("no text makes parsing throw", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(..."apiVersion: {}[]-\n\t \"'#&*!|>%@`?,<~“—\u0000\u2028\ud83d"),
      maxLength: 200,
    }),
    fc.json(),
  );
  fc.assert(
    fc.property(anyText, (any) => {
      const found = parsePolicies(any);
      expect(found.length).toBeGreaterThan(0);
      for (const parsed of found) expectSound(any, parsed);
    }),
    { numRuns: 1000 },
  );
});
