import { type PolicySupport, parseVersion, policySupport } from "../../src/kubernetes/index.js";

/** What a release makes of a policy; the newest if none is given. */
export function supportOf(kubernetesVersion = "1.37"): PolicySupport {
  const version = parseVersion(kubernetesVersion);
  if (!version) throw new RangeError(`not a release: ${kubernetesVersion}`);
  return policySupport(version);
}
