import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ParsedPolicy, parsePolicies } from "../../src/parse/index.js";

/*
 * Odd texts, and what kube-apiserver's own loader made of each: `accept`, `warn` (an unknown or duplicate field, dropped)
 * or `refuse`, with its message, and the policy that it then had. `recordedFrom` names the loader.
 */

interface LoadingCase {
  readonly name: string;
  readonly text: string;
  readonly outcome: "accept" | "warn" | "refuse";
  readonly message?: string;
  readonly policy?: Readonly<Record<string, unknown>>;
}

interface Recording {
  readonly recordedFrom: { readonly module: string; readonly version: string; readonly function: string };
  readonly cases: readonly LoadingCase[];
}

const { recordedFrom, cases }: Recording = JSON.parse(
  readFileSync(new URL("vectors/loading.json", import.meta.url), "utf8"),
);

/** What we make of a text, in the loader's words. A policy inside of something else is one that the loader does not see. */
function load(text: string): { outcome: LoadingCase["outcome"]; policy?: unknown } {
  const [first, ...others] = parsePolicies(text);
  const codes = first?.diagnostics.map(({ code }) => code) ?? [];
  const isRefused = first?.diagnostics.some(({ severity }) => severity === "error");
  if (!first || isRefused || first.path !== "" || others.length > 0) return { outcome: "refuse" };
  const warns = codes.includes("unknown-field") || codes.includes("duplicate-key");
  return { outcome: warns ? "warn" : "accept", policy: content(first) };
}

/** The parts that the loader's policy has, too; it has `omitManagedFields` as a plain boolean. */
function content({ policy }: ParsedPolicy): unknown {
  return {
    omitStages: policy?.omitStages,
    omitManagedFields: policy?.omitManagedFields ?? false,
    rules: policy?.rules,
  };
}

function expected({ outcome, policy }: LoadingCase): unknown {
  return outcome === "refuse" ? { outcome } : { outcome, policy };
}

describe(`as ${recordedFrom.module} ${recordedFrom.version}`, () => {
  test.each(cases)("$name: $outcome", (recorded) => {
    expect(load(recorded.text)).toEqual(expected(recorded));
  });
});

test("the recording has each of the three outcomes, and no name twice", () => {
  expect(new Set(cases.map(({ outcome }) => outcome))).toEqual(new Set(["accept", "warn", "refuse"]));
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
