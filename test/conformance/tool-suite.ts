import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { askAll } from "./ask-all.js";
import { digestOf } from "./digest-of.js";
import { findWrongPods, type KubeadmDocuments } from "./find-wrong-pods.js";
import { generateRendering, type RenderedCase, type TargetName } from "./generate-rendering.js";
import { buildOracle, moduleVersion, type Oracle } from "./go-program.js";
import { randomFrom } from "./random.js";
import { renderedArguments } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";

/** What a tool makes of a rendering, or why it refuses it. */
export interface ToolAnswer {
  readonly error?: string;
}

/** A tool that has a Go module, and how it is held against what is rendered for it. */
export interface Tool<Answer extends ToolAnswer> {
  /** As the tool writes itself. */
  readonly title: string;
  /** The target, the folder of the Go program, and the name of the vectors. */
  readonly target: TargetName;
  readonly module: string;
  readonly releases: readonly ToolRelease[];
  /** How many renderings it is asked about. */
  readonly count: number;
  readonly question: (one: RenderedCase) => unknown;
  /** The words that kube-apiserver would be started with. */
  readonly flags: (answer: Answer) => readonly string[];
  /** What else of the rendering is not in the answer as it should be. */
  readonly findWrong: (one: RenderedCase, answer: Answer) => readonly string[];
  /** What the tool gives kubeadm, where it works by it. */
  readonly kubeadm?: (answer: Answer) => KubeadmDocuments;
  /** Changes to a file or a step that the tool has to refuse, or to show in its answer; else it is asked in vain. */
  readonly mistakes: readonly ((text: string) => string)[];
}

/** A release that is asked, and about which renderings. */
export interface ToolRelease {
  /** `go.mod` if not given. */
  readonly modfile?: string;
  readonly takes: (one: RenderedCase) => boolean;
}

/** What `npm test` replays. */
export interface ToolRecording {
  readonly recordedFrom: string;
  /** In the order of generation: a digest of the files that the tool took, and the flags that it made of them. */
  readonly cases: readonly (readonly [target: string, digest: string, ...args: readonly string[]])[];
}

/** Of so many spoilt copies are asked about as well. */
const SPOILT = 20;
export const RECORDED = 60;

export function toolSuite<Answer extends ToolAnswer>(tool: Tool<Answer>): Suite {
  return {
    name: tool.title,
    async run({ seed, record, signal, log }) {
      const cases = generateToolCases(tool.target, seed, tool.count);
      const against: string[] = [];
      const mismatches: string[] = [];
      for (const { modfile, takes } of tool.releases) {
        const version = `${tool.module} ${await moduleVersion(tool.target, tool.module, modfile)}`;
        const oracle = await buildOracle(
          { folder: tool.target, program: ".", ...(modfile !== undefined && { modfile }) },
          signal,
        );
        const own = cases.filter(takes);
        const spoilt = own.slice(0, SPOILT).flatMap((one) => spoil(tool, one));
        const found = [
          ...(await compareCases(tool, oracle, own, signal)),
          ...(await findBlind(tool, oracle, spoilt)),
        ];
        mismatches.push(...found.map((line) => `${version}: ${line}`));
        against.push(version);
        log(`${version}: ${own.length} renderings, and ${spoilt.length} spoilt ones`);
        if (record && modfile === undefined) await recordTool(tool, oracle, version);
      }
      const compared = `${tool.count.toLocaleString("en")} renderings`;
      return { against, compared, mismatches };
    },
  };
}

export function generateToolCases(target: TargetName, seed: number, count: number): readonly RenderedCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => generateRendering(random, target));
}

/** The target with its form, and a digest of all the files. */
export function describeCase({ request, rendering }: RenderedCase): readonly [string, string] {
  const { target, form } = request;
  const text = rendering.artifacts.map(({ path, content }) => `${path}\n${content}`).join("\n");
  return [form === undefined ? target : `${target} ${form}`, digestOf(text)];
}

