import { findUnmatchedField } from "../../src/evaluate/index.js";
import { API_VERBS, type PolicySupport } from "../../src/kubernetes/index.js";
import type {
  Policy,
  PolicyRule,
  RequestAttributes,
  ResourceAttributes,
  UserInfo,
} from "../../src/model/index.js";
import type { EngineOptions } from "./engine.js";
import { assumptionsOf, groupsOfName, isPossible, METHODS } from "./is-possible.js";
import { supportOf } from "./support-of.js";

/** Subsets of groups are enumerated: each group more doubles what there is to list. */
const MOST_GROUPS = 8;

/**
 * Every possible request that some rules of the policies tell apart, one for each combination.
 *
 * Each part of a request takes the values that the policies name, and for each kind of other value one that no policy has.
 * Users come with every set of the groups named; resources are all combinations of the parts named. Of the users, of the
 * verbs and of what requests are for, those that each rule takes or leaves alike are then listed once.
 *
 * So it looks at `users × 2^groups` users and at `API groups × resources × subresources × namespaces × names` resources, each
 * counted with its other values, and lists the product of what is distinct of these two and of verbs: some 100 requests for
 * a rule or two, 10,000 for eight rules over small pools. It is not for more.
 */
export function listRequests(
  policies: readonly Policy[],
  options: EngineOptions,
): readonly RequestAttributes[] {
  return new Lister(policies, options).list();
}

/** What a request is for. */
type Place = { readonly resource: ResourceAttributes } | { readonly path: string };

class Lister {
  readonly #rules: readonly PolicyRule[];
  readonly #reading: EngineOptions["reading"];
  readonly #support: PolicySupport;

  constructor(policies: readonly Policy[], { reading, kubernetesVersion }: EngineOptions) {
    this.#rules = policies.flatMap(({ rules }) => rules);
    this.#reading = reading;
    this.#support = supportOf(kubernetesVersion);
  }

