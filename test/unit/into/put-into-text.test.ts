import { describe, expect, test } from "vitest";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import { putIntoText } from "../../../src/into/index.js";
import type { Policy } from "../../../src/model/index.js";
import type { AuditSettings } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const PATH = "/srv/kubernetes/kube-apiserver/audit/policy.yaml";

function put(text: string, target = "kops", settings: AuditSettings = {}): string {
  const { text: changed = "" } = putIntoText(text, { policy, target, settings });
  expect(putIntoText(changed, { policy, target, settings }).text).toBe(changed);
  return changed;
}

const head = "apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\n";
const SETTINGS = { auditLogPath: "-" } as const;
/** What is put in for standard output: a file asset, and two settings. */
const assets = (indent: string): string =>
  [
    "- name: kubernetes-audit",
    `  path: ${PATH}`,
    "  roles:",
    "    - ControlPlane",
    "    - APIServer",
    '  mode: "0440"',
    "  content: |",
    "    apiVersion: audit.k8s.io/v1",
    "    kind: Policy",
    "    rules:",
    "      - level: Metadata",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");
const settingsLines = (indent: string): string =>
  `${indent}auditPolicyFile: ${PATH}\n${indent}auditLogPath: "-"\n`;

describe("what is put in", () => {
  test.each([
    ["below a key without a value, and its comment", "spec: # ours\n", "spec: # ours\n"],
    ["below a key that is null", "spec: ~ # ours\n", "spec: # ours\n"],
    ["below a key that is an empty mapping", "spec: {}\n", "spec:\n"],
    [
      "behind the comments of what is there",
      "spec:\n  a: 1\n  # of spec\n# end\n",
      "spec:\n  a: 1\n  # of spec\n",
      "# end\n",
    ],
    [
      "behind a block that keeps its blank lines",
      "spec:\n  a: |+\n    x\n\n\n",
      "spec:\n  a: |+\n    x\n\n\n",
    ],
    ["in front of the blank lines of others", "spec:\n  a: |\n    x\n\n\n", "spec:\n  a: |\n    x\n", "\n\n"],
    ["behind a last line that has no break", "spec:\n  a: 1", "spec:\n  a: 1\n"],
  ])("goes %s", (_, text, start, rest = "") => {
    const changed = put(head + text, "kops", SETTINGS);
    const added = `  fileAssets:\n${assets("    ")}  kubeAPIServer:\n${settingsLines("    ")}`;
    expect(changed.startsWith(head + start + added)).toBe(true);
    // What is below stays there.
    expect(changed.slice((head + start + added).length)).toBe(rest);
  });

  test("is indented as the file is", () => {
    const text = `${head}spec:\n    a:\n    - b\n`;
    const changed = put(text, "kops", SETTINGS);
    expect(changed).toContain("\n    fileAssets:\n    - name: kubernetes-audit\n      path: ");
    expect(changed).toContain(`\n    kubeAPIServer:\n        auditPolicyFile: ${PATH}\n`);
  });

  test("goes between brackets where the rest is, comma and comment left alone", () => {
    const text = `${head}spec: {\n  kubeAPIServer: {a: 1, },\n  fileAssets: [], # none\n  b: 2 # last\n}\n`;
    expect(put(text, "kops", SETTINGS)).toMatch(
      /^spec: \{\n {2}kubeAPIServer: \{a: 1, auditPolicyFile: .*, auditLogPath: "-" \},\n {2}fileAssets: \[\{.*\}\], # none\n {2}b: 2 # last\n\}\n$/m,
    );
  });

  test("stands in the first column of a file that begins with a byte order mark", () => {
    const text = `\ufeffkind: ClusterConfiguration\napiVersion: kubeadm.k8s.io/v1beta4\n`;
    const changed = put(text, "kubeadm", SETTINGS);
    expect(changed.startsWith(`${text}apiServer:\n  extraArgs:\n    - name: audit-policy-file\n`)).toBe(true);
  });
});

describe("what is replaced", () => {
  const replace = (spec: string): string => put(`${head}spec:\n${spec}`, "kops", SETTINGS);

  test("keeps its quotes and the comment behind it", () => {
    const changed = replace(
      "  kubeAPIServer:\n    auditPolicyFile: 'x' # one\n    auditLogPath: y   # two\n",
    );
    expect(changed).toContain(`auditPolicyFile: '${PATH}' # one\n    auditLogPath: "-"   # two\n`);
  });

  test("keeps the comment behind the header of a block, and one behind a quoted text", () => {
    const asset = (content: string): string =>
      `  fileAssets:\n  - name: mine\n    content: ${content}\n    path: ${PATH}\n`;
    const body =
      "\n      apiVersion: audit.k8s.io/v1\n      kind: Policy\n      rules:\n        - level: Metadata\n";
    for (const old of [
      ">- # why\n      a\n      b",
      "|2 # why\n        a\n",
      '"a\\n  b" # why',
      "'a\n\n      b' # why",
    ])
      expect(replace(asset(old))).toContain(`content: | # why${body}`);
  });

  test("is a block at the end of a file without a last line break", () => {
    const text = `${head}spec:\n  fileAssets:\n  - path: ${PATH}\n    name: a\n    roles: [ControlPlane, APIServer]\n    mode: "0440"\n    content: |\n      x`;
    expect(put(text, "kops", SETTINGS)).toMatch(
      /content: \|\n {6}apiVersion: audit[\s\S]*- level: Metadata\n {2}kubeAPIServer:\n/,
    );
  });
});

describe("what is there already", () => {
  test("is the asset of the webhook that the settings name, beside that of the policy", () => {
    const text = `${head}spec:
  fileAssets:
  - {name: hook, path: /a/hook.kubeconfig, content: old}
  - {name: pol, path: /a/policy.yaml, content: old}
  kubeAPIServer: {auditPolicyFile: /a/policy.yaml, auditWebhookConfigFile: /a/hook.kubeconfig}
`;
    const changed = put(text, "kops", { webhook: { server: "https://192.0.2.1/audit" } });
    expect(changed).toMatch(
      /- \{name: hook, path: \S+webhook\.kubeconfig, content: "# How kube-apiserver reaches/,
    );
    expect(changed).toMatch(/- \{name: pol, path: \S+policy\.yaml, content: "apiVersion: audit/);
    expect(changed.match(/name: (?:hook|pol|kubernetes-audit)/g)).toHaveLength(2);
  });

  const configuration = (version: string, server: string): string =>
    `apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\napiServer:\n${server}`;

  test("is a list or a mapping of flags, whichever the file has", () => {
    const asMap = configuration("v1beta4", "  extraArgs: {audit-log-maxage: '3'}\n");
    expect(put(asMap, "kubeadm@1.36")).toContain("extraArgs: {audit-log-maxage: '30', audit-policy-file: ");
    const asList = configuration("v1beta3", "  extraArgs: [{name: audit-log-maxage, value: '3'}]\n");
    expect(put(asList, "kubeadm@1.28")).toContain("{name: audit-log-maxage, value: '30'}, {name: ");
    const without = configuration("v1beta3", "  certSANs: []\n");
    expect(put(without, "kubeadm@1.28")).toContain("  extraArgs:\n    audit-policy-file: ");
  });

  test("is a directory that the pod sees, so that none is mounted twice", () => {
    const volumes = `  extraVolumes:
  - {name: etc, hostPath: /etc/kubernetes/, mountPath: /etc/kubernetes, readOnly: true}
  - {name: logs, hostPath: /var/log/kubernetes, mountPath: /var/log/kubernetes}
`;
    const changed = put(configuration("v1beta4", volumes), "kubeadm@1.36");
    expect(changed).toContain(volumes);
    expect(changed.match(/mountPath/g)).toHaveLength(2);
  });

  test("is a log directory that is mounted read-only, which becomes writable", () => {
    const volume =
      "- {name: logs, hostPath: /var/log/kubernetes/audit, mountPath: /var/log/kubernetes/audit, readOnly: true}";
    const changed = put(configuration("v1beta4", `  extraVolumes:\n  ${volume}\n`), "kubeadm@1.36");
    expect(changed).toContain(volume.replace("true}", "false, pathType: DirectoryOrCreate}"));
  });

  test("is a mount of another directory, which stays under its name", () => {
    const volume = "- {name: audit-log, hostPath: /var/log/a, mountPath: /var/log/a}\n";
    const changed = put(configuration("v1beta4", `  extraVolumes:\n  ${volume}`), "kubeadm@1.36");
    expect(changed).toContain(volume);
    expect(changed).toContain("name: audit-log-2\n    hostPath: /var/log/kubernetes/audit\n");
  });

  test("is told with its place, old and new", () => {
    const text = `${head}spec:\n  kubeAPIServer:\n    auditLogPath: /var/log/x\n`;
    const { changes } = putIntoText(text, { policy, target: "kops", settings: SETTINGS, file: "c.yaml" });
    expect(changes.find(({ before }) => before !== undefined)).toMatchObject({
      path: "spec.kubeAPIServer.auditLogPath",
      before: "/var/log/x",
      after: "-",
      location: { file: "c.yaml", line: 5, column: 19 },
    });
  });
});

describe("a text is left alone, and the place is named,", () => {
  const refusal = (text: string, target = "kops"): string => {
    try {
      putIntoText(text, { policy, target });
    } catch (error) {
      if (error instanceof GenAuditError && error.code === "bad-input") return error.message;
      throw error;
    }
    return "none";
  };
  test.each([
    ["spec: &s\n  a: 1\n", "3:1: spec has an anchor"],
    ["spec:\n  kubeAPIServer: !x {a: 1}\n", "4:3: spec.kubeAPIServer has a tag"],
    [
      "x: &x 3\nspec:\n  kubeAPIServer: {auditLogMaxAge: *x}\n",
      "5:19: spec.kubeAPIServer.auditLogMaxAge is brought in",
    ],
    ["spec:\n  fileAssets: 3\n", "4:15: spec.fileAssets is a single value"],
    ["spec:\n  fileAssets: [3]\n", "4:16: spec.fileAssets[0] is a single value"],
    ["spec:\n  a: '{{ x }}'\n", '4:7: "{{" begins'],
    ["# {{ if x }}\nspec: {}\n", '3:3: "{{" begins'],
    [
      "spec:\n  kubeAPIServer:\n    auditWebhookConfigFile: /a/hook\n",
      "5:29: spec.kubeAPIServer.auditWebhookConfigFile stays, and /a/hook is not in the directory of the policy",
    ],
    ["spec:\n  a: 1\n---\n", "none"],
    ["spec:\n  script: |\n    docker ps --format '{{.ID}}'\n", "none"],
    ["x: &x 1\ny: *x\nspec: {}\n", "none"],
  ])("where it has %j", (text, message) => {
    expect(refusal(head + text)).toContain(message);
  });

  test("where the block to be replaced is a template", () => {
    const asset = `  fileAssets:\n  - name: kubernetes-audit\n    content: |\n      {{ .Policy }}\n`;
    expect(refusal(`${head}spec:\n${asset}`)).toContain('7:7: "{{" begins');
  });

  test("where another mount is in the way", () => {
    const pod = `kind: Pod
apiVersion: v1
spec:
  containers:
  - name: kube-apiserver
    command: [kube-apiserver, --v=2]
    volumeMounts:
    - {name: etc, mountPath: /etc/kubernetes/audit, subPath: audit}
`;
    expect(refusal(pod, "static-pod")).toContain("8:7: spec.containers[0].volumeMounts[0] is in the way");
  });
});
