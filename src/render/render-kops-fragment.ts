import { type Diagnostic, hasFatalError } from "../diagnostics/index.js";
import { prepareRendering, type RenderRequest } from "./render-target.js";
import { buildKopsFragment, type KopsFragment } from "./targets/kops-fragment.js";

/** What to render for kOps: all that `renderTarget` takes, with a release in place of a target. */
export interface KopsFragmentRequest extends Omit<RenderRequest, "target"> {
  /** The release of kOps; the newest if absent. */
  readonly version?: string;
}

/**
 * What `renderTarget` writes for kOps, as a plain object: for `mergeFragment`, or for a program of one's own.
 * There is no fragment where a diagnostic is an error.
 *
 * @throws GenAuditError `unknown-version`, `unknown-form` and `bad-setting` as `renderTarget` does.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const { fragment } = kopsFragment({ policy, version: "1.25" });
 * fragment?.spec.fileAssets[0]?.roles; // ["Master","APIServer"]
 */
export function kopsFragment({ version, ...request }: KopsFragmentRequest): {
  readonly fragment?: KopsFragment;
  readonly diagnostics: readonly Diagnostic[];
} {
  const target = version === undefined ? "kops" : `kops@${version}`;
  const { input, diagnostics } = prepareRendering({ ...request, target });
  return hasFatalError(diagnostics) ? { diagnostics } : { fragment: buildKopsFragment(input), diagnostics };
}
