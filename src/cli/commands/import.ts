import { GenAuditError, invariant } from "../../diagnostics/index.js";
import { shellWord } from "../../render/index.js";
import { requireRelease } from "../../validate/index.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { type CliHost, EXIT } from "../host.js";
import { noteDiagnostics } from "../note-diagnostics.js";
import { readPolicy } from "../read-policy.js";

/** An existing policy as a program that builds it. */
export const importPolicy: Command = {
  name: "import",
  summary: "an existing policy as a TypeScript program that builds it; needs ts-morph beside gen-audit",
  usage: "import POLICY [-o FILE] [--kubernetes-version V] [--json]",
  examples: [
    ["gen-audit import policy.yaml -o policy.ts", "a program with Kubernetes' own names, comments kept"],
    ["npx -p gen-audit -p ts-morph gen-audit import policy.yaml", "the same where ts-morph is not installed"],
  ],
  flags: [
    KUBERNETES_VERSION_FLAG,
    { name: "output", short: "o", value: "FILE", help: "write the program instead of printing it" },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    const [word, more] = args.positionals;
    if (word === undefined || more !== undefined)
      throw new GenAuditError("bad-usage", "import wants one policy: import POLICY");
    const kubernetesVersion = args.value("kubernetes-version");
    requireRelease(kubernetesVersion);
    const { policy, source, reasons = [], ...read } = await readPolicy(word, kubernetesVersion, args, host);
    const { commentsAbove, commentsByPath, haveSameRules, printProgram, runProgram } =
      await loadCodegen(host);
    noteDiagnostics({ policy, ...read }, args, host);
    const comments = source ? commentsByPath(source) : commentsAbove(reasons);
    const program = printProgram(policy, { comments, kubernetesVersion });
    invariant(haveSameRules(policy, runProgram(program)), "the program builds the policy that was read");
    const out = args.value("output");
    if (out !== undefined) await host.files.write([{ path: out, content: program }]);
    if (args.has("json")) writeJson(host, { program, equivalent: true });
    else if (out === undefined) host.stdout.write(program);
    const { length } = policy.rules;
    const rules = `${length} ${length === 1 ? "rule" : "rules"}`;
    if (!isQuiet(args))
      host.stderr.write(`${rules}; the program has been run, and each rule came out as it is\n`);
    return EXIT.ok;
  },
};

/** It is for this command alone, and large: whoever wants it brings it. */
async function loadCodegen({ args }: CliHost): Promise<typeof import("../../codegen/index.js")> {
  try {
    return await import("../../codegen/index.js");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new GenAuditError("dependency-missing", "import needs ts-morph, which is not installed", {
      help: `npx -p gen-audit -p ts-morph gen-audit ${args.map(shellWord).join(" ")}`,
      cause: error,
    });
  }
}
