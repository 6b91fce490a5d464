import { GenAuditError } from "../diagnostics/index.js";
import { printVersion } from "../kubernetes/index.js";
import { parsePolicy } from "../parse/index.js";
import { kubernetesOfTarget } from "../render/index.js";
import { printDiagnostics } from "../report/index.js";
import { usesColor } from "./color.js";
import type { CliHost } from "./host.js";
import type { Arguments } from "./parse-arguments.js";
import type { PolicySource } from "./policy-source.js";

/**
 * The policy of a file, or of standard input.
 *
 * @throws GenAuditError `bad-input` where it is refused, once its errors have been written.
 */
export async function readPolicyFile(file: string, args: Arguments, host: CliHost): Promise<PolicySource> {
  const { files, stderr, env } = host;
  if (file === "-" && files.inputIsTerminal) {
    throw new GenAuditError("bad-usage", "--policy - is standard input, and that is a terminal");
  }
  const name = file === "-" ? "<stdin>" : file;
  // What the first target's newest API server says of it; the policy is the same for all.
  const [target = "policy"] = args.values("target");
  const { newest } = kubernetesOfTarget(target, args.value("kubernetes-version"));
  const kubernetesVersion = printVersion(newest);
  const parsed = parsePolicy(await files.read(file), {
    file: name,
    kubernetesVersion,
  });
  if (!parsed.policy) {
    const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
    stderr.write(printDiagnostics(errors, { color: usesColor(stderr, env, args.value("color")) }));
    throw new GenAuditError("bad-input", `${name} is refused`, { help: `gen-audit lint ${file} says more` });
  }
  const reasons = parsed.comments.map((comment) => comment?.replace(/^ /gm, ""));
  return { part: { name, policy: parsed.policy, reasons }, diagnostics: parsed.diagnostics };
}
