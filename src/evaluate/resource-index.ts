import type { PolicySupport } from "../kubernetes/index.js";
import type { GroupResources, ResourceAttributes } from "../model/index.js";
import { addRule, RuleIndex, type RuleSet } from "./rule-set.js";

/** The entries of one API group, or of group `*`. */
interface GroupIndex {
  /** Rules with an entry for the whole group. */
  readonly whole: RuleSet;
  /** By resource: requests to the resource itself, `pods` and `pods/*`. */
  readonly bare: RuleIndex;
  /** By resource: requests to any of its subresources, `pods/*`. */
  readonly every: RuleIndex;
  /** By resource, then subresource: `pods/log`. */
  readonly exact: Map<string, RuleIndex>;
  /** By subresource, of any resource. */
  readonly shared: RuleIndex;
}

/** Which rules have an entry in `resources` for a request, whatever names the entry asks for. */
export class ResourceIndex {
  readonly #words: number;
  readonly #support: PolicySupport;
  readonly #groups = new Map<string, GroupIndex>();
  /** The entries of group `*`. */
  #everyGroup: GroupIndex | undefined;

  constructor(words: number, support: PolicySupport) {
    this.#words = words;
    this.#support = support;
  }

  add({ group, resources = [] }: GroupResources, rule: number): void {
    const index = this.#groupOf(group);
    if (resources.length === 0) addRule(index.whole, rule);
    for (const written of resources) this.#addWritten(index, written, rule);
  }

  #addWritten(index: GroupIndex, written: string, rule: number): void {
    index.bare.add(written, rule);
    // `a/b/c` is what upstream makes of resource `a/b` and subresource `c`, and of `a` and `b/c`.
    for (let slash = written.indexOf("/"); slash !== -1; slash = written.indexOf("/", slash + 1)) {
      const subresource = written.slice(slash + 1);
      if (subresource !== "") this.#subresourcesOf(index, written.slice(0, slash)).add(subresource, rule);
    }
    if (!this.#support.resourceWildcards) return;
    if (written === "*") addRule(index.whole, rule);
    if (written.startsWith("*/")) index.shared.add(written.slice(2), rule);
    if (written.endsWith("/*")) {
      index.bare.add(written.slice(0, -2), rule);
      index.every.add(written.slice(0, -2), rule);
    }
  }

  /** Puts the sets whose union answers into `found`, and gives their number. */
  collect(
    { apiGroup, resource, subresource = "" }: ResourceAttributes,
    found: (RuleSet | undefined)[],
  ): number {
    let count = 0;
    const group = this.#groups.get(apiGroup);
    // A group that is spelled `*` in the request is the same as group `*` of the policy: once is enough.
    for (let pass = 0; pass < 2; pass++) {
      const index = pass === 0 ? group : this.#everyGroup;
      if (!index || (pass === 1 && index === group)) continue;
      found[count++] = index.whole;
      if (subresource === "") {
        found[count++] = index.bare.get(resource);
        continue;
      }
      found[count++] = index.every.get(resource);
      found[count++] = index.exact.get(resource)?.get(subresource);
      found[count++] = index.shared.get(subresource);
    }
    return count;
  }

  #groupOf(group: string): GroupIndex {
    const known = this.#groups.get(group);
    if (known) return known;
    const index: GroupIndex = {
      whole: new Int32Array(this.#words),
      bare: new RuleIndex(this.#words),
      every: new RuleIndex(this.#words),
      exact: new Map(),
      shared: new RuleIndex(this.#words),
    };
    this.#groups.set(group, index);
    if (group === "*" && this.#support.groupWildcard) this.#everyGroup = index;
    return index;
  }

  #subresourcesOf({ exact }: GroupIndex, resource: string): RuleIndex {
    const known = exact.get(resource);
    if (known) return known;
    const index = new RuleIndex(this.#words);
    exact.set(resource, index);
    return index;
  }
}
