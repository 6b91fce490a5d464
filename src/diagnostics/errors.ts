/** What went wrong, for programs: the caller's words (`unknown-…`, `bad-…`) or the machine. */
export type GenAuditErrorCode =
  /** No preset has the name. */
  | "unknown-preset"
  /** No fragment has the name. */
  | "unknown-fragment"
  /** No guarantee, or no pack of them, has the name. */
  | "unknown-guarantee"
  /** No target has the name. */
  | "unknown-target"
  /** The target has no such form. */
  | "unknown-form"
  /** No release of Kubernetes, or of the target, is written so; or the target does not run it. */
  | "unknown-version"
  /** What is asked for cannot be: arguments of the command that do not go together, or a target that is a part of no file. */
  | "bad-usage"
  /** There is no such setting, or kube-apiserver does not take the value. */
  | "bad-setting"
  /** A text, an object or a request is not what is read there. */
  | "bad-input"
  /** No list of rules records what policies, floors and ceilings together ask for: a `NotComposableError`. */
  | "not-composable"
  /** Of the command alone: a file that cannot be read. */
  | "dependency-missing"
  | "file-unreadable"
  /** Of the command alone: a file that cannot be written. */
  | "file-unwritable";

/**
 * The caller or the machine is at fault: an unknown preset, an unreadable file.
 * What is wrong with a policy is never thrown: it is a `Diagnostic`.
 *
 * @example
 * const reasonOf = (find: () => unknown) => {
 *   try {
 *     return find();
 *   } catch (error) {
 *     if (error instanceof GenAuditError) return `${error.code}: ${error.message}`;
 *     throw error;
 *   }
 * };
 * reasonOf(() => getPreset("gcee")); // unknown-preset: unknown preset "gcee"; did you mean "gce"?
 */
export class GenAuditError extends Error {
  override readonly name = "GenAuditError";
  /** What to tell errors apart by; the words of a message may change. */
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
