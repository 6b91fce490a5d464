/** A piece of a program, before it is laid out. */
export type Code = string | Group;

/** What may go onto one line, or each of its items onto lines of its own. */
export interface Group {
  readonly kind: "list" | "object" | "call";
  /** What a call calls. */
  readonly head?: string;
  readonly items: readonly Item[];
  /** What is done with a list: `.join("\n")`. */
  readonly after?: string;
  /** Comments behind the last item. */
  readonly tail?: readonly string[];
}

export interface Item {
  /** Comments above it. */
  readonly comments?: readonly string[];
  /** In an object. */
  readonly key?: string;
  readonly code: Code;
}

export const WIDTH = 80;

/**
 * Lays out a piece of a program as Prettier does by default: on one line if it fits, else each item on its own.
 *
 * @param indent How far the line is indented on which it begins.
 * @param column Where on that line it begins.
 * @param behind How many characters follow it on its last line.
 */
export function layOut(code: Code, indent: number, column: number, behind: number): string {
  const flat = printFlat(code);
  if (typeof code === "string" || (flat !== undefined && column + flat.length + behind <= WIDTH))
    return flat ?? "";
  return code.kind === "call" ? breakCall(code, indent) : breakItems(code, indent);
}

/** On one line; undefined where it cannot be, since a comment ends its line. */
export function printFlat(code: Code): string | undefined {
  if (typeof code === "string") return code;
  const { kind, head = "", items, after = "", tail = [] } = code;
  if (tail.length > 0 || items.some(({ comments = [] }) => comments.length > 0)) return undefined;
  if (kind === "list" && items.length > 1 && items.every(isObjectOfSeveral)) return undefined;
  const parts: string[] = [];
  for (const { key, code } of items) {
    const flat = printFlat(code);
    if (flat === undefined) return undefined;
    parts.push(key === undefined ? flat : `${key}: ${flat}`);
  }
  const inside = parts.join(", ");
  if (kind === "call") return `${head}(${inside})`;
  if (kind === "list") return `[${inside}]${after}`;
  return inside === "" ? "{}" : `{ ${inside} }`;
}

/** A list of such objects is a table: Prettier puts each on lines of its own. */
function isObjectOfSeveral({ code }: Item): boolean {
  return typeof code !== "string" && code.kind === "object" && code.items.length > 1;
}

function breakItems({ kind, items, after = "", tail = [] }: Group, indent: number): string {
  const [open, close] = kind === "list" ? "[]" : "{}";
  return `${open}\n${printLines(items, tail, indent + 2)}${" ".repeat(indent)}${close}${after}`;
}

function printLines(items: readonly Item[], tail: readonly string[], indent: number): string {
  const margin = " ".repeat(indent);
  const lines = items.flatMap(({ comments = [], key, code }) => {
    const start = `${margin}${key === undefined ? "" : `${key}: `}`;
    const above = printComments(comments, indent);
    // A text that does not fit behind its key goes below it.
    if (key !== undefined && typeof code === "string" && start.length + code.length + 1 > WIDTH)
      return [...above, `${margin}${key}:`, `${margin}  ${code},`];
    return [...above, `${start}${layOut(code, indent, start.length, 1)},`];
  });
  return [...lines, ...printComments(tail, indent)].map((line) => `${line}\n`).join("");
}

/** The last argument opens on the line of the call where it is the only one of its kind beside texts. */
function breakCall({ head = "", items, tail = [] }: Group, indent: number): string {
  const last = items.at(-1);
  const others = items.slice(0, -1);
  const before = others.map(({ code }) => (typeof code === "string" ? `${code}, ` : undefined));
  const isAlone = !before.includes(undefined) && !items.some(({ comments = [] }) => comments.length > 0);
  if (last && typeof last.code !== "string" && last.code.kind !== "call" && isAlone && tail.length === 0)
    return `${head}(${before.join("")}${breakItems(last.code, indent)})`;
  return `${head}(\n${printLines(items, tail, indent + 2)}${" ".repeat(indent)})`;
}

/** Comments as lines of their own. */
export function printComments(comments: readonly string[], indent: number): readonly string[] {
  const margin = " ".repeat(indent);
  return comments
    .flatMap((comment) => comment.split("\n"))
    .map((line) => `${margin}//${line === "" ? "" : ` ${line}`}`);
}
