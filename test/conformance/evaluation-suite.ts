import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { compileEvaluator, evaluate } from "../../src/evaluate/index.js";
import type { Decision, Policy } from "../../src/model/index.js";
import { parsePolicies } from "../../src/parse/index.js";
import { listPresets } from "../../src/presets/index.js";
import { type EvaluationCase, generateCase, generateRequest } from "./generate-cases.js";
import { buildOracle, moduleVersion, type Oracle } from "./go-program.js";
import { randomFrom } from "./random.js";
import type { Suite } from "./suite.js";

/** What upstream says of one request; it knows of no stages but the omitted ones. */
export type RecordedDecision = Omit<Decision, "stages">;

const MODULE = "k8s.io/apiserver";
const PACKAGE = "k8s.io/apiserver/pkg/audit/policy";
/** The newest, the last that only decodes leniently, and the last with `v1beta1`. */
const RELEASES = [
  { kubernetesVersion: "1.37", modfile: "go.mod" },
  { kubernetesVersion: "1.25", modfile: "go-1.25.mod" },
  { kubernetesVersion: "1.23", modfile: "go-1.23.mod" },
];
const POLICIES = 20_000;
const REQUESTS_EACH = 50;
/** Where the folder is there: real policies, as published. */
const PUBLISHED = new URL("../../../shared/data/policies/", import.meta.url);
const VECTORS = new URL("vectors/evaluation.json", import.meta.url);
const RECORDED_POLICIES = 1000;
const RECORDED_REQUESTS = 20;

/** What decides, and has to be run through in whole. */
const COVERED = [
  "*policyRuleEvaluator.EvaluatePolicyRule",
  "isOmitManagedFields",
  "ruleMatches",
  "ruleMatchesNonResource",
  "pathMatches",
  "ruleMatchesResource",
  "hasString",
  "unionStages",
];

export const evaluationSuite: Suite = {
  name: "evaluation",
  async run({ seed, record, signal, log }) {
    const against: string[] = [];
    const mismatches: string[] = [];
    const real = await realCases(seed);
    const recordings: RecordedRelease[] = [];
    let pairs = 0;
    for (const { kubernetesVersion, modfile } of RELEASES) {
      const version = `${MODULE} ${await moduleVersion("policy", MODULE, modfile)}`;
      const oracle = await buildOracle(
        { folder: "policy", program: "./evaluation", modfile, cover: PACKAGE },
        signal,
      );
      const coverFolder = await mkdtemp(join(tmpdir(), "gen-audit-cover-"));
      try {
        const questions = function* (): Generator<EvaluationCase> {
          yield* real;
          const random = randomFrom(seed);
          for (let count = 0; count < POLICIES; count++) yield generateCase(random, REQUESTS_EACH);
        };
        const again = questions();
        let compared = 0;
        for await (const answers of oracle.ask<RecordedDecision[]>(questions(), { coverFolder })) {
          const { policy, requests } = again.next().value as EvaluationCase;
          const decide = compileEvaluator(policy, { kubernetesVersion });
          for (const [index, request] of requests.entries()) {
            compared++;
            const expected = canonical(answers[index]);
            const reference = canonical(evaluate(policy, request, { kubernetesVersion }));
            const compiled = canonical(decide(request));
            if (reference === expected && compiled === expected) continue;
            mismatches.push(
              JSON.stringify({ version, policy, request, expected: answers[index], reference, compiled }),
            );
          }
        }
        pairs += compared;
        const missed = await uncovered(coverFolder, version);
        mismatches.push(...missed);
        against.push(version);
        log(
          `${version}: ${compared.toLocaleString("en")} pairs; ${COVERED.length - missed.length} of ${COVERED.length} functions run through in whole`,
        );
      } finally {
        await rm(coverFolder, { recursive: true });
      }
      if (record) recordings.push({ version, kubernetesVersion, decisions: await recordDecisions(oracle) });
    }
    if (record) await writeFile(VECTORS, printVectors(recordings));
    return { against, compared: `${pairs.toLocaleString("en")} pairs of policy and request`, mismatches };
  },
};

/** Presets and published policies, each with requests made for it. */
async function realCases(seed: number): Promise<readonly EvaluationCase[]> {
  const policies: Policy[] = listPresets().map(({ policy }) => policy);
  const files = await readdir(PUBLISHED).catch(() => []);
  for (const file of files) {
    const found = parsePolicies(await readFile(new URL(file, PUBLISHED), "utf8"), {
      kubernetesVersion: "1.23",
    });
    policies.push(...found.flatMap(({ policy }) => policy ?? []));
  }
  const random = randomFrom(seed);
  return policies.map((policy) => ({
    policy,
    requests: Array.from({ length: 400 }, () => fitRequest(generateRequest(random), policy, random)),
  }));
}

