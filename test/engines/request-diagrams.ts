import { API_VERBS, type PolicySupport } from "../../src/kubernetes/index.js";
import type { GroupResources, Policy, PolicyRule } from "../../src/model/index.js";
import { DecisionDiagrams, type Diagram, EVERYTHING, NOTHING } from "./decision-diagrams.js";
import type { EngineOptions } from "./engine.js";
import {
  type Assumption,
  assumptionsOf,
  goesWithName,
  groupsOfName,
  isClusterScoped,
  isInNoOther,
  isResourcePath,
  METHODS,
  mayBeCalled,
} from "./is-possible.js";

/**
 * Requests as assignments to variables, each of which says one thing: the user is `jane`, the user is in group `devs`, the
 * verb is `get`, the path begins with `/healthz`. Where none says what a part is, it is something that no policy names. Rules
 * are sets of assignments, and so are the requests that are possible.
 */
export class RequestDiagrams {
  readonly sets: DecisionDiagrams = new DecisionDiagrams();
  /** The assignments that some possible request has. */
  readonly possible: Diagram;
  readonly #support: PolicySupport;
  readonly #hasUser: Diagram;
  readonly #isResource: Diagram;
  readonly #user: Part;
  readonly #userGroups: ReadonlyMap<string, Diagram>;
  readonly #verb: Part;
  readonly #apiGroup: Part;
  readonly #resource: Part;
  readonly #subresource: Part;
  readonly #namespace: Part;
  readonly #name: Part;
  readonly #path: Part;
  readonly #prefixes: ReadonlyMap<string, Diagram>;

