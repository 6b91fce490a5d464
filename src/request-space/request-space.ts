import { isMember, kindOfIdentity, type PolicySupport } from "../kubernetes/index.js";
import type { GroupResources, RequestSelector } from "../model/index.js";
import type { Atoms, Dimension, PointSet } from "./dimension.js";
import { type Draft, toCube } from "./draft.js";
import { impossibleRequests, OCCURRING_VERBS } from "./impossible-requests.js";
import { Names } from "./names.js";
import { Paths } from "./paths.js";
import type { Assumption } from "./reading.js";
import {
  bitsOf,
  type Cube,
  type Kind,
  NAME,
  NAMESPACE,
  PATH,
  type Region,
  TARGET,
  USER,
  VERB,
} from "./region.js";
import { type Target, Targets, unlike } from "./targets.js";
import { unnamedUsers } from "./unnamed-users.js";

/** All requests that some lists of rules tell apart, and what each of the rules takes of them. */
export interface RequestSpace {
  readonly users: Dimension<string>;
  readonly verbs: Dimension<string>;
  readonly namespaces: Dimension<string>;
  readonly targets: Dimension<Target>;
  readonly names: Dimension<string>;
  readonly paths: Dimension<string>;
  /** By dimension: names that stand for all that no rule has, and how these are written: `*`, `system:node:*`. */
  readonly others: readonly ReadonlyMap<string, string>[];
  /** The groups that a user may be in, as far as policies name them. */
  readonly groups: readonly string[];
  /** All requests that the assumptions allow, in regions that have nothing in common; but for `impossible`. */
  readonly roots: readonly Region[];
  readonly impossible: readonly Cube[];
  /** The same without any assumption. */
  readonly formalRoots: readonly Region[];
  /** By the index of the list, and of the rule in it. */
  readonly cubes: readonly (readonly (readonly Cube[])[])[];
  /** The same of a rule that asks for nothing which rules of the lists do not tell apart: one with fewer entries, say. */
  readonly cubesOf: (selector: RequestSelector, support: PolicySupport, rule: number) => readonly Cube[];
}

/** The dimensions of a space by their numbers, `USER` to `PATH`. */
export function dimensionsOfSpace(space: RequestSpace): readonly Dimension<string | Target>[] {
  const { users, verbs, namespaces, targets, names, paths } = space;
  return [users, verbs, namespaces, targets, names, paths];
}

/** Rules, and how the release that they are for reads them. */
export interface SelectorList {
  readonly selectors: readonly RequestSelector[];
  readonly support: PolicySupport;
}

/** The space of the rules; without assumptions it is what the evaluator can be handed. */
export function createRequestSpace(
  lists: readonly SelectorList[],
  assumptions: readonly Assumption[],
): RequestSpace {
  return new SpaceBuilder(lists, assumptions).build();
}

class SpaceBuilder {
  readonly #lists: readonly SelectorList[];
  readonly #assumptions: readonly Assumption[];
  readonly #users: Names;
  readonly #verbs: Names;
  readonly #namespaces: Names;
  readonly #names: Names;
  readonly #targets: Targets;
  readonly #paths: Paths;
  readonly #groups: readonly string[];
  readonly #groupIndex: ReadonlyMap<string, number>;
  readonly #drafts = new Map<string, readonly Draft[]>();

