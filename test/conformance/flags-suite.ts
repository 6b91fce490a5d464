import { writeFile } from "node:fs/promises";
import { AUDIT_FLAGS } from "../../src/render/index.js";
import { askAll } from "./ask-all.js";
import {
  argumentsOf,
  type FlagTexts,
  generateTexts,
  listCandidates,
  reasonStricter,
  renderTexts,
  STRICTER,
} from "./flag-verdicts.js";
import { generateRendering, isFor, type RenderedCase, TARGET_NAMES } from "./generate-rendering.js";
import { buildOracle, moduleVersion, type Oracle } from "./go-program.js";
import { randomFrom } from "./random.js";
import { findMisunderstood, renderedArguments } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";

/** What kube-apiserver's options say of arguments: how each flag was understood, or what is wrong. */
export interface FlagsAnswer {
  readonly errors?: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

/** What one release says, for `npm test` to replay. */
export interface FlagsRecording {
  readonly recordedFrom: string;
  readonly release: string;
  /** Every flag that there is. */
  readonly names: readonly string[];
  /** By flag, each text that was tried and how it was understood; null for one that was refused. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Sets of flags that are generated from seed 1: `a` accepted, `r` refused. */
  readonly combinations: string;
  /** The renderings from seed 1 that are for this release, by their index: the arguments that it took. */
  readonly renderings: Readonly<Record<string, string>>;
}

const MODULE = "k8s.io/apiserver";
/** The newest; one with `audit.k8s.io/v1` as the only version of events; one with others, and without compression. */
const RELEASES = [
  { release: "1.37", modfile: "go.mod" },
  { release: "1.25", modfile: "go-1.25.mod" },
  { release: "1.19", modfile: "go-1.19.mod" },
];
const RENDERINGS_EACH = 250;
const COMBINATIONS = 10_000;
export const RECORDED = { renderingsEach: 30, combinations: 2000 };
const VECTORS = new URL("vectors/flags.json", import.meta.url);

/** Flags that are left out of our table, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "audit-webhook-batch-initial-backoff": "the deprecated name of --audit-webhook-initial-backoff",
};

export const flagsSuite: Suite = {
  name: "flags",
  async run({ seed, record, signal, log }) {
    const against: string[] = [];
    const mismatches: string[] = [];
    const recordings: FlagsRecording[] = [];
    const used = new Set<string>();
    const renderings = generateRenderings(seed, RENDERINGS_EACH);
    const texts = [...listCandidates(), ...generateCombinations(seed, COMBINATIONS)];
    let compared = 0;
    for (const { release, modfile } of RELEASES) {
      const version = `${MODULE} ${await moduleVersion("flags", MODULE, modfile)}`;
      const oracle = await buildOracle({ folder: "flags", program: ".", modfile }, signal);
      const ours = renderings.filter((one) => isFor(one, release));
      const found = [
        ...compareNames(await listNames(oracle), release),
        ...(await compareRenderings(oracle, ours)),
        ...(await compareTexts(oracle, texts, release, used)),
      ];
      mismatches.push(...found.map((line) => `${version}: ${line}`));
      compared += ours.length + texts.length;
      against.push(version);
      log(`${version}: ${ours.length} renderings, ${texts.length} other sets of flags`);
      if (record) recordings.push(await recordRelease(oracle, version, release));
    }
    const idle = STRICTER.filter(({ reason }) => !used.has(reason));
    mismatches.push(...idle.map(({ reason }) => `kube-apiserver takes nothing that we refuse as: ${reason}`));
    if (record) await writeFile(VECTORS, printRecordings(recordings));
    return { against, compared: `${compared.toLocaleString("en")} sets of flags`, mismatches };
  },
};

/** Every target in turn, so that a few are of each. */
export function generateRenderings(seed: number, each: number): readonly RenderedCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: each }, () =>
    TARGET_NAMES.map((target) => generateRendering(random, target)),
  ).flat();
}

export function generateCombinations(seed: number, count: number): readonly FlagTexts[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => generateTexts(random));
}

async function listNames(oracle: Oracle): Promise<readonly string[]> {
  const [answer] = await askAll<FlagsAnswer>(oracle, [{ list: true }]);
  return answer?.flags ?? [];
}

