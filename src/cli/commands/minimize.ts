import { GenAuditError } from "../../diagnostics/index.js";
import { type MinimizedPolicy, minimizePolicy } from "../../minimize/index.js";
import { parsePolicy } from "../../parse/index.js";
import { applyChanges, planChanges } from "../../patch/index.js";
import { printPolicy } from "../../print/index.js";
import { describeRemoval } from "../../report/index.js";
import { requireRelease } from "../../validate/index.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { type CliHost, EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { noteDiagnostics } from "../note-diagnostics.js";
import { type ReadPolicy, readPolicy } from "../read-policy.js";

/** The same decisions with fewer rules. */
export const minimize: Command = {
  name: "minimize",
  summary: "the same decisions with fewer rules and entries, proved before it is printed",
  usage: "minimize POLICY [-o FILE] [--kubernetes-version V] [--limit STEPS] [--json]",
  examples: [
    ["gen-audit minimize policy.yaml", "the policy without what changes no decision, comments kept"],
    ["gen-audit minimize policy.yaml -o policy.yaml", "the same, written in its place"],
  ],
  flags: [
    KUBERNETES_VERSION_FLAG,
    LIMIT_FLAG,
    { name: "output", short: "o", value: "FILE", help: "write the policy instead of printing it" },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    const [word, more] = args.positionals;
    if (word === undefined || more !== undefined)
      throw new GenAuditError("bad-usage", "minimize wants one policy: minimize POLICY");
    const kubernetesVersion = args.value("kubernetes-version");
    const limit = readLimit(args);
    requireRelease(kubernetesVersion);
    const source = await readPolicy(word, kubernetesVersion, args, host);
    noteDiagnostics(source, args, host);
    const minimized = minimizePolicy(source.policy, { kubernetesVersion, limit });
    if (minimized === "unknown") {
      throw new GenAuditError(
        "bad-input",
        `the proof that ${source.name} decides alike gave up at its limit`,
        {
          help: "nothing is printed that is not proved; --limit STEPS lets it go on for longer",
        },
      );
    }
    const printed = printMinimized(source, minimized, kubernetesVersion);
    const out = args.value("output");
    if (out !== undefined) await write(out, printed, source, host);
    const { policy, removed, isComplete } = minimized;
    if (args.has("json")) writeJson(host, { policy, removed, equivalent: true, isComplete });
    else if (out === undefined) host.stdout.write(printed.text);
    if (!isQuiet(args)) host.stderr.write(describe(source, minimized, printed));
    return EXIT.ok;
  },
};

interface Printed {
  readonly text: string;
  /** Why it is not the text that was read, without what went. */
  readonly refused?: string | undefined;
}

/** The text without what went, all else as it stands; or the policy printed, where that cannot be done or there is no text. */
function printMinimized(
  { text, source, reasons = [] }: ReadPolicy,
  minimized: MinimizedPolicy,
  kubernetesVersion: string | undefined,
): Printed {
  const comments = minimized.origins.map((rules) => {
    const own = rules.flatMap((rule) => reasons[rule] ?? []);
    return own.length > 0 ? own.join("\n") : undefined;
  });
  const printed = printPolicy(minimized.policy, { comments });
  if (text === undefined || !source) return { text: printed };
  const { changes, refused } = planChanges(text, source, minimized.edits);
  if (!changes) return { text: printed, refused };
  const changed = applyChanges(text, changes);
  const { policy } = parsePolicy(changed, { kubernetesVersion });
  return JSON.stringify(policy) === JSON.stringify(minimized.policy)
    ? { text: changed }
    : { text: printed, refused: "the text that is left would read as something else" };
}

async function write(
  path: string,
  { text, refused }: Printed,
  source: ReadPolicy,
  { files }: CliHost,
): Promise<void> {
  const isInPlace = path === source.name;
  if (isInPlace && refused !== undefined) {
    throw new GenAuditError("bad-input", `${path} cannot be changed in its place: ${refused}`, {
      help: "without -o the policy is printed anew",
    });
  }
  const replaces = isInPlace ? source.text : undefined;
  await files.write([{ path, content: text, ...(replaces !== undefined && { replaces }) }]);
}

function describe(
  { policy, name, place }: ReadPolicy,
  { removed, policy: { rules }, isComplete }: MinimizedPolicy,
  { refused }: Printed,
): string {
  const lines = removed.map((one) => {
    const location = place?.(one.path).location;
    return `${location ? `${location.file}:${location.line}: ` : ""}${describeRemoval(one)}\n`;
  });
  const count = (length: number): string => `${length} ${length === 1 ? "rule" : "rules"}`;
  const summary =
    removed.length === 0
      ? `no rule or entry of ${name} could go`
      : `${count(policy.rules.length)} before, ${count(rules.length)} now: proved to decide every request alike`;
  const anew = refused === undefined ? "" : `note: printed anew, with the comments above rules: ${refused}\n`;
  const more = isComplete ? "" : "note: the search ended at its limit: more could perhaps go\n";
  return `${anew}${more}${lines.join("")}${summary}\n`;
}
