export type PatternField =
  | "users"
  | "userGroups"
  | "verbs"
  | "namespaces"
  | "resources"
  | "resourceNames"
  | "nonResourceURLs";

/**
 * Whether an entry looks like a pattern and is none to kube-apiserver, which compares it letter by letter: every `*` but
 * that alone, in front of or behind the slash of `resources`, and at the end of a path.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatches`, `ruleMatchesResource`, `pathMatches`
 */
export function isUnexpanded(field: PatternField, written: string): boolean {
  switch (field) {
    case "resources":
      return written.includes("*") && !/^(?:\*|\*\/[^*]+|[^*]+\/\*)$/.test(written);
    case "nonResourceURLs":
      // The dot of a regular expression; `/.*` may well be for `/.well-known`.
      return /.\/\.\*$/.test(written);
    default:
      return written.includes("*");
  }
}