/** The flags of a release are those of our table that it should have, and those that are left out. */
export function compareNames(names: readonly string[], release: string): readonly string[] {
  const minor = (version: string): number => Number(version.split(".")[1]);
  const known = AUDIT_FLAGS.filter(({ since }) => minor(since) <= minor(release)).map(({ name }) => name);
  const expected = [...known, ...Object.keys(LEFT_OUT)];
  return [
    ...names.filter((name) => !expected.includes(name)).map((name) => `--${name} is not in our table`),
    ...expected.filter((name) => !names.includes(name)).map((name) => `there is no --${name}`),
  ];
}

async function compareRenderings(oracle: Oracle, cases: readonly RenderedCase[]): Promise<readonly string[]> {
  const args = cases.map(({ rendering }) => renderedArguments(rendering));
  const answers = await askAll<FlagsAnswer>(
    oracle,
    args.map((words) => ({ args: words })),
  );
  return cases.flatMap((one, index) => {
    const { errors, values = {} } = answers[index] ?? {};
    const problems = errors ?? findMisunderstood(one, values);
    const { target, kubernetesVersion = "" } = one.request;
    return problems.map((problem) => `${target} ${kubernetesVersion}: ${problem}: ${args[index]?.join(" ")}`);
  });
}

/** What we accept is accepted, and understood alike; what only we refuse has its reason. */
async function compareTexts(
  oracle: Oracle,
  texts: readonly FlagTexts[],
  release: string,
  used: Set<string>,
): Promise<readonly string[]> {
  const rendered = texts.map((one) => renderTexts(one, release));
  const direct = await askAll<FlagsAnswer>(
    oracle,
    texts.map((one) => ({ args: argumentsOf(one) })),
  );
  const ours = await askAll<FlagsAnswer>(
    oracle,
    rendered.map((args) => ({ args: args ?? [] })),
  );
  return texts.flatMap((one, index) => {
    const { errors, values = {} } = direct[index] ?? {};
    const place = JSON.stringify(one);
    if (!rendered[index]) {
      if (errors) return [];
      const reason = reasonStricter(one);
      if (reason !== undefined) used.add(reason);
      return reason === undefined ? [`${place} is refused by us alone`] : [];
    }
    if (errors) return [`${place} is accepted by us alone: ${errors.join()}`];
    const { errors: refused, values: understood = {} } = ours[index] ?? {};
    if (refused) return [`${place} is rendered as what is refused: ${refused.join()}`];
    return Object.keys(understood)
      .filter((name) => name in values && values[name] !== understood[name])
      .map((name) => `${place}: --${name} means ${values[name]}, and is rendered as ${understood[name]}`);
  });
}

async function recordRelease(oracle: Oracle, version: string, release: string): Promise<FlagsRecording> {
  const candidates = listCandidates();
  const ask = (texts: readonly FlagTexts[]): Promise<readonly FlagsAnswer[]> =>
    askAll(
      oracle,
      texts.map((one) => ({ args: argumentsOf(one) })),
    );
  const texts: Record<string, Record<string, string | null>> = {};
  for (const [index, { values }] of (await ask(candidates)).entries()) {
    const [name = "", text = ""] = Object.entries(candidates[index] ?? {})[0] ?? [];
    texts[name] = { ...texts[name], [text]: values?.[name] ?? null };
  }
  const combinations = await ask(generateCombinations(1, RECORDED.combinations));
  const cases = generateRenderings(1, RECORDED.renderingsEach);
  const taken = [...cases.entries()].filter(([, one]) => isFor(one, release));
  const args = taken.map(([, { rendering }]) => renderedArguments(rendering));
  const answers = await askAll<FlagsAnswer>(
    oracle,
    args.map((words) => ({ args: words })),
  );
  return {
    recordedFrom: version,
    release,
    names: await listNames(oracle),
    texts,
    combinations: combinations.map(({ errors }) => (errors ? "r" : "a")).join(""),
    renderings: Object.fromEntries(
      taken.flatMap(([index], at) =>
        answers[at]?.errors ? [] : [[String(index), args[at]?.join(" ") ?? ""]],
      ),
    ),
  };
}

/** One line for each flag and each rendering, so that a change shows where it is. */
function printRecordings(recordings: readonly FlagsRecording[]): string {
  const lines = recordings.map((recording) => {
    const nested = (entries: object): string =>
      `{\n${Object.entries(entries)
        .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
        .join(",\n")}\n}`;
    const { texts, renderings, ...rest } = recording;
    return `${JSON.stringify(rest).slice(0, -1)},"texts":${nested(texts)},"renderings":${nested(renderings)}}`;
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}
