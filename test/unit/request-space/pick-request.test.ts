import { expect, test } from "vitest";
import { findDifference } from "../../../src/analyze/index.js";
import type { Policy } from "../../../src/model/index.js";

test("where nothing but what is spelled as a wildcard is left, that is shown", () => {
  const policy = (level: "None" | "Metadata"): Policy => ({
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    rules: [
      {
        level,
        verbs: ["deletecollection"],
        resources: [{ group: "*", resources: ["*/*"], resourceNames: ["prod"] }],
      },
    ],
  });
  // To 1.9 these are no wildcards.
  expect(findDifference(policy("None"), policy("Metadata"), { kubernetesVersion: "1.9" })).toMatchObject({
    request: {
      verb: "deletecollection",
      resource: { apiGroup: "*", resource: "*", subresource: "*", name: "prod" },
    },
  });
});
