import { generateManner, type Manner, printJson, printYaml } from "./print-tree.js";
import type { Random } from "./random.js";
import { generateTree } from "./text-tree.js";

/**
 * Texts as people, tools and web pages make them of audit policies: written in many ways, a part of them with something odd
 * in them, and a part damaged.
 */
export function* generateTexts(random: Random, count: number): Generator<string> {
  for (let made = 0; made < count; made++) yield generateText(random);
}

function generateText(random: Random): string {
  const manner = generateManner(random);
  const rate = random.pick([0, 0, 0.003, 0.01, 0.03]);
  const tree = generateTree({ random, rate });
  const text = random.chance(0.15)
    ? around(printJson(tree, manner), manner)
    : documents(printYaml(tree, manner), manner);
  // kube-apiserver reads no further than the first document.
  const whole = random.chance(0.03)
    ? `${text}\n---\n${printYaml(generateTree({ random, rate }), manner)}`
    : text;
  return withLineEnds(random.chance(0.25) ? damage(whole, random) : whole, random);
}

/** White space and a byte order mark before JSON. */
function around(json: string, { random }: Manner): string {
  return (
    (random.chance(0.7) ? "" : random.pick([" ", "\n", "\t", "\ufeff", "# a comment\n", "---\n"])) +
    json +
    (random.chance(0.9) ? "\n" : random.pick(["", "\n\n", " x", "\n{}", "\n---\n"]))
  );
}

const HEADS = [
  "---\n",
  "--- \n",
  "--- # a comment\n",
  "# a comment\n---\n",
  "%YAML 1.1\n---\n",
  "%YAML 1.1 # a comment\n--- # a comment\n",
  "%TAG !a! tag:yaml.org,2002:\n---\n",
  "---\n---\n",
  "\ufeff",
  "\ufeff---\n",
  "# a comment\n\n",
  "...\n",
  "---\n...\n",
  "\n\n",
];
const DIRECTIVES = [
  "%YAML 1.2",
  "%YAML 01.01",
  "%YAML 1",
  "%YAML 1.",
  "%YAML 111.1",
  "%YAML x",
  "%YAML1.1",
  "%YAML 1.1 x",
  "%YAML 1.1\n%YAML 1.1",
  "%FOO bar",
  "% YAML",
  "%TAG ! tag:x,2000:",
  "%TAG !! tag:x%20y # a comment",
  "%TAG !a tag:x",
  "%TAG a! tag:x",
  "%TAG !a!",
  "%TAG !a!tag:x",
  "%TAG !a! <x>",
  "%TAG !a! tag:x\n%TAG !a! tag:y",
].map((directive) => `${directive}\n---\n`);

/** What may stand before a policy and behind it. */
function documents(yaml: string, { random, noise }: Manner): string {
  const before = random.chance(0.2) ? random.pick(random.chance(0.2) ? DIRECTIVES : HEADS) : "";
  const behind = random.chance(0.25)
    ? random.pick([
        "---\n",
        "...\n",
        "...\n---\na: b\n",
        "---\na: b\n",
        "---\n[\n",
        "---\n: :\n\t-",
        "# a comment\n",
        "...\nfoo\n",
        "... # a comment\n",
        "---\napiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: None}]\n",
        "\n\n  \n",
        "--- a\n",
        "---a\n",
        "%YAML 1.2\n---\n",
      ])
    : "";
  const body = random.chance(noise / 2) ? yaml.replace(/^/gm, "  ") : yaml;
  return before + (random.chance(0.1) ? body.trimEnd() : body) + behind;
}

/** Characters that mean something to YAML or JSON, or that some reader takes for a blank or a line break. */
const CHARACTERS = [
  ..." \t\n:-,[]{}#&*!|>'\"%@`?\\~<=.0a/\r\u0085\u00a0\u2028\ufeff\u0000\u0007\u2013“",
  "  ",
  ": ",
  " #",
  "- ",
  "\n\n",
  "\r\n",
  "\t\t",
  "''",
  "---",
  "...",
];
const LINES = [
  "---",
  "...",
  "- ",
  "-",
  "? a",
  ": b",
  "a: b",
  "a:",
  "a",
  "<<: *a",
  "# a comment",
  "\t",
  "\t# a comment",
  "  ",
  "%YAML 1.1",
  "]",
  "}",
  "'",
  '"',
  "- a",
  "- - a",
  "- level: None",
  "level: None",
  "- ? a",
  "!!str",
  "&a",
  "|",
  "{}",
  "[]",
];

/** A few edits at random, of characters and of lines. */
function damage(text: string, random: Random): string {
  let damaged = text;
  for (let edits = random.pick([1, 1, 1, 2, 3]); edits > 0; edits--) {
    damaged = random.chance(0.6) ? damageCharacters(damaged, random) : damageLines(damaged, random);
  }
  return damaged;
}

function damageCharacters(text: string, random: Random): string {
  const characters = [...text]; // whole ones, so that what comes out is text
  const at = random.below(characters.length + 1);
  const other = random.pick(CHARACTERS);
  switch (random.below(4)) {
    case 0:
      characters.splice(at, 1);
      break;
    case 1:
      characters.splice(at, 0, other);
      break;
    case 2:
      characters.splice(at, 1, other);
      break;
    default:
      if (random.chance(0.2)) characters.splice(at);
      else characters.splice(at, 1 + random.below(4));
  }
  return characters.join("");
}

function damageLines(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const indent = " ".repeat(random.below(8));
  switch (random.below(8)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines.splice(at, 2, lines[at + 1] ?? "", line);
      break;
    case 3:
      lines[at] = ` ${line}`;
      break;
    case 4:
      lines[at] = line.replace(/^ {1,2}/, "");
      break;
    case 5:
      lines[at] = line.replace(/^ {1,8}/, random.pick(["\t", " \t", "\t "]));
      break;
    case 6:
      lines.splice(at, 2, line + (lines[at + 1] ?? ""));
      break;
    default:
      lines.splice(at, 0, indent + random.pick(LINES));
  }
  return lines.join("\n");
}

function withLineEnds(text: string, random: Random): string {
  const ends = random.chance(0.8)
    ? ["\n"]
    : random.pick([["\r\n"], ["\r\n"], ["\r"], ["\n", "\r\n"], ["\n", "\r"], ["\n", "\u0085"]]);
  return ends.length === 1 && ends[0] === "\n" ? text : text.replaceAll("\n", () => random.pick(ends));
}
