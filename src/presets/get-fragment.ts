import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import type { Fragment } from "./fragment.js";
import { FRAGMENT_NAMES, FRAGMENTS, type FragmentName } from "./fragments.generated.js";
import { makeOnce } from "./make-once.js";

const made = makeOnce(FRAGMENTS);

/**
 * The fragment of that name.
 *
 * @throws GenAuditError `unknown-fragment` where there is none; its `help` lists those there are.
 *
 * @example
 * getFragment("secrets-and-configmaps").slot; // sensitive
 * getFragment("argocd").addon; // Argo CD
 */
export function getFragment(name: string): Fragment {
  if (isFragmentName(name)) return made(name);
  throw new GenAuditError(
    "unknown-fragment",
    `unknown fragment "${name}"${didYouMean(name, FRAGMENT_NAMES)}`,
    { help: `fragments are ${FRAGMENT_NAMES.join(", ")}` },
  );
}

/**
 * All fragments, in alphabetical order.
 *
 * @example
 * listFragments().filter(({ addon }) => addon).length; // 12
 */
export function listFragments(): readonly Fragment[] {
  return FRAGMENT_NAMES.map(made);
}

function isFragmentName(name: string): name is FragmentName {
  return Object.hasOwn(FRAGMENTS, name);
}
