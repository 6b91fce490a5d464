import { expect, test } from "vitest";
import { lineStart } from "../../../src/diagnostics/lines.js";
import { firstOfComments, removeLines } from "../../../src/patch/remove-lines.js";

test("the first line begins where the text does, also where it is blank", () => {
  expect(lineStart("\na", 0)).toBe(0);
  expect(lineStart("\na", 1)).toBe(1);
  expect(lineStart("\na", 2)).toBe(1);
  expect(lineStart("", 0)).toBe(0);
});

test("comments above a line end at the beginning of the text, or at a blank line there", () => {
  expect(firstOfComments("# a\nb: 1\n", 4, 0)).toBe(0);
  expect(firstOfComments("\n# a\nb: 1\n", 5, 0)).toBe(1);
  expect(firstOfComments("\n# a\n# b\nc: 1\n", 9, 0)).toBe(1);
});

test("the first of all lines goes with the comments above it", () => {
  expect(removeLines("\n# a\nb: 1\nc: 2\n", { start: 5, end: 9 })).toEqual({ start: 1, end: 10, text: "" });
});
