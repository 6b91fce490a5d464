import { GenAuditError, hasFatalError, printable } from "../diagnostics/index.js";
import { type DocumentChange, type PutText, putIntoText } from "../into/index.js";
import {
  isDataList,
  isDataObject,
  type Placement,
  type Rendering,
  type RenderRequest,
} from "../render/index.js";
import { printUnifiedDiff } from "../report/index.js";
import { isQuiet, writeJson } from "./command.js";
import { type CliHost, EXIT, type ExitCode } from "./host.js";
import type { IntoFlag } from "./into-flags.js";
import type { Arguments } from "./parse-arguments.js";
import { planFiles } from "./place-artifacts.js";
import { printSteps } from "./print-steps.js";
import { sayDiagnostics } from "./say-diagnostics.js";

/** Puts a rendering into a file of the user's, or says what that would change. */
export async function putIntoFile(
  { flag, file }: IntoFlag,
  request: RenderRequest,
  notes: Rendering["diagnostics"],
  args: Arguments,
  host: CliHost,
): Promise<ExitCode> {
  const text = await readFile(file, flag, host);
  const name = file === "-" ? "<stdin>" : file;
  const put = putIntoText(text, { ...request, file: name });
  const { rendering } = put;
  const diagnostics = [...notes, ...rendering.diagnostics];
  const failed = hasFatalError(diagnostics);
  sayDiagnostics(
    failed ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics,
    args,
    host,
  );
  const { text: changed } = put;
  if (failed || changed === undefined) return EXIT.usage;
  refuseEmptyOutput(rendering, args);
  if (!isQuiet(args)) host.stderr.write(printReplaced(put, name));
  if (flag === "into") await write({ file, text, changed }, rendering, args, host);
  const diff = flag === "into" ? undefined : printUnifiedDiff(file === "-" ? "stdin" : file, text, changed);
  if (args.has("json")) {
    const { target, version, artifacts, steps } = rendering;
    const changes = put.changes.map(plainChange);
    const into = { file: name, changed: changed !== text, changes, ...(diff !== undefined && { diff }) };
    writeJson(host, {
      policy: request.policy,
      targets: [{ target, version, artifacts, steps }],
      diagnostics,
      into,
    });
  } else if (diff !== undefined) host.stdout.write(diff);
  if (flag === "into" && !isQuiet(args))
    host.stderr.write(printLeft(rendering, args) + printSteps(rendering));
  return flag === "check" && changed !== text ? EXIT.findings : EXIT.ok;
}

async function readFile(file: string, flag: string, { files }: CliHost): Promise<string> {
  if (file === "-" && files.inputIsTerminal)
    throw new GenAuditError("bad-usage", `--${flag} - is standard input, and that is a terminal`);
  return files.read(file);
}

function refuseEmptyOutput({ artifacts }: Rendering, args: Arguments): void {
  if (!args.has("output") || artifacts.length > 0) return;
  throw new GenAuditError("bad-usage", "-o has nothing to write: all of it goes into the file", {
    help: "leave -o out",
  });
}

/** The file, and with `-o` what is for the nodes: all, or none. */
async function write(
  { file, text, changed }: { readonly file: string; readonly text: string; readonly changed: string },
  rendering: Rendering,
  args: Arguments,
  { files, stdout }: CliHost,
): Promise<void> {
  const out = args.value("output");
  const others = out === undefined ? [] : await planFiles([rendering], out, files);
  const own = file === "-" || changed === text ? [] : [{ path: file, content: changed, replaces: text }];
  if (others.length + own.length > 0) await files.write([...others, ...own]);
  if (file === "-") stdout.write(changed);
}

/** Settings that are replaced, one line each, and how many things are new. */
function printReplaced({ changes }: PutText, name: string): string {
  if (changes.length === 0) return `${name}: nothing to change\n`;
  const replaced = changes.filter(({ before }) => before !== undefined);
  const added = changes.length - replaced.length;
  const lines = replaced.map(({ path, before, after, location }) => {
    const place = location ? `:${location.line}:${location.column}` : "";
    const becomes = after === undefined ? "is taken out" : `becomes ${describe(after)}`;
    return `${name}${place}: ${path}: ${describe(before)} ${becomes}`;
  });
  return [...lines, ...(added > 0 ? [`${name}: ${added} added`] : [])]
    .map((line) => `${printable(line)}\n`)
    .join("");
}

function describe(data: DocumentChange["before"]): string {
  if (typeof data === "object" && data !== null) {
    const rules = isDataObject(data) ? data["rules"] : undefined;
    if (isDataList(rules)) return `a policy of ${count(rules, "rule")}`;
    return isDataList(data)
      ? `a list of ${count(data, "item")}`
      : `a mapping of ${count(Object.keys(data), "key")}`;
  }
  if (typeof data !== "string" || !data.includes("\n")) return JSON.stringify(plain(data));
  return `a text of ${count(data.replace(/\n$/, "").split("\n"), "line")}`;
}

function count(all: readonly unknown[], unit: string): string {
  return `${all.length} ${all.length === 1 ? unit : `${unit}s`}`;
}

/** What is rendered beside, for the nodes or for elsewhere, is not in the user's file; without `-o` it is nowhere. */
function printLeft({ artifacts }: Rendering, args: Arguments): string {
  if (artifacts.length === 0 || args.has("output")) return "";
  const names = artifacts.map(({ path }) => path).join(", ");
  const [first] = new Set(artifacts.map(({ placement }) => placement));
  const isAll = artifacts.every(({ placement }) => placement === first);
  const reason = (isAll && first && LEFT[first]) || "they are files of the nodes";
  return `note: not written, since ${reason}: ${names}; -o DIR writes them\n`;
}

const LEFT: Readonly<Partial<Record<Placement, string>>> = {
  local: "it goes into files of its own",
  "cluster-object": "they are objects of the cluster",
};

function plainChange({ path, before, after, location }: DocumentChange): Record<string, unknown> {
  return {
    path,
    ...(before !== undefined && { before: plain(before) }),
    ...(after !== undefined && { after: plain(after) }),
    ...(location && { line: location.line, column: location.column }),
  };
}

/** Integers beyond doubles are no matter for JSON. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (_, value) => (typeof value === "bigint" ? Number(value) : value)));
}
