/** A Kubernetes (or kOps, kubeadm) release; `patch` is absent where only `x.y` was given. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch?: number;
}

/**
 * `1.30`, `v1.30` and `1.30.14` as a version; undefined for any other text.
 *
 * @example
 * parseVersion("v1.30.14"); // { major: 1, minor: 30, patch: 14 }
 * parseVersion("1.30-rc.1"); // undefined
 */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch] = match;
  return { major: Number(major), minor: Number(minor), ...(patch !== undefined && { patch: Number(patch) }) };
}

/**
 * The version as Kubernetes writes it without the leading `v`: `1.30` or `1.30.14`.
 *
 * @example
 * printVersion({ major: 1, minor: 30 }); // 1.30
 */
export function printVersion({ major, minor, patch }: Version): string {
  return patch === undefined ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}

/** Negative, zero or positive as `a` is older than, the same as, or newer than `b`; a missing patch counts as the newest of its minor. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    (a.patch ?? Number.MAX_SAFE_INTEGER) - (b.patch ?? Number.MAX_SAFE_INTEGER)
  );
}

/** Whether `version` is release `since` or later; `since` is written `x.y` or `x.y.z`. */
export function isAtLeast(version: Version, since: string): boolean {
  const floor = parseVersion(since);
  if (!floor) throw new Error(`not a version: ${since}`);
  return compareVersions(version, { ...floor, patch: floor.patch ?? 0 }) >= 0;
}
