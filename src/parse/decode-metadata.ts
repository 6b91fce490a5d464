import { type Decoder, join } from "./decode-policy.js";
import { isRfc3339 } from "./go-time.js";
import { isNull, type MapNode, type Node } from "./node.js";
import { isInt64 } from "./resolve-scalar.js";

type FieldType = "string" | "integer" | "boolean" | "time" | "strings" | "string map" | "anything" | Fields;
/** A list of mappings with these fields. */
interface Fields extends Readonly<Record<string, FieldType>> {}

/** Upstream: k8s.io/apimachinery, pkg/apis/meta/v1/types.go, ObjectMeta, OwnerReference, ManagedFieldsEntry */
const FIELDS: Fields = {
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
  ownerReferences: {
    apiVersion: "string",
    kind: "string",
    name: "string",
    uid: "string",
    controller: "boolean",
    blockOwnerDeletion: "boolean",
  },
  finalizers: "strings",
  managedFields: {
    manager: "string",
    operation: "string",
    apiVersion: "string",
    time: "time",
    fieldsType: "string",
    fieldsV1: "anything",
    subresource: "string",
  },
};

/** The policy's `metadata`, of which kube-apiserver uses nothing but checks the types; undefined where it is absent or empty. */
export function decodeMetadata(policy: MapNode, decoder: Decoder): Record<string, unknown> | undefined {
  const node = policy.entries.get("metadata")?.value;
  if (!node || isNull(node)) return undefined;
  checkFields(node, FIELDS, "metadata", decoder);
  if (node.kind !== "map") return undefined;
  const known = [...node.entries].filter(([field, { value }]) => field in FIELDS && !isNull(value));
  const metadata = Object.fromEntries(known.map(([field, { value }]) => [field, plainValue(value)]));
  return Object.keys(metadata).length > 0 ? metadata : undefined;
}

function checkFields(node: Node, fields: Fields, path: string, decoder: Decoder): void {
  if (node.kind !== "map") {
    if (!isNull(node)) decoder.wrongType(node, path, "a mapping");
    return;
  }
  decoder.reportDuplicates(node, path);
  for (const [field, { key, value, decoded = [value] }] of node.entries) {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type === undefined) {
      decoder.unknownMetadata(path, field, key);
      continue;
    }
    for (const one of decoded) if (!isNull(one)) checkType(one, type, join(path, field), decoder);
  }
}

function checkType(node: Node, type: FieldType, path: string, decoder: Decoder): void {
  const value = node.kind === "scalar" ? node.value : undefined;
  const items = (expected: string, check: (item: Node, path: string) => void): void => {
    if (node.kind !== "list") decoder.wrongType(node, path, expected);
    else
      for (const [index, item] of node.items.entries()) if (!isNull(item)) check(item, `${path}[${index}]`);
  };
  switch (type) {
    case "string":
      decoder.string(node, path, false);
      break;
    case "integer":
      if (value === undefined || !isInt64(value)) decoder.wrongType(node, path, "an integer");
      break;
    case "boolean":
      if (typeof value !== "boolean") decoder.wrongType(node, path, "true or false");
      break;
    case "time":
      if (typeof value !== "string" || !isRfc3339(value))
        decoder.wrongType(node, path, "a time as in RFC 3339");
      break;
    case "strings":
      items("a list of strings", (item, at) => decoder.string(item, at, false));
      break;
    case "string map":
      if (node.kind !== "map") decoder.wrongType(node, path, "a mapping of strings");
      else {
        decoder.reportDuplicates(node, path);
        for (const [key, { value: item, decoded = [item] }] of node.entries)
          for (const one of decoded) if (!isNull(one)) decoder.string(one, join(path, key), false);
      }
      break;
    case "anything":
      reportAllDuplicates(node, path, decoder);
      break;
    default:
      items("a list of mappings", (item, at) => checkFields(item, type, at, decoder));
  }
}

function reportAllDuplicates(node: Node, path: string, decoder: Decoder): void {
  if (node.kind === "list")
    for (const [index, item] of node.items.entries()) reportAllDuplicates(item, `${path}[${index}]`, decoder);
  if (node.kind !== "map") return;
  decoder.reportDuplicates(node, path);
  for (const [key, { value }] of node.entries) reportAllDuplicates(value, join(path, key), decoder);
}

/** A node as plain data. */
function plainValue(node: Node): unknown {
  if (node.kind === "scalar") return typeof node.value === "bigint" ? Number(node.value) : node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]));
}
