import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { NEWEST_KUBERNETES, parseVersion, printVersion, type Version } from "../kubernetes/index.js";
import type { Target } from "./target.js";
import { TARGETS } from "./targets/index.js";

/** The target that `kops@1.25` or `kops` names, and the version that is rendered for. */
export function resolveTarget(
  text: string,
  kubernetesVersion: Version | undefined,
): { readonly target: Target; readonly version: Version; readonly label: string } {
  const [name = "", versionText] = text.split(/@(.*)/s);
  const target = TARGETS.find((candidate) => candidate.name === name);
  if (!target) throw unknownTarget(name);
  if (!target.versions) {
    if (versionText !== undefined) {
      throw new GenAuditError(
        "unknown-version",
        `the target ${name} has no versions, and "${text}" names one`,
        {
          help: "give the release of Kubernetes with --kubernetes-version",
        },
      );
    }
    return { target, version: kubernetesVersion ?? NEWEST_KUBERNETES, label: name };
  }
  const version =
    versionText === undefined
      ? defaultVersion(target, kubernetesVersion)
      : parseVersion(versionText.replace(BUILD, ""));
  const { oldest, newest } = target.versions;
  if (
    !version ||
    version.major !== oldest.major ||
    version.minor < oldest.minor ||
    version.minor > newest.minor
  ) {
    const known = `${name} ${printVersion(oldest)} to ${printVersion(newest)}`;
    throw new GenAuditError(
      "unknown-version",
      `unknown version "${versionText ?? (version ? printVersion(version) : "")}" of the target ${name}`,
      {
        help: `known are ${known}, such as ${name}@${printVersion(newest)}`,
      },
    );
  }
  return { target, version, label: `${target.title} ${printVersion(version)}` };
}

/** The build of a release, as k3s and RKE2 print it: `+k3s1`. It says nothing of what the release can do. */
const BUILD = /\+[0-9A-Za-z.-]+$/;
/** The form that is asked for, or the target's first. */
export function resolveForm(
  { name, forms }: Target,
  version: Version,
  label: string,
  asked: string | undefined,
): string | undefined {
  const known = forms?.(version) ?? [];
  if (asked === undefined || known.includes(asked)) return asked ?? known[0];
  const help =
    known.length > 0
      ? `its forms are ${known.join(", ")}`
      : `the files of the target ${name} have one form alone`;
  throw new GenAuditError("unknown-form", `${label} has no form "${asked}"${didYouMean(asked, known)}`, {
    help,
  });
}

function defaultVersion(target: Target, kubernetesVersion: Version | undefined): Version | undefined {
  return target.followsKubernetes && kubernetesVersion ? kubernetesVersion : target.versions?.newest;
}

function unknownTarget(name: string): GenAuditError {
  const names = TARGETS.map((target) => target.name);
  return new GenAuditError("unknown-target", `unknown target "${name}"${didYouMean(name, names)}`, {
    help: `targets are ${names.join(", ")}`,
  });
}
