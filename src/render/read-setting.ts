import { GenAuditError } from "../diagnostics/index.js";
import { parseDuration, printDuration } from "./duration.js";
import type { AuditFlag, AuditFlagType } from "./flags.js";
import { printRate } from "./rate.js";

export type SettingValue = string | number | boolean;

/**
 * The value of a flag, from the value itself or from its text on a command line, in the form that is rendered:
 * durations as Go prints them. Throws a `GenAuditError` that names the flag, what it takes, and what it was given.
 */
export function readSetting(flag: AuditFlag, input: unknown): SettingValue {
  const value = READERS[flag.type](input, flag);
  if (value === undefined) throw badSetting(flag, `takes ${whatItTakes(flag)}, not ${quote(input)}`);
  return value;
}

/** The error for a flag whose value cannot be. */
export function badSetting(flag: Pick<AuditFlag, "name">, problem: string): GenAuditError {
  return new GenAuditError("bad-setting", `--${flag.name} ${problem}`);
}

type Reader = (input: unknown, flag: AuditFlag) => SettingValue | undefined;

const READERS: Readonly<Record<AuditFlagType, Reader>> = {
  path: (input, { key }) => (key === "auditLogPath" && input === "-" ? "-" : readPath(input)),
  integer: (input, flag) => {
    // Without a leading 0, from which kube-apiserver reads octal: its 010 is 8.
    const number = typeof input === "string" && /^\+?[1-9]\d{0,15}$/.test(input) ? Number(input) : input;
    return Number.isSafeInteger(number) && isWithin(number, 1, mostOf(flag)) ? number : undefined;
  },
  boolean: (input) => {
    if (typeof input === "boolean") return input;
    // Upstream: Go, strconv, ParseBool, but for the single letters and digits.
    return input === "true" || input === "false" ? input === "true" : undefined;
  },
  duration: (input) => {
    const nanoseconds = typeof input === "string" ? parseDuration(input) : undefined;
    return nanoseconds === undefined ? undefined : printDuration(nanoseconds);
  },
  rate: (input) => {
    const number = typeof input === "string" && /^(?:\d+\.?\d*|\.\d+)$/.test(input) ? Number(input) : input;
    return isWithin(number, LEAST_RATE, MOST_RATE) && printRate(number) !== undefined ? number : undefined;
  },
  choice: (input, { choices }) => choices?.find((choice) => choice === input),
};

// kOps' fields are int32, and no audit setting makes sense beyond.
const MOST_INTEGER = 2_147_483_647;
const LEAST_RATE = 0.000_000_001;
const MOST_RATE = 1_000_000_000;

function mostOf({ most }: AuditFlag): number {
  return most ?? MOST_INTEGER;
}

function isWithin(input: unknown, least: number, most: number): input is number {
  return typeof input === "number" && input >= least && input <= most;
}

/**
 * An absolute path of a file in a directory. Only characters that mean nothing to a shell, to YAML, to a volume mount
 * (`:`) or to the kubelet's `$(VARIABLE)` are let through.
 */
function readPath(input: unknown): string | undefined {
  if (typeof input !== "string" || !/^(?:\/[\w.+@,=-]+){2,}$/.test(input)) return undefined;
  return /\/\.{1,2}(?:\/|$)/.test(input) ? undefined : input;
}

function whatItTakes(flag: AuditFlag): string {
  const unit = flag.unit ?? "";
  switch (flag.type) {
    case "path":
      return `an absolute path of a file in a directory${flag.key === "auditLogPath" ? ', or "-" for standard output' : ""} (letters, digits and _ . + @ , = -)`;
    case "integer":
      return `a whole number of ${unit} from 1 to ${mostOf(flag)}`;
    case "boolean":
      return "true or false";
    case "duration":
      return 'a duration such as "30s" or "1m30s"';
    case "rate":
      return `a number of ${unit} greater than 0, up to ${MOST_RATE}, with at most nine decimals`;
    case "choice":
      return `one of ${flag.choices?.join(", ")}`;
  }
}

function quote(input: unknown): string {
  if (typeof input === "string") return `"${input}"`;
  return typeof input === "object" && input !== null ? "an object" : `"${String(input)}"`;
}
