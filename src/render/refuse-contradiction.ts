import { parseVersion, printVersion, type Version } from "../kubernetes/index.js";
import { type DataObject, DocumentRefusal, type EditableDocument } from "./editable-document.js";
import { includesMinor, printRange } from "./kubernetes-range.js";
import type { Target, TargetInput } from "./target.js";
import type { VersionRange } from "./types.js";

/** What the caller asked for, as far as a document may say otherwise. */
interface Asked {
  readonly form?: string | undefined;
  readonly kubernetesVersion?: string | undefined;
}

/** Refuses a document that is of another release than the rendering is for, or that has another form than was asked for. */
export function refuseContradiction(
  document: DataObject,
  into: EditableDocument,
  target: Target,
  input: TargetInput,
  asked: Asked,
): void {
  refuseOtherForm(into.formOf?.(document), target, input, asked);
  const stated = into.kubernetesOf?.(document);
  const release = stated && releaseIn(stated.text);
  if (!release || includesMinor(input.kubernetes, release)) return;
  throw new DocumentRefusal(
    stated.path,
    `is ${stated.text}, and what is put in is for Kubernetes ${printRange(input.kubernetes)}`,
    wayOut(target, release, asked),
  );
}

function refuseOtherForm(
  form: string | undefined,
  { forms }: Target,
  { version, label }: TargetInput,
  asked: Asked,
): void {
  if (form === undefined) return;
  const known = forms?.(version) ?? [];
  if (!known.includes(form)) {
    const reason = `is of the form ${form}, which ${label} does not have`;
    throw new DocumentRefusal("apiVersion", reason, `its forms are ${known.join(", ")}`);
  }
  if (asked.form === undefined || asked.form === form) return;
  const reason = `is of the form ${form}, and --form asks for ${asked.form}`;
  throw new DocumentRefusal("apiVersion", reason, "leave --form out: the file says which it has");
}

/** Of a release, or of an image's tag, what counts: a build or a digest behind it says nothing of what it can do. */
function releaseIn(text: string): Version | undefined {
  const [, release] = /(?:^|:)v?(\d+\.\d+(?:\.\d+)?)(?=$|[-+@])/.exec(text) ?? [];
  return release === undefined ? undefined : parseVersion(release);
}

function wayOut(target: Target, release: Version, asked: Asked): string {
  const { name, title, versions } = target;
  const named = printVersion({ major: release.major, minor: release.minor });
  if (asked.kubernetesVersion !== undefined) return `leave --kubernetes-version out, or say ${named}`;
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
