import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import { type PutTextRequest, putIntoObject, putIntoText } from "../../../src/into/index.js";
import type { Policy } from "../../../src/model/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
type Options = Partial<PutTextRequest>;

function put(text: string, options: Options = {}): string {
  const request = { policy, target: "talos", ...options };
  const { text: changed = "" } = putIntoText(text, request);
  expect(putIntoText(changed, request).text).toBe(changed);
  return changed;
}

function read(text: string): readonly Record<string, unknown>[] {
  return parseAllDocuments(text, { version: "1.1" }).map((document) => document.toJS());
}

const machine = "version: v1alpha1\nmachine: {type: controlplane}\n";
const apiServer = (fields: string): string =>
  `${machine}cluster:\n  apiServer:\n${fields.replace(/^(?=.)/gm, "    ")}`;
const policyDocument = "apiVersion: v1alpha1\nkind: KubeAuditPolicyConfig\n";
const server = "apiVersion: v1alpha1\nkind: KubeAPIServerConfig\n";
const webhook = { server: "https://audit.example" };

test("nothing is left of the policy that is replaced, and its comments go with it", () => {
  const text = apiServer(
    "auditPolicy: # ours\n  # Old.\n  apiVersion: audit.k8s.io/v1\n  kind: Policy\n  omitStages: [RequestReceived]\n  rules:\n  - level: Request\n    # Old.\n# Stays.\nimage: a\n",
  );
  expect(put(text)).toBe(
    apiServer(
      "auditPolicy: # ours\n  apiVersion: audit.k8s.io/v1\n  kind: Policy\n  rules:\n    - level: Metadata\n# Stays.\nimage: a\n",
    ),
  );
});

test("a policy that says the same stays as it is written", () => {
  const text = apiServer(
    "auditPolicy: {rules: [{level: Metadata}], kind: Policy, apiVersion: audit.k8s.io/v1} # ours\n",
  );
  expect(put(text)).toBe(text);
});

test("a policy brings its comments along", () => {
  const text = `${machine}---\n${policyDocument}configuration:\n    kind: Policy\n`;
  expect(put(text, { comments: ["All of it."] })).toContain(
    "    rules:\n      # All of it.\n      - level: Metadata\n".replace(/^ {4}/gm, "    "),
  );
});

describe("flags", () => {
  const settings = { auditLogMaxAge: 14 };

  test("are a list where they are one", () => {
    const text = apiServer("extraArgs:\n  audit-log-maxage: ['60']\n  audit-log-maxsize: '7'\n");
    expect(put(text)).toContain("  audit-log-maxage: ['30']\n      audit-log-maxsize: '100'\n");
  });

  test("go into the document for kube-apiserver, into .cluster.apiServer, or into a document of their own", () => {
    const extraArgs = { "audit-log-maxage": "14" };
    expect(read(put(`${server}image: a\n`, { settings }))).toMatchObject([{ image: "a", extraArgs }, {}]);
    expect(read(put(`${apiServer("image: a\n")}---\n${policyDocument}`, { settings }))).toMatchObject([
      { cluster: { apiServer: { image: "a", extraArgs } } },
      { configuration: {} },
    ]);
    // A whole config cannot have a KubeAPIServerConfig without an image, which only its user knows.
    expect(read(put(machine, { settings }))).toMatchObject([{ cluster: { apiServer: { extraArgs } } }, {}]);
    expect(read(put("machine: {install: {disk: /dev/sda}}\n", { settings }))).toMatchObject([
      {},
      { kind: "KubeAuditPolicyConfig" },
      { kind: "KubeAPIServerConfig", extraArgs },
    ]);
  });
});

describe("the webhook's kubeconfig", () => {
  const settings = { webhook };

  test("is a file that everybody may read, and a volume, each once", () => {
    const text = `${apiServer("extraVolumes:\n- {hostPath: /x, mountPath: /var/audit}\n")}`.replace(
      "machine: {type: controlplane}",
      "machine: {type: controlplane, files: [{path: /var/audit/webhook.kubeconfig, permissions: 0o600, content: old}]}",
    );
    const changed = put(text, { settings });
    expect(changed).toContain("permissions: 0444, content: ");
    expect(changed).toContain("- {hostPath: /var/audit, mountPath: /var/audit, readonly: true}\n");
    const block = apiServer("image: a\n").replace("{type: controlplane}", "\n  type: controlplane");
    expect(put(block, { settings })).toContain("\n      permissions: 0444\n");
  });

  test("is in a directory that is mounted already", () => {
    const volume = "extraVolumes:\n- {hostPath: /var/audit, mountPath: /var/audit}\n";
    expect(put(apiServer(volume), { settings })).toContain(volume.replace(/^(?=.)/gm, "    "));
  });

  test("has no place beside a document for the policy", () => {
    const { rendering, text } = putIntoText(`${machine}---\n${policyDocument}`, {
      policy,
      target: "talos",
      settings,
    });
    expect(text).toBeUndefined();
    expect(rendering.diagnostics.map(({ code }) => code)).toContain("target-cannot-express");
  });
});

test("a patch that takes the policy out of the old place is one for documents", () => {
  const text = "cluster:\n  apiServer:\n    auditPolicy:\n      $patch: delete\n";
  expect(put(text).startsWith(`${text}---\n${policyDocument}configuration:\n`)).toBe(true);
});

test("an array is the documents of a file, to which another may be added", () => {
  const config = { version: "v1alpha1", machine: { type: "controlplane" } };
  const { document = [] } = putIntoObject([config], { policy, target: "talos" });
  expect(document).toMatchObject([config, { kind: "KubeAuditPolicyConfig", configuration: policy }]);
  expect(() => putIntoObject(config, { policy, target: "talos" })).toThrow(
    "it takes another document beside this one: KubeAuditPolicyConfig",
  );
  expect(
    putIntoObject({ ...config, cluster: { apiServer: {} } }, { policy, target: "talos" }).document,
  ).toMatchObject({ cluster: { apiServer: { auditPolicy: policy } } });
  expect(() => putIntoObject([config, config], { policy, target: "talos" })).toThrow("is there twice");
  expect(() => putIntoObject([], { policy, target: "talos" })).toThrow(
    "none of the objects is a machine config",
  );
});

describe("a machine config is left alone", () => {
  test.each<[string, string, Options?]>([
    [
      `${apiServer("image: a\n")}---\n${server}`,
      "7:1: this is a KubeAPIServerConfig of Talos, and .cluster.apiServer is set",
    ],
    [
      `${policyDocument}$patch: delete\n`,
      "1:1: this is a KubeAuditPolicyConfig of Talos, and a patch that takes it out",
    ],
    [`${machine}---\n${machine}`, "4:1: this is a machine config of Talos, and so is the document at line 1"],
    ["machine: {type: join}\n", '1:17: machine.type is "join"'],
    [
      `{"version": "v1alpha1", "machine": {"type": "controlplane"}}`,
      "a file that is JSON holds one document",
    ],
    [`- op: add\n  path: /x\n`, "has no document that is a machine config of Talos"],
    [apiServer("auditPolicy: &p\n  kind: Policy\n"), "has an anchor"],
  ])("where it has %j", (text, message, options = {}) => {
    const request = { policy, target: "talos", ...options };
    expect(() => putIntoText(text, request)).toThrow(GenAuditError);
    expect(() => putIntoText(text, request)).toThrow(message);
  });
});
