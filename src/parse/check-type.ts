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
import { POLICY_KIND } from "../model/index.js";
import { describeNode, isNull, type MapNode, type Node, type Range } from "./node.js";
import type { Locate } from "./text-place.js";

/**
 * Whether kube-apiserver of a release takes something for an audit policy.
 *
 * Upstream: k8s.io/apiserver, pkg/audit/policy/reader.go, LoadPolicyFromBytes;
 * k8s.io/apimachinery, pkg/runtime/serializer/json/json.go, gvkWithDefaults
 */
export function checkType(
  root: MapNode,
  release: Version,
  isJson: boolean,
  locate: Locate,
): readonly Diagnostic[] {
  const at = (path: "kind" | "apiVersion", field: TypeField | undefined): Place => {
    const [first] = root.entries.values();
    const written = root.entries.get(path)?.value.range;
    return { path, location: locate(field?.range ?? written ?? first?.key ?? root.range) };
  };
  const kind = findTypeField(root, "kind", isJson);
  const apiVersion = findTypeField(root, "apiVersion", isJson);
  return [
    ...checkKind(kind?.text, at("kind", kind)),
    ...checkApiVersion(apiVersion?.text, release, at("apiVersion", apiVersion)),
  ];
}

/**
 * What encoding/json, which reads these fields before any other decoder, takes for one of them: the case of their names makes
 * no difference, the last that is not null counts, and each has to be a string.
 */
function findTypeField(root: MapNode, field: "kind" | "apiVersion", isJson: boolean): TypeField | undefined {
  const name = field === "kind" ? /^kind$/iu : /^apiVersion$/iu;
  const spellings = [...root.entries].filter(([key]) => name.test(key));
  // What was YAML comes to it sorted.
  spellings.sort(
    (
      [
        a,
        {
          key: [placeA],
        },
      ],
      [
        b,
        {
          key: [placeB],
        },
      ],
    ) => ((isJson ? placeA < placeB : a < b) ? -1 : 1),
  );
  const values = spellings
    .flatMap(([, { value, decoded = [value] }]) => decoded)
    .filter((node) => !isNull(node));
  const isString = (node: Node): boolean => node.kind === "scalar" && typeof node.value === "string";
  const value = values.find((node) => !isString(node)) ?? values.at(-1);
  return value && { text: value.kind === "scalar" ? value.text : describeNode(value), range: value.range };
}

interface TypeField {
  readonly text: string;
  readonly range: Range;
}

function checkKind(kind: string | undefined, place: Place): readonly Diagnostic[] {
  // The server fills an empty kind in from what it decodes into.
  if (!kind) return [kindMissing(place, {})];
  return kind === POLICY_KIND ? [] : [unknownKind(place, { kind })];
}

function checkApiVersion(
  apiVersion: string | undefined,
  release: Version,
  place: Place,
): readonly Diagnostic[] {
  const { apiVersions } = policySupport(release);
  if (!apiVersion) return [apiVersionMissing(place, { apiVersion: apiVersions[0] ?? "audit.k8s.io/v1" })];
  const data = { apiVersion, release: printVersion(release) };
  const isOld = /^audit\.k8s\.io\/v1(alpha|beta)1$/.test(apiVersion);
  if (apiVersions.includes(apiVersion)) return isOld ? [apiVersionOld(place, data)] : [];
  if (apiVersion === "audit.k8s.io/v1") return [apiVersionTooNew(place, data)];
  return [isOld ? apiVersionRemoved(place, data) : unknownApiVersion(place, data)];
}
