import { isQuiet } from "./command.js";
import type { CliHost } from "./host.js";
import type { Arguments } from "./parse-arguments.js";
import type { ReadPolicy } from "./read-policy.js";

/** Says that there is something to say of a policy; what it is, is for lint. */
export function noteDiagnostics({ name, diagnostics }: ReadPolicy, args: Arguments, host: CliHost): void {
  const { length } = diagnostics.filter(({ severity }) => severity !== "info");
  if (length === 0 || isQuiet(args)) return;
  host.stderr.write(
    `note: ${length} ${length === 1 ? "thing" : "things"} in ${name} may not mean what it seems; gen-audit lint says which\n`,
  );
}
