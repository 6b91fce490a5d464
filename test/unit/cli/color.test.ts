import { expect, test } from "vitest";
import { usesColor } from "../../../src/cli/color.js";

test.each([
  ["a terminal shows color", true, {}, undefined, true],
  ["a pipe shows none", false, {}, undefined, false],
  ["NO_COLOR wins over a terminal", true, { NO_COLOR: "1" }, undefined, false],
  ["an empty NO_COLOR counts as unset", true, { NO_COLOR: "" }, undefined, true],
  ["NO_COLOR wins over FORCE_COLOR", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, undefined, false],
  ["FORCE_COLOR wins over a pipe", false, { FORCE_COLOR: "1" }, undefined, true],
  ["FORCE_COLOR=0 turns it off", true, { FORCE_COLOR: "0" }, undefined, false],
  ["a dumb terminal shows none", true, { TERM: "dumb" }, undefined, false],
  ["the flag wins over everything", false, { NO_COLOR: "1" }, "always", true],
])("%s", (_, isTerminal, env, flag, expected) => {
  expect(usesColor({ write() {}, isTerminal }, env, flag)).toBe(expected);
});
