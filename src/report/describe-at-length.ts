import { type Diagnostic, printable } from "../diagnostics/index.js";
import { printRequest } from "../request/index.js";

/** All that a diagnostic says in words, by lines: the message, the request that proves it, the way out; as it may be shown. */
export function describeAtLength({ message, witness, help, related = [] }: Diagnostic): readonly string[] {
  return [
    message,
    ...(witness ? [`request: ${printRequest(witness)}`] : []),
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...related.map(({ message: note, location }) =>
      location ? `note: ${note} at ${location.file}:${location.line}:${location.column}` : `note: ${note}`,
    ),
  ].map(printable);
}
