import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { LEVELS, type Level } from "../model/index.js";
import { findSelectorFault, resourcesFromWords } from "../request/index.js";
import { requireRelease } from "../validate/index.js";
import type { LevelLimit, Limited } from "./level-limits.js";

const FORM = "LEVEL:VERB[,VERB] RESOURCE[.GROUP][/SUBRESOURCE], as in Metadata:create,delete pods/exec";

/**
 * Reads a floor or ceiling: `LEVEL:VERB[,VERB] RESOURCE[.GROUP][/SUBRESOURCE]`.
 *
 * `*` is any verb. Several resources are joined by commas; a built-in one finds its group, `*.apps` is all of a group, `pods/*` a
 * resource with all below it, `/healthz*` a path, and `*` alone every request.
 *
 * @throws GenAuditError `bad-input` for what is no such thing: an unknown level, verb or resource, or a verb that none of the
 *   resources serves; `unknown-version` for no release.
 *
 * @example
 * parseLimit("Metadata:create,delete pods/exec").selector;
 * // { verbs: ["create", "delete"], resources: [{ group: "", resources: ["pods/exec"] }] }
 */
export function parseLimit(written: string, kubernetesVersion?: string): Omit<LevelLimit, "name"> {
  requireRelease(kubernetesVersion);
  const [, level = "", verbs = "", words = ""] = /^([^:\s]*):(\S+)\s+(\S+)$/.exec(written.trim()) ?? [];
  if (words === "")
    throw new GenAuditError("bad-input", `"${written}" is no floor or ceiling`, { help: FORM });
  const selector: Limited = {
    ...(verbs !== "*" && { verbs: verbs.split(",") }),
    ...readRequests(words.split(","), kubernetesVersion),
  };
  const limit = { level: readLevel(level), selector };
  const fault = findSelectorFault(selector);
  if (fault)
    throw new GenAuditError("bad-input", `"${written}" ${fault.message}`, { help: fault.help ?? FORM });
  return limit;
}

function readLevel(word: string): Level {
  const level = LEVELS.find((one) => one === word);
  if (level) return level;
  throw new GenAuditError("bad-input", `unknown level "${word}"${didYouMean(word, LEVELS)}`, {
    help: `levels are ${LEVELS.join(", ")}`,
  });
}

function readRequests(words: readonly string[], kubernetesVersion: string | undefined): Limited {
  if (words.length === 1 && words[0] === "*") return {};
  const paths = words.filter((word) => word.startsWith("/"));
  if (paths.length === words.length) return { nonResourceURLs: paths };
  const [path] = paths;
  if (path === undefined) return { resources: resourcesFromWords(words, kubernetesVersion) };
  throw new GenAuditError("bad-input", `${path} is a path, and stands beside resources`, {
    help: "ask it of each alone",
  });
}
