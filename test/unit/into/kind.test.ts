import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import { putIntoObject, putIntoText } from "../../../src/into/index.js";
import type { Policy } from "../../../src/model/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const request = { policy, target: "kind" };
const head = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n";

function put(text: string): string {
  const { text: changed = "" } = putIntoText(text, request);
  expect(putIntoText(changed, request).text).toBe(changed);
  return changed;
}

/** The patches of the cluster, and of its first node, as data. */
function patchesOf(text: string): readonly Record<string, unknown>[] {
  const { kubeadmConfigPatches: ofCluster = [], nodes = [] } = parse(text);
  return [...ofCluster, ...(nodes[0]?.kubeadmConfigPatches ?? [])].map((patch) => parse(patch));
}

const patch = (text: string): string => `- |\n${text.replace(/^(?=.)/gm, "  ")}`;
const configuration = (apiServer: string, version = ""): string =>
  patch(
    `kind: ClusterConfiguration\n${version && `apiVersion: kubeadm.k8s.io/${version}\n`}apiServer: ${apiServer}\n`,
  );
const volume = "{name: other, hostPath: /o, mountPath: /o}";

describe("the flags go into the patch that counts:", () => {
  test("the last one that has flags or volumes for audit, of the cluster or of its first control-plane node", () => {
    const text = `${head}kubeadmConfigPatches:\n${configuration(`{extraVolumes: [${volume}]}`)}nodes:\n- role: control-plane\n  kubeadmConfigPatches:\n${configuration("{extraArgs: {audit-log-maxage: '3'}}").replace(/^/gm, "  ").trimEnd()}\n`;
    const [ofCluster, ofNode] = patchesOf(put(text));
    // The later of two lists would take the place of the one that is there.
    expect(ofCluster).toMatchObject({
      apiServer: { extraVolumes: [{ name: "other" }, { name: "audit-policy" }, {}] },
    });
    expect(ofCluster).not.toHaveProperty("apiServer.extraArgs");
    expect(ofNode).toMatchObject({ apiServer: { extraArgs: { "audit-log-maxage": "30" } } });
    expect(ofNode).not.toHaveProperty("apiServer.extraVolumes");
  });

  test("a patch for one version of kubeadm's configuration and one for another have both", () => {
    const both =
      configuration(`{extraArgs: [{name: v, value: "2"}]}`, "v1beta4") + configuration("{}", "v1beta3");
    const changed = patchesOf(put(`${head}kubeadmConfigPatches:\n${both}`));
    expect(changed).toMatchObject([
      {
        apiServer: {
          extraArgs: [{ name: "v" }, { name: "audit-policy-file" }, {}, {}, {}, {}],
          extraVolumes: [{}, {}],
        },
      },
      { apiServer: { extraArgs: { "audit-log-maxage": "30" }, extraVolumes: [{}, {}] } },
    ]);
  });

  test("braces in it stand, but where something else would take their place", () => {
    const braces = configuration(`{extraArgs: {oidc-issuer-url: "{{ url }}"}}`);
    expect(put(`${head}kubeadmConfigPatches:\n${braces}`)).toContain(
      '{oidc-issuer-url: "{{ url }}", audit-policy-file: ',
    );
    const replaced = configuration(`{extraArgs: {audit-log-maxage: "{{ age }}"}}`);
    expect(() => put(`${head}kubeadmConfigPatches:\n${replaced}`)).toThrow(
      '(line 2 of the text): "{{" begins an expression of a template, and another value',
    );
  });

  test("one that is for other nodes, or for another object, is left alone", () => {
    const text = `${head}nodes:\n- {role: worker, kubeadmConfigPatches: ["kind: ClusterConfiguration"]}\n- {kubeadmConfigPatches: ["kind: InitConfiguration"]}\n`;
    const { kubeadmConfigPatches, nodes } = parse(put(text));
    expect(kubeadmConfigPatches).toHaveLength(1);
    expect(nodes).toMatchObject([
      { role: "worker", kubeadmConfigPatches: ["kind: ClusterConfiguration"] },
      { extraMounts: [{}], kubeadmConfigPatches: ["kind: InitConfiguration"] },
    ]);
    expect(nodes[0]).not.toHaveProperty("extraMounts");
  });
});

test("a block keeps its header, its indentation, and its blank lines of spaces", () => {
  const text = `${head}kubeadmConfigPatches:\n- |- # mine\n      kind: ClusterConfiguration\n          \n      # Flags.\n      apiServer:\n         extraArgs: {audit-log-maxage: "3"}\n`;
  const lines = put(text).split("\n");
  expect(lines.slice(0, 8)).toEqual(text.split("\n").slice(0, 8));
  expect(lines[8]).toMatch(/^ {9}extraArgs: \{audit-log-maxage: "30", audit-policy-file: /);
  expect(lines[9]).toBe("         extraVolumes:");
});

test("a change in a patch is told as one of the file", () => {
  const block = `${head}kubeadmConfigPatches:\n${configuration("{extraArgs: {audit-log-maxage: '3'}}")}`;
  const { changes } = putIntoText(block, { ...request, file: "kind.yaml" });
  expect(changes[0]).toMatchObject({
    path: "kubeadmConfigPatches[0].apiServer.extraArgs.audit-log-maxage",
    before: "3",
    after: "30",
    location: { file: "kind.yaml", line: 6, column: 45 },
  });
  const quoted = `${head}kubeadmConfigPatches: ["kind: ClusterConfiguration\\napiServer: {extraArgs: {audit-log-maxage: '3'}}"]\n`;
  expect(putIntoText(quoted, request).changes[0]).toMatchObject({
    before: "3",
    location: { line: 3, column: 24 },
  });
});

test("the files beside it lie where the mounts take them from", () => {
  const files = (nodes: readonly object[]): readonly string[] =>
    putIntoObject(
      { kind: "Cluster", apiVersion: "kind.x-k8s.io/v1alpha4", nodes },
      request,
    ).rendering.artifacts.map(({ path }) => path);
  const mount = (hostPath: string, containerPath = "/etc/kubernetes/audit") => ({
    extraMounts: [{ hostPath, containerPath }],
  });
  expect(files([])).toEqual(["audit/policy.yaml"]);
  expect(files([mount("./mine/"), mount("other")])).toEqual(["mine/policy.yaml", "other/policy.yaml"]);
  expect(files([mount("p.yaml", "/etc/kubernetes/audit/policy.yaml")])).toEqual(["p.yaml"]);
  // Nothing is written outside of the folder that is named.
  expect(files([mount("../mine")])).toEqual(["audit/policy.yaml"]);
  expect(files([mount("/home/me/audit")])).toEqual(["audit/policy.yaml"]);
});

describe("a configuration is left alone", () => {
  test.each([
    [
      `kubeadmConfigPatches:\n${configuration(`{extraVolumes: [${volume}]}`, "v1beta4")}${configuration("{}")}`,
      "kubeadmConfigPatches[1] comes after kubeadmConfigPatches[0], whose extraVolumes would be lost",
    ],
    ["kubeadmConfigPatches:\n- |\n  kind: {a\n", "kubeadmConfigPatches[0] (line 1 of the text): not YAML"],
    ["nodes:\n- role: worker\n", "nodes has no control-plane node"],
    ["nodes: {role: worker}\n", "nodes is a mapping, where a list belongs"],
    ["nodes:\n- &n {role: control-plane}\n- *n\n", "4:1: nodes[0] has an anchor"],
  ])("where it has %j", (text, message) => {
    expect(() => putIntoText(head + text, request)).toThrow(GenAuditError);
    expect(() => putIntoText(head + text, request)).toThrow(message);
  });
});
