import type { DecidedRequest } from "../../analyze/index.js";
import { defineDiagnostic } from "../../diagnostics/index.js";
import type { Level } from "../../model/index.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { COMMON_RESOURCES } from "../served-resources.js";

const diagnostic = defineDiagnostic<{ level: string }>({
  code: "managed-fields-recorded",
  severity: "info",
  title: "Bodies are recorded with their managed fields",
  message: ({ level }) =>
    `${level} records bodies with metadata.managedFields, which tell who last wrote each field`,
  help: () => "`omitManagedFields: true` of the whole policy leaves them out, since Kubernetes 1.23",
});

/** Said once of a policy, at the first rule that records them: in what is sent back of an object, or what is read of it. */
export const managedFieldsRecorded: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    if (!context.support.omitManagedFields) return;
    const found = [
      findFirst(context, ["update"], "Request"),
      findFirst(context, ["update", "patch", "list"], "RequestResponse"),
    ].flatMap((one) => one ?? []);
    const [first] = found.sort((a, b) => ruleOf(a) - ruleOf(b));
    if (!first) return;
    const { request, decision } = first;
    const place = context.place(`rules[${decision.rule}].level`);
    yield diagnostic(place, { level: decision.level }, { witness: request });
  },
};

function findFirst(context: LintContext, verbs: readonly string[], of: Level): DecidedRequest | undefined {
  return context.find({
    requests: [{ verbs, resources: COMMON_RESOURCES }],
    recording: ({ level, stages, omitManagedFields }) =>
      level === of && stages.includes("ResponseComplete") && !omitManagedFields,
  });
}

function ruleOf({ decision }: DecidedRequest): number {
  return decision.rule ?? Number.POSITIVE_INFINITY;
}
