import type { ApiResource } from "./api-resource.js";

/** All verbs that a built-in resource is served with, in alphabetical order. */
export const API_VERBS: readonly string[] = [
  "create",
  "delete",
  "deletecollection",
  "get",
  "list",
  "patch",
  "update",
  "watch",
];

/** A resource as the minor releases from one to another serve it. */
export interface ApiResourceRow {
  readonly served: ApiResource;
  readonly since: number;
  readonly until: number;
  /** No later release serves it otherwise. */
  readonly isLast: boolean;
}

/** Reads the table of api-resources.generated.ts, where it is described; `newest` is its last minor release. */
export function readApiResources(table: string, newest: number): readonly ApiResourceRow[] {
  const histories: { readonly identity: Identity; readonly spans: Span[] }[] = [];
  let group = "";
  let namespaced = false;
  for (const line of table.trim().split("\n")) {
    if (line.startsWith("[")) {
      group = line.slice(1, -1);
      continue;
    }
    const [name = "", verbs = "", releases = "", scope, kind, shortNames] = line.split(" ");
    // A subresource stands below its resource, whose scope it has.
    if (scope !== undefined) namespaced = scope === "namespaced";
    const spans = readSpans(verbs, releases, newest);
    const [resource = "", subresource = ""] = name.split("/");
    const last = histories.at(-1);
    const isSame = last?.identity.resource === resource && last.identity.subresource === subresource;
    if (isSame && last.identity.group === group) last.spans.push(...spans);
    else {
      const names = { kind, shortNames: shortNames?.split(",") ?? [] };
      histories.push({ identity: { group, resource, subresource, namespaced, ...names }, spans });
    }
  }
  return histories.flatMap(({ identity, spans }) => toRows(identity, spans, newest));
}

type Identity = Pick<ApiResource, "group" | "resource" | "subresource" | "namespaced" | "shortNames"> & {
  readonly kind: string | undefined;
};

interface Span extends Pick<ApiResource, "verbs" | "stability"> {
  readonly since: number;
  readonly until: number;
}

/** `32alpha,34beta,36-40` */
function readSpans(verbs: string, releases: string, newest: number): Span[] {
  const [stages = "", last = newest] = releases.split("-");
  return stages.split(",").map((stage, index, all) => {
    const next = all[index + 1];
    return {
      verbs: verbs === "*" ? API_VERBS : verbs.split(","),
      stability: readStability(stage),
      since: Number.parseInt(stage, 10),
      until: next === undefined ? Number(last) : Number.parseInt(next, 10) - 1,
    };
  });
}

function readStability(stage: string): ApiResource["stability"] {
  return stage.endsWith("alpha") ? "alpha" : stage.endsWith("beta") ? "beta" : "stable";
}

function toRows(identity: Identity, spans: readonly Span[], newest: number): readonly ApiResourceRow[] {
  const { kind, shortNames, ...names } = identity;
  const last = spans.at(-1)?.until ?? newest;
  return spans.map(({ verbs, stability, since, until }) => ({
    served: {
      ...names,
      verbs,
      stability,
      ...(kind !== undefined && { kind }),
      shortNames,
      since: `1.${spans[0]?.since}`,
      ...(last < newest && { until: `1.${last}` }),
    },
    since,
    until,
    isLast: until === last,
  }));
}
