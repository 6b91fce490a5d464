import { type Diagnostic, GenAuditError } from "../diagnostics/index.js";
import { type ParsedPolicy, parsePolicy } from "../parse/index.js";
import type { Preset } from "../presets/index.js";
import { printPolicy } from "../print/index.js";
import { type ExplanationSource, printDiagnostics } from "../report/index.js";
import { usesColor } from "./color.js";
import type { CliHost, Files } from "./host.js";
import type { Arguments } from "./parse-arguments.js";
import { PRESET_PREFIX } from "./policy-source.js";

/** What a word on the command line names: a file, `-`, `preset:NAME`, or `git:REVISION:PATH`. */
export interface PolicyText {
  /** As diagnostics call it. */
  readonly name: string;
  readonly text: string;
  readonly preset?: Preset<string>;
}

/** The text of a policy; that of a preset is printed. */
export async function readPolicyText(
  word: string,
  { files }: CliHost,
  kubernetesVersion?: string,
): Promise<PolicyText> {
  const preset = await presetOf(word, kubernetesVersion, files);
  if (preset) return { name: word, text: printPolicy(preset.policy, { comments: preset.reasons }), preset };
  if (word.startsWith(GIT_PREFIX)) return { name: word, text: await readRevision(word, files) };
  if (word === "-" && files.inputIsTerminal) {
    throw new GenAuditError("bad-usage", "- is standard input, and that is a terminal");
  }
  return { name: word === "-" ? "<stdin>" : word, text: await files.read(word) };
}

/** What stands before a file of an earlier state: `git:main:audit/policy.yaml`. */
export const GIT_PREFIX = "git:";

function readRevision(word: string, files: Files): Promise<string> {
  const [revision = "", ...path] = word.slice(GIT_PREFIX.length).split(":");
  if (revision === "" || path.join("") === "") {
    throw new GenAuditError("bad-usage", `"${word}" names no file of a revision`, {
      help: "written git:REVISION:PATH, as in git:main:audit/policy.yaml",
    });
  }
  return files.readRevision(revision, path.join(":"));
}

/** As it is for the release; an unreadable one is refused where it is used. */
async function presetOf(
  word: string,
  kubernetesVersion: string | undefined,
  files: Files,
): Promise<Preset<string> | undefined> {
  if (!word.startsWith(PRESET_PREFIX)) return undefined;
  const { findPreset } = await import("./find-preset.js");
  return (await findPreset(word.slice(PRESET_PREFIX.length), kubernetesVersion, [], files)).preset;
}

/** A policy that kube-apiserver would load, and what is known of its text; a preset has none. */
export interface ReadPolicy extends ExplanationSource {
  readonly diagnostics: readonly Diagnostic[];
  /** What it takes to change the policy in its text. */
  readonly source?: ParsedPolicy["source"];
  /** Where a field of it stands. */
  readonly place?: ParsedPolicy["place"];
}

/**
 * The one policy that a word names.
 *
 * @throws GenAuditError `bad-input` where it is refused, once its errors have been written.
 */
export async function readPolicy(
  word: string,
  kubernetesVersion: string | undefined,
  args: Arguments,
  host: CliHost,
): Promise<ReadPolicy> {
  const preset = await presetOf(word, kubernetesVersion, host.files);
  if (preset) return { name: word, policy: preset.policy, reasons: preset.reasons, diagnostics: [] };
  const { name, text } = await readPolicyText(word, host, kubernetesVersion);
  const parsed = parsePolicy(text, { file: name, kubernetesVersion });
  const { policy, ruleLocations, diagnostics, source, place } = parsed;
  const reasons = parsed.comments.map((comment) => comment?.replace(/^ /gm, ""));
  if (policy) return { name, policy, text, ruleLocations, reasons, diagnostics, source, place };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const { stderr, env } = host;
  stderr.write(printDiagnostics(errors, { color: usesColor(stderr, env, args.value("color")) }));
  throw new GenAuditError("bad-input", `${name} is refused`, { help: `gen-audit lint ${word} says more` });
}
