import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const REST: PolicyRule = { level: "Metadata" };
const DROP_READS: PolicyRule = { level: "None", verbs: ["get", "list", "watch"] };
const proxies = (...names: readonly string[]): PolicyRule => ({
  level: "Metadata",
  resources: [{ group: "", resources: names.map((name) => `${name}/proxy`) }],
});

describe("proxy-not-recorded", () => {
  test("is found where a rule that leaves out reads stands before the rest", () => {
    const [found, ...others] = findingsOf("proxy-not-recorded", policyOf([DROP_READS, REST]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { rule: 0, verb: "get" },
      witness: { verb: "get", resource: { subresource: "proxy" } },
    });
  });

  test("is found of the one of Pods, Services and nodes that is left out", () => {
    const found = findingsOf("proxy-not-recorded", policyOf([proxies("pods", "services"), DROP_READS, REST]));
    expect(found.map(({ path, data }) => [path, data["resource"]])).toEqual([
      ["rules[1].level", "nodes/proxy"],
    ]);
    expect(
      pathsOf("proxy-not-recorded", policyOf([proxies("pods", "services", "nodes"), DROP_READS, REST])),
    ).toEqual([]);
  });

  test("is found where no rule takes nodes/proxy, in a policy that records the other proxies", () => {
    expect(pathsOf("proxy-not-recorded", policyOf([proxies("pods", "services")]))).toEqual(["rules"]);
    expect(pathsOf("proxy-not-recorded", policyOf([proxies("pods", "services", "nodes")]))).toEqual([]);
    const pods: PolicyRule = { level: "Metadata", resources: [{ group: "", resources: ["pods"] }] };
    expect(pathsOf("proxy-not-recorded", policyOf([pods]))).toEqual([]);
  });
});
