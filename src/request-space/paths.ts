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
    this.others = new Map(others);
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
  for (let number = 0; ; number++) {
    const path = `${prefix}other${number === 0 ? "" : number}`;
    if (!named.some((other) => other.length > prefix.length && (path.startsWith(other) || other === path)))
      return path;
  }
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
