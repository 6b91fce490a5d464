import type { RequestSelector } from "../model/index.js";

/** Requests as a rule selects them, written as in a policy: `{verbs: [get], nonResourceURLs: [/livez*]}`. */
export function describeSelector(selector: RequestSelector): string {
  return write(selector);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  if (typeof value !== "object" || value === null) {
    return typeof value === "string" && /^[\w/*:.@-]+$/.test(value) ? value : JSON.stringify(value);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${name}: ${write(field)}`).join(", ")}}`;
}
