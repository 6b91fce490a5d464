import { GenAuditError } from "../diagnostics/index.js";

/** What is wrong with a word of the command line is a wrong command line. */
export function asUsage<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GenAuditError) || error.code !== "bad-input") throw error;
    throw new GenAuditError("bad-usage", error.message, { help: error.help, cause: error });
  }
}
