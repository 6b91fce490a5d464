import { describe, expect, test } from "vitest";
import { resolveScalar } from "../../../src/parse/resolve-scalar.js";

const tag = (name: string): string => `tag:yaml.org,2002:${name}`;

describe("a plain value", () => {
  test.each([
    ["y", true],
    ["Off", false],
    ["oFF", "oFF"],
    ["~", null],
    ["", null],
    ["nULL", "nULL"],
    ["0o17", 15n],
    ["017", 15n],
    ["08", 8n],
    ["1_000", 1000n],
    ["-_1", -1n],
    ["_1", "_1"],
    ["0b11", 3n],
    ["0x_1F", 31n],
    ["18446744073709551615", 18446744073709551615n],
    ["0xFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFF"],
    ["99999999999999999999999", 1e23],
    ["1e3", 1000n],
    ["1.", 1n],
    ["1.5", 1.5],
    [".5_0", 0.5],
    ["._5", "._5"],
    ["1e400", "1e400"],
    [".inf", Number.POSITIVE_INFINITY],
    ["1:30", "1:30"],
    ["2001-01-01", "2001-01-01"],
    ["<<", "<<"],
  ])("%s is %s", (text, expected) => {
    expect(resolveScalar(text)).toBe(expected);
  });
});

describe("a tag", () => {
  test.each([
    ["str", "1", "1"],
    ["int", "0x1F", 31n],
    ["float", "1", 1n],
    ["bool", "yes", true],
    ["null", "~", null],
    ["binary", "YQ==\n", "a"],
    ["timestamp", "2001-1-1  1:2:3", "2001-1-1  1:2:3"],
    ["set", "a", "a"],
  ])("!!%s on %j makes it %s", (name, text, expected) => {
    expect(resolveScalar(text, tag(name))).toBe(expected);
  });

  test.each([
    ["int", "1.5"],
    ["int", "99999999999999999999999"],
    ["float", "18446744073709551615"],
    ["bool", "1"],
    ["null", "a"],
    ["binary", "YQ"],
    ["binary", "Y Q="],
    ["timestamp", "2001-02-30"],
    ["timestamp", "a"],
  ])("!!%s on %j is refused", (name, text) => {
    expect(() => resolveScalar(text, tag(name))).toThrow();
  });
});
