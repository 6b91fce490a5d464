import { readdir, readFile, writeFile } from "node:fs/promises";
import { readYaml } from "../../src/parse/read-yaml.js";
import { findMisreadMark } from "../../src/parse/yaml/find-misread-mark.js";
import { listPresets } from "../../src/presets/index.js";
import { printPolicy } from "../../src/print/index.js";
import { generateTexts } from "./generate-texts.js";
import { buildOracle, moduleVersion, type Oracle } from "./go-program.js";
import { describeLoaded, type Loaded, loadText } from "./load-text.js";
import { randomFrom } from "./random.js";
import type { Suite } from "./suite.js";

/** The newest, the last that only decodes leniently, and the last with `v1beta1`. */
export const RELEASES = [
  { kubernetesVersion: "1.37", modfile: "go.mod" },
  { kubernetesVersion: "1.25", modfile: "go-1.25.mod" },
  { kubernetesVersion: "1.23", modfile: "go-1.23.mod" },
] as const;

const MODULE = "k8s.io/apiserver";
const GENERATED = 20_000;
/** Where the folder is there: real policies, as published. */
const PUBLISHED = new URL("../../../shared/data/policies/", import.meta.url);
const ODD_TEXTS = new URL("vectors/loading.json", import.meta.url);
const GENERATED_TEXTS = new URL("vectors/loading-generated.json", import.meta.url);
const RECORDED = { generator: "generate-texts.ts", seed: 1, count: 1500 } as const;

/** An odd text, and what kube-apiserver's own loader made of it. */
export interface OddText extends Loaded {
  readonly name: string;
  readonly text: string;
  /** By the loader's version, where an older one makes something else of it. */
  readonly older?: Readonly<Record<string, Loaded>>;
}

export interface OddTexts {
  readonly recordedFrom: { readonly module: string; readonly version: string; readonly function: string };
  readonly cases: readonly OddText[];
}

/** What the loaders made of generated texts, on a line for each text and with a word for each loader, the newest first. */
export interface GeneratedTexts {
  readonly recordedFrom: readonly string[];
  readonly generator: string;
  readonly seed: number;
  readonly count: number;
  readonly loaded: readonly (readonly string[])[];
}

/**
 * Where we are known to differ, and then always by refusing. A difference that none of these describes is a mismatch.
 */
const KNOWN_DIFFERENCES: Readonly<Record<string, (text: string) => boolean>> = {
  // Whether kube-apiserver reads it depends on how far its reader has looked ahead when a block of 512 bytes ends.
  "a byte order mark at the end of a block": (text) => findMisreadMark(text) !== undefined,
  // kube-apiserver reads blocks of 512 bytes until the first document ends; we read all of the text.
  "a control character behind the first document": (text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what YAML refuses
    const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/);
    if (at === -1) return false;
    const { documents, problem } = readYaml(text.slice(0, at));
    return documents.length > (problem ? 0 : 1);
  },
};

