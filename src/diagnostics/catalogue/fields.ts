import { type DiagnosticFactory, defineDiagnostic } from "../diagnostic.js";

/** What is said of fields: names, types, and what kube-apiserver drops. */

export const unknownField: DiagnosticFactory<{
  field: string;
  owner: string;
  effect: string;
  remedy?: string | undefined;
}> = defineDiagnostic({
  code: "unknown-field",
  severity: "warning",
  title: "A field that kube-apiserver drops",
  message: ({ field, owner, effect }) =>
    `unknown field "${field}" in ${owner}: kube-apiserver drops it${effect}`,
  help: ({ remedy }) => remedy,
});

export const duplicateKey: DiagnosticFactory<{ key: string }> = defineDiagnostic({
  code: "duplicate-key",
  severity: "warning",
  title: "A key is set twice",
  message: ({ key }) => `"${key}" is set again, and kube-apiserver forgets what it was set to before`,
  help: () => "join the two, or delete one",
});

export const wrongType: DiagnosticFactory<{
  field: string;
  actual: string;
  expected: string;
  remedy?: string | undefined;
}> = defineDiagnostic({
  code: "wrong-type",
  severity: "error",
  title: "A value of the wrong type",
  message: ({ field, actual, expected }) => `${field} is ${actual}, and kube-apiserver wants ${expected}`,
  help: ({ remedy }) => remedy,
});

export const unquotedScalar: DiagnosticFactory<{ written: string; actual: string }> = defineDiagnostic({
  code: "unquoted-scalar",
  severity: "error",
  title: "A word or number that YAML 1.1 does not read as a string",
  message: ({ written, actual }) =>
    `unquoted ${written} is ${actual} to kube-apiserver, and it wants a string`,
  help: ({ written }) => `quote it: "${written}"`,
});

export const nullEntry: DiagnosticFactory<{ field: string; effect: string }> = defineDiagnostic({
  code: "null-entry",
  severity: "warning",
  title: "An empty list entry",
  message: ({ field, effect }) => `${field} is empty, and kube-apiserver reads it as ${effect}`,
  help: ({ effect }) => (effect === '""' ? 'delete it, or write "" if that is meant' : "delete it"),
});

export const emptyList: DiagnosticFactory<{ field: string; matches: string }> = defineDiagnostic({
  code: "empty-list",
  severity: "info",
  title: "An empty list constrains nothing",
  message: ({ field, matches }) => `${field} is an empty list, which constrains nothing: ${matches}`,
  help: () => "leave the field out if that is meant",
});

export const kindMissing: DiagnosticFactory<object> = defineDiagnostic({
  code: "kind-missing",
  severity: "info",
  title: "The kind is missing",
  message: () => "kind is missing; kube-apiserver assumes Policy, other tools do not",
  help: () => 'add "kind: Policy"',
});

export const unknownKind: DiagnosticFactory<{ kind: string }> = defineDiagnostic({
  code: "unknown-kind",
  severity: "error",
  title: "The kind is no audit policy",
  message: ({ kind }) => `kind is "${kind}", and kube-apiserver loads only a Policy`,
  help: () => 'write "kind: Policy"',
});

export const apiVersionMissing: DiagnosticFactory<{ apiVersion: string }> = defineDiagnostic({
  code: "api-version-missing",
  severity: "error",
  recovered: true,
  title: "The API version is missing",
  message: () => "apiVersion is missing, and kube-apiserver does not load a policy without it",
  help: ({ apiVersion }) => `add "apiVersion: ${apiVersion}"`,
});

export const apiVersionRemoved: DiagnosticFactory<{ apiVersion: string; release: string }> = defineDiagnostic(
  {
    code: "api-version-removed",
    severity: "error",
    recovered: true,
    title: "The API version no longer loads",
    message: ({ apiVersion, release }) =>
      `${apiVersion} was removed in Kubernetes 1.24, so kube-apiserver ${release} does not start with this policy`,
    help: () => 'write "apiVersion: audit.k8s.io/v1"; no other field changes',
  },
);

export const apiVersionTooNew: DiagnosticFactory<{ apiVersion: string; release: string }> = defineDiagnostic({
  code: "api-version-too-new",
  severity: "error",
  recovered: true,
  title: "The API version does not load yet",
  message: ({ apiVersion, release }) =>
    `kube-apiserver ${release} does not know ${apiVersion}, which came with Kubernetes 1.12`,
  help: () => 'write "apiVersion: audit.k8s.io/v1beta1" for this release',
});

export const apiVersionOld: DiagnosticFactory<{ apiVersion: string; release: string }> = defineDiagnostic({
  code: "api-version-old",
  severity: "info",
  title: "The API version goes away",
  message: ({ apiVersion, release }) =>
    `${apiVersion} loads on Kubernetes ${release}, and no longer from 1.24 on`,
  help: () => 'from 1.12 on "apiVersion: audit.k8s.io/v1" loads as well; no other field changes',
});

export const unknownApiVersion: DiagnosticFactory<{ apiVersion: string }> = defineDiagnostic({
  code: "unknown-api-version",
  severity: "error",
  recovered: true,
  title: "An API version that no release has",
  message: ({ apiVersion }) => `no release of kube-apiserver knows apiVersion "${apiVersion}"`,
  help: () => 'write "apiVersion: audit.k8s.io/v1"',
});

export const fieldNotYetKnown: DiagnosticFactory<{ field: string; since: string; release: string }> =
  defineDiagnostic({
    code: "field-not-yet-known",
    severity: "warning",
    title: "A field that this release drops",
    message: ({ field, since, release }) =>
      `kube-apiserver ${release} drops ${field} in silence; it came with Kubernetes ${since}`,
    help: ({ since }) => `delete it, or give a --kubernetes-version of ${since} or later`,
  });
