import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printUnifiedDiff } from "../../../src/report/index.js";

const lines = (...numbers: readonly number[]): string => numbers.map((number) => `${number}\n`).join("");

test("shows three lines around, and changes that are near each other together", () => {
  expect(
    printUnifiedDiff(
      "./a.yaml",
      lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      lines(1, 2, 3, 4, 50, 6, 7, 8, 9, 11, 12),
    ),
  ).toBe(
    "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,11 +2,10 @@\n 2\n 3\n 4\n-5\n+50\n 6\n 7\n 8\n 9\n-10\n 11\n 12\n",
  );
});

test("shows changes that are far from each other apart", () => {
  const before = Array.from({ length: 20 }, (_, index) => index);
  expect(printUnifiedDiff("a", lines(...before), lines(99, ...before.slice(1, 19)))).toBe(
    "--- a/a\n+++ b/a\n@@ -1,4 +1,4 @@\n-0\n+99\n 1\n 2\n 3\n@@ -17,4 +17,3 @@\n 16\n 17\n 18\n-19\n",
  );
});

test("tells a missing line break at the end", () => {
  expect(printUnifiedDiff("/a", "1", "1\n")).toBe(
    "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n",
  );
});

test("is empty where nothing changes", () => {
  expect(printUnifiedDiff("a", "1\n", "1\n")).toBe("");
});

const folder = { path: "" };
beforeAll(() => {
  folder.path = mkdtempSync(join(tmpdir(), "gen-audit-diff-"));
});
afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

test("what git makes of the diff is the text afterwards", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "", "d\r"), { maxLength: 30 })
    .chain((all) => fc.boolean().map((ends) => all.join("\n") + (ends && all.length > 0 ? "\n" : "")));
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && before !== "" && after !== "");
      writeFileSync(join(folder.path, "policy.yaml"), before);
      execFileSync("git", ["apply", "--whitespace=nowarn", "-"], {
        cwd: folder.path,
        input: printUnifiedDiff("policy.yaml", before, after),
      });
      expect(readFileSync(join(folder.path, "policy.yaml"), "utf8")).toBe(after);
    }),
    { numRuns: 50 },
  );
});
