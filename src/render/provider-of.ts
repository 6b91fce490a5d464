import { requireRelease } from "../validate/index.js";
import { resolveTarget } from "./resolve-target.js";
import type { ProviderPolicy } from "./target.js";

/** The policies of whose the target's control plane is; undefined where it is the user's. */
export function providerOf(
  text: string,
  kubernetesVersion?: string | undefined,
): { readonly title: string; readonly policies: readonly ProviderPolicy[] } | undefined {
  const release = kubernetesVersion === undefined ? undefined : requireRelease(kubernetesVersion);
  const { target, version } = resolveTarget(text, release);
  return target.provider && { title: target.title, policies: target.provider.policies(version) };
}
