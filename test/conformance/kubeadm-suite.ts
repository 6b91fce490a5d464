import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import type { Rendering } from "../../src/render/index.js";
import { askAll } from "./ask-all.js";
import {
  auditFlags,
  comparePod,
  type KubeadmAnswer,
  type KubeadmQuestion,
  kubeadmInit,
} from "./compare-pod.js";
import { digestOf } from "./digest-of.js";
import { generateRendering, type RenderedCase } from "./generate-rendering.js";
import { buildOracle, moduleVersion } from "./go-program.js";
import { randomFrom } from "./random.js";
import { renderedArguments } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";

/** What `npm test` replays. */
export interface KubeadmRecording {
  readonly recordedFrom: readonly string[];
  /** In the order of generation: a digest of the text that kubeadm took, and the audit flags of the pod it made. */
  readonly cases: readonly (readonly [target: string, digest: string, ...args: readonly string[]])[];
}

const MODULE = "k8s.io/kubernetes";
/** The last whose own API is `v1beta3`, and the newest. */
const RELEASES = [
  { modfile: "go.mod", isFor: (minor: number) => minor >= 31 },
  { modfile: "go-1.30.mod", isFor: (minor: number) => minor < 31 },
];
const CONFIGURATIONS = 2000;
const PATCHES = 400;
/** Of so many a spoilt copy is asked about as well. */
const SPOILT = 100;
export const RECORDED = { configurations: 200, patches: 50 };
const VECTORS = new URL("vectors/kubeadm.json", import.meta.url);

export const kubeadmSuite: Suite = {
  name: "kubeadm",
  async run({ seed, record, signal, log }) {
    const against: string[] = [];
    const mismatches: string[] = [];
    const cases = generateKubeadmCases(seed, { configurations: CONFIGURATIONS, patches: PATCHES });
    const recorded = generateKubeadmCases(1, RECORDED);
    const lines = new Map<number, KubeadmRecording["cases"][number]>();
    for (const { modfile, isFor } of RELEASES) {
      const version = `${MODULE} ${await moduleVersion("kubeadm", MODULE, modfile)}`;
      const oracle = await buildOracle({ folder: "kubeadm", program: ".", modfile }, signal);
      const own = cases.filter((one) => isFor(kubeadmMinor(one)));
      const answers = await askAll<KubeadmAnswer>(oracle, own.map(question));
      const found = own.flatMap((one, index) => compareCase(one, answers[index] ?? {}));
      const spoilt = own.slice(0, SPOILT).flatMap(spoil);
      const refusals = await askAll<KubeadmAnswer>(oracle, spoilt);
      const blind = spoilt.filter((_, index) => refusals[index]?.error === undefined);
      mismatches.push(
        ...found.map((line) => `${version}: ${line}`),
        ...blind.map(({ cluster }) => `${version}: not refused, though spoilt: ${cluster}`),
      );
      against.push(version);
      log(`${version}: ${own.length} configurations, and ${spoilt.length} spoilt ones`);
      if (!record) continue;
      const mine = [...recorded.entries()].filter(([, one]) => isFor(kubeadmMinor(one)));
      const said = await askAll<KubeadmAnswer>(
        oracle,
        mine.map(([, one]) => question(one)),
      );
      for (const [at, [index, one]] of mine.entries()) {
        lines.set(index, [one.request.target, textDigest(one), ...auditFlags(said[at] ?? {})]);
      }
    }
    if (record) {
      const sorted = [...lines].sort(([a], [b]) => a - b).map(([, line]) => JSON.stringify(line));
      const head = JSON.stringify({ recordedFrom: against }).slice(0, -1);
      await writeFile(VECTORS, `${head},"cases":[\n${sorted.join(",\n")}\n]}\n`);
    }
    const compared = `${CONFIGURATIONS.toLocaleString("en")} configurations and ${PATCHES} patches of the pod`;
    return { against, compared, mismatches };
  },
};

