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

export const presetOutOfRange: DiagnosticFactory<{
  preset: string;
  since: string;
  until?: string | undefined;
  release: string;
}> = defineDiagnostic({
  code: "preset-out-of-range",
  severity: "warning",
  title: "A preset is meant for other releases",
  message: ({ preset, since, until, release }) =>
    `preset ${preset} holds for Kubernetes ${since} ${until === undefined ? "and later" : `to ${until}`}, and this is ${release}`,
  help: () => "lint the policy for that release, or choose another preset",
});
