import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../../src/render/index.js";

function policyOf(rules: number): Policy {
  const list = Array.from(
    { length: rules },
    (_, index) => ({ level: "Request", users: [`user-${index}`] }) as const,
  );
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: list };
}

function render(policy: Policy, settings: AuditSettings = {}, comments?: readonly string[]) {
  return renderTarget({ policy, settings, comments, target: "cluster-api" });
}

describe("a policy of more than 10 KiB", () => {
  const { artifacts, diagnostics } = render(policyOf(400));
  const [fragment, secret] = artifacts.map(({ content }) => parse(content));

  test("is in a Secret, which the object names", () => {
    expect(diagnostics).toEqual([]);
    const { name } = secret.metadata;
    expect(name).toMatch(/^audit-policy-[0-9a-f]{10}$/);
    const [file] = fragment.spec.kubeadmConfigSpec.files;
    expect(file.content).toBeUndefined();
    expect(file.contentFrom).toEqual({ secret: { name, key: "policy.yaml" } });
    expect(parse(secret.stringData["policy.yaml"])).toEqual(policyOf(400));
  });

  test("has another Secret when it changes, unless that is not wanted", () => {
    const nameOf = (rules: number, settings: AuditSettings = {}): unknown =>
      parse(render(policyOf(rules), settings).artifacts[1]?.content ?? "").metadata.name;
    expect(nameOf(401)).not.toBe(nameOf(400));
    expect(nameOf(400, { policyHash: false })).toBe("audit-policy");
  });
});

test("a policy that is inline has no use for a hash, and its file keeps its name", () => {
  const { artifacts, diagnostics } = render(policyOf(1), { policyHash: true });
  expect(diagnostics.map(({ code }) => code)).toEqual(["setting-without-effect"]);
  expect(artifacts).toHaveLength(1);
});

test("a kubeconfig without credentials is inline, and one with a token is not", () => {
  const server = "https://audit.example";
  expect(render(policyOf(1), { webhook: { server } }).artifacts).toHaveLength(1);
  const { artifacts } = render(policyOf(1), { webhook: { server, token: "s3cret" } });
  expect(artifacts.map(({ content }) => content.includes("s3cret"))).toEqual([false, true]);
});

describe("what cloud-init takes for a template", () => {
  const codes = (policy: Policy, settings?: AuditSettings, comments?: readonly string[]) =>
    render(policy, settings, comments).diagnostics.map(({ code, path }) => `${code} ${path}`.trim());

  test.each(["{{ x }}", "{% x", "{# x"])(
    "%s is refused in a name, in a comment, in the kubeconfig",
    (text) => {
      const named: Policy = {
        ...policyOf(1),
        rules: [{ level: "Metadata" }, { level: "None", users: [text] }],
      };
      expect(codes(named)).toEqual(["template-marker rules[1]"]);
      expect(codes(policyOf(1), {}, [text])).toEqual(["template-marker"]);
      const webhook = { server: "https://audit.example", token: `${text.replaceAll(" ", "")}` };
      expect(codes(policyOf(1), { webhook })).toContain("template-marker webhook");
    },
  );

  test("single braces are nothing", () => {
    expect(codes(policyOf(1), {}, ["{ a: [} { %"])).toEqual([]);
  });
});

test("releases run the Kubernetes that their book names", () => {
  const range = (target: string) => {
    const { oldest, newest } = renderTarget({ policy: policyOf(1), target }).kubernetes;
    return `${oldest.minor} to ${newest.minor}`;
  };
  expect(["1.3", "1.5", "1.11", "1.12", "1.14"].map((version) => range(`cluster-api@${version}`))).toEqual([
    "20 to 26",
    "22 to 28",
    "28 to 34",
    "29 to 36",
    "31 to 36",
  ]);
  expect(() => renderTarget({ policy: policyOf(1), target: "cluster-api@1.10", form: "v1beta2" })).toThrow(
    'Cluster API 1.10 has no form "v1beta2"',
  );
});
