import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parsePolicy } from "../../../src/parse/index.js";
import { policyJsonSchema } from "../../../src/validate/policy-schema.js";
import { policyArbitrary } from "../../property/arbitraries/policy.js";

const matches = new Ajv({ strict: false, allErrors: true }).compile(policyJsonSchema());

/** The fields at fault: JSON pointers, with the name of a field that is not allowed at their end. */
function faults(text: string): string[] {
  if (matches(parse(text, { version: "1.1" }))) return [];
  return (matches.errors ?? []).map(({ instancePath, params }) =>
    [instancePath, params["additionalProperty"] ?? params["missingProperty"]]
      .filter((part) => part !== undefined)
      .join("/"),
  );
}

const policy = (rule: string): string => `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- ${rule}\n`;

describe("the JSON Schema", () => {
  test.each([
    ["an unknown level", "{level: metadata}", "/rules/0/level"],
    ["an unknown field", "{level: None, verb: [get]}", "/rules/0/verb"],
    [
      "a field in the wrong place",
      "{level: None, resources: [{group: apps, verbs: [get]}]}",
      "/rules/0/resources/0/verbs",
    ],
    [
      "a group with its version",
      "{level: None, resources: [{group: apps/v1}]}",
      "/rules/0/resources/0/group",
    ],
    [
      "resourceNames without resources",
      '{level: None, resources: [{group: "", resourceNames: [a]}]}',
      "/rules/0/resources/0/resources",
    ],
    ["URLs together with namespaces", "{level: None, nonResourceURLs: [/a], namespaces: [b]}", "/rules/0"],
    ["a path without slash", "{level: None, nonResourceURLs: [a]}", "/rules/0/nonResourceURLs/0"],
    ["a wildcard inside a path", '{level: None, nonResourceURLs: ["/a*/b"]}', "/rules/0/nonResourceURLs/0"],
    ["a number for a name", "{level: None, users: [1]}", "/rules/0/users/0"],
    ["an unknown stage", "{level: None, omitStages: [None]}", "/rules/0/omitStages/0"],
  ])("refuses %s at the field", (_, rule, field) => {
    expect(faults(policy(rule))).toContain(field);
  });

  test("accepts what kube-apiserver accepts without a warning", () => {
    fc.assert(
      fc.property(policyArbitrary, (generated) => {
        expect(matches(generated)).toBe(true);
      }),
    );
  });
});

const published = new URL("../../../../shared/data/policies/", import.meta.url);

describe.runIf(existsSync(published))("published policies", () => {
  test.each(existsSync(published) ? readdirSync(published) : [])(
    "%s passes exactly if nothing is said of it",
    (file) => {
      const text = readFileSync(new URL(file, published), "utf8");
      const { diagnostics } = parsePolicy(text, { file });
      const said = diagnostics.filter(({ severity }) => severity !== "info");
      expect(faults(text).length > 0).toBe(said.length > 0);
      for (const { code, path } of said) {
        if (code === "unknown-field")
          expect(faults(text)).toContain(`/${path.replace(/\[(\d+)\]/g, "/$1").replaceAll(".", "/")}`);
      }
    },
  );
});
