import type { Decoder } from "./decode-policy.js";
import { isNull, join } from "./decode-policy.js";
import type { MapNode, Node } from "./node.js";

type FieldType = "string" | "integer" | "time" | "strings" | "string map" | "list";

/** Upstream: k8s.io/apimachinery, pkg/apis/meta/v1/types.go, ObjectMeta */
const FIELDS: Readonly<Record<string, FieldType>> = {
  name: "string",
  generateName: "string",
  namespace: "string",
  selfLink: "string",
  uid: "string",
  resourceVersion: "string",
  generation: "integer",
  creationTimestamp: "time",
  deletionTimestamp: "time",
  deletionGracePeriodSeconds: "integer",
  labels: "string map",
  annotations: "string map",
  ownerReferences: "list",
  finalizers: "strings",
  managedFields: "list",
};

/** The policy's `metadata`, of which kube-apiserver uses nothing but checks the types; undefined where it is absent or empty. */
export function decodeMetadata(policy: MapNode, decoder: Decoder): Record<string, unknown> | undefined {
  const node = policy.entries.get("metadata")?.value;
  if (!node || isNull(node)) return undefined;
  if (node.kind !== "map") {
    decoder.wrongType(node, "metadata", "a mapping");
    return undefined;
  }
  decoder.reportDuplicates(node, "metadata");
  const metadata: Record<string, unknown> = {};
  for (const [field, { key, value }] of node.entries) {
    const type = FIELDS[field];
    if (type === undefined) decoder.unknownMetadata(field, key);
    else if (!isNull(value)) {
      checkType(value, type, join("metadata", field), decoder);
      metadata[field] = plainValue(value);
    }
  }
  return Object.keys(metadata).length > 0 ? metadata : undefined;
}

function checkType(node: Node, type: FieldType, path: string, decoder: Decoder): void {
  switch (type) {
    case "string":
      decoder.string(node, path, false);
      break;
    case "integer":
      if (node.kind !== "scalar" || !Number.isSafeInteger(node.value))
        decoder.wrongType(node, path, "an integer");
      break;
    case "time":
      if (node.kind !== "scalar" || !RFC3339.test(node.text))
        decoder.wrongType(node, path, "a time as in RFC 3339");
      break;
    case "strings":
      if (node.kind !== "list") decoder.wrongType(node, path, "a list of strings");
      else
        for (const [i, item] of node.items.entries())
          if (!isNull(item)) decoder.string(item, `${path}[${i}]`, false);
      break;
    case "string map":
      if (node.kind !== "map") decoder.wrongType(node, path, "a mapping of strings");
      else {
        decoder.reportDuplicates(node, path);
        for (const [key, { value }] of node.entries)
          if (!isNull(value)) decoder.string(value, join(path, key), false);
      }
      break;
    case "list":
      if (node.kind !== "list") decoder.wrongType(node, path, "a list");
      break;
  }
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

/** A node as plain data. */
function plainValue(node: Node): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]));
}
