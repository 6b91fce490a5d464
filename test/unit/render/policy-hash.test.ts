import { describe, expect, test } from "vitest";
import type { Policy } from "../../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../../src/render/index.js";
import { hashOf, withHash } from "../../../src/render/policy-hash.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const other: Policy = { ...policy, rules: [{ level: "Request" }] };

test("the hash is FNV-1a's lower forty bits", () => {
  // The published values of FNV-1a, 64 bits: cbf29ce484222325, af63dc4c8601ec8c, 85944171f73967e8
  expect(["", "a", "foobar"].map(hashOf)).toEqual(["e484222325", "4c8601ec8c", "71f73967e8"]);
});

test.each([
  ["/etc/kubernetes/audit/policy.yaml", "/etc/kubernetes/audit/policy-x.yaml"],
  ["/etc/kubernetes/audit.d/policy", "/etc/kubernetes/audit.d/policy-x"],
  ["/etc/kubernetes/.policy", "/etc/kubernetes/.policy-x"],
  ["audit-policy", "audit-policy-x"],
])("%s is named %s", (path, named) => {
  expect(withHash(path, "x")).toBe(named);
});

describe("a hash in the name of the file", () => {
  const policyFile = (policy: Policy, settings: AuditSettings, comments?: readonly string[]) =>
    renderTarget({ policy, comments, target: "kubeadm", settings }).artifacts[1]?.path;

  test("is there where it is asked for, also in a path of one's own", () => {
    expect(policyFile(policy, {})).toBe("/etc/kubernetes/audit/policy.yaml");
    expect(policyFile(policy, { policyHash: true })).toMatch(
      /^\/etc\/kubernetes\/audit\/policy-[0-9a-f]{10}\.yaml$/,
    );
    expect(policyFile(policy, { policyHash: true, auditPolicyFile: "/a/b" })).toMatch(
      /^\/a\/b-[0-9a-f]{10}$/,
    );
  });

  test("is another for another policy, and the same whatever the comments", () => {
    const name = policyFile(policy, { policyHash: true });
    expect(policyFile(other, { policyHash: true })).not.toBe(name);
    expect(policyFile(policy, { policyHash: true }, ["All."])).toBe(name);
  });

  test("leaves the webhook's kubeconfig where it is", () => {
    const webhook = { server: "https://audit.example" };
    const { artifacts } = renderTarget({
      policy,
      target: "kubeadm",
      settings: { webhook, policyHash: true },
    });
    expect(artifacts[2]?.path).toBe("/etc/kubernetes/audit/webhook.kubeconfig");
  });

  test.each(["policy", "kops"])(
    "is refused by nothing and missed by nobody on %s, which says so",
    (target) => {
      const { diagnostics } = renderTarget({ policy, target, settings: { policyHash: true } });
      expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
        "setting-without-effect policyHash",
      ]);
    },
  );
});
