import type { Assumption } from "../analyze/index.js";

const WORDS: Readonly<Record<Assumption, string>> = {
  identities: "a user is in the groups that Kubernetes gives the name, and in no others of Kubernetes' own",
  verbs: "requests for resources have the API's verbs, all others HTTP methods",
  names: "the path of a request names an object only where its verb is for one",
  scopes: "resources of the cluster are in no namespace",
  paths: "names in paths are spelled as Kubernetes spells them, and what looks like a resource's path is one",
};

/** What a finding takes for granted, as the end of a sentence; nothing where it holds for whatever the evaluator is handed. */
export function describeAssumptions(assumptions: readonly Assumption[]): string {
  return assumptions.length === 0 ? "" : `, given that ${assumptions.map((one) => WORDS[one]).join(" and ")}`;
}

/** The reading that a finding holds by. */
export function readingOf(assumptions: readonly Assumption[]): "real-identities" | undefined {
  return assumptions.length === 0 ? undefined : "real-identities";
}
