import { parseVersion, printVersion, type Version } from "../kubernetes/index.js";
import { DocumentRefusal, type StatedRelease } from "./editable-document.js";
import { includesMinor, printRange } from "./kubernetes-range.js";
import type { Target, TargetInput } from "./target.js";
import type { VersionRange } from "./types.js";

/** Refuses a document that states a release of Kubernetes which the rendering is not for. */
export function refuseOtherRelease(
  stated: StatedRelease | undefined,
  target: Target,
  { kubernetes, kubernetesVersion }: TargetInput,
): void {
  const release = stated && releaseIn(stated.text);
  if (!release || includesMinor(kubernetes, release)) return;
  throw new DocumentRefusal(
    stated.path,
    `is ${stated.text}, and what is put in is for Kubernetes ${printRange(kubernetes)}`,
    wayOut(target, release, kubernetesVersion),
  );
}

/** Of a release, or of an image's tag, what counts: a build or a digest behind it says nothing of what it can do. */
function releaseIn(text: string): Version | undefined {
  const [, release] = /(?:^|:)v?(\d+\.\d+(?:\.\d+)?)(?=$|[-+@])/.exec(text) ?? [];
  return release === undefined ? undefined : parseVersion(release);
}

function wayOut(target: Target, release: Version, asked: Version | undefined): string {
  const { name, title, versions } = target;
  const named = printVersion({ major: release.major, minor: release.minor });
  if (asked) return `leave --kubernetes-version out, or say ${named}`;
  if (!versions) return `say so: --kubernetes-version ${named}`;
  const running = releasesRunning(target, versions, release);
  return running
    ? `it is run by ${title} ${printRange(running)}: --target ${name}@VERSION`
    : `the target ${name} is for no such release`;
}

/** The releases of a target that run one of Kubernetes. */
function releasesRunning(
  { kubernetes }: Target,
  { oldest, newest }: VersionRange,
  release: Version,
): VersionRange | undefined {
  const all = Array.from({ length: newest.minor - oldest.minor + 1 }, (_, index) => ({
    major: oldest.major,
    minor: oldest.minor + index,
  }));
  const running = all.filter((version) => includesMinor(kubernetes(version), release));
  const [first, last] = [running[0], running.at(-1)];
  return first && last && { oldest: first, newest: last };
}
