import fc from "fast-check";
import type { KeptDocument } from "./formatted-document.js";

type Draw = fc.GeneratorValue;
type Entries = Readonly<Record<string, unknown>>;

/** Some of the entries of a mapping, in any order. */
function some(draw: Draw, entries: Entries): Record<string, unknown> {
  const order = draw(fc.shuffledSubarray, Object.keys(entries));
  return Object.fromEntries(order.map((key) => [key, entries[key]]));
}

/** All of the entries of a mapping, in any order. */
function all(draw: Draw, entries: Entries): Record<string, unknown> {
  const keys = Object.keys(entries);
  const order = draw(fc.shuffledSubarray, keys, { minLength: keys.length });
  return Object.fromEntries(order.map((key) => [key, entries[key]]));
}

const POLICY = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n\n- level: None # old\n";

/** Entries of `kube-apiserver-arg`, with and without dashes, one of them set twice. */
const serverArguments = (draw: Draw): readonly string[] =>
  draw(fc.shuffledSubarray, [
    "v=2",
    "audit-log-maxage=3",
    "--audit-log-maxage=7",
    "--audit-log-maxbackup=10",
    "audit-policy-file=/etc/old.yaml",
    "audit-log-compress",
    "profiling=false",
  ]);

const serverConfig =
  (targets: readonly string[], entries: Entries = {}) =>
  (draw: Draw): KeptDocument => ({
    target: draw(fc.constantFrom, ...targets),
    data: all(draw, {
      token: "not-a-secret",
      ...some(draw, {
        "tls-san": ["a.example.com", "10.0.0.1"],
        "kube-apiserver-arg": serverArguments(draw),
        "kube-apiserver-arg+": serverArguments(draw),
        "write-kubeconfig-mode": "0644",
        "cluster-init": draw(fc.boolean),
        ...entries,
      }),
    }),
  });

const k3d = (draw: Draw): KeptDocument => {
  const nodeFilters = (): readonly string[] => draw(fc.constantFrom, ["server:*"], ["servers:*"], ["all"]);
  const file = (destination: string): unknown => ({
    ...all(draw, { source: draw(fc.constantFrom, "policy.yaml", POLICY), destination }),
    ...some(draw, { description: "ours", nodeFilters: nodeFilters() }),
  });
  const argument = (arg: string): unknown => all(draw, { arg, nodeFilters: nodeFilters() });
  return {
    target: draw(fc.constantFrom, "k3d", "k3d@5.7"),
    data: all(draw, {
      apiVersion: "k3d.io/v1alpha5",
      kind: "Simple",
      servers: 3,
      ...some(draw, {
        image: "rancher/k3s:v1.33.4-k3s1",
        volumes: [{ volume: "/data:/data", nodeFilters: ["all"] }],
        files: draw(fc.shuffledSubarray, [
          file("/etc/motd"),
          file("/etc/rancher/k3s/audit-policy.yaml"),
          file("/etc/old.yaml"),
        ]),
        options: some(draw, {
          k3d: { wait: true },
          k3s: some(draw, {
            extraArgs: draw(fc.shuffledSubarray, [
              argument("--disable=traefik"),
              argument("--kube-apiserver-arg=audit-policy-file=/etc/old.yaml"),
              argument("--kube-apiserver-arg=--audit-log-maxage=3"),
            ]),
            nodeLabels: [{ label: "a=b", nodeFilters: ["agent:0"] }],
          }),
        }),
      }),
    }),
  };
};

const rancher = (draw: Draw): KeptDocument => {
  const config = (): unknown =>
    some(draw, {
      "kube-apiserver-arg": serverArguments(draw).filter((entry) => !entry.includes("policy")),
      "audit-policy-file": POLICY,
      "protect-kernel-defaults": false,
    });
  const entry = (machineLabelSelector: unknown): unknown =>
    all(draw, { config: config(), ...(machineLabelSelector !== undefined && { machineLabelSelector }) });
  return {
    target: "rancher",
    data: all(draw, {
      apiVersion: "provisioning.cattle.io/v1",
      kind: "Cluster",
      metadata: { name: "demo", namespace: "fleet-default" },
      spec: all(draw, {
        kubernetesVersion: "v1.35.7+rke2r1",
        rkeConfig: all(draw, {
          // So that what is for a pool alone is never without something below.
          machineGlobalConfig: all(draw, {
            cni: "calico",
            "kube-apiserver-arg": ["profiling=false"],
            "audit-policy-file": POLICY,
          }),
          ...some(draw, {
            machineSelectorConfig: draw(fc.shuffledSubarray, [
              entry(undefined),
              entry({ matchLabels: { "rke.cattle.io/control-plane-role": "true" } }),
              entry({ matchLabels: { "rke.cattle.io/rke-machine-pool-name": "pool-a" } }),
              entry({
                matchExpressions: [{ key: "rke.cattle.io/control-plane-role", operator: "DoesNotExist" }],
              }),
            ]),
            upgradeStrategy: { controlPlaneConcurrency: "1" },
          }),
        }),
      }),
    }),
  };
};

