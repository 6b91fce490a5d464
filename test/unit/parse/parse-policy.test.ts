import { describe, expect, test } from "vitest";
import { parsePolicies, parsePolicy } from "../../../src/parse/index.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";
const RULES = "rules:\n- level: Metadata\n";
const POLICY = HEAD + RULES;

function codesOf(text: string, kubernetesVersion?: string): readonly string[] {
  return parsePolicy(text, { kubernetesVersion }).diagnostics.map(({ code }) => code);
}

/** The first thing that is said of a rule with these lines, and the way out. */
function adviceOn(rule: string): { message: string | undefined; help: string | undefined } {
  const [first] = parsePolicy(`${HEAD}rules:\n- level: Request\n${rule.replace(/^/gm, "  ")}\n`).diagnostics;
  return { message: first?.message, help: first?.help };
}

describe("parsePolicy", () => {
  test("gives a policy field by field, absent ones left out", () => {
    const text = `${HEAD}omitStages: [RequestReceived]
rules:
- level: None
  users: [jane]
  userGroups: [devs]
  verbs: [get]
  namespaces: [""]
  resources:
  - group: apps
    resources: [deployments]
    resourceNames: [web]
  omitStages: [Panic]
  omitManagedFields: false
- level: Request
  nonResourceURLs: [/healthz*]
`;
    expect(parsePolicy(text)).toMatchObject({
      policy: {
        apiVersion: "audit.k8s.io/v1",
        kind: "Policy",
        omitStages: ["RequestReceived"],
        rules: [
          {
            level: "None",
            users: ["jane"],
            userGroups: ["devs"],
            verbs: ["get"],
            namespaces: [""],
            resources: [{ group: "apps", resources: ["deployments"], resourceNames: ["web"] }],
            omitStages: ["Panic"],
            omitManagedFields: false,
          },
          { level: "Request", nonResourceURLs: ["/healthz*"] },
        ],
      },
      diagnostics: [],
      path: "",
      comments: [undefined, undefined],
    });
  });

  test("gives the comment above each rule", () => {
    const text = `${HEAD}rules:\n# first\n- level: None\n# second,\n# two lines\n- level: Request\n- level: Metadata\n`;
    expect(parsePolicy(text).comments).toEqual([" first", " second,\n two lines", undefined]);
  });

  test("takes no comment for that of a rule which stands inside of the rule above", () => {
    const text = `${HEAD}rules: # no\n- level: None\n  # no\n  users: [a]\n  # no\n# yes\n- # yes\n  level: Request\n`;
    expect(parsePolicy(text).comments).toEqual([undefined, " yes\n yes"]);
  });

  test("takes a dash for a dash where the text can be read with it", () => {
    const { policy, diagnostics } = parsePolicy(`${HEAD}rules:\n- level: None\n  users:\n  - a\n    — b\n`);
    expect(policy?.rules).toEqual([{ level: "None", users: ["a — b"] }]);
    expect(diagnostics).toEqual([]);
  });

  test("refuses a control character behind the first document, which kube-apiserver may never see", () => {
    expect(codesOf(`${POLICY}---\n${"# a comment\n".repeat(50)}\u0007`)).toEqual(["control-character"]);
  });

  test.each([
    ["KIND: Policy\nAPIVERSION: audit.k8s.io/v1", ["unknown-field", "unknown-field"]],
    ["kind: Policy\nKind: Foo\napiVersion: audit.k8s.io/v1", ["unknown-field"]],
    ["kind: Foo\nKind: Policy\napiVersion: audit.k8s.io/v1", ["unknown-kind", "unknown-field"]],
    ["kind: Policy\nKind: [Policy]\napiVersion: audit.k8s.io/v1", ["unknown-field", "unknown-kind"]],
  ])("finds kind and apiVersion as encoding/json does: %j", (head, codes) => {
    expect(codesOf(`${head}\n${RULES}`)).toEqual(codes);
  });

  test.each([
    ["ownerReferences: [{ name: 1 }]", "unquoted-scalar"],
    ["ownerReferences: [{ foo: a }]", "unknown-field"],
    ["ownerReferences: [{ controller: a }]", "wrong-type"],
    ["managedFields: [{ fieldsV1: { a: { b: 1, b: 1 } } }]", "duplicate-key"],
    ["managedFields: [{ time: 2020-02-30T00:00:00Z }]", "wrong-type"],
    ["generation: 9223372036854775808", "wrong-type"],
    ["generation: 1.0", undefined],
  ])("looks into metadata as far as kube-apiserver does: %s", (metadata, code) => {
    expect(codesOf(`${POLICY}metadata: { ${metadata} }\n`)).toEqual(code === undefined ? [] : [code]);
  });

  test("gives a policy along with warnings and infos", () => {
    const { policy, diagnostics } = parsePolicy(`apiVersion: audit.k8s.io/v1\n${RULES}  verb: [get]\n`);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["info", "warning"]);
    expect(policy?.rules).toEqual([{ level: "Metadata" }]);
  });

  test("gives no policy along with an error that nothing is read past", () => {
    expect(parsePolicy(`${HEAD}rules:\n- level: metadata\n`).policy).toBeUndefined();
  });

  test.each([
    ["an old API version", `apiVersion: audit.k8s.io/v1beta1\nkind: Policy\n${RULES}`, "api-version-removed"],
    ["a missing API version", `kind: Policy\n${RULES}`, "api-version-missing"],
    [
      "an API version that never was",
      `apiVersion: audit.k8s.io/v2\nkind: Policy\n${RULES}`,
      "unknown-api-version",
    ],
    ["typographic dashes", `${HEAD}rules:\n— level: Metadata\n`, "typographic-dash"],
    ["typographic quotes", `${HEAD}rules:\n- level: “Metadata”\n`, "typographic-quotes"],
    [
      "a List",
      `kind: List\napiVersion: v1\nitems:\n- ${POLICY.trim().replaceAll("\n", "\n  ")}\n`,
      "policy-in-list",
    ],
    ["an empty first document", `---\n---\n${POLICY}`, "first-document-empty"],
    ["another first document", `a: 1\n---\n${POLICY}`, "policy-not-first"],
    [
      "flow style",
      "{apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{level: Metadata}]}",
      "json-expected",
    ],
  ])("reads past %s, and says that kube-apiserver does not", (_, text, code) => {
    const { policy, diagnostics } = parsePolicy(text);
    expect(diagnostics).toMatchObject([{ code, severity: "error", recovered: true }]);
    expect(policy).toMatchObject({ apiVersion: "audit.k8s.io/v1", rules: [{ level: "Metadata" }] });
  });

  test("refuses a text with two policies, and says where they are", () => {
    const text = JSON.stringify({ kind: "ConfigMap", data: { a: POLICY, b: POLICY } });
    expect(parsePolicy(text).diagnostics).toMatchObject([
      { code: "several-policies", data: { paths: ["data.a", "data.b"] } },
    ]);
  });

  test("throws for a version that is no release", () => {
    expect(() => parsePolicy(POLICY, { kubernetesVersion: "latest" })).toThrow(
      expect.objectContaining({ code: "unknown-version" }),
    );
  });
});

