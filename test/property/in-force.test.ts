import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putIntoObject } from "../../src/into/index.js";
import type { Policy } from "../../src/model/index.js";
import { printPolicy } from "../../src/print/index.js";
import { TOOL_DOCUMENTS } from "./arbitraries/kept-documents.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

/** What every kube-apiserver has to be told, beside the path of the policy and that of the log. */
const WANTED = { "audit-log-maxage": "30", "audit-log-maxbackup": "10", "audit-log-maxsize": "100" };

/** What one kube-apiserver runs with, as the tool makes it of the document. */
interface Server {
  readonly flags: Readonly<Record<string, string>>;
  /** The text at the path of the policy; undefined where the tool itself puts no file there. */
  readonly policy?: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: documents of six tools, read as their own code reads them.
type Document = any;

/** Of a flag that is repeated the last counts. */
function flagsOf(args: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    args.map((arg) => {
      const [name = "", value = "true"] = arg.replace(/^-*/, "").split(/=(.*)/s);
      return [name, value];
    }),
  );
}

/** Upstream: k3s, pkg/configfilearg/parser.go, readConfigFile */
function argumentsOf(config: Document): readonly string[] {
  let list: readonly string[] = [];
  for (const [key, value] of Object.entries<readonly string[]>(config)) {
    if (key === "kube-apiserver-arg") list = value ?? [];
    if (key === "kube-apiserver-arg+") list = [...list, ...(value ?? [])];
  }
  return list;
}

/** Upstream: RKE2, pkg/executor/staticpod/staticpod.go, APIServer: its own flags come first */
function rke2Flags(config: Document): Readonly<Record<string, string>> {
  const key = config["audit-policy-file"];
  return flagsOf([...(key ? [`audit-policy-file=${key}`] : []), ...argumentsOf(config)]);
}

/** Upstream: Rancher, pkg/capr/planner/config.go, addUserConfig */
function rancherServer(cluster: Document, labels: Readonly<Record<string, string>>): Server {
  const { machineGlobalConfig = {}, machineSelectorConfig = [] } = cluster.spec.rkeConfig;
  const matches = ({ matchLabels = {}, matchExpressions = [] }: Document): boolean =>
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key }: { key: string }) => !(key in labels)); // DoesNotExist
  const config = { ...machineGlobalConfig };
  for (const { machineLabelSelector, config: own } of machineSelectorConfig) {
    if (machineLabelSelector === undefined || matches(machineLabelSelector)) Object.assign(config, own);
  }
  return {
    flags: { "audit-policy-file": "of Rancher", ...flagsOf(config["kube-apiserver-arg"] ?? []) },
    policy: config["audit-policy-file"],
  };
}

/** Upstream: k3d, pkg/config/transform.go: in the order of the file, for the nodes that a filter selects */
function k3dServer({ files = [], options = {} }: Document, server: number): Server {
  const isSelected = ({ nodeFilters = [] }: Document): boolean =>
    nodeFilters.some((filter: string) =>
      ["all", "server:*", "servers:*", `server:${server}`].includes(filter),
    );
  const flags = flagsOf(
    (options.k3s?.extraArgs ?? [])
      .filter(isSelected)
      .flatMap(({ arg }: Document) => /^--kube-apiserver-arg=(.*)$/.exec(arg)?.[1] ?? []),
  );
  const found = files
    .filter(isSelected)
    .filter((file: Document) => file.destination === flags["audit-policy-file"]);
  return { flags, policy: found.at(-1)?.source };
}

function controlPlaneServer(document: Document): Server {
  const spec = document.spec.template?.spec ?? document.spec;
  const { files, clusterConfiguration } = spec.kubeadmConfigSpec;
  const { extraArgs, extraVolumes } = clusterConfiguration.apiServer;
  const flags = Array.isArray(extraArgs)
    ? Object.fromEntries(extraArgs.map(({ name, value }) => [name, value]))
    : extraArgs;
  const path = flags["audit-policy-file"];
  const volume = extraVolumes.find(({ mountPath }: Document) => path.startsWith(`${mountPath}/`));
  expect(volume.hostPath).toBe(volume.mountPath);
  const found = files.filter((file: Document) => file.path === path);
  expect(found).toHaveLength(1);
  expect(Object.keys(found[0])).not.toContain("encoding");
  return { flags, policy: found[0].content };
}

/** Upstream: k0sctl, phase/uploadfiles.go */
function k0sctlServers({ spec }: Document): readonly Server[] {
  const flags = spec.k0s.config.spec.api.extraArgs;
  return spec.hosts
    .filter(({ role }: Document) => role !== "worker")
    .map(({ files, hooks }: Document) => {
      expect(hooks.apply.before.join()).toContain("useradd");
      const found = files.filter((file: Document) => file.dst === flags["audit-policy-file"]);
      expect(found.at(-1)).not.toHaveProperty("src");
      return { flags, policy: found.at(-1)?.data };
    });
}

const SERVERS: Readonly<Record<string, (document: Document) => readonly Server[]>> = {
  k3s: (config) => [{ flags: flagsOf(argumentsOf(config)) }],
  rke2: (config) => [{ flags: rke2Flags(config) }],
  k3d: (config) => [0, 1, 2].map((server) => k3dServer(config, server)),
  rancher: (cluster) => {
    const role = { "rke.cattle.io/control-plane-role": "true" };
    return [role, { ...role, "rke.cattle.io/rke-machine-pool-name": "pool-a" }].map((labels) =>
      rancherServer(cluster, labels),
    );
  },
  "cluster-api": (document) => [controlPlaneServer(document)],
  k0sctl: k0sctlServers,
};

/** Flags of before that say nothing of auditing. */
const OTHERS = ["v", "profiling"];

describe.each(Object.entries(TOOL_DOCUMENTS))(
  "a document of %s, as the tool reads it",
  (name, keptDocument) => {
    test("tells every kube-apiserver what was asked for, and whatever else it said before", () => {
      const serversOf = SERVERS[name] ?? (() => []);
      fc.assert(
        fc.property(fc.gen(), (draw) => {
          const { target, data } = keptDocument(draw);
          const { document } = putIntoObject(data, { policy, target });
          const servers = serversOf(document);
          expect(servers.length).toBeGreaterThan(0);
          for (const server of servers) {
            expect(server.flags).toMatchObject(WANTED);
            expect(server.flags["audit-policy-file"]).not.toMatch(/old/);
            expect(server.flags["audit-log-path"]).toMatch(/^\/var\/.*\/audit\.log$/);
            if (!/^(?:k3s|rke2)$/.test(name)) expect(server.policy).toBe(printPolicy(policy));
          }
          if (name !== "cluster-api" && name !== "k0sctl") {
            const before = serversOf(data);
            for (const [index, { flags }] of before.entries())
              for (const flag of OTHERS) expect(servers[index]?.flags[flag]).toBe(flags[flag]);
          }
        }),
        { numRuns: 500 },
      );
    });
  },
);
