import type { ServedResource, Stability } from "./served-resource.js";

/** What one release serves. */
export interface Release {
  readonly minor: number;
  readonly resources: readonly ServedResource[];
}

/** A resource over the releases in which its verbs are the same. */
export interface TableRow extends Omit<ServedResource, "stability"> {
  /** `19`, `19-21`, `32alpha,34beta,36`: the first minor of each stability, and the last if the newest has none. */
  readonly releases: string;
}

interface Serving {
  readonly minor: number;
  readonly resource: ServedResource;
}
type Servings = readonly [Serving, ...Serving[]];

/** The rows of all releases, given from the oldest to the newest; throws where rows could not say what is the case. */
export function joinReleases(releases: readonly Release[]): readonly TableRow[] {
  const histories = new Map<string, Servings>();
  for (const { minor, resources } of releases) {
    for (const resource of resources) {
      const id = `${resource.group} ${resource.name}`;
      const history = histories.get(id);
      histories.set(id, history ? [...history, { minor, resource }] : [{ minor, resource }]);
    }
  }
  for (const [id, history] of histories) checkHistory(id, history, histories.get(id.replace(/\/.*/, "")));
  const newest = releases.at(-1)?.minor;
  return [...histories]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, history]) =>
      splitWhere(history, (a, b) => a.resource.verbs.join() !== b.resource.verbs.join()).map((span) => {
        const { stability: _, ...row } = span[0].resource;
        return { ...row, releases: printReleases(span, newest) };
      }),
    );
}

/** Rows give the scope and the kind once, and the scope with the resource itself; and a resource that is gone stays so. */
function checkHistory(id: string, history: Servings, resource: Servings | undefined): void {
  const [first] = history;
  if (!id.includes("/") && first.resource.kind === undefined) throw new Error(`${id} has no kind`);
  for (const [index, { minor, resource: current }] of history.entries()) {
    if (minor !== first.minor + index) throw new Error(`${id} is gone before 1.${minor}, and back in it`);
    if (current.namespaced !== first.resource.namespaced)
      throw new Error(`${id} has another scope since 1.${minor}`);
    if (current.kind !== first.resource.kind) throw new Error(`${id} has another kind since 1.${minor}`);
  }
  if (resource?.[0].resource.namespaced !== first.resource.namespaced) {
    throw new Error(`${id} has not the scope of the resource that it is of`);
  }
}

const SUFFIX: Readonly<Record<Stability, string>> = { alpha: "alpha", beta: "beta", stable: "" };

function printReleases(span: Servings, newest: number | undefined): string {
  const stages = splitWhere(span, (a, b) => a.resource.stability !== b.resource.stability);
  const since = stages.map(([{ minor, resource }]) => `${minor}${SUFFIX[resource.stability]}`);
  const until = span[0].minor + span.length - 1;
  return since.join() + (until === newest ? "" : `-${until}`);
}

/** Apart wherever two neighbors differ. */
function splitWhere(servings: Servings, differ: (a: Serving, b: Serving) => boolean): readonly Servings[] {
  const [first, ...rest] = servings;
  let last = first;
  let part: [Serving, ...Serving[]] = [first];
  const parts = [part];
  for (const serving of rest) {
    if (differ(last, serving)) {
      part = [serving];
      parts.push(part);
    } else part.push(serving);
    last = serving;
  }
  return parts;
}
