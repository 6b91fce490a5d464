import { type DiagnosticFactory, defineDiagnostic } from "../diagnostic.js";
import { didYouMean } from "../near-miss.js";

/**
 * What kube-apiserver's own validation refuses.
 *
 * Upstream: k8s.io/apiserver, pkg/apis/audit/validation/validation.go; pkg/audit/policy/reader.go
 */

export const noRules: DiagnosticFactory<object> = defineDiagnostic({
  code: "no-rules",
  severity: "error",
  title: "The policy has no rules",
  message: () => "the policy has no rules, and kube-apiserver does not start without one",
  help: () => 'add at least "- level: Metadata" under "rules:"',
});

export const levelMissing: DiagnosticFactory<{ rule: string }> = defineDiagnostic({
  code: "level-missing",
  severity: "error",
  title: "A rule has no level",
  message: ({ rule }) => `${rule} has no level`,
  help: () => "add one of None, Metadata, Request, RequestResponse",
});

export const unknownLevel: DiagnosticFactory<{ level: string; known: readonly string[]; isStage: boolean }> =
  defineDiagnostic({
    code: "unknown-level",
    severity: "error",
    title: "A level that kube-apiserver does not know",
    message: ({ level, known }) => `unknown level "${level}"${didYouMean(level, known)}`,
    help: ({ known, isStage, level }) =>
      isStage
        ? `${level} is a stage, which belongs into omitStages; levels are ${known.join(", ")}`
        : `levels are ${known.join(", ")}`,
  });

export const unknownStage: DiagnosticFactory<{ stage: string; known: readonly string[]; isLevel: boolean }> =
  defineDiagnostic({
    code: "unknown-stage",
    severity: "error",
    title: "A stage that kube-apiserver does not know",
    message: ({ stage, known }) => `unknown stage "${stage}"${didYouMean(stage, known)}`,
    help: ({ known, isLevel, stage }) =>
      isLevel ? `${stage} is a level; stages are ${known.join(", ")}` : `stages are ${known.join(", ")}`,
  });

export const pathWithoutSlash: DiagnosticFactory<{ url: string }> = defineDiagnostic({
  code: "path-without-slash",
  severity: "error",
  title: "A non-resource URL that does not begin with a slash",
  message: ({ url }) => `"${url}" does not begin with "/", and only "*" may go without`,
  help: ({ url }) =>
    /^https?:/.test(url) ? "give the path alone, without scheme and host" : `write "/${url}"`,
});

export const pathWildcardInside: DiagnosticFactory<{ url: string }> = defineDiagnostic({
  code: "path-wildcard-inside",
  severity: "error",
  title: "A wildcard inside a non-resource URL",
  message: ({ url }) => `"${url}" has a "*" before its end, and only the last character may be one`,
  help: ({ url }) => `write "${url.slice(0, url.indexOf("*") + 1)}", or one entry for each path`,
});

export const pathsWithResources: DiagnosticFactory<{ rule: string; other: string }> = defineDiagnostic({
  code: "paths-with-resources",
  severity: "error",
  title: "A rule about resources and about URLs",
  message: ({ rule, other }) => `${rule} has nonResourceURLs and ${other}, and no request has both`,
  help: () => "make two rules of it",
});

export const groupWithVersion: DiagnosticFactory<{ group: string; remedy: string }> = defineDiagnostic({
  code: "group-with-version",
  severity: "error",
  title: "An API group with a version",
  message: ({ group }) => `"${group}" is a group with its version, and rules name the group alone`,
  help: ({ remedy }) => remedy,
});

export const groupMalformed: DiagnosticFactory<{ group: string; meant?: string | undefined }> =
  defineDiagnostic({
    code: "group-malformed",
    severity: "error",
    title: "A text that no API group can be",
    message: ({ group }) => `"${group}" is no API group: a group is lower-case letters, digits, "-" and "."`,
    help: ({ meant }) =>
      meant === undefined
        ? 'it looks like "apps" or "rbac.authorization.k8s.io"; the core group is ""'
        : `write "${meant}"`,
  });

export const groupWildcardTooNew: DiagnosticFactory<{ release: string }> = defineDiagnostic({
  code: "group-wildcard-too-new",
  severity: "error",
  title: "A group wildcard that this release refuses",
  message: ({ release }) => `group "*" came with Kubernetes 1.36, and kube-apiserver ${release} refuses it`,
  help: () => "name the groups; a rule without resources takes every group",
});

export const resourceWildcardTooNew: DiagnosticFactory<{ resource: string; release: string }> =
  defineDiagnostic({
    code: "resource-wildcard-too-new",
    severity: "warning",
    title: "A resource wildcard that this release takes literally",
    message: ({ resource, release }) =>
      `"${resource}" matches nothing on kube-apiserver ${release}: wildcards in resources came with Kubernetes 1.10`,
    help: () => "name the resources; an entry without resources takes the whole group",
  });

export const resourceNamesWithoutResources: DiagnosticFactory<{ entry: string }> = defineDiagnostic({
  code: "resource-names-without-resources",
  severity: "error",
  title: "Object names without a resource",
  message: ({ entry }) => `${entry} has resourceNames and no resources`,
  help: () => "add the resources that these names belong to",
});
