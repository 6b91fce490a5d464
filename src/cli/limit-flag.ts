import { GenAuditError } from "../diagnostics/index.js";
import type { Arguments, FlagDefinition } from "./parse-arguments.js";

export const LIMIT_FLAG: FlagDefinition = {
  name: "limit",
  value: "STEPS",
  help: "what the search for one answer may cost (default: 20000000, about a second)",
};

/**
 * The limit of a search, if it is given.
 *
 * @throws GenAuditError `bad-usage` if it is no number.
 */
export function readLimit(args: Arguments): number | undefined {
  const written = args.value(LIMIT_FLAG.name);
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(written)) return Number(written);
  throw new GenAuditError("bad-usage", `--limit is a number of steps, not "${written}"`);
}
