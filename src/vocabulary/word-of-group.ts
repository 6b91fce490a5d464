/**
 * What the vocabulary calls an API group: `core`, and else the first part of its name, as client-go does: `apps`, `rbac`. `node` is the
 * user of a node here, and `nodeGroup` the group of RuntimeClasses.
 */
export function wordOfGroup(group: string): string {
  if (group === "") return "core";
  const [first = ""] = group.split(".");
  return first === "node" ? "nodeGroup" : first;
}
