import { nearMiss } from "../diagnostics/index.js";
import { adviseOnVerb } from "../kubernetes/index.js";
import { type RequestKind, verbsOf } from "./request-kind.js";

/** What somebody meant by a word that is no verb: verbs, and why it is none, as far as there is something to say. */
export interface GuessedVerbs {
  readonly verbs: readonly string[];
  readonly why?: string | undefined;
}

/** `GET` is `get`, `post` is `create` of a resource, and `exec` the subresource of that name. */
export function guessVerbs(word: string, kind: RequestKind): GuessedVerbs {
  const verbs = verbsOf(kind);
  const lower = word.toLowerCase();
  if (verbs.includes(lower)) return { verbs: [lower] };
  const meant = (kind === "path" ? MEANT_OF_PATHS : MEANT).get(lower);
  if (meant) return { verbs: meant };
  const why = WHY.get(lower) ?? adviseOnVerb(word);
  if (why !== undefined) return { verbs: [], why };
  const near = nearMiss(word, verbs, MOST_SLIPS);
  return { verbs: near === undefined ? [] : [near] };
}

const MOST_SLIPS = 2;

const READS = ["get", "list", "watch"];
const WRITES = ["create", "update", "patch", "delete", "deletecollection"];

const MEANT: ReadonlyMap<string, readonly string[]> = new Map([
  ["post", ["create"]],
  ["put", ["update"]],
  ["head", ["get"]],
  ["read", READS],
  ["write", WRITES],
  ["modify", WRITES],
  ["remove", ["delete"]],
]);

const MEANT_OF_PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ["create", ["post"]],
  ["update", ["put"]],
  ["list", ["get"]],
  ["watch", ["get"]],
  ["read", ["get", "head"]],
  ["deletecollection", ["delete"]],
  ["write", ["post", "put", "patch", "delete"]],
]);

const WHY: ReadonlyMap<string, string> = new Map([
  [
    "connect",
    "what admission calls CONNECT is get or create of pods/exec, pods/attach, pods/portforward, pods/proxy, services/proxy or nodes/proxy",
  ],
  [
    "proxy",
    "requests by way of pods/proxy, services/proxy and nodes/proxy have the verb of their HTTP method",
  ],
]);
