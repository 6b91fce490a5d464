import { GenAuditError } from "../diagnostics/index.js";
import { compareVersions, printVersion, type Version } from "../kubernetes/index.js";
import { requireRelease } from "../validate/index.js";
import { resolveTarget } from "./resolve-target.js";
import type { Target } from "./target.js";
import type { VersionRange } from "./types.js";

/**
 * The API servers that a target, written `kops@1.25`, is for, narrowed to one release where it is given.
 *
 * @throws GenAuditError `unknown-target`; `unknown-version` for a version that the target does not have, and if
 *   `kubernetesVersion` is no release, or none that the target runs.
 *
 * @example
 * const { oldest, newest } = kubernetesOfTarget("kops@1.25");
 * `${printVersion(oldest)} to ${printVersion(newest)}`; // 1.20 to 1.25
 */
export function kubernetesOfTarget(text: string, kubernetesVersion?: string | undefined): VersionRange {
  const release = kubernetesVersion === undefined ? undefined : requireRelease(kubernetesVersion);
  const { target, version, label } = resolveTarget(text, release);
  return kubernetesRange(target, version, label, release);
}

/** The API servers to render for: the caller's, or all that the release of the target runs. */
export function kubernetesRange(
  target: Target,
  version: Version,
  label: string,
  kubernetesVersion: Version | undefined,
): VersionRange {
  const range = target.kubernetes(version);
  if (!kubernetesVersion) return range;
  if (includesMinor(range, kubernetesVersion))
    return { oldest: kubernetesVersion, newest: kubernetesVersion };
  throw new GenAuditError(
    "unknown-version",
    `${label} runs Kubernetes ${printRange(range)}, not ${printVersion(kubernetesVersion)}`,
    { help: `name another version of the target: ${target.name}@VERSION` },
  );
}

/** The part of a range that is at least as new as `floor`, which the newest of it must be. */
export function raiseOldest({ oldest, newest }: VersionRange, floor: Version): VersionRange {
  const isOlder = compareVersions(oldest, { ...floor, patch: floor.patch ?? 0 }) < 0;
  return { oldest: isOlder ? floor : oldest, newest };
}

/** `1.31 to 1.36`, or the one release that it is. */
export function printRange({ oldest, newest }: VersionRange): string {
  const [from, to] = [printVersion(oldest), printVersion(newest)];
  return from === to ? from : `${from} to ${to}`;
}

/** By minor release: the ranges of targets name no patches. */
export function includesMinor({ oldest, newest }: VersionRange, { major, minor }: Version): boolean {
  return major === oldest.major && minor >= oldest.minor && minor <= newest.minor;
}
