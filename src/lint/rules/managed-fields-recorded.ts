import { defineDiagnostic } from "../../diagnostics/index.js";
import type { LintRule } from "../lint-rule.js";
import { COMMON_RESOURCES } from "../served-resources.js";

const diagnostic = defineDiagnostic<{ level: string }>({
  code: "managed-fields-recorded",
  severity: "info",
  title: "Bodies are recorded with their managed fields",
  message: ({ level }) =>
    `${level} records bodies with metadata.managedFields, which tell who last wrote each field`,
  help: () => "`omitManagedFields: true` of the whole policy leaves them out, since Kubernetes 1.23",
});

/** Said once of a policy, at the first rule that records an update: what was read of an object, and is sent back. */
export const managedFieldsRecorded: LintRule = {
  diagnostics: [diagnostic],
  *check({ support, find, place }) {
    if (!support.omitManagedFields) return;
    const found = find({
      requests: [{ verbs: ["update"], resources: COMMON_RESOURCES }],
      recording: ({ level, stages, omitManagedFields }) =>
        ["Request", "RequestResponse"].includes(level) &&
        stages.includes("ResponseComplete") &&
        !omitManagedFields,
    });
    if (!found) return;
    const { request, decision } = found;
    yield diagnostic(place(`rules[${decision.rule}].level`), { level: decision.level }, { witness: request });
  },
};