describe("the advice on an unknown field", () => {
  test.each([
    ["verb: [get]", 'did you mean "verbs"?', "every verb"],
    ["namespacees: [prod]", 'did you mean "namespaces"?', "every namespace"],
    ["resource: [pods]", 'did you mean "resources"?', "every resource"],
    ["groups: [devs]", 'did you mean "userGroups"?', "every group"],
    ["stages: [Panic]", 'did you mean "omitStages"?', "no stage is left out"],
    ["nonResourceUrls: [/a]", 'did you mean "nonResourceURLs"?', "every path"],
    [
      "resources: [{ group: apps, verbs: [get] }]",
      '"verbs" belongs into the rule, beside "resources"',
      "every verb",
    ],
    [
      "resourceNames: [web]",
      '"resourceNames" belongs into an entry of resources, beneath "resources"',
      "every name",
    ],
    ["resources: [{ apiGroups: [apps] }]", 'did you mean "group"?', "the core group"],
  ])("%s: %s", (rule, help, effect) => {
    expect(adviceOn(rule).help).toBe(help);
    expect(adviceOn(rule).message).toContain(effect);
  });

  test("claims no effect where the field that was meant is there as well", () => {
    expect(adviceOn("verbs: [get]\nverb: [list]").message).toMatch(/kube-apiserver drops it$/);
  });

  test("lists the fields where none is near", () => {
    expect(adviceOn("color: red").help).toMatch(/^fields of the rule are level, users, /);
  });
});

