import { describe, expect, test } from "vitest";
import {
  comparePolicies,
  findDifference,
  findRedundantRules,
  findRequest,
  findUnreachableEntries,
  findUnreachableRules,
} from "../../../src/analyze/index.js";
import { lintPolicy } from "../../../src/lint/index.js";
import { getPreset } from "../../../src/presets/index.js";

const gce = getPreset("gce").policy;
const upstream = getPreset("gce-upstream").policy;

describe("a search that ends at its limit", () => {
  const limit = 1;

  test("leaves it unknown whether a rule or an entry is reachable, or redundant", () => {
    const { unreachable, witnesses, unknown } = findUnreachableRules(gce, { limit });
    // The first rule has none before it, and a rule that nothing is compared with costs nothing.
    expect(unreachable).toEqual([]);
    expect(unknown.length).toBeGreaterThan(gce.rules.length / 2);
    expect(witnesses.filter((witness) => witness !== undefined)).toHaveLength(
      gce.rules.length - unknown.length,
    );
    expect(findUnreachableEntries(gce, { limit }).unreachable).toEqual([]);
    expect(findRedundantRules(gce, { limit }).redundant).toEqual([]);
    expect(findRedundantRules(gce, { limit }).unknown).not.toEqual([]);
  });

  test("leaves it unknown whether there is a request, or a difference", () => {
    const nothing = { recording: () => false, rule: () => true };
    expect(findRequest(gce, { rule: (rule) => rule === 13, recording: () => true }, { limit })).toBe(
      "unknown",
    );
    expect(findRequest(gce, nothing, { limit })).toBe("none");
    expect(findDifference(gce, upstream, { limit })).toBe("unknown");
    expect(findDifference(gce, gce, { limit })).toBe("equivalent");
    const { relation, isComplete } = comparePolicies(gce, upstream, { limit });
    expect([relation, isComplete]).toEqual(["unknown", false]);
  });

  test("is told of by lint once, beside what is proved", () => {
    const found = lintPolicy({ policy: gce }, { limit }).filter(({ code }) => code === "search-gave-up");
    expect(found).toHaveLength(1);
  });

  test("finds all of it with the limit that there is by default", () => {
    expect(findUnreachableRules(gce).unknown).toEqual([]);
    expect(lintPolicy({ policy: gce }).map(({ code }) => code)).not.toContain("search-gave-up");
  });
});

test("a comparison tells as many differences as are asked for, and that there are more", () => {
  const { differences, isComplete, relation } = comparePolicies(gce, upstream, { most: 1 });
  expect(differences).toHaveLength(1);
  expect(isComplete).toBe(false);
  expect(relation).toBe("unknown");
});
