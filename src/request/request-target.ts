import { GenAuditError } from "../diagnostics/index.js";

/** The target of an HTTP request line, as Go's `net/url` reads it. */
export interface RequestTarget {
  /** Decoded, `%2F` and all. */
  readonly path: string;
  /** The first value of each query parameter. */
  readonly query: ReadonlyMap<string, string>;
}

/**
 * Reads `/api/v1/pods?watch=1`, or the same behind a scheme and a host.
 *
 * Upstream: Go `net/url`, `ParseRequestURI`, `ParseQuery`
 *
 * @throws GenAuditError `bad-input` if it is neither, or has a `%` that encodes nothing.
 */
export function parseRequestTarget(url: string): RequestTarget {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");
  if (/[\0- \x7f]/.test(target)) throw notATarget(url, "a blank or control character has to be encoded");
  const isAbsolute = target.length < url.length;
  if (!target.startsWith("/") && !(isAbsolute && /^(\?|$)/.test(target)) && target !== "*") {
    throw notATarget(url, "it begins with /, as in /api/v1/pods");
  }
  const mark = target.indexOf("?");
  const path = decode(mark === -1 ? target : target.slice(0, mark));
  if (path === undefined)
    throw notATarget(url, 'a "%" is followed by two hexadecimal digits; the sign itself is %25');
  return { path, query: mark === -1 ? new Map() : parseQuery(target.slice(mark + 1)) };
}

/** A pair that cannot be read is passed over, as it is upstream. */
function parseQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (pair === "" || pair.includes(";")) continue;
    const sign = pair.indexOf("=");
    const [name, value] = sign === -1 ? [pair, ""] : [pair.slice(0, sign), pair.slice(sign + 1)];
    const [key, decoded] = [decode(name.replaceAll("+", " ")), decode(value.replaceAll("+", " "))];
    if (key !== undefined && decoded !== undefined && !query.has(key)) query.set(key, decoded);
  }
  return query;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Undefined where a `%` encodes nothing. Bytes that are no UTF-8 become the replacement character. */
function decode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) =>
    utf8.decode(Uint8Array.from(encoded.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}

function notATarget(url: string, help: string): GenAuditError {
  return new GenAuditError("bad-input", `"${url}" is not the URL of a request`, { help });
}
