/** A resource of one release as one of its documents tells it, all API versions of its group taken together. */
export interface ServedResource {
  readonly group: string;
  /** `pods`, `pods/exec` */
  readonly name: string;
  readonly namespaced: boolean;
  /** As RequestInfo names them, in alphabetical order. */
  readonly verbs: readonly string[];
  /** Of the best API version that has it. */
  readonly stability: Stability;
  /** Absent for a subresource. */
  readonly kind?: string;
}

const STABILITIES = ["alpha", "beta", "stable"] as const;
export type Stability = (typeof STABILITIES)[number];

/** What is said of a resource in one place of a document. */
export interface Mention extends Omit<ServedResource, "stability"> {
  /** `v1`, `v2beta1` */
  readonly version: string;
}

/** What all mentions of a resource say together; throws where two of them cannot both be true. */
export function joinMentions(mentions: Iterable<Mention>): readonly ServedResource[] {
  const joined = new Map<string, ServedResource>();
  for (const { version, ...mention } of mentions) {
    const id = `${mention.group} ${mention.name}`;
    const before = joined.get(id);
    const kind = before?.kind ?? mention.kind;
    if (mention.kind !== undefined && mention.kind !== kind) {
      throw new Error(`${id} is of kind ${kind} and of kind ${mention.kind}`);
    }
    joined.set(id, {
      group: mention.group,
      name: mention.name,
      // A resource of namespaces is listed over all of them as well, by a path without one.
      namespaced: mention.namespaced || (before?.namespaced ?? false),
      verbs: [...new Set([...(before?.verbs ?? []), ...mention.verbs])].sort(),
      stability: better(stabilityOf(version), before?.stability ?? "alpha"),
      ...(kind !== undefined && { kind }),
    });
  }
  const order = ({ group, name }: ServedResource): string => `${group} ${name}`;
  return [...joined.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function stabilityOf(version: string): Stability {
  const [, stability] = /^v\d+(?:(alpha|beta)\d+)?$/.exec(version) ?? [];
  return stability === "alpha" || stability === "beta" ? stability : "stable";
}

function better(a: Stability, b: Stability): Stability {
  return STABILITIES.indexOf(a) > STABILITIES.indexOf(b) ? a : b;
}
