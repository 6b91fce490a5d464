import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { askAll } from "./ask-all.js";
import { digestOf } from "./digest-of.js";
import { generateRendering, type RenderedCase } from "./generate-rendering.js";
import { buildOracle, moduleVersion } from "./go-program.js";
import { randomFrom } from "./random.js";
import { renderedArguments } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";

/** What kOps makes of a Cluster. */
interface KopsAnswer {
  readonly error?: string;
  /** What `kops edit` would say that it discards, or writes otherwise. */
  readonly discarded?: string;
  readonly invalid?: readonly string[];
  /** The two fields as kOps stores them. */
  readonly spec?: { readonly fileAssets?: unknown; readonly kubeAPIServer?: unknown };
  /** What it passes to kube-apiserver. */
  readonly flags?: readonly string[];
  /** The paths of the files on the instances of each role. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}

/** What `npm test` replays. */
export interface KopsRecording {
  readonly recordedFrom: string;
  /** In the order of generation: a digest of the fragment that kOps took, and the audit flags that it made of it. */
  readonly cases: readonly (readonly [target: string, digest: string, ...args: readonly string[]])[];
}

const MODULE = "k8s.io/kops";
const CLUSTERS = 2000;
/** Of so many a spoilt copy is asked about as well. */
const SPOILT = 100;
export const RECORDED = 200;
const VECTORS = new URL("vectors/kops.json", import.meta.url);

export const kopsSuite: Suite = {
  name: "kOps",
  async run({ seed, record, signal, log }) {
    const version = `${MODULE} ${await moduleVersion("kops", MODULE)}`;
    const oracle = await buildOracle({ folder: "kops", program: "." }, signal);
    const ask = (texts: readonly string[]): Promise<readonly KopsAnswer[]> =>
      askAll(
        oracle,
        texts.map((text) => ({ text })),
      );
    const cases = generateKopsCases(seed, CLUSTERS);
    const answers = await ask(cases.map(clusterText));
    const mismatches = cases.flatMap((one, index) => compareCase(one, answers[index] ?? {}));
    const spoilt = cases.slice(0, SPOILT).flatMap(spoil);
    const refusals = await ask(spoilt);
    mismatches.push(
      ...spoilt
        .filter((_, index) => isTaken(refusals[index] ?? {}))
        .map((text) => `taken, though spoilt: ${text}`),
    );
    log(`${version}: ${cases.length} clusters, and ${spoilt.length} spoilt ones`);
    if (record) {
      const some = generateKopsCases(1, RECORDED);
      const said = await ask(some.map(clusterText));
      const lines = some.map((one, index) =>
        JSON.stringify([one.request.target, fragmentDigest(one), ...auditFlags(said[index] ?? {})]),
      );
      const head = JSON.stringify({ recordedFrom: version }).slice(0, -1);
      await writeFile(VECTORS, `${head},"cases":[\n${lines.join(",\n")}\n]}\n`);
    }
    return { against: [version], compared: `${CLUSTERS.toLocaleString("en")} clusters`, mismatches };
  },
};

export function generateKopsCases(seed: number, count: number): readonly RenderedCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => generateRendering(random, "kops"));
}

export function fragmentDigest({ rendering }: RenderedCase): string {
  return digestOf(rendering.artifacts[0]?.content ?? "");
}

/** The fragment as it is rendered, with what a cluster has to say beside it behind it. */
function clusterText({ rendering }: RenderedCase): string {
  const fragment = rendering.artifacts[0]?.content ?? "";
  return `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: { name: example.k8s.local }\n${fragment.trimEnd()}\n${REST}`;
}

/** Of a cluster that kOps finds valid. Its defaults would need a cloud; what they fill in is filled in here. */
const REST = `  api:
    loadBalancer: { class: Network, type: Public }
  channel: stable
  cloudProvider: aws
  configBase: s3://state/example.k8s.local
  etcdClusters:
    - name: main
      etcdMembers: [{ name: a, instanceGroup: control-plane-a }]
    - name: events
      etcdMembers: [{ name: a, instanceGroup: control-plane-a }]
  iam: { legacy: false }
  kubeControllerManager: {}
  kubeScheduler: {}
  kubernetesApiAccess: [203.0.113.0/24]
  kubernetesVersion: 1.36.0
  networkCIDR: 10.0.0.0/16
  networking:
    cilium: {}
  nonMasqueradeCIDR: 100.64.0.0/10
  sshAccess: [203.0.113.0/24]
  subnets:
    - { name: a, type: Public, zone: eu-central-1a, cidr: 10.0.1.0/24 }
  topology:
    dns: { type: None }
`;

function isTaken({ error, discarded, invalid }: KopsAnswer): boolean {
  return error === undefined && !discarded && (invalid ?? []).length === 0;
}

/** Copies with a mistake that kOps has to see; else it is asked in vain. */
function spoil(one: RenderedCase): readonly string[] {
  const text = clusterText(one);
  return [
    text.replace(/^ {2}kubeAPIServer:\n/m, "$&    auditLogsPath: /var/log/audit.log\n"),
    text.replace(/^( {4}- )name: /m, "$1nane: "),
    text.replace(/^( {4}auditPolicyFile:).*/m, "$1 [a]"),
  ];
}

function auditFlags({ flags = [] }: KopsAnswer): readonly string[] {
  return flags.filter((word) => word.startsWith("--audit-"));
}

/** Taken, stored as it is written, passed on flag by flag, and on the instances that run kube-apiserver. */
function compareCase(one: RenderedCase, answer: KopsAnswer): readonly string[] {
  const { error, discarded, invalid = [], spec = {}, files = {} } = answer;
  const { target, settings } = one.request;
  const place = JSON.stringify({ target, settings });
  if (error !== undefined) return [`${error}: ${place}`];
  const problems: string[] = [];
  if (discarded) problems.push(`not kept as it is written:\n${discarded}`);
  problems.push(...invalid);
  // Of our own making, read as kOps reads it.
  const rendered = parse(one.rendering.artifacts[0]?.content ?? "", { version: "1.1" }).spec;
  if (!isDeepStrictEqual(spec.fileAssets, rendered.fileAssets))
    problems.push("fileAssets are not stored alike");
  if (!isDeepStrictEqual(spec.kubeAPIServer, rendered.kubeAPIServer))
    problems.push("kubeAPIServer is not stored alike");
  const [expected, found] = [renderedArguments(one.rendering), auditFlags(answer)];
  if (!isDeepStrictEqual([...expected].sort(), [...found].sort()))
    problems.push(`kube-apiserver gets ${found.join(" ")} instead of ${expected.join(" ")}`);
  // Before 1.26 the role was Master, which this release no longer knows.
  if (Number(one.rendering.version?.split(".")[1]) >= 26)
    problems.push(...findMisplaced(rendered.fileAssets, files));
  return problems.map((problem) => `${problem}: ${place}`);
}

function findMisplaced(
  assets: readonly { readonly path: string }[],
  files: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const expected = assets.map(({ path }) => path);
  const isServer = (role: string): boolean => role === "ControlPlane" || role === "APIServer";
  const roles = [...new Set(["ControlPlane", "APIServer", ...Object.keys(files)])];
  return roles
    .filter((role) => !isDeepStrictEqual(files[role] ?? [], isServer(role) ? expected : []))
    .map((role) => `instances of role ${role} get ${(files[role] ?? []).join(" ") || "no file"}`);
}
