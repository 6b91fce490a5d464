import { type DiagnosticFactory, defineDiagnostic } from "../diagnostic.js";

/** What a preset is known to do wrong; a preset is what its source says, and is not silently repaired. */

export const presetKnownFault: DiagnosticFactory<{
  preset: string;
  fault: string;
  what: string;
  remedy: string;
}> = defineDiagnostic({
  code: "preset-known-fault",
  severity: "warning",
  title: "A preset has a known fault",
  message: ({ preset, what }) => `preset ${preset}: ${what}`,
  help: ({ remedy }) => remedy,
});