/** A request with some of its parts taken from the policy's own rules. */
function fitRequest(
  request: EvaluationCase["requests"][number],
  { rules }: Policy,
  random: ReturnType<typeof randomFrom>,
): EvaluationCase["requests"][number] {
  const rule = random.pick(rules);
  const of = (values: readonly string[] | undefined, other: string): string =>
    values?.length && random.chance(0.8) ? random.pick(values) : other;
  const user = request.user && {
    name: of(rule.users, request.user.name),
    groups: [...request.user.groups, of(rule.userGroups, "system:authenticated")],
  };
  const verb = of(rule.verbs, request.verb);
  if (rule.nonResourceURLs) {
    return {
      user,
      verb,
      path: of(rule.nonResourceURLs, "/version").replace(/\*$/, random.pick(["", "/x", "*"])),
    };
  }
  if (!request.resource) return { ...request, user, verb };
  const entry = rule.resources?.length ? random.pick(rule.resources) : undefined;
  const [resource = "", subresource = ""] = of(entry?.resources, request.resource.resource).split("/");
  return {
    user,
    verb,
    resource: {
      apiGroup: entry?.group ?? request.resource.apiGroup,
      resource,
      subresource: subresource === "*" ? "status" : subresource,
      namespace: of(rule.namespaces, request.resource.namespace ?? ""),
      name: of(entry?.resourceNames, request.resource.name ?? ""),
    },
  };
}

export function canonical(decision: RecordedDecision | undefined): string {
  const { rule, level, omitStages, omitManagedFields } = decision ?? {};
  return JSON.stringify([rule, level, [...(omitStages ?? [])].sort(), omitManagedFields]);
}

/** The functions that generated cases have not run through in whole. */
async function uncovered(folder: string, version: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)("go", ["tool", "covdata", "func", `-i=${folder}`]);
  const shares = new Map(
    stdout.split("\n").flatMap((line) => {
      const [, name, share] = /\/checker\.go:\d+:\s+(\S+)\s+([\d.]+)%/.exec(line) ?? [];
      return name && share ? [[name, share] as const] : [];
    }),
  );
  return COVERED.filter((name) => Number(shares.get(name)) !== 100).map(
    (name) => `${version}: ${name}: ${shares.get(name) ?? "none"} % of its statements run`,
  );
}

/** What one release decided of the cases that are recorded. */
interface RecordedRelease {
  readonly version: string;
  readonly kubernetesVersion: string;
  readonly decisions: readonly (readonly string[])[];
}

async function recordDecisions({ ask }: Oracle): Promise<RecordedRelease["decisions"]> {
  const random = randomFrom(1);
  const cases = Array.from({ length: RECORDED_POLICIES }, () => generateCase(random, RECORDED_REQUESTS));
  const decisions: string[][] = [];
  for await (const answers of ask<RecordedDecision[]>(cases)) decisions.push(answers.map(compact));
  return decisions;
}

/** One line for each policy, so that a change shows where it is; of older releases what differs from the newest. */
function printVectors([newest, ...older]: readonly RecordedRelease[]): string {
  const lines = newest?.decisions.map((some) => JSON.stringify(some)) ?? [];
  const head = { recordedFrom: newest?.version, seed: 1, requestsEach: RECORDED_REQUESTS };
  const releases = older.map(({ version, kubernetesVersion, decisions }) => {
    const differences = decisions.flatMap((some, policy) =>
      some.flatMap((decision, request) =>
        decision === newest?.decisions[policy]?.[request] ? [] : [[policy, request, decision] as const],
      ),
    );
    return JSON.stringify({ recordedFrom: version, kubernetesVersion, differences });
  });
  return `${JSON.stringify(head).slice(0, -1)},"decisions":[\n${lines.join(",\n")}\n],"older":[\n${releases.join(",\n")}\n]}\n`;
}

/** `"3 Request RequestReceived,Panic true"` */
export function compact({ rule, level, omitStages, omitManagedFields }: RecordedDecision): string {
  return [rule ?? "-", level, [...omitStages].sort().join(",") || "-", omitManagedFields].join(" ");
}
