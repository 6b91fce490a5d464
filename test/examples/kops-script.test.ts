import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { comparePolicies, composePreset, getPreset, lintPolicy, parsePolicy } from "../../src/index.js";
import { runInMemory } from "../support/memory-host.js";
import { splitWords } from "../support/split-words.js";
import { copyExample, root, runCopy } from "./copy-example.js";

const folder = copyExample("kops-script", []);
afterAll(() => rmSync(folder, { recursive: true }));

const patch = (...words: readonly string[]) => runCopy(folder, ["patch.ts", ...words]);
const original = readFileSync(join(root, "examples/kops-script/cluster.yaml"), "utf8");

const readme = readFileSync(join(root, "examples/kops-script/README.md"), "utf8");

let first: ReturnType<typeof patch>;
let patched: string;
beforeAll(() => {
  first = patch("cluster.yaml");
  patched = readFileSync(join(folder, "cluster.yaml"), "utf8");
});

test("says what has changed, as the README shows it", () => {
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(readme).toContain(`\`\`\`text\n${first.stdout}\`\`\``);
});

test("the cluster has the policy, decision for decision, and lint finds nothing in it", () => {
  const parsed = parsePolicy(patched);
  expect(parsed.path).toBe("spec.fileAssets[1].content");
  if (!parsed.policy) throw new Error("there is no policy");
  const { policy } = composePreset(getPreset("balanced"), {
    kubernetesVersion: "1.35",
    addons: [{ name: "cilium" }],
  });
  expect(comparePolicies(policy, parsed.policy).relation).toBe("equivalent");
  expect(lintPolicy(parsed, { kubernetesVersion: "1.35" })).toEqual([]);
});

test("kube-apiserver is given the file, and how long the log is kept", () => {
  const [cluster] = parseAllDocuments(patched).map((document) => document.toJS());
  expect(cluster.spec.kubeAPIServer).toEqual({
    anonymousAuth: false,
    auditLogMaxAge: 30,
    auditLogMaxBackups: 20,
    auditLogMaxSize: 100,
    auditLogPath: "/var/log/kubernetes/audit/audit.log",
    auditPolicyFile: cluster.spec.fileAssets[1].path,
  });
});

test("the command that the README gives makes the same file", async () => {
  const command = /`npx gen-audit (.*?)`/s.exec(readme)?.[1] ?? "";
  const { written } = await runInMemory(splitWords(command.replace(/\s+/g, " ")), {
    files: { "cluster.yaml": original },
  });
  expect(written.map(({ content }) => content)).toEqual([patched]);
});

test("all other lines stay as they are, comments and the other document too", () => {
  const removed = diffLines(original, patched).flatMap(({ removed, value }) => (removed ? [value] : []));
  expect(removed.join("")).toBe(
    "    auditLogPath: /var/log/kube-apiserver-audit.log\n    auditLogMaxAge: 7    # days\n",
  );
  expect(patched).toContain("    auditLogMaxAge: 30    # days\n");
});

test("a second run changes nothing, and does not touch the file", () => {
  const before = statSync(join(folder, "cluster.yaml"));
  expect(patch("cluster.yaml")).toMatchObject({ status: 0, stdout: "cluster.yaml: nothing to change\n" });
  const { ino, mtimeMs } = statSync(join(folder, "cluster.yaml"));
  expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("the file keeps its mode and the links to it, and there is no other behind", () => {
  writeFileSync(join(folder, "other.yaml"), original);
  chmodSync(join(folder, "other.yaml"), 0o640);
  symlinkSync("other.yaml", join(folder, "link.yaml"));
  const files = readdirSync(folder);
  expect(patch("link.yaml").status).toBe(0);
  expect(readFileSync(join(folder, "other.yaml"), "utf8")).toBe(patched);
  expect(statSync(join(folder, "other.yaml")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(files);
});

test("a file without a cluster stays as it is, and the message says where it is and why", () => {
  const text = "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\n";
  writeFileSync(join(folder, "group.yaml"), text);
  const { status, stdout, stderr } = patch("group.yaml");
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toMatch(/^group\.yaml/);
  expect(readFileSync(join(folder, "group.yaml"), "utf8")).toBe(text);
});

test("without a file it says how it is run", () => {
  expect(patch()).toMatchObject({ status: 2, stdout: "", stderr: "usage: patch.ts CLUSTER.yaml\n" });
});
