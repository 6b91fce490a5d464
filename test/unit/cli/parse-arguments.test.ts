import { describe, expect, test } from "vitest";
import { type FlagDefinition, parseArguments } from "../../../src/cli/parse-arguments.js";

const FLAGS: readonly FlagDefinition[] = [
  { name: "preset", value: "NAME", repeatable: true, help: "" },
  { name: "policy", value: "FILE", repeatable: true, help: "" },
  { name: "output", short: "o", value: "FILE", help: "" },
  { name: "color", value: "WHEN", choices: ["always", "never"], help: "" },
  { name: "json", help: "" },
  { name: "compress", value: "true|false", optionalValue: true, help: "" },
];

describe("parseArguments", () => {
  test("reads flags with a blank, with an equals sign, and by their short names", () => {
    const args = parseArguments(["--preset", "a", "--preset=b", "-o", "out/", "file"], FLAGS);
    expect(args.values("preset")).toEqual(["a", "b"]);
    expect(args.value("output")).toBe("out/");
    expect(args.positionals).toEqual(["file"]);
    expect(args.has("json")).toBe(false);
  });

  test("keeps the order in which different flags were given", () => {
    const args = parseArguments(["--preset", "a", "--policy", "b", "--preset", "c"], FLAGS);
    expect(args.inOrder("preset", "policy").map(({ value }) => value)).toEqual(["a", "b", "c"]);
  });

  test("takes everything behind -- as words", () => {
    expect(parseArguments(["--", "--json"], FLAGS).positionals).toEqual(["--json"]);
  });

  test("takes a switch of kube-apiserver alone or with its value joined, as kube-apiserver does", () => {
    expect(parseArguments(["--compress"], FLAGS).value("compress")).toBe("true");
    expect(parseArguments(["--compress=false"], FLAGS).value("compress")).toBe("false");
    expect(parseArguments(["--compress", "false"], FLAGS).positionals).toEqual(["false"]);
  });

  test("takes a single dash for a value: it is standard input or output", () => {
    expect(parseArguments(["--policy", "-"], FLAGS).value("policy")).toBe("-");
  });

  test.each([
    [["--presett", "a"], 'unknown flag --presett; did you mean "--preset"?'],
    [["-x"], "unknown flag -x"],
    [["--output"], "--output wants a value: --output FILE"],
    [["--output", "--json"], "--output wants a value: --output FILE"],
    [["--json=yes"], "--json takes no value"],
    [["-o", "a", "-o", "b"], "--output is given twice"],
    [["--color", "alway"], '--color is one of always, never, not "alway"; did you mean "always"?'],
  ])("refuses %j with a line that says how", (words, message) => {
    expect(() => parseArguments(words, FLAGS)).toThrow(message);
  });
});
