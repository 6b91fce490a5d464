import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import {
  adviseOnVerb,
  knowsApiResources,
  listApiResources,
  METHOD_VERBS,
  RESOURCE_VERBS,
} from "../kubernetes/index.js";
import { type GroupResources, LEVELS, type Level, type RequestSelector } from "../model/index.js";
import { resourceFromWord } from "../request/index.js";
import type { LevelLimit } from "./level-limits.js";

const FORM = "LEVEL:VERB[,VERB] RESOURCE[.GROUP][/SUBRESOURCE], as in Metadata:create,delete pods/exec";

/**
 * Reads a floor or ceiling: `LEVEL:VERB[,VERB] RESOURCE[.GROUP][/SUBRESOURCE]`.
 *
 * `*` is any verb. Several resources are joined by commas; a built-in one finds its group, `*.apps` is all of a group, `pods/*` a
 * resource with all below it, `/healthz*` a path, and `*` alone every request.
 *
 * @throws GenAuditError `bad-input` for what is no such thing: an unknown level, verb or resource, or a verb that none of the
 *   resources serves; `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * parseLimit("Metadata:create,delete pods/exec").selector;
 * // { verbs: ["create", "delete"], resources: [{ group: "", resources: ["pods/exec"] }] }
 */
export function parseLimit(written: string, kubernetesVersion?: string): Omit<LevelLimit, "name"> {
  const [, level = "", verbs = "", words = ""] = /^([^:\s]*):(\S+)\s+(\S+)$/.exec(written.trim()) ?? [];
  if (words === "")
    throw new GenAuditError("bad-input", `"${written}" is no floor or ceiling`, { help: FORM });
  const selector = readRequests(words.split(","), kubernetesVersion);
  return {
    level: readLevel(level),
    selector: { ...readVerbs(verbs, words, selector, kubernetesVersion), ...selector },
  };
}

function readLevel(word: string): Level {
  const level = LEVELS.find((one) => one === word);
  if (level) return level;
  throw new GenAuditError("bad-input", `unknown level "${word}"${didYouMean(word, LEVELS)}`, {
    help: `levels are ${LEVELS.join(", ")}`,
  });
}

function readRequests(words: readonly string[], kubernetesVersion: string | undefined): RequestSelector {
  if (words.length === 1 && words[0] === "*") return {};
  const paths = words.filter((word) => word.startsWith("/"));
  if (paths.length === words.length) return { nonResourceURLs: paths };
  const [path] = paths;
  if (path !== undefined)
    throw new GenAuditError("bad-input", `${path} is a path, and stands beside resources`, {
      help: "ask it of each alone",
    });
  return { resources: uniteGroups(words.map((word) => readResource(word, kubernetesVersion))) };
}

function readResource(word: string, kubernetesVersion: string | undefined): GroupResources {
  const [, group] = /^\*\.([^/*]+)$/.exec(word) ?? [];
  if (group !== undefined) return { group: group === "core" ? "" : group };
  const [, parent] = /^([^*/]+)\/\*$/.exec(word) ?? [];
  const { apiGroup, resource, subresource } = resourceFromWord(parent ?? word, kubernetesVersion);
  const below = parent === undefined ? subresource : "*";
  return { group: apiGroup, resources: [below === "" ? resource : `${resource}/${below}`] };
}

function uniteGroups(entries: readonly GroupResources[]): readonly GroupResources[] {
  const groups = new Map<string, readonly string[] | undefined>();
  for (const { group, resources } of entries) {
    const known = groups.has(group) ? groups.get(group) : [];
    groups.set(group, known && resources && [...known, ...resources]);
  }
  return [...groups].map(([group, resources]) => ({ group, ...(resources && { resources }) }));
}

function readVerbs(
  written: string,
  words: string,
  { resources, nonResourceURLs }: RequestSelector,
  kubernetesVersion: string | undefined,
): Pick<RequestSelector, "verbs"> {
  if (written === "*") return {};
  const verbs = written.split(",");
  const known = nonResourceURLs
    ? METHOD_VERBS
    : resources
      ? RESOURCE_VERBS
      : [...RESOURCE_VERBS, ...METHOD_VERBS];
  const unknown = verbs.find((verb) => !known.includes(verb));
  if (unknown !== undefined) {
    const advice = adviseOnVerb(unknown);
    throw new GenAuditError(
      "bad-input",
      `no such request has the verb "${unknown}"${advice === undefined ? didYouMean(unknown, known) : ""}`,
      {
        help: advice ?? `verbs are ${known.join(", ")}, and * for any`,
      },
    );
  }
  const served = resources && servedVerbs(resources, kubernetesVersion);
  if (served && !verbs.some((verb) => served.has(verb))) {
    throw new GenAuditError("bad-input", `no request is ${verbs.join(" or ")} on ${words}`, {
      help: `what is served is ${[...served].join(", ")}`,
    });
  }
  return { verbs };
}

/** The verbs of built-in resources; undefined where others are among them. */
function servedVerbs(
  entries: readonly GroupResources[],
  kubernetesVersion: string | undefined,
): ReadonlySet<string> | undefined {
  const isKnown = kubernetesVersion !== undefined && knowsApiResources(kubernetesVersion);
  const release = isKnown ? kubernetesVersion : undefined;
  const verbs = new Set<string>();
  for (const { group, resources } of entries) {
    if (!resources) return undefined;
    for (const written of resources) {
      const [resource, subresource = ""] = written.split("/");
      const found = listApiResources(release).find(
        (one) => one.group === group && one.resource === resource && one.subresource === subresource,
      );
      if (!found) return undefined;
      for (const verb of found.verbs) verbs.add(verb);
    }
  }
  return verbs;
}
