import fc from "fast-check";
import type { AuditSettings } from "../../../src/render/index.js";
import { Writer } from "./formatted-policy.js";

type Draw = fc.GeneratorValue;

/** A document that a user may keep, as plain data, and the target that is put into it. */
export interface KeptDocument {
  readonly target: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Further documents of the same file. */
  readonly more?: readonly Readonly<Record<string, unknown>>[];
  readonly settings?: AuditSettings;
}

/** Some of the entries of a mapping, in any order. */
function some(draw: Draw, entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const order = draw(fc.shuffledSubarray, Object.keys(entries));
  return Object.fromEntries(order.map((key) => [key, entries[key]]));
}

/** All of the entries of a mapping, in any order. */
function all(draw: Draw, entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = Object.keys(entries);
  const order = draw(fc.shuffledSubarray, keys, { minLength: keys.length });
  return Object.fromEntries(order.map((key) => [key, entries[key]]));
}

const POLICY = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n\n- level: None # old\n";
const DIRECTORY = "/srv/kubernetes/kube-apiserver/audit";

const asset = (draw: Draw, name: string, path: string): unknown => ({
  ...all(draw, { name, content: draw(fc.constantFrom, POLICY, "one line", "a\n\n  b\n") }),
  ...some(draw, {
    path,
    roles: draw(
      fc.constantFrom,
      ["Master"],
      ["APIServer", "ControlPlane"],
      ["ControlPlane", "Node", "APIServer"],
    ),
    mode: "0400",
    isBase64: draw(fc.boolean),
  }),
});

const cluster = (draw: Draw): KeptDocument => ({
  target: draw(fc.constantFrom, "kops", "kops@1.22"),
  data: all(draw, {
    apiVersion: "kops.k8s.io/v1alpha2",
    kind: "Cluster",
    metadata: { name: "example.com" },
    spec: all(draw, {
      channel: "stable",
      ...some(draw, {
        fileAssets: draw(fc.shuffledSubarray, [
          asset(draw, "motd", "/etc/motd"),
          asset(draw, "mine", "/etc/kubernetes/audit/mine.yaml"),
          asset(draw, "other", `${DIRECTORY}/policy.yaml`),
          asset(draw, "kubernetes-audit", `${DIRECTORY}/old.yaml`),
        ]),
        kubeAPIServer: some(draw, {
          anonymousAuth: false,
          auditPolicyFile: draw(
            fc.constantFrom,
            "/etc/kubernetes/audit/mine.yaml",
            `${DIRECTORY}/policy.yaml`,
          ),
          auditLogPath: "/var/log/audit.log",
          auditLogMaxAge: draw(fc.constantFrom, 3, 30),
          admissionControl: ["NodeRestriction", "PodSecurity"],
        }),
        networking: { cilium: { hubble: { enabled: true } } },
      }),
    }),
  }),
});

const configuration = (draw: Draw): KeptDocument => {
  const isList = draw(fc.boolean);
  const args = some(draw, {
    "audit-log-path": "/var/log/old.log",
    "audit-log-maxage": "3",
    v: "2",
  });
  const list = Object.entries(args).map(([name, value]) => ({ name, value }));
  return {
    target: isList ? "kubeadm@1.36" : "kubeadm@1.28",
    data: all(draw, {
      apiVersion: isList ? "kubeadm.k8s.io/v1beta4" : "kubeadm.k8s.io/v1beta3",
      kind: "ClusterConfiguration",
      networking: { podSubnet: "10.0.0.0/8" },
      ...some(draw, {
        apiServer: some(draw, {
          certSANs: ["a.example.com", "b.example.com"],
          extraArgs: isList ? list : args,
          extraVolumes: draw(fc.shuffledSubarray, [
            { name: "audit", hostPath: "/etc/kubernetes/audit", mountPath: "/etc/kubernetes/audit" },
            { name: "audit-log", hostPath: "/var/log/a", mountPath: "/var/log/a", readOnly: true },
            { name: "other", hostPath: "/etc/other", mountPath: "/etc/other", pathType: "Directory" },
          ]),
        }),
      }),
    }),
  };
};