  list(): readonly RequestAttributes[] {
    const isPossibleHere = (request: RequestAttributes): boolean => isPossible(request, this.#reading);
    const users = this.#distinct(
      this.#users().filter((user) => isPossibleHere({ user, verb: "get", path: "/" })),
      ({ level, users = [], userGroups = [] }) => ({ level, users, userGroups }),
      (user) => ({ user, verb: "get", path: "/" }),
    );
    const everyVerb = this.#verbs();
    const verbsOf = (place: Place): string =>
      everyVerb.map((verb) => Number(isPossibleHere({ user: null, verb, ...place }))).join("");
    const places = this.#distinct(
      this.#places().filter((place) => verbsOf(place).includes("1")),
      ({ level, namespaces = [], resources = [], nonResourceURLs = [] }) => ({
        level,
        namespaces,
        resources,
        nonResourceURLs,
      }),
      (place) => ({ user: null, verb: "get", ...place }),
      verbsOf,
    );
    const verbs = this.#distinct(
      everyVerb,
      ({ level, verbs = [] }) => ({ level, verbs }),
      (verb) => ({ user: null, verb, path: "/" }),
      (verb) => places.map((place) => Number(isPossibleHere({ user: null, verb, ...place }))).join(""),
    );
    return users.flatMap((user) =>
      verbs.flatMap((verb) => places.map((place) => ({ user, verb, ...place })).filter(isPossibleHere)),
    );
  }

  /** Of the values that no rule tells apart by the given part of it, the first. */
  #distinct<Value>(
    values: readonly Value[],
    part: (rule: PolicyRule) => PolicyRule,
    toRequest: (value: Value) => RequestAttributes,
    more: (value: Value) => string = () => "",
  ): readonly Value[] {
    const parts = [
      ...new Map(
        this.#rules.map((rule) => [JSON.stringify(part({ ...rule, level: "None" })), rule]),
      ).values(),
    ].map(part);
    const known = new Map<string, Value>();
    for (const value of values) {
      const request = toRequest(value);
      const taken = parts.map((rule) => findUnmatchedField(rule, request, this.#support) === undefined);
      const key = `${taken.map(Number).join("")} ${more(value)}`;
      if (!known.has(key)) known.set(key, value);
    }
    return [...known.values()];
  }

  #named(list: (rule: PolicyRule) => readonly string[] | undefined): readonly string[] {
    return distinct(this.#rules.flatMap((rule) => list(rule) ?? []));
  }

  #users(): readonly (UserInfo | null)[] {
    const names = this.#named(({ users }) => users);
    const groups = this.#named(({ userGroups }) => userGroups);
    if (groups.length > MOST_GROUPS)
      throw new RangeError(`${groups.length} groups are too many to list their sets`);
    const namespaces = groups.flatMap((group) => /^system:serviceaccounts:(.+)$/.exec(group)?.[1] ?? []);
    const everybody = distinct([
      ...names,
      other("somebody", names),
      "system:anonymous",
      other("system:node:other", names),
      ...[...namespaces, other("other", namespaces)].map((namespace) =>
        other(`system:serviceaccount:${namespace}:other`, names),
      ),
    ]);
    const areGiven = assumptionsOf(this.#reading).includes("identities");
    return [
      null,
      ...everybody.flatMap((name) =>
        subsets(groups).map((some) => ({
          name,
          groups: areGiven ? distinct([...groupsOfName(name), ...some]) : some,
        })),
      ),
    ];
  }

  #verbs(): readonly string[] {
    const named = this.#named(({ verbs }) => verbs);
    return distinct([...named, ...API_VERBS, ...METHODS, other("other", named)]);
  }

  #places(): readonly Place[] {
    const specs = this.#named(({ nonResourceURLs }) => nonResourceURLs);
    const entries = this.#rules.flatMap(({ resources = [] }) => resources);
    const apiGroups = distinct(entries.map(({ group }) => group));
    const written = distinct(entries.flatMap(({ resources = [] }) => resources));
    const parts = written.map((one) => one.split("/"));
    const resources = distinct(parts.map(([resource = ""]) => resource));
    const subresources = distinct(parts.flatMap(([, subresource = ""]) => subresource));
    const ofObjects = entries.flatMap(({ resourceNames = [] }) => resourceNames);
    const ofNamespaces = this.#named(({ namespaces }) => namespaces);
    // A namespace is in itself, so that what is a name may be a namespace, and the reverse.
    const both = resources.includes("namespaces") ? [...ofObjects, ...ofNamespaces] : [];
    const names = distinct(["", ...ofObjects, ...both]);
    const namespaces = distinct(["", ...ofNamespaces, ...both]);
    const withOther = (values: readonly string[]): readonly string[] => [...values, other("other", values)];
    const places: Place[] = listPaths(specs).map((path) => ({ path }));
    for (const apiGroup of withOther(apiGroups))
      for (const resource of withOther(resources))
        for (const subresource of withOther(distinct(["", ...subresources])))
          for (const namespace of withOther(namespaces))
            for (const name of withOther(names))
              places.push({ resource: { apiGroup, resource, subresource, namespace, name } });
    return places;
  }
}

/** The paths that specs name, and behind each prefix others: one that goes on, and, as such a path names no resource, slashes. */
function listPaths(specs: readonly string[]): readonly string[] {
  const texts = distinct(["/", ...specs.map((spec) => spec.replace(/\*+$/, ""))]);
  const others = texts.flatMap((text) => [
    text +
      otherLetter(
        texts.filter((longer) => longer.startsWith(text)).map((longer) => longer.charAt(text.length)),
      ),
    ...texts.map((_, count) => text + "/".repeat(count + 1)),
  ]);
  return distinct([...texts, ...others]).filter((path) => path.startsWith("/"));
}

/** A letter that none of these is, so that what goes on with it is behind none of the longer prefixes. */
function otherLetter(taken: readonly string[]): string {
  const letter = [..."xyzabcdefghijklmnopqrstuvw0123456789-_.~"].find((one) => !taken.includes(one));
  if (letter === undefined) throw new RangeError("every letter is taken");
  return letter;
}

function other(value: string, taken: readonly string[]): string {
  return taken.includes(value) ? other(`${value}-x`, taken) : value;
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function subsets<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return Array.from({ length: 2 ** values.length }, (_, subset) =>
    values.filter((_, index) => (subset & (1 << index)) !== 0),
  );
}
