import fc from "fast-check";
import { expect, test } from "vitest";
import { printJson } from "../../../src/report/index.js";

test("what is printed reads back as what it was, and has nothing that a terminal would obey", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const printed = printJson(value);
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});