  constructor(lists: readonly SelectorList[], assumptions: readonly Assumption[]) {
    this.#lists = lists;
    this.#assumptions = assumptions;
    const rules = lists.flatMap(({ selectors }) => selectors);
    const all = (list: (rule: RequestSelector) => readonly string[] | undefined): readonly string[] => [
      ...new Set(rules.flatMap((rule) => list(rule) ?? [])),
    ];
    const entries = rules.flatMap(({ resources = [] }) => resources);
    const users = all((rule) => rule.users);
    const namespaces = all((rule) => rule.namespaces);
    const names = [...new Set(entries.flatMap(({ resourceNames = [] }) => resourceNames))];
    this.#groups = all((rule) => rule.userGroups);
    this.#groupIndex = new Map(this.#groups.map((group, index) => [group, index]));
    const otherUsers = unnamedUsers(users, this.#groups);
    const [anyone = "jane", ...kinds] = otherUsers.keys();
    this.#users = new Names([anyone, ...users, ...kinds], otherUsers);
    const verbs = [...OCCURRING_VERBS.resource, ...OCCURRING_VERBS.path, ...all((rule) => rule.verbs)];
    this.#verbs = new Names([...verbs, unlike("unknown", verbs)], new Map([[unlike("unknown", verbs), "*"]]));
    // A namespace is named by its object, so that names are namespaces and the reverse.
    const both = [...namespaces, ...names];
    const [namespace, name] = [unlike("default", both), unlike("web-0", both)];
    this.#namespaces = new Names(["", namespace, ...both], new Map([[namespace, "*"]]));
    this.#names = new Names(["", name, ...both], new Map([[name, "*"]]));
    this.#targets = new Targets(entries);
    this.#paths = new Paths(all((rule) => rule.nonResourceURLs));
  }

  build(): RequestSpace {
    const drafts = this.#lists.map(({ selectors, support }) =>
      selectors.map((selector) => this.#knownDraft(selector, support)),
    );
    const impossible = this.#assumptions.flatMap((assumption) => [
      ...impossibleRequests(assumption, {
        verbs: this.#verbs,
        namespaces: this.#namespaces,
        targets: this.#targets.dimension,
        names: this.#names,
        paths: this.#paths.dimension,
      }),
    ]);
    const roots = this.#roots(this.#assumptions.includes("identities"));
    const formalRoots = this.#roots(false);
    const dimensions = [
      this.#users.dimension,
      this.#verbs.dimension,
      this.#namespaces.dimension,
      this.#targets.dimension,
      this.#names.dimension,
      this.#paths.dimension,
    ] as const;
    for (const dimension of dimensions) dimension.close();
    const [users, verbs, namespaces, targets, names, paths] = dimensions;
    return {
      users,
      verbs,
      namespaces,
      targets,
      names,
      paths,
      others: [
        this.#users.others,
        this.#verbs.others,
        this.#namespaces.others,
        new Map(),
        this.#names.others,
        this.#paths.others,
      ],
      groups: this.#groups,
      roots: roots.map((root) => this.#region(root, dimensions)),
      formalRoots: formalRoots.map((root) => this.#region(root, dimensions)),
      impossible: impossible.map((one) => toCube(one, -1)),
      cubes: drafts.map((list) => list.map((some, rule) => some.map((one) => toCube(one, rule)))),
      cubesOf: (selector, support, rule) =>
        this.#knownDraft(selector, support).map((one) => toCube(one, rule)),
    };
  }

  /** The policies that are compared mostly have most of their rules in common. */
  #knownDraft(selector: RequestSelector, support: PolicySupport): readonly Draft[] {
    const { users, userGroups, verbs, namespaces, resources, nonResourceURLs, user } = selector;
    const parts = [users, userGroups, verbs, namespaces, resources, nonResourceURLs, user, support];
    const key = JSON.stringify(parts);
    const known = this.#drafts.get(key) ?? this.#draft(selector, support);
    this.#drafts.set(key, known);
    return known;
  }

