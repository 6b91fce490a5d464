import deepmerge from "deepmerge";
import { GenAuditError } from "../diagnostics/index.js";
import type { KopsFileAsset, KopsFragment } from "./targets/kops-fragment.js";

// INVARIANT: no module of the start-up path imports this one, so that deepmerge is loaded only by who merges.

/**
 * A kOps cluster with a fragment merged in: `fileAssets` joined by name, `kubeAPIServer` by key, all else as it was.
 *
 * Takes a whole Cluster (an object with `kind: Cluster`) or its `spec`, and returns the same. An asset of the
 * fragment takes the place of one with its name, and of any other with its path, since kOps would write the first it
 * finds. Merging twice is merging once, and the arguments stay as they are.
 *
 * A key that an older fragment set and this one does not is kept: nothing tells whose it was.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const { fragment } = kopsFragment({ policy });
 * const spec = mergeFragment({ kubeAPIServer: { anonymousAuth: false, auditLogMaxAge: 3 } }, fragment);
 * spec.kubeAPIServer.anonymousAuth; // false
 * spec.kubeAPIServer.auditLogMaxAge; // 30
 */
export function mergeFragment<Cluster extends object>(cluster: Cluster, fragment: KopsFragment): Cluster {
  if (!("kind" in cluster)) return merge(cluster, fragment.spec);
  if (cluster.kind !== "Cluster") {
    throw new GenAuditError(
      "bad-input",
      `a fragment belongs into a Cluster, not into kind "${cluster.kind}"`,
    );
  }
  return merge(cluster, fragment);
}

function merge<Whole extends object>(whole: Whole, part: object): Whole {
  return deepmerge(whole, part as Partial<Whole>, OPTIONS); // the caller chose the part that fits
}

const OPTIONS: deepmerge.Options = {
  // Lists such as `roles` are taken whole from the fragment.
  arrayMerge: (_, source) => structuredClone(source),
  customMerge: (key) => (key === "fileAssets" ? joinAssets : undefined),
};

type Asset = Partial<KopsFileAsset>;

/** Upstream: k8s.io/kops, nodeup/pkg/model/file_assets.go: the first asset of a path wins, without a word. */
function joinAssets(present: readonly Asset[] | null, added: readonly Asset[]): readonly Asset[] {
  const joined: Asset[] = [];
  const left = [...added];
  for (const asset of present ?? []) {
    const isReplaced = (candidate: Asset): boolean =>
      candidate.name === asset.name || candidate.path === asset.path;
    if (!added.some(isReplaced)) joined.push(structuredClone(asset));
    // In the place of the first that it replaces; further ones are gone.
    const at = left.findIndex(isReplaced);
    if (at >= 0) joined.push(...structuredClone(left.splice(at, 1)));
  }
  return [...joined, ...structuredClone(left)];
}
