import {
  findGroupsWith,
  guessGroup,
  guessResource,
  isBuiltInGroup,
  isServedEver,
} from "../kubernetes/index.js";

/** Why a group is none: its name is a slip in that of a built-in one. Undefined for what may be one of custom resources. */
export function faultOfGroup(group: string): string | undefined {
  if (group === "*" || isBuiltInGroup(group)) return undefined;
  const meant = guessGroup(group);
  if (meant !== undefined) return `"${group}" is no group of Kubernetes; did you mean "${meant}"?`;
  // Each group of custom resources has a dot.
  return group.includes(".") ? undefined : `"${group}" is no group of Kubernetes`;
}

/** Why no request is for a resource of a group: it is another group's, or a slip in the name of a built-in one. */
export function faultOfResource(group: string, name: string): string | undefined {
  if (name.split("/").length > 2) return `"${name}" is no resource: it is RESOURCE or RESOURCE/SUBRESOURCE`;
  if (!isBuiltInGroup(group) || isServedEver(group, name)) return undefined;
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
