import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseTemplate, printTemplatesModule, readTemplates } from "../../../scripts/generate-templates.js";
import { fillTemplate as fill, type PlainData } from "../../../src/render/fill-template.js";
import { TEMPLATES } from "../../../src/render/templates.generated.js";

const fillTemplate = (template: string, data: PlainData, header?: string): string =>
  fill(parseTemplate(template), data, header);

test("the embedded templates are those of templates/", () => {
  const written = readFileSync(
    new URL("../../../src/render/templates.generated.ts", import.meta.url),
    "utf8",
  );
  expect(written).toBe(printTemplatesModule(readTemplates()));
  expect(TEMPLATES).toEqual(Object.fromEntries(readTemplates()));
});

test("what the data lacks is deleted with its comment", () => {
  expect(fillTemplate("a: 1\n# of b\nb: 2\n# of c\nc: 3\n", { a: 5, c: "x" })).toBe("a: 5\n# of c\nc: x\n");
});

test("what the template lacks is a fault", () => {
  expect(() => fillTemplate("a: 1\n", { a: 1, b: 2 })).toThrow(/the template has the key b/);
  expect(() => fillTemplate("l:\n  - name: x\n", { l: [{ name: "y" }] })).toThrow(/an entry named y/);
});

test("a text of several lines is a literal block wherever it stands", () => {
  const data = { a: [{ b: "x\n# y\n" }] };
  expect(fillTemplate("a: []\n", data)).toBe("a:\n  - b: |\n      x\n      # y\n");
});

test("what is there twice is written twice", () => {
  const both = ["x"];
  expect(fillTemplate("a: []\nb: []\n", { a: [both, both], b: both })).not.toMatch(/[&*]/);
});

test("a header stands above, apart from the first comment", () => {
  expect(fillTemplate("# of a\na: 1\n", { a: 2 }, "For all.")).toBe("# For all.\n\n# of a\na: 2\n");
});

const ODD_TEXTS = [
  "a\n",
  "  indented first\nb\n",
  "trailing space \n\ttab\n",
  `long ${"word ".repeat(60)}\nend\n`,
  "# comment\n---\n...\n%YAML\n",
  "'quotes\" and \\ backslash: {}[]\n",
  "\n\nleading lines\n",
  "ünïcödé 😀\nx\n",
  "key: |\n  block\n",
];

test.each(ODD_TEXTS)("the text %j becomes a literal block and is read back as it was", (text) => {
  const filled = fillTemplate("content: X\n", { content: text });
  expect(filled).toMatch(/^content: \|\d?\n/);
  expect(parse(filled)).toEqual({ content: text });
});

test.each(["-", "0440", "on", "no", "1_000", "0x1f", "null", "1m0s", "3140m", "1e3"])(
  "the word %s stays a string",
  (word) => {
    expect(parse(fillTemplate("a: X\n", { a: word }), { version: "1.1" })).toEqual({ a: word });
  },
);
