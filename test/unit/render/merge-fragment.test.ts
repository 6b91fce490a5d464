import { describe, expect, test } from "vitest";
import type { Policy } from "../../../src/model/index.js";
import { type KopsFragment, kopsFragment } from "../../../src/render/index.js";
import { mergeFragment } from "../../../src/render/merge-fragment.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

function fragmentOf(version: string): KopsFragment {
  const { fragment } = kopsFragment({ policy, version });
  if (!fragment) throw new Error("no fragment");
  return fragment;
}

const spec = {
  kubernetesVersion: "1.30.4",
  kubeAPIServer: { anonymousAuth: false, auditLogMaxAge: 3, auditPolicyFile: "/old" },
  fileAssets: [
    { name: "first", path: "/a", content: "a" },
    { name: "kubernetes-audit", path: "/old", roles: ["Master"], isBase64: true, content: "b" },
    { name: "last", path: "/c", content: "c", roles: ["Node"] },
  ],
};

describe("mergeFragment", () => {
  const fragment = fragmentOf("1.30");
  const [asset] = fragment.spec.fileAssets;
  const merged = {
    ...spec,
    kubeAPIServer: { anonymousAuth: false, ...fragment.spec.kubeAPIServer },
    fileAssets: [spec.fileAssets[0], asset, spec.fileAssets[2]],
  };

  test("joins file assets by name and the API server's settings by key", () => {
    expect(mergeFragment(spec, fragment)).toEqual(merged);
  });

  test("takes a whole cluster as well", () => {
    const cluster = { apiVersion: "kops.k8s.io/v1alpha2", kind: "Cluster", metadata: { name: "x" }, spec };
    expect(mergeFragment(cluster, fragment)).toEqual({ ...cluster, spec: merged });
    expect(() => mergeFragment({ kind: "InstanceGroup" }, fragment)).toThrow(/kind "InstanceGroup"/);
  });

  test("changes nothing the second time", () => {
    expect(mergeFragment(mergeFragment(spec, fragment), fragment)).toEqual(merged);
  });

  test("leaves its arguments as they are", () => {
    const [before, added] = [structuredClone(spec), structuredClone(fragment)];
    mergeFragment(spec, fragment);
    expect([spec, fragment]).toEqual([before, added]);
  });

  test("makes what is not there yet", () => {
    expect(mergeFragment({}, fragment)).toEqual(fragment.spec);
  });

  test("updates an asset of another name that writes the same file, which keeps its name", () => {
    const other = { name: "mine", path: asset?.path, content: "old" };
    const merged = mergeFragment({ fileAssets: [other] }, fragment);
    expect(merged).toMatchObject({ fileAssets: [{ ...asset, name: "mine" }] });
  });

  test("updates the asset that auditPolicyFile names, wherever it is and whatever its name", () => {
    const [mine, ours] = [
      { name: "mine", path: "/etc/kubernetes/audit/p.yaml", content: "old" },
      { name: "kubernetes-audit", path: "/elsewhere", content: "not in force" },
    ];
    const kubeAPIServer = { auditPolicyFile: mine.path };
    const { fileAssets } = mergeFragment({ kubeAPIServer, fileAssets: [ours, mine] }, fragment);
    expect(fileAssets).toEqual([ours, { ...asset, name: "mine" }]);
  });

  test("takes the roles of the fragment, not the union", () => {
    const old = mergeFragment({}, fragmentOf("1.20"));
    expect(mergeFragment(old, fragment)).toEqual(fragment.spec);
  });
});

test("kopsFragment has no fragment where there is an error", () => {
  const { fragment, diagnostics } = kopsFragment({ policy, settings: { log: false } });
  expect(fragment).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["no-backend"]);
});
