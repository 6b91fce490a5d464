import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import {
  AUDIT_FLAGS,
  type AuditFlag,
  type AuditSettings,
  type Rendering,
  renderTarget,
} from "../../src/render/index.js";
import { parseSettings } from "../../src/render/parse-settings.js";
import { flagsOf, readFlags, readPolicies } from "./support.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

/** Paths in directories of their own, so that no two settings are in each other's way. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  auditPolicyFile: [
    "/srv/kubernetes/kube-apiserver/audit/p.yaml",
    "/srv/kubernetes/kube-apiserver/audit/policy_2.yaml",
  ],
  auditWebhookConfigFile: ["/srv/kubernetes/kube-apiserver/audit/w.kubeconfig"],
  auditLogPath: ["-", "/var/log/kubernetes/audit/audit.log", "/var/log/a@b/x=1,2.log"],
};

function anyValueOf(flag: AuditFlag): fc.Arbitrary<string | number | boolean> {
  const { type, key, choices = [], most = 2147483647 } = flag;
  switch (type) {
    case "path":
      return fc.constantFrom(...(PATHS[key] ?? []));
    case "integer":
      return fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: most }));
    case "boolean":
      return fc.boolean();
    case "duration":
      return fc
        .tuple(fc.nat(100_000), fc.constantFrom("h", "m", "s", "ms", "us", "ns"))
        .map(([n, unit]) => `${n}${unit}`);
    case "rate":
      return fc
        .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
        .map(([n, places]) => Number(`${n}e-${places}`));
    case "choice":
      return fc.constantFrom(...choices.filter((one) => !/beta|alpha/.test(one)));
  }
}

const truncation = /TruncateMax/; // the two sizes depend on each other
const anySettings = fc
  .record(
    {
      ...Object.fromEntries(
        AUDIT_FLAGS.filter(({ key }) => !truncation.test(key)).map((flag) => [flag.key, anyValueOf(flag)]),
      ),
      log: fc.boolean(),
      webhook: fc.constant({ server: "https://audit.example" }),
    },
    { requiredKeys: ["webhook"] },
  )
  // A throttled log needs both.
  .map((settings) => ({ auditLogBatchThrottleQps: 5, auditLogBatchThrottleBurst: 6, ...settings }))
  .map(parseSettings);

test.each<{ target: string; form?: string }>([
  { target: "kubeadm@1.30" },
  { target: "kubeadm@1.31" },
  { target: "static-pod" },
  { target: "k3s" },
  { target: "rke2" },
  { target: "kind" },
  { target: "k3d" },
  { target: "k0s" },
  { target: "k0sctl" },
  { target: "cluster-api" },
  { target: "cluster-api", form: "v1beta1" },
])("what $target renders, read back, is what was set", ({ target, form }) => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const rendering = renderTarget({ policy, target, settings, form });
      const rendered = readFlags(rendering);
      const left = new Set(
        rendering.diagnostics.flatMap(({ code, path }) => (code === "setting-without-effect" ? [path] : [])),
      );
      const asked = Object.fromEntries(Object.entries(settings).filter(([key]) => !left.has(key)));
      expect(rendered).toMatchObject(flagsOf(asked));
      // And nothing else but the defaults.
      const defaults = [
        "audit-policy-file",
        "audit-log-path",
        "audit-log-maxage",
        "audit-log-maxbackup",
        "audit-log-maxsize",
        "audit-webhook-config-file",
      ];
      const extra = Object.keys(rendered).filter((name) => !(name in flagsOf(asked)));
      expect(extra.filter((name) => !defaults.includes(name))).toEqual([]);
    }),
  );
});

test.each(["kops", "minikube", "rancher"])(
  "what %s can express, read back as it does, is what was set",
  (target) => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const rendering = renderTarget({ policy, target, settings });
        const hasError = rendering.diagnostics.some(({ severity }) => severity === "error");
        expect(rendering.artifacts.length === 0).toBe(hasError);
        if (hasError) return;
        const left = new Set(
          rendering.diagnostics.flatMap(({ code, path }) =>
            code === "setting-without-effect" ? [path] : [],
          ),
        );
        const asked = Object.fromEntries(Object.entries(settings).filter(([key]) => !left.has(key)));
        expect(readFlags(rendering)).toMatchObject(flagsOf(asked));
      }),
    );
  },
);

test.each(["documents", "inline"])("what talos %s renders, read back, is what was set", (form) => {
  fc.assert(
    fc.property(anySettings, ({ auditPolicyFile: _, auditLogPath, ...others }) => {
      const { webhook, auditWebhookConfigFile, ...rest } = others;
      const settings = {
        ...(form === "inline" ? { ...rest, ...(webhook && { webhook }) } : withoutWebhook(rest)),
        log: true,
        ...(auditLogPath !== undefined && {
          auditLogPath: auditLogPath === "-" ? "-" : "/var/log/audit/kube/other.log",
        }),
        ...(form === "inline" &&
          auditWebhookConfigFile !== undefined && { auditWebhookConfigFile: "/var/a/w" }),
      };
      const rendering = renderTarget({ policy, target: "talos", form, settings });
      expect(rendering.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(readFlags(rendering)).toMatchObject(flagsOf(effective(settings, rendering)));
      expect(readPolicies(rendering)).toEqual([policy]);
    }),
  );
});

test("what kubespray renders, read back, is what was set", () => {
  fc.assert(
    fc.property(anySettings, (any) => {
      // Kubespray wants both files in one directory.
      const [auditPolicyFile = ""] = PATHS["auditPolicyFile"] ?? [];
      const settings = { ...any, ...(any.auditWebhookConfigFile !== undefined && { auditPolicyFile }) };
      const rendering = renderTarget({ policy, target: "kubespray", settings });
      expect(rendering.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(readFlags(rendering)).toMatchObject(flagsOf(effective(settings, rendering)));
    }),
  );
});

function withoutWebhook(settings: AuditSettings): AuditSettings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !/webhook/i.test(key)));
}

/** The settings that the rendering does not say to have no effect. */
function effective(settings: AuditSettings, { diagnostics }: Rendering): AuditSettings {
  const left = new Set(
    diagnostics.flatMap(({ code, path }) => (code === "setting-without-effect" ? [path] : [])),
  );
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !left.has(key)));
}