const pod = (draw: Draw): KeptDocument => ({
  target: "static-pod",
  data: all(draw, {
    apiVersion: "v1",
    kind: "Pod",
    spec: all(draw, {
      containers: [
        all(draw, {
          name: "kube-apiserver",
          command: [
            "kube-apiserver",
            "--advertise-address=10.0.0.1",
            ...draw(fc.shuffledSubarray, [
              "--audit-log-maxage=3",
              "--audit-policy-file=/etc/p.yaml",
              "--profiling=false",
            ]),
          ],
          ...some(draw, {
            image: "registry.k8s.io/kube-apiserver:v1.30.0",
            volumeMounts: [{ mountPath: "/etc/ssl/certs", name: "certs", readOnly: true }],
          }),
        }),
      ],
      ...some(draw, {
        volumes: [{ name: "certs", hostPath: { path: "/etc/ssl/certs" } }],
        hostNetwork: true,
      }),
    }),
  }),
});

const k0s = (draw: Draw): KeptDocument => ({
  target: draw(fc.constantFrom, "k0s", "k0s@1.23"),
  data: all(draw, {
    apiVersion: "k0s.k0sproject.io/v1beta1",
    kind: "ClusterConfig",
    metadata: { name: "k0s" },
    spec: all(draw, {
      network: { provider: "calico" },
      ...some(draw, {
        api: some(draw, {
          sans: ["10.0.0.1", "a.example.com"],
          extraArgs: some(draw, {
            "audit-log-path": "/var/log/old.log",
            "audit-policy-file": "/etc/kubernetes/audit/policy.yaml",
            "audit-log-maxage": "3",
            v: "2",
          }),
        }),
      }),
    }),
  }),
});

/** A patch of kubeadm's configuration, as text. */
const patch = (draw: Draw, version: string | undefined): string => {
  const args = some(draw, { "audit-log-maxage": "3", "audit-policy-file": "/etc/p.yaml", v: "2" });
  const isList = version?.endsWith("v1beta4") ?? false;
  const data = all(draw, {
    kind: draw(fc.constantFrom, "ClusterConfiguration", "ClusterConfiguration", "JoinConfiguration"),
    ...(version !== undefined && { apiVersion: version }),
    ...some(draw, {
      apiServer: some(draw, {
        certSANs: ["a.example.com"],
        extraArgs: isList ? Object.entries(args).map(([name, value]) => ({ name, value })) : args,
        extraVolumes: draw(fc.shuffledSubarray, [
          { name: "audit-policy", hostPath: "/etc/kubernetes", mountPath: "/etc/kubernetes", readOnly: true },
          { name: "other", hostPath: "/etc/other", mountPath: "/etc/other" },
        ]),
      }),
    }),
  });
  return formatDocument(data, draw).join("\n") + draw(fc.constantFrom, "", "\n", "\n");
};

const kindCluster = (draw: Draw): KeptDocument => {
  const version = draw(fc.constantFrom, undefined, undefined, "kubeadm.k8s.io/v1beta4");
  const patches = (): readonly string[] =>
    Array.from({ length: draw(fc.nat, 2) }, () => patch(draw, version));
  const node = (role: string | undefined): unknown => ({
    ...(role === undefined ? { image: "kindest/node:v1.36.0" } : { role }),
    ...some(draw, {
      extraMounts: draw(fc.shuffledSubarray, [
        { hostPath: "./mine", containerPath: "/etc/kubernetes/audit/", readOnly: true },
        { hostPath: "/tmp/a", containerPath: "/a" },
      ]),
      kubeadmConfigPatches: patches(),
    }),
  });
  const roles = ["control-plane", ...draw(fc.shuffledSubarray, ["worker", "control-plane"]), undefined];
  return {
    target: "kind",
    data: all(draw, {
      kind: "Cluster",
      apiVersion: "kind.x-k8s.io/v1alpha4",
      ...some(draw, {
        name: "mine",
        kubeadmConfigPatches: patches(),
        nodes: roles.map(node),
      }),
    }),
  };
};