const controlPlane = (draw: Draw): KeptDocument => {
  const isList = draw(fc.boolean);
  const isTemplate = draw(fc.boolean);
  const args = some(draw, { "audit-policy-file": "/etc/old.yaml", "audit-log-maxage": "3", v: "2" });
  const file = (path: string): unknown => ({
    ...all(draw, { path, content: POLICY }),
    ...some(draw, { owner: "root:root", permissions: "0640", encoding: "base64" }),
  });
  const kubeadmConfigSpec = all(draw, {
    preKubeadmCommands: ["echo one", "echo two"],
    ...some(draw, {
      files: draw(fc.shuffledSubarray, [
        file("/etc/motd"),
        file("/etc/old.yaml"),
        file("/etc/kubernetes/audit/policy.yaml"),
      ]),
      clusterConfiguration: some(draw, {
        etcd: { local: { dataDir: "/var/lib/etcddisk" } },
        apiServer: some(draw, {
          certSANs: ["a.example.com"],
          extraArgs: isList ? Object.entries(args).map(([name, value]) => ({ name, value })) : args,
          extraVolumes: draw(fc.shuffledSubarray, [
            { name: "audit-policy", hostPath: "/etc/kubernetes/audit", mountPath: "/etc/kubernetes/audit" },
            { name: "other", hostPath: "/etc/other", mountPath: "/etc/other", readOnly: true },
          ]),
        }),
      }),
    }),
  });
  const spec = all(draw, {
    kubeadmConfigSpec,
    ...some(draw, { rolloutStrategy: { type: "RollingUpdate" } }),
  });
  return {
    target: draw(fc.constantFrom, "cluster-api", isList ? "cluster-api@1.11" : "cluster-api@1.10"),
    data: all(draw, {
      apiVersion: `controlplane.cluster.x-k8s.io/${isList ? "v1beta2" : "v1beta1"}`,
      kind: isTemplate ? "KubeadmControlPlaneTemplate" : "KubeadmControlPlane",
      metadata: { name: "demo" },
      spec: isTemplate ? { template: { spec } } : all(draw, { ...spec, replicas: 3, version: "v1.32.1" }),
    }),
  };
};

const k0sctl = (draw: Draw): KeptDocument => {
  const file = (where: Entries): unknown => ({
    ...all(draw, draw(fc.boolean) ? { src: "files/old.yaml" } : { data: POLICY, name: "old.yaml" }),
    ...some(draw, { perm: draw(fc.constantFrom, "0600", 420), user: "root" }),
    ...where,
  });
  const host = (role: string): unknown =>
    all(draw, {
      role,
      ssh: all(draw, { address: "10.0.0.1", user: "root" }),
      ...some(draw, {
        files: draw(fc.shuffledSubarray, [
          file({ dst: "/etc/motd" }),
          file({ dst: "/etc/audit/old.yaml" }),
          file({ dstDir: "/etc/audit" }),
        ]),
        hooks: some(draw, {
          apply: some(draw, {
            before: ["echo before", "sudo install -d -o kube-apiserver -m 0750 /var/log/k0s/audit"],
            after: ["echo after"],
          }),
        }),
      }),
    });
  return {
    target: draw(fc.constantFrom, "k0sctl", "k0sctl@0.27"),
    data: all(draw, {
      apiVersion: "k0sctl.k0sproject.io/v1beta1",
      kind: "Cluster",
      spec: all(draw, {
        hosts: [host("controller"), host("worker"), host("controller+worker")],
        ...some(draw, {
          k0s: some(draw, {
            version: "1.33.4+k0s.0",
            config: {
              spec: all(draw, {
                network: { provider: "calico" },
                api: some(draw, {
                  sans: ["10.0.0.1"],
                  extraArgs: some(draw, { "audit-policy-file": "/etc/audit/old.yaml", v: "2" }),
                }),
              }),
            },
          }),
        }),
      }),
    }),
  };
};

/** A document for each of the targets whose flags are in a tool's own file. */
export const TOOL_DOCUMENTS: Readonly<Record<string, (draw: Draw) => KeptDocument>> = {
  k3s: serverConfig(["k3s", "k3s@1.22"], { "secrets-encryption": true }),
  rke2: serverConfig(["rke2", "rke2@1.24"], { profile: "cis", "audit-policy-file": "/etc/rancher/old.yaml" }),
  k3d,
  rancher,
  "cluster-api": controlPlane,
  k0sctl,
};
