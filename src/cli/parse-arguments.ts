import { parseArgs } from "node:util";
import { didYouMean, GenAuditError } from "../diagnostics/index.js";

/** A flag of a command: its name without dashes, and how it is written in the help. */
export interface FlagDefinition {
  readonly name: string;
  /** What stands behind it, `NAME`; a flag without it is a switch. */
  readonly value?: string;
  /** The value may be left out, and is then `true`; if given, it is joined by `=`, as for kube-apiserver's own switches. */
  readonly optionalValue?: true;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  readonly short?: string;
  readonly help: string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** Whether a switch was given. */
  has(flag: string): boolean;
  /** The value of a flag that is given at most once. */
  value(flag: string): string | undefined;
  values(flag: string): readonly string[];
  /** The values of several flags, in the order they were given. */
  inOrder(...flags: readonly string[]): readonly { readonly flag: string; readonly value: string }[];
}

/**
 * Reads the words behind a command by its flags.
 *
 * @throws GenAuditError `bad-usage` for an unknown flag, with the near miss; for a missing, unknown or repeated value.
 */
export function parseArguments(words: readonly string[], flags: readonly FlagDefinition[]): Arguments {
  const byName = new Map(flags.map((flag) => [flag.name, flag]));
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      flags.map(({ name, value, optionalValue, short }) => [
        name,
        {
          type: value === undefined || optionalValue ? "boolean" : "string",
          multiple: true,
          ...(short && { short }),
        } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: { flag: string; value: string }[] = [];
  const values = (flag: string): string[] =>
    given.filter((one) => one.flag === flag).map(({ value }) => value);
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const flag = byName.get(token.name);
    if (!flag) throw unknownFlag(token.rawName, flags);
    checkValue(flag, token.value, token.inlineValue);
    if (flag.value !== undefined && !flag.repeatable && values(flag.name).length > 0) {
      throw new GenAuditError("bad-usage", `--${flag.name} is given twice`);
    }
    given.push({ flag: flag.name, value: token.value ?? (flag.optionalValue ? "true" : "") });
  }
  return {
    positionals,
    has: (flag) => given.some((one) => one.flag === flag),
    value: (flag) => values(flag)[0],
    values,
    inOrder: (...names) => given.filter(({ flag }) => names.includes(flag)),
  };
}

function unknownFlag(written: string, flags: readonly FlagDefinition[]): GenAuditError {
  const known = flags.map(({ name }) => `--${name}`);
  return new GenAuditError("bad-usage", `unknown flag ${written}${didYouMean(written, known)}`);
}

function checkValue(flag: FlagDefinition, value: string | undefined, inline: boolean | undefined): void {
  const written = `--${flag.name}`;
  if (flag.value === undefined) {
    if (inline) throw new GenAuditError("bad-usage", `${written} takes no value`);
    return;
  }
  if (flag.optionalValue) return;
  // A value that begins with a dash has to be joined by "=": a forgotten value must not swallow the next flag.
  if (value === undefined || (!inline && value.startsWith("--"))) {
    throw new GenAuditError("bad-usage", `${written} wants a value: ${written} ${flag.value}`);
  }
  if (flag.choices && !flag.choices.includes(value)) {
    throw new GenAuditError(
      "bad-usage",
      `${written} is one of ${flag.choices.join(", ")}, not "${value}"${didYouMean(value, flag.choices)}`,
    );
  }
}
