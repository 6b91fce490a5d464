import type { Policy } from "../model/index.js";
import type { ScannerCheck } from "./scanner-check.js";

type Miss = Pick<ScannerCheck, "rule" | "reason">;

/** The file has one rule, which has level RequestResponse and nothing else; nor has the policy. */
export function checkStig(policy: Policy): ScannerCheck {
  // Upstream: DISA Kubernetes STIG V2R6, V-242403, rule SV-242403r986135 (CNTR-K8-000700), check text: the policy file "must look
  // like" one that it shows. The same file is asked for by the RKE2 STIG, V-254555.
  const miss = findMiss(policy);
  return {
    check: "stig-v-242403",
    title: "DISA Kubernetes STIG: V-242403, CNTR-K8-000700",
    passed: miss === undefined,
    ...miss,
  };
}

function findMiss({ apiVersion, kind, rules, ...others }: Policy): Miss | undefined {
  const [first, second] = rules;
  if (first === undefined) return { reason: "there is no rule" };
  const { level, ...fields } = first;
  if (level !== "RequestResponse")
    return { rule: 0, reason: `rules[0] is at ${level} instead of RequestResponse` };
  const beside = presentIn(fields);
  if (beside.length > 0) return { rule: 0, reason: `rules[0] has ${beside.join(", ")} beside its level` };
  if (second !== undefined) return { rule: 1, reason: `there are ${rules.length} rules instead of one` };
  const above = presentIn(others);
  return above.length === 0 ? undefined : { reason: `the policy has ${above.join(", ")} beside its rules` };
}

/** An empty list selects nothing, but the file does not look like one without it. */
function presentIn(fields: object): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
