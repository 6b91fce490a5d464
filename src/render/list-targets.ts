import { printVersion } from "../kubernetes/index.js";
import { TARGETS } from "./targets/index.js";

/** What there is to render for, as plain data. */
export interface TargetSummary {
  readonly name: string;
  readonly title: string;
  /** One line: what is rendered, and where it goes. */
  readonly summary: string;
  /** Absent: the target has no versions of its own. */
  readonly versions?: { readonly oldest: string; readonly newest: string };
  /** The shapes that the files can have, in the newest version, the default first; absent: one alone. */
  readonly forms?: readonly string[];
}

/**
 * Every target, in the order in which they are listed.
 *
 * @example
 * listTargets().map(({ name }) => name).slice(0, 3); // ["policy","kops","kubeadm"]
 */
export function listTargets(): readonly TargetSummary[] {
  return TARGETS.map(({ name, title, summary, versions, forms }) => ({
    name,
    title,
    summary,
    ...(versions && {
      versions: { oldest: printVersion(versions.oldest), newest: printVersion(versions.newest) },
    }),
    ...(versions && forms && { forms: forms(versions.newest) }),
  }));
}
