import { printVersion } from "../kubernetes/index.js";
import { kubernetesOfTarget } from "../render/index.js";
import type { CliHost } from "./host.js";
import type { Arguments } from "./parse-arguments.js";
import type { PolicySource } from "./policy-source.js";
import { readPolicy } from "./read-policy.js";

/**
 * The policy that is named by `--policy`, as a part of a composition.
 *
 * @throws GenAuditError `bad-input` where it is refused, once its errors have been written.
 */
export async function readPolicyFile(word: string, args: Arguments, host: CliHost): Promise<PolicySource> {
  // What the first target's newest API server says of it; the policy is the same for all.
  const [target = "policy"] = args.values("target");
  const { newest } = kubernetesOfTarget(target, args.value("kubernetes-version"));
  const source = await readPolicy(word, printVersion(newest), args, host);
  return { part: source, diagnostics: source.diagnostics };
}
