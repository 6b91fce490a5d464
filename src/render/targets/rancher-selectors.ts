import { type Data, isDataObject, listAt, objectAt, stringAt } from "../editable-document.js";

const CONTROL_PLANE_ROLE = "rke.cattle.io/control-plane-role";

/** A `machineLabelSelector` for control planes. */
export const CONTROL_PLANES: { readonly matchLabels: Readonly<Record<string, string>> } = {
  matchLabels: { [CONTROL_PLANE_ROLE]: "true" },
};

/** The control planes that a `machineLabelSelector` takes in; a machine may have other roles, and labels of its own. */
export type Selected = "all" | "some" | "none";

/**
 * Which control planes an entry is for, as far as its selector tells.
 *
 * Upstream: github.com/rancher/rancher, pkg/capr/planner/config.go, addUserConfig: without a selector it is for every machine
 */
export function selectedControlPlanes(entry: Data): Selected {
  const selector = objectAt(entry, "machineLabelSelector");
  const labels = Object.entries(objectAt(selector, "matchLabels"));
  const found = [
    ...labels.map(([key, value]) =>
      key === CONTROL_PLANE_ROLE ? (String(value) === "true" ? "all" : "none") : "some",
    ),
    ...listAt(selector, "matchExpressions").map(selectedBy),
  ];
  if (found.includes("none")) return "none";
  return found.includes("some") ? "some" : "all";
}

function selectedBy(expression: Data): Selected {
  if (stringAt(expression, "key") !== CONTROL_PLANE_ROLE) return "some";
  const isNamed = listAt(expression, "values").includes("true");
  switch (stringAt(expression, "operator")) {
    case "Exists":
      return "all";
    case "In":
      return isNamed ? "all" : "none";
    case "NotIn":
      return isNamed ? "none" : "all";
    default:
      return "none";
  }
}

/** Whether an entry is for control planes, and for no other machine. */
export function isForControlPlanesAlone(entry: Data): boolean {
  return (
    isDataObject(entry) &&
    isDataObject(entry["machineLabelSelector"]) &&
    Object.keys(objectAt(entry["machineLabelSelector"], "matchLabels")).includes(CONTROL_PLANE_ROLE) &&
    selectedControlPlanes(entry) === "all"
  );
}