  constructor(policies: readonly Policy[], support: PolicySupport, reading: EngineOptions["reading"]) {
    this.#support = support;
    const rules = policies.flatMap((policy) => policy.rules);
    const named = (list: (rule: PolicyRule) => readonly string[] | undefined): readonly string[] =>
      rules.flatMap((rule) => list(rule) ?? []);
    const entries = rules.flatMap(({ resources = [] }) => resources);
    const written = entries.flatMap(({ resources = [] }) => resources).map((one) => one.split("/"));
    const specs = named(({ nonResourceURLs }) => nonResourceURLs);
    const objects = [
      "",
      ...named(({ namespaces }) => namespaces),
      ...entries.flatMap(({ resourceNames = [] }) => resourceNames),
    ];
    const userGroups = named((rule) => rule.userGroups);
    const sets = this.sets;
    this.#hasUser = sets.variable();
    this.#user = new Part(sets, [...named(({ users }) => users), "system:anonymous"]);
    // Whose service accounts they are does not go without that they are service accounts.
    this.#userGroups = new Map(
      [...new Set([...userGroups, "system:nodes", "system:serviceaccounts"])].map((group) => [
        group,
        sets.variable(),
      ]),
    );
    this.#verb = new Part(sets, [...named(({ verbs }) => verbs), ...API_VERBS, ...METHODS]);
    this.#isResource = sets.variable();
    this.#apiGroup = new Part(
      sets,
      entries.map(({ group }) => group),
    );
    this.#resource = new Part(
      sets,
      written.map(([resource = ""]) => resource),
    );
    this.#subresource = new Part(sets, ["", ...written.flatMap(([, subresource = ""]) => subresource)]);
    this.#namespace = new Part(sets, objects);
    this.#name = new Part(sets, objects);
    this.#path = new Part(
      sets,
      specs.filter((spec) => spec.startsWith("/") && !spec.endsWith("*")),
    );
    this.#prefixes = new Map(
      [...new Set(specs.filter((spec) => spec.endsWith("*")).map(withoutStars))]
        .filter((prefix) => prefix.startsWith("/"))
        .map((prefix) => [prefix, sets.variable()]),
    );
    this.possible = sets.and(
      // Nobody is in no group.
      sets.implies(sets.not(this.#hasUser), sets.not(sets.or(...this.#userGroups.values()))),
      ...this.#parts(),
      ...this.#beginnings(),
      ...assumptionsOf(reading).flatMap((assumption) => [...this.#reality(assumption)]),
    );
  }

  /** What a rule matches. */
  matchedBy(rule: PolicyRule): Diagram {
    const {
      users = [],
      userGroups = [],
      verbs = [],
      namespaces = [],
      resources = [],
      nonResourceURLs = [],
    } = rule;
    const { sets } = this;
    const { or, and } = this;
    const ofUser = (some: Diagram): Diagram =>
      this.#support.usersExcludeNoUser ? and(this.#hasUser, some) : or(sets.not(this.#hasUser), some);
    return and(
      users.length === 0 ? EVERYTHING : ofUser(this.#user.isOneOf(users)),
      userGroups.length === 0
        ? EVERYTHING
        : ofUser(or(...userGroups.map((group) => this.#userGroups.get(group) ?? NOTHING))),
      verbs.length === 0 ? EVERYTHING : this.#verb.isOneOf(verbs),
      resources.length + namespaces.length > 0
        ? and(
            this.#isResource,
            namespaces.length === 0 ? EVERYTHING : this.#namespace.isOneOf(namespaces),
            resources.length === 0 ? EVERYTHING : or(...resources.map((entry) => this.#ofEntry(entry))),
          )
        : nonResourceURLs.length > 0
          ? sets.without(or(...nonResourceURLs.map((spec) => this.#behind(spec))), this.#isResource)
          : EVERYTHING,
    );
  }

  readonly and = (...some: readonly Diagram[]): Diagram => this.sets.and(...some);
  readonly or = (...some: readonly Diagram[]): Diagram => this.sets.or(...some);

  #ofEntry({ group, resources = [], resourceNames = [] }: GroupResources): Diagram {
    const inGroup = group === "*" && this.#support.groupWildcard ? EVERYTHING : this.#apiGroup.is(group);
    if (resources.length === 0) return inGroup;
    return this.and(
      inGroup,
      resourceNames.length === 0 ? EVERYTHING : this.#name.isOneOf(resourceNames),
      this.or(...resources.map((written) => this.#ofResource(written))),
    );
  }

  /** `pods`, `pods/log`, and the wildcards. There is no request for anything with two slashes in it. */
  #ofResource(written: string): Diagram {
    const slash = written.indexOf("/");
    if (written.includes("/", slash + 1) && slash !== -1) return NOTHING;
    const { resourceWildcards } = this.#support;
    if (slash === -1) {
      if (written === "*" && resourceWildcards) return EVERYTHING;
      return this.and(this.#resource.is(written), this.#subresource.is(""));
    }
    const [resource, subresource] = [written.slice(0, slash), written.slice(slash + 1)];
    const below = subresource === "" ? NOTHING : this.#subresource.is(subresource);
    return this.or(
      this.and(this.#resource.is(resource), below),
      resourceWildcards && resource === "*" ? below : NOTHING,
      resourceWildcards && subresource === "*" ? this.#resource.is(resource) : NOTHING,
    );
  }

  /** The paths that a spec stands for. */
  #behind(spec: string): Diagram {
    if (!spec.endsWith("*")) return this.#path.is(spec);
    const prefix = withoutStars(spec);
    return prefix === "" ? EVERYTHING : (this.#prefixes.get(prefix) ?? NOTHING);
  }

  /** No part of a request is two things at once. */
  #parts(): readonly Diagram[] {
    return [
      this.#user,
      this.#verb,
      this.#apiGroup,
      this.#resource,
      this.#subresource,
      this.#namespace,
      this.#name,
      this.#path,
    ].map((part) => part.isOneAtMost);
  }

  /** How the texts that a path may be, and may begin with, hang together. Any path begins with a slash. */
  *#beginnings(): Generator<Diagram> {
    for (const [prefix, begins] of this.#prefixes) {
      if (prefix === "/") yield begins;
      for (const [path, is] of this.#path.values)
        yield this.sets.implies(is, path.startsWith(prefix) ? begins : this.sets.not(begins));
      for (const [other, beginsOther] of this.#prefixes) {
        if (other === prefix) continue;
        if (other.startsWith(prefix)) yield this.sets.implies(beginsOther, begins);
        else if (!prefix.startsWith(other)) yield this.sets.not(this.and(begins, beginsOther));
      }
    }
  }

  /** What `isPossible` says of requests by an assumption. */
  *#reality(assumption: Assumption): Generator<Diagram> {
    const { sets } = this;
    switch (assumption) {
      case "identities":
        for (const [name, is] of this.#user.values) if (!mayBeCalled("user", name)) yield sets.not(is);
        for (const [group, isIn] of this.#userGroups) {
          if (!mayBeCalled("group", group)) yield sets.not(isIn);
          yield* this.#membership(group, isIn);
          if (!goesWithName(group)) yield* this.#strangers(group, isIn);
        }
        return;
      case "verbs":
        yield sets.choose(this.#isResource, this.#verb.isOneOf(API_VERBS), this.#verb.isOneOf(METHODS));
        return;
      case "names":
        yield sets.implies(this.#isResource, this.#named());
        return;
      case "scopes":
        yield sets.implies(this.#isResource, this.and(...this.#scopes()));
        return;
      case "paths":
        yield sets.choose(this.#isResource, this.#spelling(), this.#otherThanResourcePath());
    }
  }

  /** Whether an object is named, as far as the verb tells. */
  #named(): Diagram {
    const { sets } = this;
    const { is: verbIs } = this.#verb;
    const unnamed = this.#name.is("");
    const whole = this.#subresource.is("");
    return this.and(
      sets.implies(this.or(verbIs("get"), verbIs("delete")), sets.not(unnamed)),
      sets.implies(this.or(verbIs("deletecollection"), this.and(verbIs("create"), whole)), unnamed),
    );
  }

  *#scopes(): Generator<Diagram> {
    for (const [group, inGroup] of this.#apiGroup.values) {
      for (const [resource, isResource] of this.#resource.values) {
        const about = this.and(inGroup, isResource);
        if (group === "" && resource === "namespaces") yield this.sets.implies(about, this.#isInItself());
        else if (isClusterScoped(group, resource)) yield this.sets.implies(about, this.#namespace.is(""));
      }
    }
  }

  /** No part of a resource's path is empty that may not be, or has an odd letter. */
  #spelling(): Diagram {
    const odd = [this.#apiGroup, this.#resource, this.#subresource].flatMap(({ values }) =>
      [...values].flatMap(([text, is]) => (/[^a-z0-9.-]/.test(text) ? is : [])),
    );
    const patterns = [this.#namespace, this.#name].flatMap(({ values }) =>
      [...values].flatMap(([text, is]) => (text.includes("*") ? is : [])),
    );
    return this.sets.not(this.or(this.#resource.is(""), ...odd, ...patterns));
  }

  /** Of a group that goes with no name: who is in it for that name, or for no name at all. */
  *#strangers(group: string, isIn: Diagram): Generator<Diagram> {
    const { sets } = this;
    for (const [name, is] of this.#user.values) {
      if (isInNoOther(name))
        yield sets.implies(is, groupsOfName(name).includes(group) ? isIn : sets.not(isIn));
    }
    yield sets.not(this.and(isIn, this.#userGroups.get("system:serviceaccounts") ?? NOTHING));
  }

  /** What a group says of the name of a user, and a name of the groups. */
  *#membership(group: string, isIn: Diagram): Generator<Diagram> {
    if (!goesWithName(group)) return;
    const { sets } = this;
    for (const [name, is] of this.#user.values) {
      yield sets.implies(is, groupsOfName(name).includes(group) ? isIn : sets.not(isIn));
    }
    const another = sets.without(this.#hasUser, this.or(...this.#user.values.values()));
    if (group === "system:authenticated") yield sets.implies(another, isIn);
    if (group === "system:unauthenticated") yield sets.implies(another, sets.not(isIn));
    if (group === "system:nodes")
      yield sets.not(this.and(isIn, this.#userGroups.get("system:serviceaccounts") ?? NOTHING));
    const namespace = /^system:serviceaccounts:(.*)$/s.exec(group)?.[1];
    if (namespace === undefined) return;
    yield sets.implies(isIn, this.#userGroups.get("system:serviceaccounts") ?? NOTHING);
    if (namespace === "" || namespace.includes(":")) yield sets.not(isIn);
    for (const [other, isInOther] of this.#userGroups)
      if (other !== group && other.startsWith("system:serviceaccounts:"))
        yield sets.not(this.and(isIn, isInOther));
  }

  /** A namespace by its path; listed, or watched, by a field selector it is in none. */
  #isInItself(): Diagram {
    const { is: verbIs } = this.#verb;
    const inNone = this.#namespace.is("");
    const inOwn = this.and(
      ...[...this.#name.values].map(([name, is]) => {
        const inThat = this.#namespace.is(name);
        return this.sets.choose(is, inThat, this.sets.not(inThat));
      }),
    );
    return this.sets.choose(verbIs("list"), inNone, this.or(inOwn, this.and(verbIs("watch"), inNone)));
  }

  /** Paths that are not spelled like one of a resource. */
  #otherThanResourcePath(): Diagram {
    const exact = [...this.#path.values].filter(([path]) => isResourcePath(path)).map(([, is]) => is);
    const none = this.sets.not(this.or(...this.#path.values.values()));
    const onlyResources = [...this.#prefixes]
      .filter(([prefix]) => !this.#goesOn(prefix))
      .map(([prefix, begins]) => {
        const longer = [...this.#prefixes].filter(([other]) => other !== prefix && other.startsWith(prefix));
        return this.sets.without(
          this.and(none, begins),
          this.or(...longer.map(([, beginsLonger]) => beginsLonger)),
        );
      });
    return this.sets.not(this.or(...exact, ...onlyResources));
  }

  /** Whether some path behind a prefix, and neither named nor behind a longer one, is not that of a resource. */
  #goesOn(prefix: string): boolean {
    // One more letter makes no more parts, but for the first behind a slash.
    if (!isResourcePath(`${prefix}~`)) return true;
    for (let path = prefix; !isResourcePath(path); path += "/") {
      if (path !== prefix && this.#prefixes.has(path)) return false;
      if (!this.#path.values.has(path)) return true;
    }
    return false;
  }
}

/** A part of a request, and the values that it is known to have, of which it has one at most. */
class Part {
  readonly values: ReadonlyMap<string, Diagram>;
  readonly isOneAtMost: Diagram;
  readonly #sets: DecisionDiagrams;

  constructor(sets: DecisionDiagrams, values: readonly string[]) {
    this.#sets = sets;
    this.values = new Map([...new Set(values)].map((value) => [value, sets.variable()]));
    let none = EVERYTHING;
    let oneAtMost = EVERYTHING;
    for (const is of [...this.values.values()].reverse()) {
      oneAtMost = sets.choose(is, none, oneAtMost);
      none = sets.without(none, is);
    }
    this.isOneAtMost = oneAtMost;
  }

  readonly is = (value: string): Diagram => this.values.get(value) ?? NOTHING;

  isOneOf(values: readonly string[]): Diagram {
    return this.#sets.or(...values.map(this.is));
  }
}

function withoutStars(spec: string): string {
  return spec.replace(/\*+$/, "");
}