/** Configurations for every release of kubeadm, then patches of the manifest that it writes. */
export function generateKubeadmCases(
  seed: number,
  { configurations, patches }: typeof RECORDED,
): readonly RenderedCase[] {
  const random = randomFrom(seed);
  return [
    ...Array.from({ length: configurations }, () => generateRendering(random, "kubeadm")),
    ...Array.from({ length: patches }, () => generateRendering(random, "static-pod")),
  ];
}

/** A patch is for any kubeadm: half of them for the one, half for the other. */
function kubeadmMinor({ rendering }: RenderedCase): number {
  if (rendering.target === "static-pod") return rendering.kubernetes.newest.minor;
  return Number(rendering.version?.split(".")[1]);
}

/** The text that kubeadm reads: a configuration, or the patch of a pod. */
export function textDigest({ rendering }: RenderedCase): string {
  return digestOf(rendering.artifacts[rendering.target === "static-pod" ? 1 : 0]?.content ?? "");
}

/** The configuration as the steps say, merged into one that names a version. */
function question(one: RenderedCase): KubeadmQuestion {
  const { artifacts, target } = one.rendering;
  const minor = kubeadmMinor(one);
  const api = `apiVersion: kubeadm.k8s.io/${minor >= 31 ? "v1beta4" : "v1beta3"}\n`;
  const init = kubeadmInit(api);
  const version = `kubernetesVersion: v1.${minor}.0\n`;
  if (target === "static-pod") {
    const cluster = `${api}kind: ClusterConfiguration\n${version}`;
    return { cluster, init, patch: artifacts[1]?.content ?? "" };
  }
  const text = artifacts[0]?.content ?? "";
  return { cluster: /^kubernetesVersion:/m.test(text) ? text : text + version, init };
}

/** Copies with a mistake that kubeadm has to see; else it is asked in vain. */
function spoil(one: RenderedCase): readonly KubeadmQuestion[] {
  const asked = question(one);
  const { cluster } = asked;
  const spoilt = [
    cluster.replace("extraVolumes:", "extraVolume:"),
    cluster.replace("  extraArgs:", "  certSANs: []\n  certSANs: []\n  extraArgs:"),
    cluster.replace("kubeadm.k8s.io/v1beta", "kubeadm.k8s.io/v1beta1"),
  ];
  return one.rendering.target === "kubeadm" ? spoilt.map((text) => ({ ...asked, cluster: text })) : [];
}

/** Taken, written back in full, and in the pod: every flag, and every directory, each at a path of its own. */
function compareCase(one: RenderedCase, answer: KubeadmAnswer): readonly string[] {
  const { error, apiServer = {} } = answer;
  const { target, settings, kubernetesVersion } = one.request;
  const place = JSON.stringify({ target, kubernetesVersion, settings });
  if (error !== undefined) return [`${error}: ${place}`];
  const problems: string[] = [];
  if (target !== "static-pod") {
    const rendered = renderedServer(one.rendering);
    if (!isDeepStrictEqual(apiServer["extraArgs"], rendered.extraArgs))
      problems.push("extraArgs are not kept");
    if (!isDeepStrictEqual(apiServer["extraVolumes"], rendered.extraVolumes))
      problems.push("extraVolumes are not kept");
  }
  problems.push(...comparePod(renderedArguments(one.rendering), answer));
  return problems.map((problem) => `${problem}: ${place}`);
}

/** `apiServer` as rendered, without what kubeadm leaves out as it writes: `readOnly: false`. */
function renderedServer({ artifacts }: Rendering): { extraArgs: unknown; extraVolumes: unknown } {
  const { extraArgs, extraVolumes } = parse(artifacts[0]?.content ?? "", { version: "1.1" }).apiServer;
  return {
    extraArgs,
    extraVolumes: extraVolumes.map(({ readOnly, ...rest }: { readOnly: boolean }) => ({
      ...rest,
      ...(readOnly && { readOnly }),
    })),
  };
}
