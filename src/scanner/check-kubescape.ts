import type { Level, Policy } from "../model/index.js";
import { namesResource } from "./names-resource.js";
import type { ScannerCheck } from "./scanner-check.js";

interface Sought {
  /** What is asked of the level of each rule that names one of the resources. */
  readonly isRight: (level: Level) => boolean;
  readonly right: string;
  readonly resources: readonly string[];
}

const SOUGHT: readonly Sought[] = [
  {
    isRight: (level) => level === "Metadata",
    right: "Metadata",
    resources: ["secrets", "configmaps", "tokenreviews"],
  },
  {
    isRight: (level) => level !== "None",
    right: "a level that records",
    resources: ["pods", "deployments", "pods/exec", "pods/portforward", "pods/proxy", "services/proxy"],
  },
];

/**
 * Some rule names each resource, and every rule that names it has a right level. As with KICS, the order of the rules and what
 * else is in them is not asked; and a rule that silences one object of a kind fails the check for all of it.
 */
export function checkKubescape({ rules }: Policy): ScannerCheck {
  // Upstream: kubescape/regolibrary, rules/audit-policy-content/raw.rego, are_audit_file_rules_valid (which holds where they are
  // not), for controls/C-0161-ensurethattheauditpolicycoverskeysecurityconcerns.json; read at
  // ce7ef32aef7a7d272016c3f0d1105c60d6b266fb. It takes the file that --audit-policy-file names from the node; without the flag the
  // check fails whatever the file says.
  const unnamed = SOUGHT.flatMap(({ resources }) =>
    resources.filter((name) => !rules.some((rule) => namesResource(rule, name))),
  );
  const wrong = [...rules.entries()].flatMap(([index, rule]) =>
    SOUGHT.flatMap(({ isRight, right, resources }) => {
      const named = resources.filter((name) => !isRight(rule.level) && namesResource(rule, name));
      if (named.length === 0) return [];
      const said = `rules[${index}] names ${named.join(", ")} at ${rule.level} instead of ${right}`;
      return [{ rule: index, said }];
    }),
  );
  const lacking = [
    ...wrong.map(({ said }) => said),
    ...(unnamed.length === 0 ? [] : [`no rule names ${unnamed.join(", ")}`]),
  ];
  const [first] = wrong;
  return {
    check: "kubescape-c-0161",
    title: "Kubescape: Ensure that the audit policy covers key security concerns",
    passed: lacking.length === 0,
    ...(first && { rule: first.rule }),
    ...(lacking.length > 0 && { reason: lacking.join("; ") }),
  };
}
