import fc from "fast-check";
import type { Policy, PolicyRule } from "../../../src/model/index.js";

/** A line of a text, and the rule that it is of, comments included; undefined for what is around the rules. */
export interface FormattedLine {
  readonly text: string;
  readonly rule: number | undefined;
}

type Draw = fc.GeneratorValue;

/** A policy written the way people write: in blocks, between brackets, on one line or several, with comments everywhere. */
export function formatPolicy(policy: Policy, draw: Draw): readonly FormattedLine[] {
  const writer = new Writer(draw);
  const { rules, ...fields } = policy;
  const around = (lines: readonly string[]): FormattedLine[] =>
    lines.map((text) => ({ text, rule: undefined }));
  const indent = draw(fc.constantFrom, "", "  ", "    ");
  return [
    ...around(writer.comments("")),
    ...around(Object.entries(fields).flatMap(([field, value]) => writer.field(field, value, ""))),
    ...around([`rules:${writer.remark()}`]),
    ...rules.flatMap((rule, index) => [
      ...around(writer.blankLines()),
      ...writer.item(rule, indent).map((text) => ({ text, rule: index })),
    ]),
    ...around(writer.flip() ? ["# The end.", ""] : []),
  ];
}

/** Writes plain data in the ways that people do, each time another. */
export class Writer {
  readonly #draw: Draw;
  readonly #hasBlocks: boolean;
  #count = 0;

  /** In a policy a mapping that is the value of a field stands between brackets; elsewhere it may be a block. */
  constructor(draw: Draw, { hasBlocks = false }: { readonly hasBlocks?: boolean } = {}) {
    this.#draw = draw;
    this.#hasBlocks = hasBlocks;
  }

  flip(): boolean {
    return this.#draw(fc.boolean);
  }

  /** A comment behind something. */
  remark(): string {
    return this.#draw(fc.nat, 3) === 0 ? `  # remark ${this.#count++}` : "";
  }

  /** Comments on lines of their own. */
  comments(indent: string): readonly string[] {
    const count = Math.max(0, this.#draw(fc.nat, 3) - 1);
    return Array.from({ length: count }, () => `${indent}# comment ${this.#count++}`);
  }

  blankLines(): readonly string[] {
    return Array.from({ length: Math.max(0, this.#draw(fc.nat, 3) - 1) }, () => "");
  }

  /** An item of a list, with its comments above and, indented further, below. */
  item(value: unknown, indent: string): readonly string[] {
    const gap = this.#draw(fc.constantFrom, " ", "   ");
    const isText = this.#hasBlocks && typeof value === "string" && value.includes("\n") && this.flip();
    const [first = "", ...rest] = isText
      ? this.#literal(value, `${indent} ${gap}`)
      : this.#value(value, `${indent} ${gap}`);
    const isBlock = typeof value === "object" && !first.startsWith("{");
    return [
      ...this.comments(indent),
      `${indent}-${gap}${first}`,
      ...rest,
      ...(isBlock ? this.comments(`${indent} ${gap}`) : []),
    ];
  }

  field(name: string, value: unknown, indent: string): readonly string[] {
    const comments = this.comments(indent);
    if (this.#hasBlocks && isMapping(value) && this.#draw(fc.nat, 3) > 0) {
      const inner = `${indent}  `;
      const fields = Object.entries(value).flatMap(([field, part]) => this.field(field, part, inner));
      return [...comments, `${indent}${name}:${this.remark()}`, ...fields, ...this.comments(inner)];
    }
    if (Array.isArray(value) && value.length > 0 && this.flip()) {
      const inner = this.#draw(fc.constantFrom, indent, `${indent}  `);
      return [
        ...comments,
        `${indent}${name}:${this.remark()}`,
        ...value.flatMap((item) => this.item(item, inner)),
      ];
    }
    const [first = "", ...rest] = this.#value(value, `${indent}  `, true);
    return [...comments, `${indent}${name}: ${first}`, ...rest];
  }

  /** The first line without its indentation, and the others. */
  #value(value: unknown, indent: string, isField = false): readonly string[] {
    if (typeof value === "string" && value.endsWith("\n") && isField && this.flip())
      return this.#literal(value, indent);
    if (typeof value === "string") return [this.#string(value) + this.remark()];
    if (typeof value !== "object" || value === null) return [String(value) + this.remark()];
    if (Array.isArray(value))
      return this.#between(
        "[",
        value.map((item) => this.#onOneLine(item)),
        "]",
        indent,
      );
    const fields = Object.entries(value);
    if (isField || this.#draw(fc.nat, 2) === 0) {
      const written = fields.map(([field, inner]) => `${field}: ${this.#onOneLine(inner)}`);
      return this.#between("{", written, "}", indent);
    }
    const lines = fields.flatMap(([field, inner], index) => {
      const [first = "", ...rest] = this.field(field, inner, indent);
      // Nothing stands between the hyphen and the first field.
      return index === 0 && first.trimStart().startsWith("#")
        ? rest.slice(rest.findIndex((line) => !line.trimStart().startsWith("#")))
        : [first, ...rest];
    });
    return [lines[0]?.trimStart() ?? "", ...lines.slice(1)];
  }

  /** A literal block; of a text without a last line break, one that says so. */
  #literal(text: string, indent: string): readonly string[] {
    const header = text.endsWith("\n") ? "|" : "|-";
    const lines = text.replace(/\n$/, "").split("\n");
    return [header + this.remark(), ...lines.map((line) => (line === "" ? "" : indent + line))];
  }

  #between(open: string, parts: readonly string[], close: string, indent: string): readonly string[] {
    if (parts.length === 0 || this.flip()) return [`${open}${parts.join(", ")}${close}${this.remark()}`];
    const inner = `${indent}  `;
    const comma = this.flip() ? "," : "";
    return [
      open + this.remark(),
      ...parts.flatMap((part, index) => [
        ...this.comments(inner),
        `${inner}${part}${index < parts.length - 1 ? "," : comma}${this.remark()}`,
      ]),
      `${indent}${close}${this.remark()}`,
    ];
  }

  #onOneLine(value: unknown): string {
    if (typeof value === "string") return this.#string(value);
    if (typeof value !== "object" || value === null) return String(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.#onOneLine(item)).join(", ")}]`;
    const fields = Object.entries(value).map(([field, inner]) => `${field}: ${this.#onOneLine(inner)}`);
    return `{${fields.join(", ")}}`;
  }

  #string(text: string): string {
    const quoting = this.#draw(fc.constantFrom, "plain", "single", "double");
    if (
      quoting === "plain" &&
      /^[A-Za-z][a-z]{2,}(?:[:/.-][a-z-]+)*$/.test(text) &&
      !/^(?:null|true|false)$/.test(text)
    )
      return text;
    return quoting === "single" && !text.includes("\n")
      ? `'${text.replaceAll("'", "''")}'`
      : JSON.stringify(text);
  }
}

function isMapping(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}

/** Every place of a policy that an edit may be about: fields and items of rules. */
export function placesOf(policy: Policy): readonly { readonly path: string; readonly value: unknown }[] {
  const inside = (value: unknown, path: string): { path: string; value: unknown }[] => {
    if (typeof value !== "object" || value === null) return [{ path, value }];
    const parts = Array.isArray(value)
      ? value.map((item, index) => [`${path}[${index}]`, item] as const)
      : Object.entries(value).map(([field, part]) => [`${path}.${field}`, part] as const);
    return [{ path, value }, ...parts.flatMap(([at, part]) => inside(part, at))];
  };
  return policy.rules.flatMap((rule: PolicyRule, index) => inside(rule, `rules[${index}]`));
}
