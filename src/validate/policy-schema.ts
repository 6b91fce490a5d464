import { z } from "zod";
import { LEVELS, POLICY_API_VERSION, POLICY_KIND, STAGES } from "../model/index.js";

/**
 * An audit policy file, strictly: what the newest kube-apiserver loads without an error or a warning. The JSON Schema that
 * ships with the package is made from this; `parsePolicy` knows more (places, releases, near misses) and agrees with it.
 */

const list = (about: string): z.ZodOptional<z.ZodArray<z.ZodString>> =>
  z.array(z.string()).optional().describe(about);

const omitStages = z.array(z.enum(STAGES)).optional();
const omitManagedFields = z.boolean().optional();

const groupResources = z
  .strictObject({
    group: z
      .string()
      .regex(/^(|\*|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$/)
      .max(253)
      .optional()
      .describe(
        'The API group without its version: "apps". "" is the core group, "*" every group (Kubernetes 1.36 and later).',
      ),
    resources: list(
      'Resources and subresources: "pods", "pods/log", "pods/*", "*/scale", "*". Without it, all of the group. "pods" does not include "pods/log".',
    ),
    resourceNames: list(
      "Names of objects; needs resources. The name of an object that is being created is not known yet.",
    ),
  })
  // Draft 7: what names an object needs a resource.
  .meta({ dependencies: { resourceNames: ["resources"] } });

const rule = z
  .strictObject({
    level: z
      .enum(LEVELS)
      .describe("What is recorded: nothing, the metadata, the request's body as well, or both bodies."),
    users: list("User names, exact; there is no wildcard. Without it, every user."),
    userGroups: list("Groups, exact; the user is in at least one of them. Without it, every group."),
    verbs: list(
      "get, list, watch, create, update, patch, delete, deletecollection; for URLs the HTTP method in lower case.",
    ),
    resources: z.array(groupResources).optional().describe("Resources by group. Without it, every resource."),
    namespaces: list('Namespaces, exact; "" is for cluster-scoped requests and those for all namespaces.'),
    nonResourceURLs: z
      .array(z.string().regex(/^(\*|\/[^*]*\*?)$/))
      .optional()
      .describe(
        'Paths that are no resources: "/healthz*", "/metrics"; "*" only at the end. Excludes resources and namespaces.',
      ),
    omitStages: omitStages.describe(
      "Stages of which no event is written, besides those of the whole policy.",
    ),
    omitManagedFields: omitManagedFields.describe(
      "Whether bodies go without managedFields; overrides the policy's own.",
    ),
  })
  .meta({
    // Draft 7: no request is for a resource and for a path.
    not: {
      required: ["nonResourceURLs"],
      properties: { nonResourceURLs: { minItems: 1 } },
      anyOf: ["resources", "namespaces"].map((field) => ({
        required: [field],
        properties: { [field]: { minItems: 1 } },
      })),
    },
  });

const policy = z.strictObject({
  apiVersion: z.literal(POLICY_API_VERSION),
  kind: z.literal(POLICY_KIND).optional(),
  metadata: z.looseObject({}).optional().describe("kube-apiserver uses nothing of it."),
  omitStages: omitStages.describe("Stages of which no rule writes an event."),
  omitManagedFields: omitManagedFields.describe(
    "Whether bodies go without managedFields, where a rule does not say.",
  ),
  rules: z
    .array(rule)
    .min(1)
    .describe(
      "Rules in order: the first that matches a request applies, and what none matches is not recorded.",
    ),
});

/** The JSON Schema (draft 7, which editors know best) of an audit policy file. */
export function policyJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(policy, { target: "draft-7" });
  return {
    ...schema,
    title: "Kubernetes audit policy",
    description: "audit.k8s.io/v1 Policy, as kube-apiserver loads it by --audit-policy-file.",
  };
}