test("the kubeadm patch says what the static pod's fragment says", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const rendering = renderTarget({ policy, target: "static-pod", settings });
      const [fragment, patch] = rendering.artifacts.map(({ content }) => parse(content));
      const added = (path: string): unknown[] =>
        patch
          .filter((operation: { path: string }) => operation.path === path)
          .map((operation: { value: unknown }) => operation.value);
      const [container] = fragment.spec.containers;
      expect(added("/spec/containers/0/command/-")).toEqual(container.command);
      expect(added("/spec/containers/0/volumeMounts/-")).toEqual(container.volumeMounts);
      expect(added("/spec/volumes/-")).toEqual(fragment.spec.volumes);
    }),
  );
});

test("every file that a flag names is mounted, and no directory twice", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const rendering = renderTarget({ policy, target: "kubeadm", settings });
      const volumes: readonly { mountPath: string; readOnly: boolean }[] = parse(
        rendering.artifacts[0]?.content ?? "",
      ).apiServer.extraVolumes;
      const mounted = volumes.map(({ mountPath }) => mountPath);
      expect(new Set(mounted).size).toBe(mounted.length);
      const paths = Object.entries(readFlags(rendering)).filter(([, value]) => value.startsWith("/"));
      for (const [name, path] of paths) {
        const mount = volumes.find(({ mountPath }) => mountPath === path.slice(0, path.lastIndexOf("/")));
        expect(mount?.readOnly).toBe(name !== "audit-log-path");
      }
    }),
  );
});
