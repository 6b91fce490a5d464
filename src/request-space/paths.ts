import { Dimension } from "./dimension.js";

/** All paths that `nonResourceURLs` tell apart: each that is named, one behind each prefix, and one that none takes. */
export class Paths {
  readonly dimension: Dimension<string>;
  /** Paths that stand for all others behind a prefix, and how these are written: `/healthz*`. */
  readonly others: ReadonlyMap<string, string>;

  constructor(specs: readonly string[]) {
    const exact = specs.filter((spec) => !spec.endsWith("*"));
    const prefixes = specs.filter((spec) => spec.endsWith("*")).map(prefixOf);
    const named = [...exact, ...prefixes.filter((prefix) => prefix !== "")];
    const starts = [...new Set(["/", ...prefixes.filter((prefix) => prefix !== "")])];
    const others = starts.map((start) => [behind(start, [...exact, ...prefixes]), `${start}*`] as const);
    const slashes = starts.flatMap((start) =>
      slashesBehind(start, exact, prefixes).map((path) => [path, `${start}*`] as const),
    );
    this.others = new Map([...others, ...slashes]);
    // The path of a request begins with a slash.
    this.dimension = new Dimension(
      [...new Set([...named, ...this.others.keys()])].filter((path) => path.startsWith("/")),
    );
  }

  /** The paths that a spec stands for. */
  points(spec: string): readonly number[] {
    const prefix = spec.endsWith("*") ? prefixOf(spec) : undefined;
    return this.dimension.points.flatMap((path, index) =>
      (prefix === undefined ? path === spec : path.startsWith(prefix)) ? [index] : [],
    );
  }
}

function prefixOf(spec: string): string {
  let end = spec.length;
  while (spec[end - 1] === "*") end--;
  return spec.slice(0, end);
}

/** A path that begins with the prefix, and of the others that do only with those that the prefix itself begins with. */
function behind(prefix: string, named: readonly string[]): string {
  const longer = named.filter((other) => other.length > prefix.length && other.startsWith(prefix));
  const isFree = (path: string): boolean => !longer.some((other) => path.startsWith(other));
  for (const word of ["other", ...LETTERS]) if (isFree(`${prefix}${word}`)) return `${prefix}${word}`;
  for (let code = 0x100; ; code++) {
    const path = `${prefix}${String.fromCodePoint(code)}`;
    if (isFree(path)) return path;
  }
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];

/** Where more text makes a path that of a resource, but more slashes do not: the prefix with some behind it. */
function slashesBehind(
  prefix: string,
  exact: readonly string[],
  prefixes: readonly string[],
): readonly string[] {
  if (isResourcePath(prefix) || !isResourcePath(`${prefix}other`)) return [];
  for (let path = `${prefix}/`; !prefixes.includes(path); path += "/")
    if (!exact.includes(path)) return [path];
  return [];
}

/**
 * Whether a request with this path is one for a resource, whatever a policy says of it.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 */
export function isResourcePath(path: string): boolean {
  const parts = path.replace(/^\/+|\/+$/g, "").split("/");
  return (parts[0] === "api" && parts.length > 2) || (parts[0] === "apis" && parts.length > 3);
}
