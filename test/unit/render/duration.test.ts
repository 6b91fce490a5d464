import { expect, test } from "vitest";
import { parseDuration, printDuration } from "../../../src/render/duration.js";

/** As Go's time package reads and prints them. */
const DURATIONS = {
  "60s": "1m0s",
  "1.5h": "1h30m0s",
  "300ms": "300ms",
  "0": "0s",
  "1us": "1µs",
  "1500us": "1.5ms",
  "1h0m0.5s": "1h0m0.5s",
  "2562047h47m16.854775807s": "2562047h47m16.854775807s",
  "1ns": "1ns",
  "+5s": "5s",
  "1.s": "1s",
  "100h": "100h0m0s",
  // In floats: a third of an hour is no whole number of nanoseconds.
  "0.3333333333333333333h": "20m0s",
  "1.99999999999999999999s": "2s",
};

test.each(Object.entries(DURATIONS))("%s is %s", (text, printed) => {
  const nanoseconds = parseDuration(text);
  expect(nanoseconds === undefined ? undefined : printDuration(nanoseconds)).toBe(printed);
  expect(parseDuration(printed)).toBe(nanoseconds);
});

test.each(["", "s", "5", "1d", "2562047h47m16.854775808s", "5 s", "1e3s", ".", "-5s", ".s"])(
  "%o is no duration",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
