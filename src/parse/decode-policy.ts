import {
  type Diagnostic,
  duplicateKey,
  type FieldPath,
  hasFatalError,
  nullEntry,
  type Place,
  typographicQuotes,
  typographicQuotesInName,
  unknownField,
  unquotedScalar,
  wrongType,
} from "../diagnostics/index.js";
import {
  type GroupResources,
  POLICY_API_VERSION,
  POLICY_KIND,
  type UncheckedPolicy,
  type UncheckedPolicyRule,
} from "../model/index.js";
import { decodeMetadata } from "./decode-metadata.js";
import { describeNode, isNull, type MapNode, type Node, type Range, type ScalarNode } from "./node.js";
import { adviseOnUnknownField, FIELDS, type Owner } from "./policy-fields.js";
import type { Locate } from "./text-place.js";

export interface DecodedPolicy {
  /** What the text says, as far as its types allow. */
  readonly policy: UncheckedPolicy;
  /** The comment above each rule. */
  readonly comments: readonly (string | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a field stands; a field that is not there is placed at what should hold it. */
  readonly place: (path: FieldPath) => Place;
}

/**
 * Reads the fields of a policy the way kube-apiserver decodes them: names case-sensitive, types strict, null as absent,
 * unknown fields dropped with a warning.
 *
 * Upstream: k8s.io/apimachinery, pkg/runtime/serializer/json/json.go, Decode; sigs.k8s.io/json
 */
export function decodePolicy(root: MapNode, locate: Locate): DecodedPolicy {
  const decoder = new Decoder(locate);
  const policy = decoder.policy(root);
  const rules = root.entries.get("rules")?.value;
  return {
    policy,
    comments: rules?.kind === "list" ? rules.comments : [],
    diagnostics: decoder.diagnostics,
    place: (path) => decoder.place(path),
  };
}

export class Decoder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #locate: Locate;
  readonly #ranges = new Map<FieldPath, Range>();

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  /** The place of a path, or of the nearest thing around it that is written down. */
  place(path: FieldPath): Place {
    for (let at = path; ; at = at.replace(/(^|\.)[^.[]*$|\[\d+\]$/, "")) {
      const range = this.#ranges.get(at);
      if (range) return { path, location: this.#locate(range) };
      if (at === "") return { path };
    }
  }

  policy(root: MapNode): UncheckedPolicy {
    this.#ranges.set("", root.entries.get("kind")?.key ?? root.range);
    this.#checkFields(root, "policy", "", { policy: root });
    this.#checkRepeated(root, (decoder, reading) => decoder.policy(reading));
    const omitStages = this.strings(root, "omitStages", "");
    const omitManagedFields = this.#boolean(root, "omitManagedFields", "");
    const metadata = decodeMetadata(root, this);
    return {
      apiVersion: POLICY_API_VERSION,
      kind: POLICY_KIND,
      ...(metadata && { metadata }),
      ...(omitStages && { omitStages }),
      ...(omitManagedFields !== undefined && { omitManagedFields }),
      rules:
        this.#list(root, "rules", "", "a list of rules")?.map((rule, i) => this.#rule(rule, `rules[${i}]`)) ??
        [],
    };
  }

  #rule(node: Node, path: FieldPath): UncheckedPolicyRule {
    const rule = this.#mapping(
      node,
      path,
      "a mapping with level and what it applies to",
      "a rule without a level",
    );
    if (!rule) return { level: "" };
    this.#checkFields(rule, "rule", path, { rule });
    this.#checkRepeated(rule, (decoder, reading) => decoder.#rule(reading, path));
    const resources = this.#list(rule, "resources", path, "a list of groups with their resources")?.map(
      (entry, i) => this.#resources(entry, `${path}.resources[${i}]`, rule),
    );
    const omitManagedFields = this.#boolean(rule, "omitManagedFields", path);
    const lists = ["users", "userGroups", "verbs", "namespaces", "nonResourceURLs", "omitStages"] as const;
    return {
      level: this.#string(rule, "level", path),
      ...Object.fromEntries(
        lists
          .map((field) => [field, this.strings(rule, field, path)])
          .filter(([, value]) => value !== undefined),
      ),
      ...(resources && { resources }),
      ...(omitManagedFields !== undefined && { omitManagedFields }),
    };
  }

  #resources(node: Node, path: FieldPath, rule: MapNode): GroupResources {
    const entry = this.#mapping(
      node,
      path,
      "a mapping with group and resources",
      "every resource of the core group",
    );
    if (!entry) return { group: "" };
    this.#checkFields(entry, "entry", path, { entry, rule });
    this.#checkRepeated(entry, (decoder, reading) => decoder.#resources(reading, path, rule));
    const resources = this.strings(entry, "resources", path);
    const resourceNames = this.strings(entry, "resourceNames", path);
    return {
      group: this.#string(entry, "group", path),
      ...(resources && { resources }),
      ...(resourceNames && { resourceNames }),
    };
  }

  /** Remembers where fields stand, and reports the unknown and the repeated ones. */
  #checkFields(map: MapNode, owner: Owner, path: FieldPath, maps: Partial<Record<Owner, MapNode>>): void {
    // Where the mapping that a field belongs into is further down, only names are sure to be lost.
    const isSet = (other: Owner, field: string): boolean =>
      maps[other]?.entries.has(field) ?? field !== "resourceNames";
    const known: readonly string[] = FIELDS[owner];
    for (const [field, { key, value }] of map.entries) {
      this.#ranges.set(
        join(path, field),
        value.kind === "scalar" && value.value !== null ? value.range : key,
      );
      if (known.includes(field)) continue;
      const place = { path: join(path, field), location: this.#locate(key) };
      const written = field.trim();
      this.diagnostics.push(
        unknownField(place, {
          field: written,
          owner: path === "" ? "the policy" : path,
          ...adviseOnUnknownField(written, owner, isSet),
        }),
      );
    }
    this.reportDuplicates(map, path);
  }

  /** A field that JSON sets more than once is decoded as often: a wrong type stays wrong when a later value replaces it. */
  #checkRepeated(map: MapNode, decode: (decoder: Decoder, reading: MapNode) => void): void {
    for (const [field, { key, decoded = [] }] of map.entries) {
      for (const value of decoded) {
        const decoder = new Decoder(this.#locate);
        decode(decoder, { ...map, entries: new Map([[field, { key, value }]]), duplicates: [] });
        this.diagnostics.push(...decoder.diagnostics.filter((diagnostic) => hasFatalError([diagnostic])));
      }
    }
  }

  unknownMetadata(owner: FieldPath, field: string, key: Range): void {
    const data = { field, owner, effect: "", remedy: "delete it" };
    this.diagnostics.push(unknownField({ path: join(owner, field), location: this.#locate(key) }, data));
  }

  reportDuplicates(map: MapNode, path: FieldPath): void {
    for (const { key, places } of map.duplicates) {
      const [first = map.range, last = first] = [places[0], places.at(-1)];
      const related = [{ message: "set here before", location: this.#locate(first) }];
      this.diagnostics.push(
        duplicateKey({ path: join(path, key), location: this.#locate(last), related }, { key }),
      );
    }
  }

  #mapping(node: Node, path: FieldPath, expected: string, effect: string): MapNode | undefined {
    this.#ranges.set(path, node.kind === "map" ? firstKey(node) : node.range);
    if (node.kind === "map") return node;
    if (node.kind === "scalar" && node.value === null) {
      this.diagnostics.push(nullEntry(this.place(path), { field: path, effect }));
    } else {
      const isRule = /^rules\[\d+\]$/.test(path);
      const text = node.kind === "scalar" ? node.text : "…";
      this.wrongType(
        node,
        path,
        expected,
        isRule ? `write "level: ${text}"` : `write { group: "", resources: [${text}] }`,
      );
    }
    return undefined;
  }

  #list(map: MapNode, field: string, owner: FieldPath, expected: string): readonly Node[] | undefined {
    const node = map.entries.get(field)?.value;
    if (!node || isNull(node)) return undefined;
    if (node.kind === "list") return node.items;
    const remedy =
      node.kind === "scalar" ? `write it as a list: ["${node.text}"]` : 'begin each entry with "- "';
    this.wrongType(node, join(owner, field), expected, remedy);
    return undefined;
  }

  strings(map: MapNode, field: string, owner: FieldPath): string[] | undefined {
    return this.#list(map, field, owner, "a list of strings")?.map((node, i) => {
      const path = `${join(owner, field)}[${i}]`;
      this.#ranges.set(path, node.range);
      if (isNull(node)) {
        this.diagnostics.push(nullEntry(this.place(path), { field: path, effect: '""' }));
        return "";
      }
      return this.string(node, path, VALIDATED.has(field));
    });
  }

  #string(map: MapNode, field: string, owner: FieldPath): string {
    const node = map.entries.get(field)?.value;
    return !node || isNull(node) ? "" : this.string(node, join(owner, field), VALIDATED.has(field));
  }

  string(node: Node, path: FieldPath, validated: boolean): string {
    if (node.kind !== "scalar" || typeof node.value !== "string") {
      if (node.kind === "scalar" && node.value !== null) this.#unquoted(node, path);
      else this.wrongType(node, path, "a string");
      return node.kind === "scalar" ? node.text : "";
    }
    const quoted =
      /^[\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b](.*)[\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b]$/su.exec(
        node.value,
      );
    if (quoted?.[1] === undefined) return node.value;
    const problem = validated ? typographicQuotes : typographicQuotesInName;
    this.diagnostics.push(
      problem({ path, location: this.#locate(node.range) }, { written: node.value, meant: quoted[1] }),
    );
    return validated ? quoted[1] : node.value; // What loads stays what the server loads.
  }

  #boolean(map: MapNode, field: string, owner: FieldPath): boolean | undefined {
    const node = map.entries.get(field)?.value;
    if (!node || isNull(node)) return undefined;
    if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
    this.wrongType(node, join(owner, field), "true or false", "write true or false, without quotes");
    return undefined;
  }

  #unquoted(node: ScalarNode, path: FieldPath): void {
    const actual = typeof node.value === "boolean" ? `the boolean ${node.value}` : "a number";
    this.diagnostics.push(
      unquotedScalar({ path, location: this.#locate(node.range) }, { written: node.text, actual }),
    );
  }

  wrongType(node: Node, path: FieldPath, expected: string, remedy?: string): void {
    const range = node.kind === "map" ? firstKey(node) : node.range;
    this.diagnostics.push(
      wrongType(
        { path, location: this.#locate(range) },
        { field: path, actual: describeNode(node), expected, remedy },
      ),
    );
  }
}

/** Fields whose values kube-apiserver checks, so that quotes in them stop it. */
const VALIDATED = new Set(["level", "omitStages", "group", "nonResourceURLs"]);

/** A field below a path: `rules[0].level`, or `rules` at the top. */
export function join(path: FieldPath, field: string): FieldPath {
  return path === "" ? field : `${path}.${field}`;
}

/** Where a mapping begins; its range ends lines later. */
function firstKey(map: MapNode): Range {
  const [first] = map.entries.values();
  return first ? first.key : map.range;
}
