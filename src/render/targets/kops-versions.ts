import { isAtLeast, OLDEST_KUBERNETES, type Version } from "../../kubernetes/index.js";
import { directoryOf, isWithin } from "../path.js";
import type { VersionRange } from "../types.js";

/** What changed in kOps from release to release, as far as the audit configuration goes. */

/**
 * A release without a patch stands for all of its patches: what holds for `1.26` must hold for 1.26.0 and for 1.26.6.
 */
function everyPatchIsAtLeast(version: Version, since: string): boolean {
  return isAtLeast({ patch: 0, ...version }, since);
}

/** The roles whose instances run kube-apiserver. kOps compares them letter by letter, and is silent where none matches. */
export function rolesOf(version: Version): readonly string[] {
  if (isAtLeast(version, "1.26")) return ["ControlPlane", "APIServer"];
  return isAtLeast(version, "1.21") ? ["Master", "APIServer"] : ["Master"];
}

/** Whether an asset has `mode`. Before, every asset had mode 0440, which does for a policy. */
export function hasMode(version: Version): boolean {
  return everyPatchIsAtLeast(version, "1.23.3");
}

/** Oldest Kubernetes by kOps minor, from 1.16: OldestSupportedKubernetesVersion in upup/pkg/fi/cloudup/apply_cluster.go. */
const OLDEST_MINORS: readonly number[] = [
  9, 9, 9, 11, 13, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 25, 27, 27, 29, 29, 31, 32,
];

/** The Kubernetes releases that a kOps release runs: up to its own, and down to what it says it supports. */
export function kubernetesOf(version: Version): VersionRange {
  const minor = OLDEST_MINORS[version.minor - 16] ?? OLDEST_KUBERNETES.minor;
  return { oldest: { major: 1, minor }, newest: { major: 1, minor: version.minor } };
}

/** Seen by kube-apiserver's container on every release, given that the file lies in a subdirectory of it. */
export const API_SERVER_DIRECTORY = "/srv/kubernetes/kube-apiserver";

/** kOps' folder where /srv cannot be written: Container-Optimized OS on GCE. */
const READ_ONLY_SRV = "/etc";

/**
 * Why kube-apiserver would not see a file on some patch of this kOps release; undefined where it does on all.
 *
 * Upstream: k8s.io/kops, nodeup/pkg/model/kube_apiserver.go, buildPod, at the tags 1.8.1 to 1.37.0-alpha.1
 */
export function reasonNotVisible(path: string, version: Version): string | undefined {
  const plain = path.startsWith(`${READ_ONLY_SRV}/srv/`) ? path.slice(READ_ONLY_SRV.length) : path;
  const directory = directoryOf(plain);
  if (isWithin(directory, `${API_SERVER_DIRECTORY}`) && directory !== API_SERVER_DIRECTORY) return undefined;
  if (everyPatchIsAtLeast(version, "1.27")) return undefined;
  if (!isAtLeast(version, "1.22")) {
    return isWithin(directory, "/srv/kubernetes")
      ? undefined
      : "up to kOps 1.21 its container sees only /srv/kubernetes";
  }
  if (directory === API_SERVER_DIRECTORY) {
    return isAtLeast(version, "1.26.6")
      ? `kOps 1.26.6 mounts ${API_SERVER_DIRECTORY} twice then, and the pod is refused`
      : undefined;
  }
  return everyPatchIsAtLeast(version, "1.26.6")
    ? undefined
    : `from kOps 1.22 to 1.26.5 its container sees only ${API_SERVER_DIRECTORY}`;
}
