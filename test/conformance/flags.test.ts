import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AUDIT_FLAGS } from "../../src/render/index.js";
import { listCandidates, reasonStricter, renderTexts } from "./flag-verdicts.js";
import {
  compareNames,
  type FlagsRecording,
  generateCombinations,
  generateRenderings,
  RECORDED,
} from "./flags-suite.js";
import { isFor } from "./generate-rendering.js";
import { isSameValue, renderedArguments } from "./rendered-arguments.js";

/** What kube-apiserver's own options made of flags. */
const recordings: readonly FlagsRecording[] = JSON.parse(
  readFileSync(new URL("vectors/flags.json", import.meta.url), "utf8"),
);
const cases = generateRenderings(1, RECORDED.renderingsEach);
const combinations = generateCombinations(1, RECORDED.combinations);

test("three releases are recorded", () => {
  expect(recordings.map(({ release }) => release)).toEqual(["1.37", "1.25", "1.19"]);
});

describe.each(recordings)(
  "$recordedFrom",
  ({ release, names, texts, combinations: verdicts, renderings }) => {
    test("has the flags of the table, and one old name more", () => {
      expect(compareNames(names, release)).toEqual([]);
    });

    test("takes and understands each value as we do, or we are stricter for a reason", () => {
      const found = listCandidates().flatMap((one) => {
        const [name = "", text = ""] = Object.entries(one)[0] ?? [];
        const understood = texts[name]?.[text] ?? null;
        const args = renderTexts(one, release);
        if (!args) return understood === null || reasonStricter(one) !== undefined ? [] : [one];
        const argument = args.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
        return understood !== null && isSameValue(name, argument ?? "", understood) ? [] : [one];
      });
      expect(found).toEqual([]);
      expect(Object.keys(texts).sort()).toEqual(AUDIT_FLAGS.map(({ name }) => name).sort());
    });

    test("takes the sets of flags that we take", () => {
      expect(verdicts).toHaveLength(RECORDED.combinations);
      const found = combinations.filter((one, index) => {
        if (verdicts[index] === "r") return renderTexts(one, release) !== undefined;
        return renderTexts(one, release) === undefined && reasonStricter(one) === undefined;
      });
      expect(found).toEqual([]);
    });

    test("took what each target renders for it, word for word", () => {
      const rendered = [...cases.entries()].flatMap(([index, one]) =>
        isFor(one, release) ? [[String(index), renderedArguments(one.rendering).join(" ")] as const] : [],
      );
      expect(rendered.length).toBeGreaterThan(10);
      expect(Object.fromEntries(rendered)).toEqual(renderings);
    });
  },
);
