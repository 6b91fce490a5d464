import fc from "fast-check";
import { expect, test } from "vitest";
import type { PolicyEdit } from "../../src/diagnostics/index.js";
import type { Policy } from "../../src/model/index.js";
import { parsePolicies } from "../../src/parse/index.js";
import { applyChanges, editPolicy, planChanges } from "../../src/patch/index.js";
import { validatePolicy } from "../../src/validate/index.js";
import { type FormattedLine, formatPolicy, placesOf } from "./arbitraries/formatted-policy.js";
import { NAMES, policyArbitrary } from "./arbitraries/policy.js";

const RUNS = { numRuns: 200 };

/** Some edits of one rule, which leave a policy that loads; undefined where they would not. */
function drawEdits(policy: Policy, draw: fc.GeneratorValue) {
  const places = placesOf(policy);
  const [, rule = "0"] = /^rules\[(\d+)\]/.exec(draw(fc.constantFrom, ...places).path) ?? [];
  const own = places.filter(({ path }) => path.startsWith(`rules[${rule}]`));
  const count = 1 + draw(fc.nat, 2);
  const edits = Array.from({ length: count }, (): PolicyEdit => {
    const { path, value } = draw(fc.constantFrom, ...own);
    if (typeof value === "string" && draw(fc.boolean))
      return { replace: path, by: draw(fc.constantFrom, ...NAMES) };
    const other = /\.users$/.test(path) ? "userGroups" : /\.userGroups$/.test(path) ? "users" : undefined;
    if (other !== undefined && draw(fc.boolean)) return { rename: path, to: other };
    return Array.isArray(value) && draw(fc.boolean)
      ? { append: path, value: draw(fc.constantFrom, ...NAMES) }
      : { remove: path };
  });
  const edited = editPolicy(policy, edits);
  const loads = edited && !validatePolicy(edited).some(({ severity }) => severity !== "warning");
  return loads ? { edits, edited, rule: Number(rule) } : undefined;
}

/** What is left of a text, and of the policies in it. */
function edit(text: string, edits: readonly PolicyEdit[]) {
  const [{ source } = {}] = parsePolicies(text);
  const { changes, refused } = source ? planChanges(text, source, edits) : { refused: "no policy" };
  if (!changes) return { refused };
  const edited = applyChanges(text, changes);
  return { text: edited, policies: parsePolicies(edited).map(({ policy }) => policy) };
}

/** Why a text may be left as it is: a comment would be lost that may be about what stays. */
const REASONS =
  /^(a comment stands between|nothing would be left|its changes touch the same text|something else stands on)/;

function wrap(lines: readonly FormattedLine[], draw: fc.GeneratorValue): readonly FormattedLine[] {
  const other = (text: string): FormattedLine => ({ text, rule: undefined });
  switch (draw(fc.nat, 2)) {
    case 0:
      return lines;
    case 1:
      return [...lines, other("---"), other("kind: Other # stays")];
    default:
      return [
        other("kind: ConfigMap"),
        other("data:"),
        other("  policy: |"),
        ...lines.map(({ text, rule }) => ({ text: text === "" ? "" : `    ${text}`, rule })),
        other("  other: 1 # stays"),
      ];
  }
}

test("an edited text reads back as the edited policy, and of all lines but the rule's own none has changed", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.gen(), (policy, draw) => {
      const drawn = drawEdits(policy, draw);
      fc.pre(drawn !== undefined);
      const lines = wrap(formatPolicy(policy, draw), draw);
      const newline = draw(fc.constantFrom, "\n", "\r\n");
      const text = lines.map((line) => line.text).join(newline) + draw(fc.constantFrom, "", newline);
      expect(parsePolicies(text)[0]?.policy).toEqual(policy);
      const { refused, text: edited = "", policies } = edit(text, drawn.edits);
      if (refused !== undefined) {
        expect(refused).toMatch(REASONS);
        return;
      }
      expect(policies).toEqual([drawn.edited]);
      const first = lines.findIndex(({ rule }) => rule === drawn.rule);
      const last = lines.findLastIndex(({ rule }) => rule === drawn.rule);
      const says = (all: readonly string[]): readonly string[] => all.filter((line) => line.trim() !== "");
      const left = says(edited.split(newline));
      const before = says(lines.slice(0, first).map((line) => line.text));
      const after = says(lines.slice(last + 1).map((line) => line.text));
      expect(left.slice(0, before.length)).toEqual(before);
      expect(left.slice(left.length - after.length)).toEqual(after);
      // A rule that is gone has left nothing.
      if (drawn.edits.some((one) => "remove" in one && one.remove === `rules[${drawn.rule}]`))
        expect(left.length).toBe(before.length + after.length);
    }),
    RUNS,
  );
});

test("most edits are made, whatever a policy looks like", () => {
  let [made, refused] = [0, 0];
  fc.assert(
    fc.property(policyArbitrary, fc.gen(), (policy, draw) => {
      const drawn = drawEdits(policy, draw);
      fc.pre(drawn !== undefined);
      const text = formatPolicy(policy, draw)
        .map((line) => `${line.text}\n`)
        .join("");
      if (edit(text, drawn.edits).refused === undefined) made++;
      else refused++;
    }),
    { ...RUNS, seed: 1 },
  );
  expect(made / (made + refused)).toBeGreaterThan(0.8);
});

test("what is replaced once more by the same stays as it is", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.gen(), (policy, draw) => {
      const strings = placesOf(policy).filter(
        ({ path, value }) => typeof value === "string" && !/level$|Stages/.test(path),
      );
      fc.pre(strings.length > 0);
      const { path } = draw(fc.constantFrom, ...strings);
      const edits = [{ replace: path, by: draw(fc.constantFrom, ...NAMES) }];
      const edited = editPolicy(policy, edits);
      fc.pre(edited !== undefined && !validatePolicy(edited).some(({ severity }) => severity === "error"));
      const once = edit(
        formatPolicy(policy, draw)
          .map((line) => line.text)
          .join("\n"),
        edits,
      );
      expect(once.policies).toEqual([edited]);
      expect(edit(once.text ?? "", edits).text).toBe(once.text);
    }),
    RUNS,
  );
});

test("an edited JSON text is JSON, of the edited policy", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.gen(), (policy, draw) => {
      const drawn = drawEdits(policy, draw);
      fc.pre(drawn !== undefined);
      const text = JSON.stringify(policy, null, draw(fc.constantFrom, 0, 2, "\t"));
      const { refused, text: edited = "", policies } = edit(text, drawn.edits);
      if (refused !== undefined) {
        expect(refused).toMatch(REASONS);
        return;
      }
      expect(JSON.parse(edited)).toEqual(drawn.edited);
      expect(policies).toEqual([drawn.edited]);
    }),
    RUNS,
  );
});