async function compareCases<Answer extends ToolAnswer>(
  tool: Tool<Answer>,
  oracle: Oracle,
  cases: readonly RenderedCase[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answers = await askAll<Answer>(oracle, cases.map(tool.question));
  const judged = cases.flatMap((one, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [{ one, answer }];
  });
  const found = judged.flatMap(({ one, answer }) => inPlace(one, findProblems(tool, one, answer)));
  const { kubeadm } = tool;
  if (!kubeadm) return found;
  const taken = judged.filter(({ answer }) => answer.error === undefined);
  const pods = await findWrongPods(
    taken.map(({ one, answer }) => ({ ...kubeadm(answer), expected: renderedArguments(one.rendering) })),
    signal,
  );
  return [...found, ...taken.flatMap(({ one }, index) => inPlace(one, pods[index] ?? []))];
}

function findProblems<Answer extends ToolAnswer>(
  tool: Tool<Answer>,
  one: RenderedCase,
  answer: Answer,
): readonly string[] {
  if (answer.error !== undefined) return [answer.error];
  const [expected, found] = [renderedArguments(one.rendering), tool.flags(answer)];
  return [
    ...(isDeepStrictEqual([...expected].sort(), [...found].sort())
      ? []
      : [`kube-apiserver gets ${found.join(" ")} instead of ${expected.join(" ")}`]),
    ...tool.findWrong(one, answer),
  ];
}

function inPlace({ request }: RenderedCase, problems: readonly string[]): readonly string[] {
  const { policy: _, comments: __, ...rest } = request;
  return problems.map((problem) => `${problem}: ${JSON.stringify(rest)}`);
}

interface SpoiltCase {
  readonly one: RenderedCase;
  readonly spoilt: RenderedCase;
}

/** A copy for each mistake that can be made in what the tool is asked. */
function spoil<Answer extends ToolAnswer>(tool: Tool<Answer>, one: RenderedCase): readonly SpoiltCase[] {
  const { artifacts, steps } = one.rendering;
  const asked = tool.question(one);
  return tool.mistakes
    .map((mistake) => {
      const rendering = {
        ...one.rendering,
        artifacts: artifacts.map((artifact) => ({ ...artifact, content: mistake(artifact.content) })),
        steps: { ...steps, apply: steps.apply.map(mistake) },
      };
      return { one, spoilt: { ...one, rendering } };
    })
    .filter(({ spoilt }) => !isDeepStrictEqual(tool.question(spoilt), asked));
}

async function findBlind<Answer extends ToolAnswer>(
  tool: Tool<Answer>,
  oracle: Oracle,
  cases: readonly SpoiltCase[],
): Promise<readonly string[]> {
  const answers = await askAll<Answer>(
    oracle,
    cases.map(({ spoilt }) => tool.question(spoilt)),
  );
  return cases.flatMap(({ one, spoilt }, index) => {
    const answer = answers[index];
    if (answer === undefined || findProblems(tool, one, answer).length > 0) return [];
    return [`taken, though spoilt: ${JSON.stringify(tool.question(spoilt))}`];
  });
}

async function recordTool<Answer extends ToolAnswer>(
  tool: Tool<Answer>,
  oracle: Oracle,
  version: string,
): Promise<void> {
  const cases = generateToolCases(tool.target, 1, RECORDED);
  const answers = await askAll<Answer>(oracle, cases.map(tool.question));
  const lines = cases.map((one, index) => {
    const answer = answers[index];
    return JSON.stringify([...describeCase(one), ...(answer === undefined ? [] : tool.flags(answer))]);
  });
  const head = JSON.stringify({ recordedFrom: version }).slice(0, -1);
  const file = new URL(`vectors/${tool.target}.json`, import.meta.url);
  await writeFile(file, `${head},"cases":[\n${lines.join(",\n")}\n]}\n`);
}
