import type { Level, Policy } from "../model/index.js";
import { namesResource } from "./names-resource.js";
import type { ScannerCheck } from "./scanner-check.js";

interface Needed {
  readonly levels: readonly Level[];
  readonly resources: readonly string[];
}

const NEEDED: readonly Needed[] = [
  {
    levels: ["Metadata"],
    resources: ["secrets", "tokenreviews", "configmaps", "pods", "deployments"],
  },
  {
    levels: ["Metadata", "Request", "RequestResponse"],
    resources: ["pods/exec", "pods/portforward", "pods/proxy", "services/proxy"],
  },
];

/**
 * Some rule names each resource at one of its levels. What other rules say of it, and which requests the rule is for, is not asked:
 * not its group, users, verbs, namespaces or object names, and not whether the rule ever applies.
 */
export function checkKics({ rules }: Policy): ScannerCheck {
  // Upstream: Checkmarx/kics, assets/queries/k8s/audit_policy_not_cover_key_security_concerns/query.rego, CxPolicy; read at
  // 93e5611ad9618500b129f9c264d0532bad7d3052, and in the later text (git blob 61d124b3), which decides alike.
  const lacking = NEEDED.flatMap(({ levels, resources }) => {
    const missing = resources.filter(
      (name) => !rules.some((rule) => levels.includes(rule.level) && namesResource(rule, name)),
    );
    return missing.length === 0 ? [] : [`no rule ${atLevel(levels)} names ${missing.join(", ")}`];
  });
  return {
    check: "kics-1828a670",
    title: "KICS: Audit Policy Not Cover Key Security Concerns",
    passed: lacking.length === 0,
    ...(lacking.length > 0 && { reason: lacking.join("; ") }),
  };
}

function atLevel(levels: readonly Level[]): string {
  return levels.length === 1 ? `at level ${levels[0]}` : "that records";
}
