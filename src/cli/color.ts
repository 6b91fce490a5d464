import type { CliHost, Output } from "./host.js";

/** Whether a stream is written in color: the flag, else NO_COLOR, FORCE_COLOR and TERM, else whether it is a terminal. */
export function usesColor(output: Output, env: CliHost["env"], flag: string | undefined): boolean {
  if (flag !== undefined) return flag === "always";
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  if (env["TERM"] === "dumb") return false;
  return output.isTerminal;
}
