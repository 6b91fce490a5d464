import { expect, test } from "vitest";
import { isRfc3339 } from "../../../src/parse/go-time.js";

/* As Go 1.26 answers; the same holds of time.Parse in the older releases. */
test.each([
  ["2020-01-01T00:00:00Z", true],
  ["2020-01-01T0:00:00Z", true],
  ["2020-01-01T00:00:00,5Z", true],
  ["2020-01-01T00:00:00.5+24:60", true],
  ["2020-02-29T23:59:59-00:30", true],
  ["2021-02-29T00:00:00Z", false],
  ["2020-01-01T24:00:00Z", false],
  ["2020-01-01T00:00:60Z", false],
  ["2020-01-01T00:00:00+25:00", false],
  ["2020-01-01t00:00:00Z", false],
  ["2020-01-01T00:00:00z", false],
  ["2020-01-01T00:00:00.Z", false],
  ["2020-1-1T00:00:00Z", false],
  ["2020-01-01", false],
])("%s is a time of metadata: %s", (text, expected) => {
  expect(isRfc3339(text)).toBe(expected);
});
