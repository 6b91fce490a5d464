/** What went wrong, for programs: the caller's words (`unknown-…`, `bad-…`) or the machine. */
export type GenAuditErrorCode =
  | "unknown-preset"
  | "unknown-fragment"
  | "unknown-guarantee"
  | "unknown-target"
  | "unknown-form"
  | "unknown-version"
  | "bad-usage"
  | "bad-setting"
  | "bad-input"
  | "not-composable"
  | "file-unreadable"
  | "file-unwritable";

/**
 * The caller or the machine is at fault: an unknown preset, an unreadable file.
 * What is wrong with a policy is never thrown: it is a `Diagnostic`.
 */
export class GenAuditError extends Error {
  override readonly name = "GenAuditError";
  readonly code: GenAuditErrorCode;
  /** The way out, one line. */
  readonly help: string | undefined;

  constructor(
    code: GenAuditErrorCode,
    message: string,
    options: { help?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.help = options.help;
  }
}

/** Throws where gen-audit itself is at fault. */
export function invariant(condition: unknown, whatShouldHold: string): asserts condition {
  if (!condition) throw new Error(`gen-audit is at fault: ${whatShouldHold}`);
}
