import type { MapNode, Node, ScalarNode } from "./node.js";

/** Something that says of itself that it is an audit policy, or a text in which one may stand. */
export type Candidate =
  | { readonly kind: "policy"; readonly path: string; readonly node: MapNode; readonly inList: boolean }
  | { readonly kind: "text"; readonly path: string; readonly node: ScalarNode };

/** Everything below a node that may be a policy, in the order it stands there; not the node itself. */
export function* findCandidates(node: Node, path = "", inList = false): Generator<Candidate> {
  if (node.kind === "scalar") {
    if (path !== "" && typeof node.value === "string" && mayHoldPolicy(node.value))
      yield { kind: "text", path, node };
  } else if (node.kind === "list") {
    for (const [index, item] of node.items.entries())
      yield* findCandidates(item, `${path}[${index}]`, inList);
  } else if (path !== "" && isPolicy(node)) {
    yield { kind: "policy", path, node, inList };
  } else {
    const isList = /List$/.test(stringField(node, "kind") ?? "");
    for (const [key, { value }] of node.entries) {
      yield* findCandidates(
        value,
        path === "" ? key : `${path}.${key}`,
        inList || (isList && path === "" && key === "items"),
      );
    }
  }
}

/** By what it is: `kind: Policy` of `audit.k8s.io`. */
export function isPolicy(node: Node): node is MapNode {
  return (
    node.kind === "map" &&
    stringField(node, "kind") === "Policy" &&
    (stringField(node, "apiVersion") ?? "").startsWith("audit.k8s.io/")
  );
}

/**
 * Whether a whole file is meant as a policy, though it does not say so in full: the file that kube-apiserver is given needs
 * no `kind`, and people forget the `apiVersion`.
 */
export function looksLikePolicy(node: Node): node is MapNode {
  if (node.kind !== "map") return false;
  const apiVersion = stringField(node, "apiVersion") ?? stringField(node, "apiversion");
  const kind = stringField(node, "kind");
  if (apiVersion?.startsWith("audit.k8s.io/"))
    return kind === undefined || !/^(Event|Policy)List$|^Event$/.test(kind);
  const rules = node.entries.get("rules")?.value;
  const hasLevels =
    rules?.kind === "list" && rules.items.some((rule) => rule.kind === "map" && rule.entries.has("level"));
  if (kind === "Policy") return apiVersion === undefined || hasLevels;
  return kind === undefined && hasLevels;
}

/** What something is, for the message that it is no policy. */
export function describeObject(node: Node): string {
  if (node.kind !== "map") return node.kind === "list" ? "a list" : "a single value";
  const kind = stringField(node, "kind");
  if (kind === undefined) return "a mapping without kind";
  const apiVersion = stringField(node, "apiVersion");
  const named = `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}`;
  return apiVersion === undefined ? named : `${named} of ${apiVersion}`;
}

export function stringField(node: MapNode, field: string): string | undefined {
  const value = node.entries.get(field)?.value;
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

/** Whether a string names an audit policy and begins as YAML does: a script that writes one is no policy. */
function mayHoldPolicy(text: string): boolean {
  if (!text.includes("audit.k8s.io/") || !/\bPolicy\b/.test(text)) return false;
  const first = text.split("\n").find((line) => /^\s*[^\s#]/.test(line)) ?? "";
  return /^\ufeff?\s*(---|%YAML|\{|["']?[\w.-]+["']?:(\s|$))/.test(first);
}
