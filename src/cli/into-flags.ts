import { GenAuditError } from "../diagnostics/index.js";
import type { Arguments, FlagDefinition } from "./parse-arguments.js";

export const INTO_FLAGS: readonly FlagDefinition[] = [
  { name: "into", value: "FILE", help: "put it into a file of yours, all else kept; - is standard input" },
  { name: "check", value: "FILE", help: "print what --into would change as a diff; exit 1 if there is any" },
  { name: "diff", value: "FILE", help: "print what --into would change as a diff" },
];

/** What is to be done with the file of the user's. */
export interface IntoFlag {
  readonly flag: "into" | "check" | "diff";
  readonly file: string;
}

/** The one of the flags that is given. */
export function intoFlagOf(args: Arguments, targets: readonly string[]): IntoFlag | undefined {
  const [first, second] = args.inOrder("into", "check", "diff");
  if (!first) return undefined;
  // INVARIANT: `inOrder` gives the flags that it is asked for.
  const { flag, value: file } = first as { flag: IntoFlag["flag"]; value: string };
  if (second) throw new GenAuditError("bad-usage", `--${flag} and --${second.flag} exclude each other`);
  if (targets.length > 1)
    throw new GenAuditError("bad-usage", `--${flag} takes one target, and there are ${targets.length}`);
  if (flag !== "into" && args.has("output"))
    throw new GenAuditError("bad-usage", `--${flag} writes nothing, so that -o has no place beside it`);
  if (file === "-" && [...args.values("policy"), args.value("webhook-config")].includes("-"))
    throw new GenAuditError("bad-usage", `--${flag} - and --policy - both read standard input`);
  if (flag === "into" && file === "-" && args.has("json"))
    throw new GenAuditError("bad-usage", "--into - prints the file, so that --json has no place beside it");
  return { flag, file };
}
