import { listApiResources, nameOf } from "../kubernetes/index.js";

/**
 * The entries of an API group, with those of its resources and of their subresources: `pods.exec`. What is not for a policy can be
 * seen by nobody who copies, compares or prints one: it is not enumerable.
 */
export function vocabularyOf<Group>(group: string): Group {
  const resources = listApiResources().filter((served) => served.group === group);
  const entries = resources
    .filter(({ subresource }) => subresource === "")
    .map((resource) => {
      const below = resources.filter((one) => one.resource === resource.resource && one !== resource);
      const words = below.map((one): Hidden => [one.subresource, entryOf(group, nameOf(one))]);
      const all: Hidden = ["withSubresources", { group, resources: [`${resource.resource}/*`] }];
      const entry = entryOf(group, resource.resource);
      return [resource.resource, below.length > 0 ? withHidden(entry, [...words, all]) : entry] as const;
    });
  // INVARIANT: api-groups.generated.ts types what is listed here; a test compares the two.
  return withHidden({ group }, entries) as Group;
}

type Hidden = readonly [name: string, value: unknown];

function entryOf(group: string, name: string): object {
  const entry = { group, resources: [name] };
  return withHidden(entry, [["named", (...names: string[]) => ({ ...entry, resourceNames: names })]]);
}

function withHidden<Shown extends object>(shown: Shown, hidden: readonly Hidden[]): Shown {
  for (const [name, value] of hidden) Object.defineProperty(shown, name, { value });
  return shown;
}
