import { joinMentions, type ServedResource } from "./served-resource.js";

/** What is read of a document of `api/discovery` whose kind is `APIResourceList`. */
export interface ApiResourceList {
  /** `v1`, `apps/v1` */
  readonly groupVersion: string;
  readonly resources: readonly {
    /** `pods`, `pods/exec` */
    readonly name: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
    readonly kind: string;
    readonly shortNames?: readonly string[];
  }[];
}

/** The resources that discovery documents list. */
export function readDiscovery(lists: readonly ApiResourceList[]): readonly ServedResource[] {
  return joinMentions(
    lists.flatMap(({ groupVersion, resources }) => {
      const [version = "", group = ""] = groupVersion.split("/").reverse();
      return resources.map(({ name, namespaced, verbs, kind }) => ({
        group,
        name,
        version,
        namespaced,
        verbs,
        ...(!name.includes("/") && { kind }),
      }));
    }),
  );
}

/** The short names of the resources that have some, by group and name: `apps deployments`. */
export function readShortNames(lists: readonly ApiResourceList[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    lists.flatMap(({ groupVersion, resources }) => {
      const group = groupVersion.includes("/") ? groupVersion.replace(/\/.*/, "") : "";
      return resources.flatMap(({ name, shortNames = [] }) =>
        shortNames.length > 0 ? [[`${group} ${name}`, shortNames] as const] : [],
      );
    }),
  );
}
