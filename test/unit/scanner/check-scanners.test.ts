import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/evaluate/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { checkScanners, type ScannerCheck, type ScannerCheckName } from "../../../src/scanner/index.js";

const NINE = [
  "secrets",
  "configmaps",
  "tokenreviews",
  "pods",
  "deployments",
  "pods/exec",
  "pods/portforward",
  "pods/proxy",
  "services/proxy",
];

const policyOf = (...rules: readonly PolicyRule[]): Policy => ({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules,
});
const core = (level: PolicyRule["level"], ...resources: readonly string[]): PolicyRule => ({
  level,
  resources: [{ group: "", resources }],
});
const without = (...names: readonly string[]): readonly string[] =>
  NINE.filter((name) => !names.includes(name));

/** The checks that a policy passes, `kics`, `kubescape`, `stig`. */
const passedBy = (policy: Policy): readonly string[] =>
  checkScanners(policy).flatMap(({ check, passed }) => (passed ? [check.split("-")[0] ?? ""] : []));
const checkOf = (name: ScannerCheckName, policy: Policy): Omit<ScannerCheck, "title"> => {
  const found = checkScanners(policy).find((one) => one.check === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  const { title, ...check } = found;
  return check;
};
const kics = (policy: Policy) => checkOf("kics-1828a670", policy);
const kubescape = (policy: Policy) => checkOf("kubescape-c-0161", policy);
const stig = (policy: Policy) => checkOf("stig-v-242403", policy);

describe("KICS 1828a670", () => {
  test("finds nothing in the sample of its own that it calls compliant", () => {
    const sample = policyOf(
      core("Metadata", "secrets", "configmaps", "tokenreviews"),
      core("Metadata", "pods", "deployments"),
      core("RequestResponse", "pods/exec", "pods/portforward", "pods/proxy", "services/proxy"),
    );
    expect(kics(sample)).toEqual({ check: "kics-1828a670", passed: true });
  });

  test("finds what it finds in its own samples that are not", () => {
    expect(kics(policyOf({ level: "Metadata" })).reason).toBe(
      "no rule at level Metadata names secrets, tokenreviews, configmaps, pods, deployments; " +
        "no rule that records names pods/exec, pods/portforward, pods/proxy, services/proxy",
    );
    const wrongLevels = policyOf(
      core("RequestResponse", "secrets", "configmaps", "tokenreviews"),
      core("Metadata", "pods", "deployments"),
      core("None", "pods/exec", "pods/portforward", "pods/proxy", "services/proxy"),
    );
    expect(kics(wrongLevels).reason).toBe(
      "no rule at level Metadata names secrets, tokenreviews, configmaps; " +
        "no rule that records names pods/exec, pods/portforward, pods/proxy, services/proxy",
    );
    const oneMissing = policyOf(
      core("Metadata", "secrets", "configmaps", "tokenreviews"),
      core("Metadata", "pods"),
      core("RequestResponse", "pods/exec", "pods/portforward", "pods/proxy", "services/proxy"),
    );
    expect(kics(oneMissing).reason).toBe("no rule at level Metadata names deployments");
  });

  test("takes pods and deployments at Metadata alone, which Kubescape takes at any level that records", () => {
    const policy = policyOf(
      core("Request", "pods", "deployments"),
      core("Metadata", ...without("pods", "deployments")),
    );
    expect(kics(policy).reason).toBe("no rule at level Metadata names pods, deployments");
    expect(passedBy(policy)).toEqual(["kubescape"]);
  });

  test("asks for one right rule, whatever the others say", () => {
    expect(passedBy(policyOf(core("None", ...NINE), core("Metadata", ...NINE)))).toEqual(["kics"]);
  });
});

describe("Kubescape C-0161", () => {
  /** The rules of its own sample that matter to it. */
  const sample = (configmaps: PolicyRule["level"], ...pods: readonly string[]): Policy =>
    policyOf(
      core("Metadata", ...pods, "deployments", "tokenreviews"),
      core("Metadata", "secrets"),
      core("Metadata", "pods/log", "pods/exec", "pods/portforward", "pods/proxy", "services/proxy"),
      {
        level: "Metadata",
        resources: [{ group: "", resources: ["configmaps"], resourceNames: ["controller-leader"] }],
      },
      {
        level: "None",
        users: ["system:kube-proxy"],
        resources: [{ group: "", resources: ["endpoints", "services"] }],
      },
      { level: "None", userGroups: ["system:authenticated"], nonResourceURLs: ["/api*", "/version"] },
      { ...core(configmaps, "configmaps"), namespaces: ["kube-system"] },
      core("Metadata", "secrets", "configmaps"),
      { level: "Request", resources: [{ group: "" }, { group: "extensions" }] },
      { level: "Metadata", omitStages: ["RequestReceived"] },
    );

  test("passes its own sample, and fails those of its own that fail", () => {
    expect(kubescape(sample("Metadata", "pods"))).toEqual({ check: "kubescape-c-0161", passed: true });
    expect(kubescape(sample("Metadata"))).toEqual({
      check: "kubescape-c-0161",
      passed: false,
      reason: "no rule names pods",
    });
    expect(kubescape(sample("Request", "pods"))).toEqual({
      check: "kubescape-c-0161",
      passed: false,
      rule: 6,
      reason: "rules[6] names configmaps at Request instead of Metadata",
    });
  });

  test("fails for any rule that silences a resource, even for one user and one object", () => {
    const lease: PolicyRule = {
      level: "None",
      users: ["system:kube-scheduler"],
      resources: [{ group: "", resources: ["pods", "configmaps"], resourceNames: ["scheduler"] }],
    };
    expect(kubescape(policyOf(core("Metadata", ...NINE), lease))).toEqual({
      check: "kubescape-c-0161",
      passed: false,
      rule: 1,
      reason:
        "rules[1] names configmaps at None instead of Metadata; rules[1] names pods at None instead of a level that records",
    });
  });

  test("tells of the first rule that is wrong, and of all that lacks", () => {
    const policy = policyOf(core("Request", "secrets"), core("None", "pods", "pods/log"));
    expect(kubescape(policy)).toEqual({
      check: "kubescape-c-0161",
      passed: false,
      rule: 0,
      reason:
        "rules[0] names secrets at Request instead of Metadata; rules[1] names pods at None instead of a level that records; " +
        "no rule names configmaps, tokenreviews, deployments, pods/exec, pods/portforward, pods/proxy, services/proxy",
    });
  });
});

describe("the text of STIG V-242403", () => {
  const asked = policyOf({ level: "RequestResponse" });

  test("is passed by the policy that it shows, and by no policy that passes another check", () => {
    expect(stig(asked)).toEqual({ check: "stig-v-242403", passed: true });
    expect(passedBy(asked)).toEqual(["stig"]);
  });

  test.each<[string, Policy, number | undefined]>([
    ["there is no rule", policyOf(), undefined],
    ["rules[0] is at Metadata instead of RequestResponse", policyOf({ level: "Metadata" }), 0],
    [
      "rules[0] is at None instead of RequestResponse",
      policyOf({ level: "None", users: ["a"] }, ...asked.rules),
      0,
    ],
    [
      "rules[0] has users, omitStages beside its level",
      policyOf({ level: "RequestResponse", users: [], omitStages: [] }),
      0,
    ],
    ["there are 2 rules instead of one", policyOf(...asked.rules, ...asked.rules), 1],
    [
      "the policy has metadata, omitStages beside its rules",
      { ...asked, metadata: {}, omitStages: ["RequestReceived"] },
      undefined,
    ],
  ])("%s", (reason, policy, rule) => {
    expect(stig(policy)).toEqual({
      check: "stig-v-242403",
      passed: false,
      reason,
      ...(rule !== undefined && { rule }),
    });
  });
});

describe("what KICS and Kubescape do not ask", () => {
  test("order: nine resources named behind a rule that takes every request", () => {
    const policy = policyOf({ level: "RequestResponse" }, core("Metadata", ...NINE));
    expect(passedBy(policy)).toEqual(["kics", "kubescape"]);
    const secret = { apiGroup: "", resource: "secrets", subresource: "", namespace: "prod", name: "db" };
    const get = { user: { name: "jane", groups: [] }, verb: "get", resource: secret };
    expect(evaluate(policy, get).level).toBe("RequestResponse");
  });

  test("group, users, verbs, namespaces and names of objects", () => {
    const policy = policyOf({
      level: "Metadata",
      users: ["nobody"],
      userGroups: ["none"],
      verbs: ["proxy"],
      namespaces: ["nowhere"],
      resources: [{ group: "example.com", resources: NINE, resourceNames: ["nothing"] }],
    });
    expect(passedBy(policy)).toEqual(["kics", "kubescape"]);
  });

  test("whether every request is recorded by other words", () => {
    for (const policy of [
      policyOf({ level: "Metadata" }),
      policyOf({ level: "Metadata", resources: [] }),
      policyOf({ level: "Metadata", resources: [{ group: "" }, { group: "apps", resources: [] }] }),
      policyOf(core("Metadata", "*", "pods/*", "*/proxy", "Secrets", ...without("secrets"))),
    ])
      expect(passedBy(policy)).toEqual([]);
  });

  test("how the names are spread over rules and entries", () => {
    const policy = policyOf(
      ...NINE.map(
        (name): PolicyRule => ({ level: "Metadata", resources: [{ group: "", resources: [name] }] }),
      ),
    );
    expect(passedBy(policy)).toEqual(["kics", "kubescape"]);
  });
});
