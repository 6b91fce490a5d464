import type { Random } from "./random.js";
import type { AliasTree, ListTree, MapTree, StringTree, Tree } from "./text-tree.js";

/** How a text is written: one of these for each text, and chance for the rest. */
export interface Manner {
  readonly random: Random;
  /** How far a level is indented. */
  readonly step: number;
  /** How much of it stands between brackets. */
  readonly flow: number;
  /** How often a string is quoted that needs no quotes. */
  readonly quoted: number;
  /** How often there is a comment, an empty line, or white space that nobody asked for. */
  readonly noise: number;
}

export function generateManner(random: Random): Manner {
  return {
    random,
    step: random.pick([1, 2, 2, 2, 2, 3, 4, 8]),
    flow: random.pick([0, 0.1, 0.3, 0.6]),
    quoted: random.pick([0, 0, 0.2, 1]),
    noise: random.pick([0, 0, 0.03, 0.1, 0.3]),
  };
}

/** The tree as YAML, with a line break at its end. */
export function printYaml(tree: Tree, manner: Manner): string {
  // What begins with a brace is JSON to kube-apiserver.
  const mayFlow = manner.random.chance(0.05) ? manner.flow : 0;
  const text = printNode(tree, { ...manner, flow: mayFlow, column: 0, parent: -1 }, manner.flow);
  return `${text.replace(/^[ \n]+/, "")}\n`;
}

interface Place extends Manner {
  /** The column of the entries of a collection that begins here. */
  readonly column: number;
  /** The column of what it stands in. */
  readonly parent: number;
}

/** What stands behind `key:` or `-`, with the blank or the line break before it. */
function printNode(tree: Tree, at: Place, flowInside = at.flow): string {
  const { random, flow } = at;
  const place = { ...at, flow: flowInside };
  if (tree.kind === "alias") return `${blank(place)}*${tree.name}`;
  const properties = printProperties(tree, place);
  if (tree.kind === "word") return properties + (tree.text === "" ? "" : blank(place) + tree.text);
  if (tree.kind === "string") return properties + blank(place) + printString(tree, place);
  const isEmpty = tree.kind === "list" ? tree.items.length === 0 : tree.entries.length === 0;
  if (isEmpty || random.chance(flow)) return properties + blank(place) + printFlow(tree, place);
  return properties + (tree.kind === "list" ? printList(tree, place) : printMap(tree, place));
}

function printProperties({ anchor, tag }: Exclude<Tree, AliasTree>, place: Place): string {
  const parts = [...(anchor === undefined ? [] : [`&${anchor}`]), ...(tag === undefined ? [] : [tag])];
  if (place.random.chance(0.5)) parts.reverse();
  return parts.map((part) => blank(place) + part).join("");
}

function printMap({ entries }: MapTree, place: Place): string {
  const { random } = place;
  return entries
    .map(([key, value]) => {
      const inside = indented(place);
      const name = printKey(key, place);
      const complex = name.startsWith("?") ? `${lineStart(place)}:` : ":";
      return (
        lineStart(place) +
        name +
        (random.chance(place.noise / 4) ? " " : "") +
        complex +
        printNode(value, inside) +
        trailing(place)
      );
    })
    .join("");
}

/** Lists are indented as their key is, or further. */
function printList({ items }: ListTree, place: Place): string {
  const { random, column, parent } = place;
  const at = { ...place, column: column > 0 && parent >= 0 && random.chance(0.4) ? parent : column };
  return items
    .map((item) => {
      const gap = random.chance(0.9) ? 1 : random.pick([2, 3]);
      const inside = { ...at, column: at.column + 1 + gap, parent: at.column };
      const text = printNode(item, inside);
      // A collection begins on the line of the hyphen.
      const isNested = item.kind === "map" || item.kind === "list";
      const lead = lineStart({ ...inside, noise: 0 });
      const body =
        isNested && text.startsWith(lead) && random.chance(0.9)
          ? " ".repeat(gap) + text.slice(lead.length)
          : text;
      return `${lineStart(at)}-${body}${trailing(at)}`;
    })
    .join("");
}

