import {
  findGroupsWith,
  guessGroup,
  guessResource,
  isBuiltInGroup,
  isServedEver,
} from "../kubernetes/index.js";

/**
 * Why no request can be meant by a resource of a group: the name is that of none, or a slip in the name of a built-in one.
 * Undefined for what may well be there, such as a custom resource.
 */
export function faultOfResource(group: string, name: string | undefined): string | undefined {
  if (name !== undefined && name.split("/").length > 2)
    return `"${name}" is no resource: it is RESOURCE or RESOURCE/SUBRESOURCE`;
  if (group === "*") return undefined;
  if (!isBuiltInGroup(group)) {
    const meant = guessGroup(group);
    if (meant !== undefined) return `"${group}" is no group of Kubernetes; did you mean "${meant}"?`;
    // Of custom resources, each group has a dot.
    return group.includes(".") ? undefined : `"${group}" is no group of Kubernetes`;
  }
  if (name === undefined || isServedEver(group, name)) return undefined;
  const [elsewhere] = findGroupsWith(name);
  if (elsewhere !== undefined) return `${nameGroup(group)} has no ${name}: it is in ${nameGroup(elsewhere)}`;
  const guess = guessResource(group, name);
  if (!guess) return undefined;
  const where = guess.group === group ? "" : ` of ${nameGroup(guess.group)}`;
  return `${nameGroup(group)} has no ${name}; did you mean "${guess.name}"${where}?`;
}

function nameGroup(group: string): string {
  return group === "" ? "the core group" : `group ${group}`;
}
