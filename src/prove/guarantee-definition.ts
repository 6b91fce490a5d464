import type { GroupResources } from "../model/index.js";
import type { Bound } from "./bound.js";

/** A promise that a policy keeps or breaks: all of its bounds are kept. */
export interface Guarantee {
  readonly name: string;
  /** What holds where it is kept. */
  readonly title?: string | undefined;
  readonly bounds: readonly Bound[];
}

/** A guarantee that is known by its name. */
export type GuaranteeDefinition =
  | { readonly title: string; readonly bounds: readonly Bound[] }
  | {
      readonly title: string;
      /** What it is about if nothing else is said. */
      readonly resources: readonly GroupResources[];
      /** The title where other resources are given. */
      readonly titleOf: (resources: string) => string;
      readonly boundsOf: (resources: readonly GroupResources[]) => readonly Bound[];
    };
