import type { Evidence, FieldPath } from "../diagnostics/index.js";
import { type PolicyRule, type RequestAttributes, selectorOf } from "../model/index.js";
import type { LintContext } from "./lint-rule.js";
import { type IdentityField, type MisnamedIdentity, misnamedIdentity } from "./misnamed-identity.js";
import { missedRequest } from "./missed-request.js";
import { moveIdentities } from "./move-identities.js";
import { respellIdentity } from "./respell-identity.js";

export interface FoundIdentity {
  readonly path: FieldPath;
  readonly field: IdentityField;
  readonly name: string;
  readonly meant: MisnamedIdentity["meant"];
  /** The rule asks for other users or groups as well, so that who is meant needs a rule of their own. */
  readonly needsOwnRule: boolean;
  readonly evidence: Evidence;
}

/** The names in a policy that are those of nobody, by one fault. */
export function* findMisnamedIdentities(
  context: LintContext,
  fault: MisnamedIdentity["fault"],
): Generator<FoundIdentity> {
  for (const [index, rule] of context.policy.rules.entries()) {
    for (const field of ["users", "userGroups"] as const) {
      // The first moves them all.
      const move = moveIdentities(rule, index, field);
      for (const [position, name] of (rule[field] ?? []).entries()) {
        const misnamed = misnamedIdentity(field, name);
        if (misnamed?.fault !== fault) continue;
        const { meant } = misnamed;
        const fix = position === 0 && move ? move : respellIdentity(rule, index, field, position);
        yield {
          path: `rules[${index}].${field}[${position}]`,
          field,
          name,
          meant,
          needsOwnRule: meant !== undefined && meant.field !== field && !move,
          evidence: {
            reading: "real-identities",
            witness: requestOf(context, index, rule, name, meant),
            fix,
          },
        };
      }
    }
  }
}

/** A request of those who are meant, which the rule does not take. */
function requestOf(
  context: LintContext,
  index: number,
  rule: PolicyRule,
  name: string,
  meant: MisnamedIdentity["meant"],
): RequestAttributes | undefined {
  if (!meant && name !== "*") return undefined;
  const { users, userGroups, ...rest } = selectorOf(rule);
  return missedRequest(context, index, meant ? { ...rest, [meant.field]: [meant.name] } : rest);
}
