import { type Diagnostic, hasFatalError } from "../diagnostics/index.js";
import { policySupport, printVersion, type Version } from "../kubernetes/index.js";
import { POLICY_API_VERSION, type Policy } from "../model/index.js";
import { type PrintPolicyOptions, printPolicy } from "../print/index.js";
import { requireRelease } from "../validate/index.js";
import { canonicalSettings } from "./canonical-settings.js";
import { checkReleases, checkStages, releasesTaking } from "./check-policy.js";
import {
  checkProvidedSettings,
  checkSettings,
  checkUnusedSettings,
  releasesWithFlags,
} from "./check-settings.js";
import { configure } from "./configuration.js";
import { kubernetesRange, printRange, raiseOldest } from "./kubernetes-range.js";
import { hashToPlace, withHash } from "./policy-hash.js";
import { resolveForm, resolveTarget } from "./resolve-target.js";
import type { AuditSettings } from "./settings.js";
import type { ProviderPolicy, Target, TargetInput } from "./target.js";
import type { Rendering } from "./types.js";
import { webhookConfig } from "./webhook-config.js";
import { withRecommended } from "./with-recommended.js";

/** What to render, for which target, and with which settings. */
export interface RenderRequest {
  readonly policy: Policy;
  /** Stands above the rule of the same index. */
  readonly comments?: readonly (string | undefined)[] | undefined;
  /** `kops`, or `kops@1.25`. */
  readonly target: string;
  /** As `parseSettings` gives them, or written in code: every value is checked again. */
  readonly settings?: AuditSettings | undefined;
  /** What holds where `settings` says nothing, and where it is of any effect: what a preset recommends. */
  readonly recommended?: AuditSettings | undefined;
  /** The release of the API server, where the target does not settle it. */
  readonly kubernetesVersion?: string | undefined;
  /** Which of the target's forms, where it has several (`listTargets`); the first if absent. */
  readonly form?: string | undefined;
}

/**
 * A policy as the files that a cluster tool takes, with the steps to apply and to verify them; for a control plane that is not
 * the user's, as what asks for one of its provider's policies.
 */
export function renderTarget(request: RenderRequest, providerPolicy?: ProviderPolicy): Rendering {
  const { input, target, diagnostics } = prepareRendering(request, providerPolicy);
  const { version, label, kubernetes } = input;
  const rendered = hasFatalError(diagnostics)
    ? { artifacts: [], steps: { apply: [], verify: [] } }
    : target.render(input);
  return {
    target: target.name,
    ...(label !== target.name && { version: printVersion(version) }),
    kubernetes,
    ...rendered,
    diagnostics,
  };
}

/** Everything that a target renders from, with all that there is to say about it. */
export function prepareRendering(
  request: RenderRequest,
  providerPolicy?: ProviderPolicy,
): {
  readonly input: TargetInput;
  readonly target: Target;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { policy, comments } = request;
  const kubernetesVersion =
    request.kubernetesVersion === undefined ? undefined : requireRelease(request.kubernetesVersion);
  const { target, version, label } = resolveTarget(request.target, kubernetesVersion);
  const range = kubernetesRange(target, version, label, kubernetesVersion);
  const given = canonicalSettings(request.settings ?? {});
  const settings = withRecommended(given, canonicalSettings(request.recommended ?? {}), target, version);
  const { auditPolicyFile } = settings;
  const used = target.hasBackends ? settings : { ...(auditPolicyFile !== undefined && { auditPolicyFile }) };
  const form = resolveForm(target, version, label, request.form);
  const hash = hashToPlace(policy, target, version, used);
  const paths = target.defaultPaths(version);
  const isInFileName = hash !== undefined && target.policyHash?.place === "file-name";
  const named: AuditSettings = isInFileName
    ? { ...used, auditPolicyFile: withHash(used.auditPolicyFile ?? paths.policyFile, hash) }
    : used;
  const configuration = configure(named, paths);
  const webhook = settings.webhook && target.hasBackends ? webhookConfig(settings.webhook) : undefined;

  // The newest release of the range decides: whoever has an older one says so with kubernetesVersion.
  const isV1 = policySupport(range.newest).apiVersions.includes(POLICY_API_VERSION);
  const loading = isV1 ? raiseOldest(range, V1_SINCE) : range;
  const kubernetes = releasesWithFlags(configuration, releasesTaking(policy, loading));
  const header = `For ${label === target.name ? "" : `${label}, with `}Kubernetes ${printRange(kubernetes)}.`;
  const options: PrintPolicyOptions = {
    apiVersion: isV1 ? POLICY_API_VERSION : "audit.k8s.io/v1beta1",
    ...(comments && { comments }),
  };
  const input: TargetInput = {
    policy,
    ...(comments && { comments }),
    printPolicy: (above) =>
      printPolicy(policy, { ...options, ...(above !== undefined && { header: above }) }),
    label,
    version,
    kubernetes,
    ...(kubernetesVersion && { kubernetesVersion }),
    ...(form !== undefined && { form }),
    ...(hash !== undefined && { policyHash: hash }),
    settings,
    configuration,
    ...(webhook && { webhookConfig: webhook }),
    ...(providerPolicy && { providerPolicy }),
    header,
  };
  const releases = { label, version, newestKubernetes: range.newest };
  const isVersioned = target.versions !== undefined;
  const diagnostics = [
    ...checkReleases(policy, loading, { label, isVersioned }),
    ...(target.provider ? checkProvidedSettings(settings, target, target.provider) : []),
    ...(target.hasBackends
      ? [
          ...checkSettings(settings, configuration, target, releases),
          ...configuration.diagnostics,
          ...(webhook?.diagnostics ?? []),
        ]
      : []),
    ...(target.hasBackends || target.provider ? [] : checkUnusedSettings(settings, label)),
    ...checkStages(policy, configuration),
    ...target.check(input),
  ];
  return { input, target, diagnostics };
}

/** The first release that loads `audit.k8s.io/v1`. */
const V1_SINCE: Version = { major: 1, minor: 12 };
