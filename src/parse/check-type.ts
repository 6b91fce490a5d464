import {
  apiVersionMissing,
  apiVersionOld,
  apiVersionRemoved,
  apiVersionTooNew,
  type Diagnostic,
  kindMissing,
  type Place,
  unknownApiVersion,
  unknownKind,
} from "../diagnostics/index.js";
import { policySupport, printVersion, type Version } from "../kubernetes/index.js";
import { stringField } from "./find-policies.js";
import type { MapNode } from "./node.js";
import type { Locate } from "./text-place.js";

/**
 * Whether kube-apiserver of a release takes something for an audit policy.
 *
 * Upstream: k8s.io/apiserver, pkg/audit/policy/reader.go, LoadPolicyFromBytes;
 * k8s.io/apimachinery, pkg/runtime/serializer/json/json.go, gvkWithDefaults
 */
export function checkType(root: MapNode, release: Version, locate: Locate): readonly Diagnostic[] {
  const at = (field: string): Place => {
    const [first] = root.entries.values();
    return {
      path: field,
      location: locate(root.entries.get(field)?.value.range ?? first?.key ?? root.range),
    };
  };
  return [...checkKind(root, at("kind")), ...checkApiVersion(root, release, at("apiVersion"))];
}

function checkKind(root: MapNode, place: Place): readonly Diagnostic[] {
  const kind = root.entries.get("kind")?.value;
  // The server fills an empty kind in from what it decodes into.
  if (!kind || (kind.kind === "scalar" && (kind.value === null || kind.value === "")))
    return [kindMissing(place, {})];
  const name = stringField(root, "kind") ?? (kind.kind === "scalar" ? kind.text : "");
  return name === "Policy" ? [] : [unknownKind(place, { kind: name })];
}

function checkApiVersion(root: MapNode, release: Version, place: Place): readonly Diagnostic[] {
  // encoding/json, which reads this field, does not mind the case of its name.
  const apiVersion = stringField(root, "apiVersion") ?? stringField(root, "apiversion");
  const { apiVersions } = policySupport(release);
  if (apiVersion === undefined)
    return [apiVersionMissing(place, { apiVersion: apiVersions[0] ?? "audit.k8s.io/v1" })];
  const data = { apiVersion, release: printVersion(release) };
  const isOld = /^audit\.k8s\.io\/v1(alpha|beta)1$/.test(apiVersion);
  if (apiVersions.includes(apiVersion)) return isOld ? [apiVersionOld(place, data)] : [];
  if (apiVersion === "audit.k8s.io/v1") return [apiVersionTooNew(place, data)];
  return [isOld ? apiVersionRemoved(place, data) : unknownApiVersion(place, data)];
}
