import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Policy } from "../../src/model/index.js";
import { parsePolicies } from "../../src/parse/index.js";
import { checkScanners, type ScannerCheckName } from "../../src/scanner/index.js";
import { askAll } from "./ask-all.js";
import { digestOf } from "./digest-of.js";
import { generateScannerPolicy } from "./generate-scanner-policy.js";
import { buildOracle, moduleVersion } from "./go-program.js";
import { randomFrom } from "./random.js";
import type { Suite } from "./suite.js";

/** What the rules of the scanners say of a policy. */
export interface ScannerAnswer {
  /** The resources that KICS has a finding about, in alphabetical order. */
  readonly kics: readonly string[];
  /** Whether Kubescape has none. */
  readonly kubescape: boolean;
}

export interface ScannerCase {
  readonly text: string;
  readonly policy: Policy;
}

/** A policy, as a digest of its text. */
export type RecordedAnswer = readonly [digest: string, kics: readonly string[], kubescape: boolean];

/** What `npm test` replays. */
export interface ScannerRecording {
  readonly recordedFrom: readonly string[];
  /** In the order of generation. */
  readonly cases: readonly RecordedAnswer[];
  /** By the name of the file. */
  readonly published: Readonly<Record<string, RecordedAnswer>>;
}

const MODULE = "github.com/open-policy-agent/opa";
/** Names a folder with the rules, which are not ours to keep; without it, what they said before is left to the vectors. */
const RULES = "SCANNER_RULES";
const RULE_FILES = {
  "kics.rego": "Checkmarx/kics assets/queries/k8s/audit_policy_not_cover_key_security_concerns/query.rego",
  "kubescape.rego": "kubescape/regolibrary rules/audit-policy-content/raw.rego",
};
const POLICIES = 5000;
export const RECORDED = 400;
const PUBLISHED = new URL("../../../shared/data/policies/", import.meta.url);
const VECTORS = new URL("vectors/scanner.json", import.meta.url);

export const scannerSuite: Suite = {
  name: "scanners",
  async run({ seed, record, signal, log }) {
    const folder = process.env[RULES];
    if (folder === undefined) {
      const skipped = `no ${RULES}, a folder with ${Object.keys(RULE_FILES).join(" and ")}`;
      return { against: [], compared: "nothing", mismatches: [], skipped };
    }
    const against = [
      `${MODULE} ${await moduleVersion("scanner", MODULE)}`,
      ...(await Promise.all(
        Object.entries(RULE_FILES).map(
          async ([file, name]) => `${name} (git blob ${gitBlob(await readFile(join(folder, file)))})`,
        ),
      )),
    ];
    const oracle = await buildOracle({ folder: "scanner", program: "." }, signal);
    const ask = (cases: readonly ScannerCase[]): Promise<readonly ScannerAnswer[]> =>
      askAll(
        oracle,
        cases.map(({ text }) => ({ text })),
      );
    const published = await publishedCases();
    const cases = [...published, ...generateScannerCases(seed, POLICIES)];
    const answers = await ask(cases);
    const mismatches = cases.flatMap(({ text, policy }, index) => {
      const [said, ours] = [answers[index], predictAnswer(policy)];
      return isDeepStrictEqual(said, ours) ? [] : [JSON.stringify({ text, said, ours })];
    });
    const passed = answers.filter(({ kics, kubescape }) => kics.length === 0 || kubescape).length;
    log(`${cases.length} policies, of which ${passed} pass KICS or Kubescape`);
    if (record) {
      const some = generateScannerCases(1, RECORDED);
      const said = await ask(some);
      const lines = some.map((one, index) => JSON.stringify(recordAnswer(one, said[index])));
      const byFile = published.map((one, index) => {
        return `${JSON.stringify(one.file)}:${JSON.stringify(recordAnswer(one, answers[index]))}`;
      });
      const head = JSON.stringify({ recordedFrom: against }).slice(0, -1);
      const recorded = `"cases":[\n${lines.join(",\n")}\n],"published":{\n${byFile.join(",\n")}\n}`;
      await writeFile(VECTORS, `${head},${recorded}}\n`);
    }
    return { against, compared: `${cases.length.toLocaleString("en")} policies`, mismatches };
  },
};

/** Written as JSON, which keeps empty lists as they are. */
export function generateScannerCases(seed: number, count: number): readonly ScannerCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const policy = generateScannerPolicy(random);
    return { policy, text: JSON.stringify(policy) };
  });
}

/** None where the folder is not there. */
export async function publishedCases(): Promise<readonly (ScannerCase & { readonly file: string })[]> {
  const files = await readdir(PUBLISHED).catch(() => []);
  const cases = await Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(new URL(file, PUBLISHED), "utf8");
      // Old policies too: neither scanner asks for the version. KICS passes over a file without apiVersion and kind.
      const [first] = parsePolicies(text, { kubernetesVersion: "1.23" });
      const isRead = first?.diagnostics.every(({ severity }) => severity !== "error");
      return first?.policy && isRead ? [{ file, text, policy: first.policy }] : [];
    }),
  );
  return cases.flat();
}

/** What we say that the scanners say. */
export function predictAnswer(policy: Policy): ScannerAnswer {
  const checks = checkScanners(policy);
  const reasonOf = (name: ScannerCheckName): string | undefined =>
    checks.find(({ check }) => check === name)?.reason;
  const missing = reasonOf("kics-1828a670")?.matchAll(/ names ([^;]+)/g) ?? [];
  return {
    kics: [...missing].flatMap(([, names = ""]) => names.split(", ")).sort(),
    kubescape: reasonOf("kubescape-c-0161") === undefined,
  };
}

export function recordAnswer(
  { text }: Pick<ScannerCase, "text">,
  answer: ScannerAnswer | undefined,
): RecordedAnswer {
  return [digestOf(text), answer?.kics ?? [], answer?.kubescape ?? false];
}

/** The name that git gives to a file of this text, whatever commit it is in. */
function gitBlob(text: Buffer): string {
  return createHash("sha1").update(`blob ${text.length}\0`).update(text).digest("hex").slice(0, 8);
}
