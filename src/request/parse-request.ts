import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { type ParsedRequest, type RequestWords, requestFromWords } from "./request-from-words.js";

/** How a request is understood. */
export interface ParseRequestOptions {
  /** The release whose built-in resources are known, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}

/**
 * Reads a request written on one line, as `gen-audit explain` takes it: `create pods/exec web-0 -n prod --as jane`, or
 * `GET /api/v1/pods?watch=1 --as jane`.
 *
 * A resource is `RESOURCE[.GROUP][/SUBRESOURCE]`; a built-in one finds its group. `--as` adds the groups that Kubernetes itself
 * gives the name, unless `--no-implied-groups` is there; `--as-failed` is a request that fails authentication.
 *
 * @throws GenAuditError `bad-input` for what is no request, with what would be one; `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * parseRequest("create pods/exec web-0 -n prod --as jane").request;
 * // ({
 * //   user: { name: "jane", groups: ["system:authenticated"] },
 * //   verb: "create",
 * //   resource: { apiGroup: "", resource: "pods", subresource: "exec", namespace: "prod", name: "web-0" },
 * // })
 * parseRequest("GET /healthz --as-failed").request.user; // null
 */
export function parseRequest(text: string, { kubernetesVersion }: ParseRequestOptions = {}): ParsedRequest {
  return requestFromWords({ ...readFlags(splitWords(text)), kubernetesVersion });
}

/** Flags with a value, and the property that it goes into. */
const VALUES: Readonly<Record<string, "namespace" | "as" | "asGroups">> = {
  "-n": "namespace",
  "--namespace": "namespace",
  "--as": "as",
  "--as-group": "asGroups",
};

const SWITCHES: Readonly<Record<string, Partial<RequestWords>>> = {
  "-A": { allNamespaces: true },
  "--all-namespaces": { allNamespaces: true },
  "--as-failed": { asFailed: true },
  "--no-implied-groups": { impliedGroups: false },
};

function readFlags(all: readonly string[]): RequestWords {
  let written: RequestWords = { words: [] };
  const rest = [...all];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, flag = "", inline] = /^(--?[^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (flag === "") written = { ...written, words: [...written.words, word] };
    else if (Object.hasOwn(SWITCHES, flag) && inline === undefined)
      written = { ...written, ...SWITCHES[flag] };
    else written = { ...written, ...readValue(flag, inline ?? rest.shift(), written) };
  }
  return written;
}

function readValue(
  flag: string,
  value: string | undefined,
  { asGroups = [] }: RequestWords,
): Partial<RequestWords> {
  const property = Object.hasOwn(VALUES, flag) ? VALUES[flag] : undefined;
  if (property === undefined) {
    const known = [...Object.keys(VALUES), ...Object.keys(SWITCHES)];
    throw new GenAuditError("bad-input", `unknown flag ${flag} in a request${didYouMean(flag, known)}`);
  }
  if (value === undefined) throw new GenAuditError("bad-input", `${flag} wants a value`);
  return { [property]: property === "asGroups" ? [...asGroups, value] : value };
}

/** At blanks; quotes keep what is between them together. */
function splitWords(text: string): readonly string[] {
  if (!/^(?:[^'"]|'[^']*'|"[^"]*")*$/.test(text)) {
    throw new GenAuditError("bad-input", `a quote is not closed in ${text}`);
  }
  const words = text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
}
