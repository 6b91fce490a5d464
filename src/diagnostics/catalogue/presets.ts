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

export const presetNote: DiagnosticFactory<{ preset: string; note: string }> = defineDiagnostic({
  code: "preset-note",
  severity: "info",
  title: "What to know of a preset",
  message: ({ preset, note }) => `preset ${preset}: ${note.replace(/\.$/, "")}`,
});

export const fragmentHides: DiagnosticFactory<{ fragment: string; hides: string }> = defineDiagnostic({
  code: "fragment-hides",
  severity: "info",
  title: "What a fragment leaves out of the log",
  message: ({ fragment, hides }) => `with ${fragment} there is no record of ${hides}`,
});

export const fragmentDecidesNothing: DiagnosticFactory<{
  fragment: string;
  part: string;
  reason: "not-served" | "redundant";
}> = defineDiagnostic({
  code: "fragment-decides-nothing",
  severity: "info",
  title: "A part of a fragment that is left out, since nothing would change by it",
  message: ({ fragment, part, reason }) =>
    `${part} of ${fragment} is left out: ${
      reason === "redundant"
        ? "all its requests are decided so without it"
        : "this kube-apiserver serves none of its resources"
    }`,
});
