import { GenAuditError } from "../diagnostics/index.js";
import type { DataObject } from "./editable-document.js";
import { mergeDocument } from "./merge-document.js";
import type { KopsFragment } from "./targets/kops-fragment.js";
import { mergeKops } from "./targets/kops-merge.js";

// INVARIANT: no module of the start-up path imports this one, so that deepmerge is loaded only by who merges.

/**
 * A kOps cluster with a fragment merged in: `kubeAPIServer` by key, `fileAssets` by what they are, all else as it was.
 *
 * Takes a whole Cluster (an object with `kind: Cluster`) or its `spec`, and returns the same. An asset of the fragment
 * takes the place of the one that `auditPolicyFile` names, else of one with its path or its name; that keeps its name.
 * Merging twice is merging once, and the arguments stay as they are.
 *
 * A key that an older fragment set and this one does not is kept: nothing tells whose it was. `putIntoText` does the same
 * to a file, and `putIntoObject` to what other targets have.
 *
 * @throws GenAuditError `bad-input` for what is no kOps cluster, or has a value where a list or a mapping belongs.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const { fragment } = kopsFragment({ policy });
 * const spec = { kubeAPIServer: { anonymousAuth: false, auditLogMaxAge: 3 } };
 * const { kubeAPIServer } = fragment ? mergeFragment(spec, fragment) : spec;
 * kubeAPIServer.anonymousAuth; // false
 * kubeAPIServer.auditLogMaxAge; // 30
 */
export function mergeFragment<Cluster extends object>(cluster: Cluster, fragment: KopsFragment): Cluster {
  // INVARIANT: merging keeps the shape of what it is merged into, and what is no plain data it passes on.
  if (!("kind" in cluster)) return merge({ spec: cluster } as DataObject, fragment)["spec"] as Cluster;
  if (cluster.kind !== "Cluster") {
    throw new GenAuditError(
      "bad-input",
      `a fragment belongs into a Cluster, not into kind "${cluster.kind}"`,
    );
  }
  return merge(cluster as DataObject, fragment) as Cluster; // as above
}

function merge(cluster: DataObject, fragment: KopsFragment): DataObject {
  return mergeDocument(cluster, mergeKops(fragment, cluster));
}
