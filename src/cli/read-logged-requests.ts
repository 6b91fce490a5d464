import { GenAuditError } from "../diagnostics/index.js";
import type { RequestAttributes } from "../model/index.js";
import { parseEvents, requestFromEvent } from "../request/index.js";
import type { CliHost } from "./host.js";

/** A request, and what a log says of it if it comes from one. */
export interface LoggedRequest {
  readonly request: RequestAttributes;
  readonly recorded?: Recorded;
}

export interface Recorded {
  /** `audit.log:3` */
  readonly place: string;
  readonly auditID?: string;
  readonly level: string;
  readonly stages: readonly string[];
}

/**
 * The requests of an audit log, in the order in which they first stand there; the events of one request go together.
 *
 * @throws GenAuditError `bad-input` for what is no audit event, with its place.
 */
export async function readLoggedRequests(
  file: string,
  { files }: CliHost,
): Promise<readonly LoggedRequest[]> {
  if (file === "-" && files.inputIsTerminal) {
    throw new GenAuditError("bad-usage", "--event - is standard input, and that is a terminal");
  }
  const name = file === "-" ? "<stdin>" : file;
  const byId = new Map<string, LoggedRequest & { readonly recorded: Recorded }>();
  for (const [index, { event, line }] of parseEvents(await files.read(file), name).entries()) {
    const place = `${name}:${line ?? `[${index}]`}`;
    const request = requestAt(place, event);
    const { auditID, level, stage } = readFields(event);
    // An event without an ID stands for itself.
    const id = auditID ?? place;
    const known = byId.get(id);
    const stages = [...(known?.recorded.stages ?? []), ...(stage === undefined ? [] : [stage])];
    const recorded = known
      ? { ...known.recorded, stages }
      : { place, ...(auditID !== undefined && { auditID }), level, stages };
    byId.set(id, { request: known?.request ?? request, recorded });
  }
  return [...byId.values()];
}

function requestAt(place: string, event: unknown): RequestAttributes {
  try {
    return requestFromEvent(event);
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    throw new GenAuditError(error.code, `${place}: ${error.message}`, { help: error.help, cause: error });
  }
}

function readFields(event: unknown): { auditID?: string; level: string; stage?: string } {
  const text = (field: string): string | undefined => {
    const value = typeof event === "object" && event !== null ? Reflect.get(event, field) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const [auditID, stage] = [text("auditID"), text("stage")];
  return {
    level: text("level") ?? "an unknown level",
    ...(auditID !== undefined && { auditID }),
    ...(stage !== undefined && { stage }),
  };
}