  /** One cube for all entries that ask for no names, one for each that does; or one for paths; or both kinds. */
  #draft(selector: RequestSelector, support: PolicySupport): readonly Draft[] {
    const {
      users = [],
      userGroups = [],
      verbs = [],
      namespaces = [],
      resources = [],
      nonResourceURLs = [],
    } = selector;
    const asksForUser = (users.length > 0 || userGroups.length > 0) && support.usersExcludeNoUser;
    const common = {
      hasUser: selector.user === "none" ? false : asksForUser || undefined,
      groups: userGroups.length > 0 ? this.#groupAtoms(userGroups) : undefined,
    };
    const who = { [USER]: this.#users.set(users), [VERB]: this.#verbs.set(verbs) };
    if (resources.length > 0 || namespaces.length > 0) {
      const where = { ...who, [NAMESPACE]: this.#namespaces.set(namespaces) };
      if (resources.length === 0) return [{ ...common, kind: "resource", sets: where }];
      return this.#entrySets(resources, support).map((what) => ({
        ...common,
        kind: "resource",
        sets: { ...where, ...what },
      }));
    }
    const paths = nonResourceURLs.flatMap((spec) => this.#paths.points(spec));
    const path = nonResourceURLs.length > 0 ? this.#paths.dimension.set(paths) : undefined;
    const forPaths: Draft = { ...common, kind: "path", sets: { ...who, [PATH]: path } };
    return path ? [forPaths] : [forPaths, { ...common, kind: "resource", sets: who }];
  }

  #entrySets(entries: readonly GroupResources[], support: PolicySupport): readonly Draft["sets"][] {
    const isNamed = ({ resources = [], resourceNames = [] }: GroupResources): boolean =>
      resources.length > 0 && resourceNames.length > 0;
    const plain = entries.filter((entry) => !isNamed(entry));
    const points = (some: readonly GroupResources[]): PointSet =>
      this.#targets.dimension.set(some.flatMap((entry) => this.#targets.points(entry, support)));
    return [
      ...(plain.length > 0 ? [{ [TARGET]: points(plain) }] : []),
      ...entries
        .filter(isNamed)
        .map((entry) => ({ [TARGET]: points([entry]), [NAME]: this.#names.set(entry.resourceNames ?? []) })),
    ];
  }

  #groupAtoms(groups: readonly string[]): Atoms {
    return Int32Array.from(new Set(groups.map((group) => this.#groupIndex.get(group) ?? 0))).sort();
  }

  #roots(areSettled: boolean): readonly Root[] {
    const classes = new Map<string, { users: Set<string>; required: string[]; forbidden: string[] }>();
    for (const user of this.#users.dimension.points) {
      if (areSettled && isNobody(user)) continue;
      const settled = areSettled ? this.#groups.map((group) => [group, isMember(user, group)] as const) : [];
      const required = settled.flatMap(([group, isIn]) => (isIn === true ? [group] : []));
      const forbidden = settled.flatMap(([group, isIn]) => (isIn === false ? [group] : []));
      const key = JSON.stringify([required, forbidden]);
      const known = classes.get(key);
      if (known) known.users.add(user);
      else classes.set(key, { users: new Set([user]), required, forbidden });
    }
    const some = [...classes.values()].map(({ users, required, forbidden }) => ({
      users: this.#users.dimension.where((user) => users.has(user)),
      required: this.#groupAtoms(required),
      forbidden: this.#groupAtoms(forbidden),
    }));
    const kinds: readonly Kind[] = ["resource", "path"];
    return kinds.flatMap((kind) => [...some.map((one) => ({ ...one, kind })), { kind }]);
  }

  #region(
    { kind, users, required = NONE, forbidden = NONE }: Root,
    dimensions: readonly { readonly size: number }[],
  ): Region {
    const bits = dimensions.map(({ size }, dimension) => {
      const all = Array.from({ length: size }, (_, atom) => atom);
      return bitsOf(size, dimension === USER ? (users?.atoms ?? []) : all);
    });
    const counts = dimensions.map(({ size }, dimension) =>
      dimension === USER ? (users?.atoms.length ?? 0) : size,
    );
    const groups = this.#groups.length;
    return {
      kind,
      hasUser: users !== undefined,
      bits,
      counts,
      required: bitsOf(groups, required),
      forbidden: bitsOf(groups, forbidden),
    };
  }
}

/** Whether no user is called so. */
function isNobody(user: string): boolean {
  const kind = kindOfIdentity(user);
  return kind === "group" || kind === "nobody";
}

const NONE: Atoms = new Int32Array();

/** A root whose users have no atoms yet; without users, requests that have none. */
interface Root {
  readonly kind: Kind;
  readonly users?: PointSet;
  readonly required?: Atoms;
  readonly forbidden?: Atoms;
}
