import { nearMiss } from "../diagnostics/index.js";
import { WITHOUT_FIELD } from "../validate/index.js";

/** The mappings of a policy and the fields that kube-apiserver knows in each. */
export const FIELDS = {
  policy: ["apiVersion", "kind", "metadata", "omitStages", "omitManagedFields", "rules"],
  rule: [
    "level",
    "users",
    "userGroups",
    "verbs",
    "resources",
    "namespaces",
    "nonResourceURLs",
    "omitStages",
    "omitManagedFields",
  ],
  entry: ["group", "resources", "resourceNames"],
} as const;

export type Owner = keyof typeof FIELDS;

/** Words of RBAC, of other tools and of memory that no edit distance leads back to the field. */
const ALIASES: Readonly<Record<Owner, Readonly<Record<string, string>>>> = {
  policy: { rule: "rules", stages: "omitStages" },
  rule: {
    stages: "omitStages",
    stage: "omitStages",
    omitStage: "omitStages",
    groups: "userGroups",
    nonResourceUrls: "nonResourceURLs",
    nonResources: "nonResourceURLs",
    urls: "nonResourceURLs",
    paths: "nonResourceURLs",
    serviceAccounts: "users",
    usernames: "users",
    managedFields: "omitManagedFields",
  },
  entry: {
    groups: "group",
    apiGroup: "group",
    apiGroups: "group",
    names: "resourceNames",
    name: "resourceNames",
    kinds: "resources",
  },
};

const PLACES: Readonly<Record<Owner, string>> = {
  policy: "the policy itself",
  rule: "the rule",
  entry: "an entry of resources",
};

export interface UnknownFieldAdvice {
  /** What the server does without the field, as the end of a sentence. */
  readonly effect: string;
  readonly remedy?: string;
}

/**
 * What an unknown field was meant to be, where it belongs, and what its loss does.
 * `isSet` tells whether the field that was meant is there as well, so that nothing is lost.
 */
export function adviseOnUnknownField(
  field: string,
  owner: Owner,
  isSet: (owner: Owner, field: string) => boolean,
): UnknownFieldAdvice {
  const known: readonly string[] = FIELDS[owner];
  const alias = Object.entries(ALIASES[owner]).find(
    ([name]) => name.toLowerCase() === field.toLowerCase(),
  )?.[1];
  const place = (Object.keys(FIELDS) as Owner[]) // the keys of a const object
    .find((other) => other !== owner && (FIELDS[other] as readonly string[]).includes(field));
  const meant = alias ?? (place ? undefined : nearMiss(field, known));
  if (meant !== undefined) {
    return {
      effect: isSet(owner, meant) ? "" : effectWithout(meant, owner),
      remedy: `did you mean "${meant}"?`,
    };
  }
  if (place) {
    const remedy = `"${field}" belongs into ${PLACES[place]}${aside(owner, place)}`;
    return { effect: isSet(place, field) ? "" : effectWithout(field, place), remedy };
  }
  return { effect: "", remedy: `fields of ${PLACES[owner]} are ${known.join(", ")}` };
}

function aside(from: Owner, to: Owner): string {
  if (from === "entry" && to === "rule") return ', beside "resources"';
  if (from === "rule" && to === "entry") return ', beneath "resources"';
  return "";
}

function effectWithout(field: string, owner: Owner): string {
  if (field === "group" && owner === "entry") return ", so the entry is about the core group";
  if (owner === "entry" && field === "resources") return ", so the entry takes every resource of its group";
  if (owner === "entry" && field === "resourceNames") return ", so the entry takes objects of every name";
  if (owner !== "policy" && field in WITHOUT_FIELD) {
    return `, so ${WITHOUT_FIELD[field as keyof typeof WITHOUT_FIELD]}`; // checked by `in`
  }
  if (field === "omitStages") return ", so no stage is left out";
  if (field === "level" && owner === "rule") return ", so the rule has no level";
  if (field === "rules") return ", so the policy has no rules";
  return "";
}