function indented(place: Place): Place {
  return { ...place, column: place.column + place.step, parent: place.column };
}

/** A line break, what stands on lines of its own, and the indentation. */
function lineStart({ random, noise, column }: Place): string {
  let text = "\n";
  while (random.chance(noise)) {
    const indent = " ".repeat(random.chance(0.6) ? column : random.below(10));
    text += `${indent}${oddOf(random, ["", "", "# a comment", "#", "#\t'\"[{", "  "], ["\t", "\t# a comment"])}\n`;
  }
  return text + " ".repeat(column);
}

function trailing({ random, noise }: Place): string {
  return random.chance(noise)
    ? oddOf(random, [" ", "  # a comment", " #", " # it's: [a]"], ["\t", "\t# a comment", "#", " #a"])
    : "";
}

function blank({ random, noise }: Place): string {
  return random.chance(noise) ? oddOf(random, ["  ", "   "], ["\t", " \t", "\t "]) : " ";
}

/** Mostly one of the usual values. */
function oddOf(random: Random, usual: readonly string[], odd: readonly string[]): string {
  return random.pick(random.chance(0.1) ? odd : usual);
}

function printKey(key: Tree, place: Place): string {
  const { random } = place;
  if (key.kind === "word" && key.text !== "") return key.text;
  if (key.kind === "string" && !random.chance(place.noise / 5)) {
    return /^[A-Za-z]+$/.test(key.value) && !random.chance(place.quoted / 4)
      ? key.value
      : printQuoted(key.value, random, false);
  }
  return `? ${printFlowNode(key, place)}`;
}

function printString({ value }: StringTree, place: Place): string {
  const { random, quoted } = place;
  if (random.chance(0.04)) return printBlockScalar(value, place);
  const plain = isPlain(value) || random.chance(0.02);
  if (plain && !random.chance(quoted)) {
    // A plain value goes on where the next line is indented.
    return random.chance(place.noise / 4) ? value.replace(/ /g, `\n${" ".repeat(place.column + 1)}`) : value;
  }
  const text = printQuoted(value, random, true);
  return random.chance(place.noise / 4)
    ? text.replace(/(?<=\S) (?=\S)/g, `\n${" ".repeat(place.column + 1)}`)
    : text;
}

function isPlain(value: string): boolean {
  return /^[\p{L}/“][^\n\p{Cc}\u2028]*$/u.test(value) && !/: | #|\s$/.test(value);
}

function printQuoted(value: string, random: Random, mayEscape: boolean): string {
  if (random.chance(0.5)) return `'${value.replaceAll("'", "''").replaceAll("\n", "\n\n")}'`;
  const text = JSON.stringify(value);
  if (!mayEscape || !random.chance(0.04)) return text;
  return `${text.slice(0, -1)}${oddOf(random, ESCAPES, ODD_ESCAPES)}"`;
}

const ESCAPES = String.raw`\x41 \u0041 \U00000041 \U0001F600 \e \_ \N \L \ \' \0 \t`.split(" ");
const ODD_ESCAPES = [...String.raw`\/ \q \ud83d\ude00 \x4 \u00zz \U00110000`.split(" "), "\\\t"];

function printBlockScalar(value: string, { random, column, parent, noise }: Place): string {
  const style = random.pick(["|", ">"]);
  const chomping = random.pick(["", "-", "-", "+"]);
  const indent = Math.max(column, parent + 1, 1);
  const indicator = random.chance(0.15) ? String(Math.max(1, indent - Math.max(parent, 0))) : "";
  const header = style + (random.chance(0.5) ? indicator + chomping : chomping + indicator);
  const note = random.chance(noise) ? random.pick([" # a comment", "\t", " ", "#x"]) : "";
  const lines = value
    .split("\n")
    .map((line) => (line === "" && random.chance(0.5) ? "" : " ".repeat(indent) + line));
  return `${header}${note}\n${lines.join("\n")}`;
}