const auditPolicy = (draw: Draw): unknown => ({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  ...some(draw, { omitStages: ["RequestReceived"], omitManagedFields: true }),
  rules: draw(
    fc.constantFrom,
    [{ level: "Metadata" }],
    [
      { level: "None", users: ["jane"], verbs: ["get", "list"] },
      { level: "Request", resources: [{ group: "", resources: ["pods"] }] },
      { level: "None", nonResourceURLs: ["/healthz*"] },
    ],
  ),
});

const machineConfig = (draw: Draw): KeptDocument => {
  const target = draw(fc.constantFrom, "talos@1.13", "talos@1.14", "talos@1.14");
  const document = (kind: string, fields: Record<string, unknown>): Record<string, unknown> =>
    all(draw, { apiVersion: "v1alpha1", kind, ...fields });
  const extraArgs = some(draw, {
    "audit-log-maxage": draw(fc.constantFrom, "60", ["60"]),
    "feature-gates": "ServerSideApply=true",
  });
  const more = draw(fc.shuffledSubarray, [
    document("HostnameConfig", { auto: "stable" }),
    ...(target === "talos@1.13"
      ? []
      : [
          document("KubeAuditPolicyConfig", { configuration: auditPolicy(draw) }),
          document("KubeAPIServerConfig", { image: "kube-apiserver:v1.37.0", ...some(draw, { extraArgs }) }),
        ]),
  ]);
  const has = (kind: string): boolean => more.some((one) => one["kind"] === kind);
  const apiServer = some(draw, {
    image: "kube-apiserver:v1.36.0",
    certSANs: ["a.example.com"],
    extraArgs,
    ...(!has("KubeAuditPolicyConfig") && { auditPolicy: auditPolicy(draw) }),
  });
  return {
    target,
    settings: draw(fc.constantFrom, {}, { auditLogMaxAge: 14 }),
    data: all(draw, {
      version: "v1alpha1",
      machine: all(draw, {
        install: { disk: "/dev/sda" },
        ...(draw(fc.boolean) && { type: "controlplane" }),
      }),
      cluster: all(draw, {
        clusterName: "mine",
        ...(!has("KubeAPIServerConfig") && draw(fc.boolean) && { apiServer }),
      }),
    }),
    more,
  };
};

const variables = (draw: Draw): KeptDocument => ({
  target: draw(fc.constantFrom, "kubespray", "kubespray@2.27"),
  settings: draw(fc.constantFrom, {}, { auditLogCompress: true }),
  data: all(draw, {
    kube_network_plugin: "calico",
    ...some(draw, {
      credentials_dir: "{{ inventory_dir }}/credentials",
      kubernetes_audit: false,
      kubernetes_audit_webhook: true,
      audit_log_path: "/var/log/audit/old.log",
      audit_log_mountpath: draw(fc.constantFrom, "/var/log/audit", "{{ audit_log_path | dirname }}"),
      audit_log_maxage: 7,
      audit_policy_custom_rules: draw(
        fc.constantFrom,
        "- level: None\n- level: Metadata\n",
        "- level: Request\n",
      ),
      kube_kubeadm_apiserver_extra_args: some(draw, { "audit-log-maxage": "3", v: "2" }),
      apiserver_extra_volumes: [{ name: "a", hostPath: "/a", mountPath: "/a" }],
      etcd_extra_vars: { a: "{{ b }}", c: [1, 2] },
    }),
  }),
});

/** A document for each of the targets that are put into one. */
export const KEPT_DOCUMENTS: Readonly<Record<string, (draw: Draw) => KeptDocument>> = {
  kops: cluster,
  kubeadm: configuration,
  "static-pod": pod,
  k0s,
  kind: kindCluster,
  talos: machineConfig,
  kubespray: variables,
};

/** The lines of a document, written in one of the ways that people do. */
export function formatDocument(data: Readonly<Record<string, unknown>>, draw: Draw): readonly string[] {
  const writer = new Writer(draw, { hasBlocks: true });
  return [
    ...writer.comments(""),
    ...Object.entries(data).flatMap(([field, value]) => [
      ...writer.blankLines(),
      ...writer.field(field, value, ""),
    ]),
  ];
}
