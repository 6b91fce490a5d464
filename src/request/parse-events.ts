import { GenAuditError } from "../diagnostics/index.js";

/** A JSON object of an audit log, and where it stands. */
export interface LoggedEvent {
  readonly event: unknown;
  /** The line that it begins on, from 1; absent inside of a list. */
  readonly line?: number;
}

/**
 * The events of an audit log: one JSON object, one on each line as kube-apiserver writes them, or an `EventList` as it sends
 * them to a webhook. Whether they are audit events, `requestFromEvent` says. `file` is how errors call the text.
 *
 * @throws GenAuditError `bad-input` for what is no JSON, with the line.
 *
 * @example
 * parseEvents('{"kind":"Event"}\n{"kind":"Event"}\n').length; // 2
 */
export function parseEvents(text: string, file = "audit.log"): readonly LoggedEvent[] {
  const whole = tryJson(text);
  if (whole) return unfold(whole.value).map((event) => ({ event }));
  const events: LoggedEvent[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = tryJson(line);
    if (!parsed) {
      throw new GenAuditError("bad-input", `${file}:${index + 1} is not JSON`, {
        help: "an audit log has one JSON object on each line; an EventList or a single event may span several",
      });
    }
    events.push(...unfold(parsed.value).map((event) => ({ event, line: index + 1 })));
  }
  if (events.length === 0) throw new GenAuditError("bad-input", `${file} holds no event`);
  return events;
}

function tryJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // Said by the caller, who knows the line.
  }
}

function unfold(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const isList = typeof value === "object" && value !== null && "kind" in value && value.kind === "EventList";
  return isList && "items" in value && Array.isArray(value.items) ? value.items : [value];
}
