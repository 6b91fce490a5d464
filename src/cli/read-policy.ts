import { GenAuditError } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { type ParsedPolicy, parsePolicy } from "../parse/index.js";
import { getPreset, type Preset } from "../presets/index.js";
import { printPolicy } from "../print/index.js";
import { printDiagnostics } from "../report/index.js";
import { usesColor } from "./color.js";
import type { CliHost } from "./host.js";
import type { Arguments } from "./parse-arguments.js";
import { PRESET_PREFIX } from "./policy-source.js";

/** What a word on the command line names: a file, `-`, or `preset:NAME`. */
export interface PolicyText {
  /** As diagnostics call it. */
  readonly name: string;
  readonly text: string;
  readonly preset?: Preset;
}

/** The text of a policy; that of a preset is printed. */
export async function readPolicyText(word: string, { files }: CliHost): Promise<PolicyText> {
  if (word.startsWith(PRESET_PREFIX)) {
    const preset = getPreset(word.slice(PRESET_PREFIX.length));
    return { name: word, text: printPolicy(preset.policy, { comments: preset.reasons }), preset };
  }
  if (word === "-" && files.inputIsTerminal) {
    throw new GenAuditError("bad-usage", "- is standard input, and that is a terminal");
  }
  return { name: word === "-" ? "<stdin>" : word, text: await files.read(word) };
}

/** A policy that kube-apiserver would load, with its text. */
export interface ReadPolicy extends PolicyText {
  readonly policy: Policy;
  readonly parsed: ParsedPolicy;
}

/**
 * The one policy of a text.
 *
 * @throws GenAuditError `bad-input` where it is refused, once its errors have been written.
 */
export async function readPolicy(
  word: string,
  kubernetesVersion: string | undefined,
  args: Arguments,
  host: CliHost,
): Promise<ReadPolicy> {
  const source = await readPolicyText(word, host);
  const parsed = parsePolicy(source.text, { file: source.name, kubernetesVersion });
  if (parsed.policy) return { ...source, policy: parsed.policy, parsed };
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  const { stderr, env } = host;
  stderr.write(printDiagnostics(errors, { color: usesColor(stderr, env, args.value("color")) }));
  throw new GenAuditError("bad-input", `${source.name} is refused`, {
    help: `gen-audit lint ${word} says more`,
  });
}