/** Between brackets, on one line or several. */
function printFlow(tree: ListTree | MapTree, place: Place): string {
  const { random, noise } = place;
  const open = random.chance(noise / 2);
  const gap = (): string => {
    if (open) return `\n${" ".repeat(random.chance(0.8) ? place.column + 1 : random.below(6))}`;
    return random.chance(0.5)
      ? ""
      : random.chance(noise)
        ? random.pick(["\t", "  ", "\n    ", " # a comment\n    "])
        : " ";
  };
  const parts =
    tree.kind === "list"
      ? tree.items.map((item) =>
          item.kind === "map" && item.entries.length === 1 && random.chance(0.1)
            ? printPairs(item, place)[0]
            : printFlowNode(item, place),
        )
      : printPairs(tree, place);
  const [left, right] = tree.kind === "list" ? "[]" : "{}";
  const comma = random.chance(0.05) ? "," : "";
  return `${left}${gap()}${parts.map((part, index) => (index === 0 ? part : `,${random.chance(0.9) ? gap() || " " : ""}${part}`)).join("")}${comma}${gap()}${right}`;
}

function printPairs({ entries }: MapTree, place: Place): string[] {
  const { random } = place;
  return entries.map(([key, value]) => {
    const name =
      key.kind === "string" && /^[A-Za-z]+$/.test(key.value) && !random.chance(place.quoted)
        ? key.value
        : printFlowNode(key, place);
    const isJsonLike = name.endsWith('"') || name.endsWith("'");
    const colon = random.chance(isJsonLike ? 0.5 : 0.02) ? ":" : ": ";
    return name + colon + printFlowNode(value, place);
  });
}

function printFlowNode(tree: Tree, place: Place): string {
  const { random, quoted } = place;
  if (tree.kind === "alias") return `*${tree.name}${random.chance(0.9) ? " " : ""}`;
  const lead = printProperties(tree, { ...place, noise: 0 }).trimStart();
  const properties = lead === "" ? "" : `${lead} `;
  if (tree.kind === "word") return properties + tree.text;
  if (tree.kind !== "string") return properties + printFlow(tree, place);
  const plain = (isPlain(tree.value) && !/[,[\]{}?]/.test(tree.value)) || random.chance(0.01);
  return properties + (plain && !random.chance(quoted) ? tree.value : printQuoted(tree.value, random, true));
}

/** The tree as JSON, as far as JSON has a way to say it. */
export function printJson(tree: Tree, manner: Manner): string {
  const { random, noise } = manner;
  const gap = (): string => (random.chance(noise) ? random.pick([" ", "\n", "\t", "\r\n", "  "]) : "");
  const print = (node: Tree): string => {
    switch (node.kind) {
      case "alias":
        return "null";
      case "string":
        return random.chance(0.03)
          ? `${JSON.stringify(node.value).slice(0, -1)}${random.pick(["\\/", "\\u0041", "\\ud83d\\ude00", "\\ud83d", "\\x41"])}"`
          : JSON.stringify(node.value);
      case "word":
        return /^(-?\d+|true|false|null|1e3|1\.5)$/.test(node.text) || random.chance(0.05)
          ? node.text
          : JSON.stringify(node.text);
      case "list":
        return `[${gap()}${node.items.map(print).join(`${gap()},${gap()}`)}${gap()}]`;
      case "map": {
        const pairs = node.entries.map(([key, value]) => {
          const name = key.kind === "string" ? key.value : key.kind === "word" ? key.text : "a";
          return `${JSON.stringify(name)}${gap()}:${gap()}${print(value)}`;
        });
        return `{${gap()}${pairs.join(`,${gap()}`)}${gap()}}`;
      }
    }
  };
  return print(tree) + gap();
}
