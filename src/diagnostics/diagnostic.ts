import type { RequestAttributes } from "../model/index.js";
import type { Fix } from "./fix.js";

/** `error`: kube-apiserver refuses the file as it stands. `warning`: it does not do what it seems to say. `info`: it could be simpler. */
export type Severity = "error" | "warning" | "info";

/** A place in a policy or in the settings, as Kubernetes writes it: `rules[3].resources[0].group`; `""` is the whole. */
export type FieldPath = string;

/** A stretch of a text; lines and columns count from 1, columns in UTF-16 units, and `endColumn` is behind the last character. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line itself with the stretch underlined, ready to print. */
  readonly frame: string;
}

/** Another place that a diagnostic is about, and what is there. */
export interface RelatedPlace {
  readonly message: string;
  readonly location?: Location | undefined;
}

/** What a finding rests on, and how it can be mended. */
export interface Evidence {
  /** A request that proves it. It has been through `evaluate`. */
  readonly witness?: RequestAttributes | undefined;
  /** It holds by an assumption about who sends requests and how, which the message or the help names. */
  readonly reading?: "real-identities" | undefined;
  readonly fix?: Fix | undefined;
}

/** Something to say about a policy or about settings: data, returned and never thrown. */
export interface Diagnostic extends Evidence {
  /** Public and permanent; its page is `docs/diagnostics/<code>.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** What all of this code have in common; heads their page. */
  readonly title: string;
  readonly message: string;
  readonly path: FieldPath;
  /** Absent where the policy was built in code. */
  readonly location?: Location;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  /** An error that was read past: the policy is there, as the help says it should be. */
  readonly recovered?: true;
  /** What the message was made from. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A diagnostic that a comment in the text says to leave, and why. */
export interface IgnoredDiagnostic extends Diagnostic {
  readonly reason: string;
}

/** Where a diagnostic points. */
export interface Place {
  readonly path: FieldPath;
  readonly location?: Location | undefined;
  readonly related?: readonly RelatedPlace[];
}

interface Definition<Data extends object> {
  readonly code: string;
  readonly severity: Severity;
  /** Heads the page of the diagnostic. */
  readonly title: string;
  readonly message: (data: Data) => string;
  readonly help?: (data: Data) => string | undefined;
  readonly recovered?: true;
}

export interface DiagnosticFactory<Data extends object = Record<string, unknown>> {
  (place: Place, data: Data, evidence?: Evidence): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
}

/** Makes the function that makes diagnostics of one code. */
export function defineDiagnostic<Data extends object>(definition: Definition<Data>): DiagnosticFactory<Data> {
  const { code, severity, title } = definition;
  const create = ({ path, location, related }: Place, data: Data, evidence: Evidence = {}): Diagnostic => {
    const { witness, reading, fix } = evidence;
    const help = definition.help?.(data);
    return {
      code,
      severity,
      title,
      message: definition.message(data),
      path,
      ...(location && { location }),
      ...(help !== undefined && { help }),
      ...(related && related.length > 0 && { related }),
      ...(witness && { witness }),
      ...(reading && { reading }),
      ...(fix && { fix }),
      ...(definition.recovered && { recovered: true as const }),
      data: { ...(data as Record<string, unknown>) }, // any object type is a record of unknowns to readers
    };
  };
  return Object.assign(create, { code, severity, title });
}

/**
 * Whether any diagnostic means that there is no usable result: an error that was not recovered.
 *
 * @example
 * const { diagnostics } = parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n");
 * hasFatalError(diagnostics); // true
 */
export function hasFatalError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, recovered }) => severity === "error" && !recovered);
}
