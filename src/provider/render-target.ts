import { providerDecides } from "../diagnostics/index.js";
import { printVersion } from "../kubernetes/index.js";
import {
  kubernetesOfTarget,
  providerOf,
  type Rendering,
  type RenderRequest,
  renderTarget as renderFor,
} from "../render/index.js";
import { matchProviderPolicy, type ProviderMatch } from "./match-provider-policy.js";

/** A rendering, and for a control plane that is not the user's what its provider records instead of the policy. */
export interface ProvidedRendering extends Rendering {
  readonly provider?: ProviderMatch;
}

/**
 * A policy as the files that a cluster tool takes, with the steps to apply and to verify them.
 *
 * What the target cannot express, or none of its API servers takes, is an error among the diagnostics; there are no files
 * then. What else there is to say of the policy, `validatePolicy` says.
 *
 * OpenShift, EKS, AKS and GKE take no policy. What they record is published, and where one of their policies decides every
 * request as the given one does, which is proved, the files ask for that. Else it is an error; `provider` then has the nearest
 * of them, and what it records otherwise, with a request for each difference, and the steps are those that ask for it.
 *
 * @throws GenAuditError `unknown-target`; `unknown-version` for a version that the target does not have, and for a release of
 *   Kubernetes that there is not or that it does not run; `unknown-form`; `bad-setting` for a value that no kube-apiserver takes.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const { artifacts } = renderTarget({ policy, target: "kops@1.25", settings: { auditLogMaxAge: 14 } });
 * artifacts[0]?.path; // kops-fragment.yaml
 * const { provider } = renderTarget({ policy, target: "openshift" });
 * provider?.name; // Default
 */
export function renderTarget(request: RenderRequest): ProvidedRendering {
  const { title = "", policies = [] } = providerOf(request.target, request.kubernetesVersion) ?? {};
  const { newest } = kubernetesOfTarget(request.target, request.kubernetesVersion);
  const match = matchProviderPolicy(request.policy, policies, printVersion(newest));
  if (!match) return renderFor(request);
  const { name, preset, comparison } = match;
  const rendering = renderFor(
    request,
    policies.find((one) => one.name === name),
  );
  const { relation, differences } = comparison;
  if (relation === "equivalent") {
    const { apply, verify } = rendering.steps;
    const proved = `${name} decides every request as the policy does.`;
    return { ...rendering, steps: { apply: [proved, ...apply], verify }, provider: match };
  }
  const decides = providerDecides(
    { path: "" },
    {
      product: title,
      name,
      preset,
      isOnly: policies.length === 1,
      relation,
      differences: differences.length,
    },
  );
  return {
    ...rendering,
    artifacts: [],
    diagnostics: [decides, ...rendering.diagnostics],
    provider: match,
  };
}