export const loadingSuite: Suite = {
  name: "policy loading",
  async run({ seed, record, signal, log }) {
    const against: string[] = [];
    const mismatches: string[] = [];
    const known: string[] = [];
    const oracles: { version: string; oracle: Oracle }[] = [];
    const { cases, recordedFrom }: OddTexts = JSON.parse(await readFile(ODD_TEXTS, "utf8"));
    const texts = [
      ...cases.map(({ text }) => text),
      ...(await realTexts()),
      ...generateTexts(randomFrom(seed), GENERATED),
    ];
    for (const { kubernetesVersion, modfile } of RELEASES) {
      const version = await moduleVersion("policy", MODULE, modfile);
      const oracle = await buildOracle({ folder: "policy", program: "./loading", modfile }, signal);
      const counts = { accept: 0, warn: 0, refuse: 0 };
      for (const [index, theirs] of (await askAll(oracle, texts)).entries()) {
        const text = texts[index] ?? "";
        counts[theirs.outcome]++;
        const ours = loadText(text, kubernetesVersion);
        const [expected, found] = [describeLoaded(theirs), describeLoaded(ours)];
        if (expected === found && ours.fault === undefined) continue;
        const name = ours.outcome === "refuse" ? nameDifference(text) : undefined;
        if (name !== undefined) known.push(name);
        else
          mismatches.push(
            JSON.stringify({ version, text, expected, message: theirs.message, found, fault: ours.fault }),
          );
      }
      against.push(`${MODULE} ${version}`);
      oracles.push({ version, oracle });
      const outcomes = Object.entries(counts).map(
        ([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`,
      );
      log(`${MODULE} ${version}: ${texts.length.toLocaleString("en")} texts: ${outcomes.join(", ")}`);
    }
    if (record) {
      const odd = await recordOddTexts({ cases, recordedFrom }, oracles);
      await writeFile(ODD_TEXTS, `${JSON.stringify(odd, undefined, 2)}\n`);
      await writeFile(GENERATED_TEXTS, await recordGenerated(oracles));
    }
    const compared = `${(texts.length * RELEASES.length).toLocaleString("en")} texts`;
    return { against, compared: `${compared}, ${summarize(known)}`, mismatches };
  },
};

/** Published policies, and our own as we print them. */
async function realTexts(): Promise<readonly string[]> {
  const files = await readdir(PUBLISHED).catch(() => []);
  const published = await Promise.all(files.map((file) => readFile(new URL(file, PUBLISHED), "utf8")));
  const printed = listPresets().flatMap(({ policy }) => [
    printPolicy(policy),
    printPolicy(policy, { apiVersion: "audit.k8s.io/v1beta1" }),
  ]);
  return [...published, ...printed];
}

async function askAll(oracle: Oracle, texts: readonly string[]): Promise<readonly Loaded[]> {
  const answers: Loaded[] = [];
  for await (const answer of oracle.ask<Loaded>(texts.map((text) => ({ text })))) answers.push(answer);
  return answers;
}

function nameDifference(text: string): string | undefined {
  return Object.entries(KNOWN_DIFFERENCES).find(([, describes]) => describes(text))?.[0];
}

function summarize(known: readonly string[]): string {
  const counts = Object.keys(KNOWN_DIFFERENCES).map(
    (name) => `${known.filter((one) => one === name).length} ${name}`,
  );
  return `${known.length} refused by us alone (${counts.join(", ")})`;
}

type Oracles = readonly { readonly version: string; readonly oracle: Oracle }[];

/** The same texts, with what the loaders make of them now. */
async function recordOddTexts({ cases, recordedFrom }: OddTexts, oracles: Oracles): Promise<OddTexts> {
  const texts = cases.map(({ text }) => text);
  const answers: { version: string; loaded: readonly Loaded[] }[] = [];
  for (const { version, oracle } of oracles) answers.push({ version, loaded: await askAll(oracle, texts) });
  const [newest, ...others] = answers;
  return {
    recordedFrom: { ...recordedFrom, version: newest?.version ?? "" },
    cases: cases.map(({ name, text }, index) => {
      const loaded = newest?.loaded[index] ?? { outcome: "refuse" };
      const older = others.flatMap(({ version, loaded: all }) => {
        const other = all[index];
        return other && describeLoaded(other) !== describeLoaded(loaded) ? [[version, other] as const] : [];
      });
      return { name, text, ...loaded, ...(older.length > 0 && { older: Object.fromEntries(older) }) };
    }),
  };
}

async function recordGenerated(oracles: Oracles): Promise<string> {
  const texts = [...generateTexts(randomFrom(RECORDED.seed), RECORDED.count)];
  const answers = await Promise.all(oracles.map(({ oracle }) => askAll(oracle, texts)));
  const lines = texts.map((_, index) =>
    JSON.stringify(answers.map((all) => describeLoaded(all[index] ?? { outcome: "refuse" }))),
  );
  const head = { recordedFrom: oracles.map(({ version }) => `${MODULE} ${version}`), ...RECORDED };
  return `${JSON.stringify(head).slice(0, -1)},"loaded":[\n${lines.join(",\n")}\n]}\n`;
}