describe("the Kubernetes release", () => {
  const old = `apiVersion: audit.k8s.io/v1beta1\nkind: Policy\n${RULES}`;
  const wildcard = (head: string): string => `${head}${RULES}  resources: [{ group: "*" }]\n`;

  test.each([
    ["1.37", POLICY, []],
    ["1.12", POLICY, []],
    ["1.11", POLICY, ["api-version-too-new"]],
    ["1.24", old, ["api-version-removed"]],
    ["1.23", old, ["api-version-old"]],
    ["1.23.17", old, ["api-version-old"]],
    ["1.36", wildcard(HEAD), []],
    ["1.35", wildcard(HEAD), ["group-wildcard-too-new"]],
    ["1.23", `${HEAD}omitManagedFields: true\n${RULES}`, []],
    ["1.22", `${HEAD}omitManagedFields: true\n${RULES}`, ["field-not-yet-known"]],
    ["1.8", `${old}omitStages: [Panic]\n`, ["api-version-old", "field-not-yet-known"]],
    [
      "1.9",
      `${old}  resources: [{ group: "", resources: ["pods/*"] }]\n`,
      ["api-version-old", "resource-wildcard-too-new"],
    ],
  ])("%s decides what loads", (version, text, codes) => {
    expect(codesOf(text, version)).toEqual(codes);
  });
});

describe("parsePolicies", () => {
  const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));
  const asset = (name: string): string => `  - name: ${name}\n    content: |\n${indent(POLICY, 6)}`;

  test.each([
    ["a ConfigMap", `kind: ConfigMap\ndata:\n  policy.yaml: |\n${indent(POLICY, 4)}`, ["data.policy.yaml"]],
    ["a kOps cluster", `kind: Cluster\nspec:\n  fileAssets:\n${asset("a")}`, ["spec.fileAssets[0].content"]],
    [
      "a kOps cluster with two",
      `kind: Cluster\nspec:\n  fileAssets:\n${asset("a")}${asset("b")}`,
      ["spec.fileAssets[0].content", "spec.fileAssets[1].content"],
    ],
    [
      "a KubeadmControlPlane",
      `kind: KubeadmControlPlane\nspec:\n  kubeadmConfigSpec:\n    files:\n    - content: |\n${indent(POLICY, 8)}`,
      ["spec.kubeadmConfigSpec.files[0].content"],
    ],
    [
      "a machine config",
      `cluster:\n  apiServer:\n    auditPolicy:\n${indent(POLICY, 6)}`,
      ["cluster.apiServer.auditPolicy"],
    ],
    ["a file of its own", POLICY, [""]],
  ])("finds what stands in %s, and where", (_, text, paths) => {
    const found = parsePolicies(text);
    expect(found.map(({ path }) => path)).toEqual(paths);
    for (const { policy, diagnostics } of found) {
      expect(policy?.rules).toEqual([{ level: "Metadata" }]);
      expect(diagnostics).toEqual([]);
    }
  });

  test.each([
    ["a word that names a policy", "kind: ConfigMap\ndata:\n  note: a Policy of audit.k8s.io/v1\n"],
    ["the policy of another group", "apiVersion: kyverno.io/v1\nkind: Policy\nspec: {}\n"],
    ["RBAC rules", "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules:\n- verbs: [get]\n"],
    ["a list", "- a\n"],
  ])("does not take %s for one", (_, text) => {
    expect(codesOf(text)).toEqual(["no-policy-found"]);
  });

  test("takes rules with levels for a policy that has lost its head", () => {
    expect(codesOf(RULES)).toEqual(["kind-missing", "api-version-missing"]);
  });
});
