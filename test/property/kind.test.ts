import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { GenAuditError } from "../../src/diagnostics/index.js";
import { putIntoObject } from "../../src/into/index.js";
import type { Policy } from "../../src/model/index.js";
import { KEPT_DOCUMENTS } from "./arbitraries/formatted-document.js";

type Json = string | number | boolean | null | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Upstream: RFC 7386, MergePatch */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json> = { ...(isObject(target) ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** Upstream: sigs.k8s.io/kind, pkg/internal/patch/kubeadm_merge.go, mergeExtraArgs: a list by its names, a mapping as a list */
function argsOf(value: Json | undefined): JsonObject {
  if (isObject(value)) return value;
  const args = Array.isArray(value) ? value.filter(isObject) : [];
  return Object.fromEntries(args.map(({ name = "", value: text = "" }) => [String(name), text]));
}

/** kubeadm's configuration of the first control-plane node, as kind patches it. */
function patched(
  cluster: JsonObject,
  version: string,
): { readonly args: JsonObject; readonly volumes: readonly unknown[] } {
  const nodes = (cluster["nodes"] as readonly JsonObject[] | undefined) ?? []; // as the documents have it
  const first = nodes.find(({ role = "control-plane" }) => role === "control-plane") ?? {};
  const texts = [cluster, first].flatMap(
    (holder) => (holder["kubeadmConfigPatches"] as readonly string[] | undefined) ?? [], // as above
  );
  const patches = texts
    .map((text): JsonObject => parse(text))
    .filter(({ kind, apiVersion = version }) => kind === "ClusterConfiguration" && apiVersion === version);
  let args: JsonObject = {};
  let rest: Json = {};
  for (const patch of patches) {
    const { apiServer = {} } = patch;
    if (!isObject(apiServer)) continue;
    const { extraArgs, ...others } = apiServer;
    args = { ...args, ...argsOf(extraArgs) };
    rest = mergePatch(rest, others);
  }
  const volumes = isObject(rest) ? rest["extraVolumes"] : undefined;
  return { args, volumes: Array.isArray(volumes) ? volumes : [] };
}

const VERSIONS = ["kubeadm.k8s.io/v1beta3", "kubeadm.k8s.io/v1beta4"];

test("what kind makes of the patches has the flags, the mounts, and all that it had", () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      // Plain data of texts, numbers and lists.
      const data = KEPT_DOCUMENTS["kind"]?.(draw).data as JsonObject;
      let document: JsonObject | undefined;
      try {
        ({ document } = putIntoObject(data, { policy, target: "kind" }));
      } catch (error) {
        if (!(error instanceof GenAuditError)) throw error;
        refused++;
        return;
      }
      const named = /kubeadm\.k8s\.io\/v1beta\d/.exec(JSON.stringify(data))?.[0];
      for (const version of named === undefined ? VERSIONS : [named]) {
        const [before, after] = [patched(data, version), patched(document ?? {}, version)];
        expect(after.args).toEqual({
          ...before.args,
          "audit-policy-file": "/etc/kubernetes/audit/policy.yaml",
          "audit-log-path": "/var/log/kubernetes/audit/audit.log",
          "audit-log-maxage": "30",
          "audit-log-maxbackup": "10",
          "audit-log-maxsize": "100",
        });
        expect(after.volumes).toEqual(expect.arrayContaining([...before.volumes]));
        const mounted = JSON.stringify(after.volumes);
        expect(mounted).toMatch(/"mountPath":"\/etc\/kubernetes(?:\/audit)?"/);
        expect(mounted).toContain('"mountPath":"/var/log/kubernetes/audit"');
      }
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBe(0);
});
