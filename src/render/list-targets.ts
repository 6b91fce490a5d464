import { printVersion, type Version } from "../kubernetes/index.js";
import { POLICY_API_VERSION, POLICY_KIND, type Policy } from "../model/index.js";
import { insteadOfFlags } from "./check-settings.js";
import { AUDIT_FLAGS, type AuditFlag } from "./flags.js";
import { renderTarget } from "./render-target.js";
import { resolveTarget } from "./resolve-target.js";
import type { ProviderPolicy, Target } from "./target.js";
import { TARGETS } from "./targets/index.js";
import type { Artifact } from "./types.js";

/** What there is to render for, as plain data; of a target with versions, what holds for the newest. */
export interface TargetSummary {
  readonly name: string;
  readonly title: string;
  /** One line: what is rendered, and where it goes. */
  readonly summary: string;
  /** Absent: the target has no versions of its own. */
  readonly versions?: Releases;
  /** The API servers that are rendered for. */
  readonly kubernetes: Releases;
  /** The shapes that the files can have, the default first; absent: one alone. */
  readonly forms?: readonly string[];
  /** The files of a rendering with nothing set, and who brings each to its place. */
  readonly files: readonly Pick<Artifact, "path" | "placement" | "mode">[];
  /** Where the files of the backends are on a control-plane node unless it is said; absent where nothing is told of backends. */
  readonly defaults?: {
    readonly auditPolicyFile: string;
    readonly auditLogPath: string;
    /** Absent where there is no webhook; a target that names none has it beside the policy. */
    readonly auditWebhookConfigFile?: string;
  };
  /** Whether a webhook can be set up. */
  readonly webhook: boolean;
  /** Flags of kube-apiserver that cannot be set, or not to any value, and what to do instead. */
  readonly lacks: readonly { readonly flag: string; readonly instead: string }[];
  /** Where `policyHash` puts a hash of the policy, and whether it does so unasked. */
  readonly policyHash?: { readonly place: "file-name" | "object-name"; readonly isDefault: boolean };
  /** The document that the configuration can be put into, with its article; absent: none. */
  readonly into?: string;
  /** Of a control plane that takes no policy: who decides what it records, and what there is to choose from. */
  readonly provider?: {
    readonly name: string;
    readonly policies: readonly Pick<ProviderPolicy, "name" | "preset">[];
  };
}

interface Releases {
  readonly oldest: string;
  readonly newest: string;
}

/**
 * Every target, in the order in which they are listed.
 *
 * @example
 * listTargets().map(({ name }) => name).slice(0, 3); // ["policy","kops","kubeadm"]
 * listTargets().find(({ name }) => name === "kubeadm")?.files[1].path; // /etc/kubernetes/audit/policy.yaml
 */
export function listTargets(): readonly TargetSummary[] {
  return TARGETS.map(summarize);
}

function summarize(target: Target): TargetSummary {
  const { name, title, summary, versions, forms, policyHash, into, provider } = target;
  const { version } = resolveTarget(name, undefined);
  const policies = provider?.policies(version) ?? [];
  const { artifacts, kubernetes } = renderTarget({ policy: SAMPLE, target: name }, policies[0]);
  const releases = ({ oldest, newest }: NonNullable<Target["versions"]>): Releases => ({
    oldest: printVersion(oldest),
    newest: printVersion(newest),
  });
  return {
    name,
    title,
    summary,
    ...(versions && { versions: releases(versions) }),
    kubernetes: releases(kubernetes),
    ...(forms && { forms: forms(version) }),
    files: artifacts.map(({ path, placement, mode }) => ({ path, placement, mode })),
    ...(target.hasBackends && { defaults: defaultsOf(target, version) }),
    webhook: takesWebhook(target, version),
    lacks: lacksOf(target, version),
    ...(policyHash && {
      policyHash: { place: policyHash.place, isDefault: policyHash.isDefault(version) },
    }),
    ...(into && { into: into.title }),
    ...(provider && {
      provider: {
        name: provider.name,
        policies: policies.map((policy) => ({ name: policy.name, preset: policy.preset })),
      },
    }),
  };
}

const SAMPLE: Policy = {
  apiVersion: POLICY_API_VERSION,
  kind: POLICY_KIND,
  rules: [{ level: "Metadata" }],
};

function takesWebhook({ hasBackends, takesWebhook }: Target, version: Version): boolean {
  return hasBackends && takesWebhook?.(version) !== false;
}

function defaultsOf(target: Target, version: Version): NonNullable<TargetSummary["defaults"]> {
  const { policyFile, logPath, webhookFile } = target.defaultPaths(version);
  return {
    auditPolicyFile: policyFile,
    auditLogPath: logPath,
    ...(takesWebhook(target, version) &&
      webhookFile !== undefined && { auditWebhookConfigFile: webhookFile }),
  };
}

/** Of a path, whether it can be any other than the target's own. */
function lacksOf({ provider, insteadOf }: Target, version: Version): TargetSummary["lacks"] {
  if (provider) return AUDIT_FLAGS.map(({ name }) => ({ flag: name, instead: insteadOfFlags(provider) }));
  return AUDIT_FLAGS.flatMap((flag) => {
    const instead = insteadOf?.({ flag, value: sampleOf(flag) }, version);
    return instead === undefined ? [] : [{ flag: flag.name, instead }];
  });
}

function sampleOf({ type, choices }: AuditFlag): string | number | boolean {
  const samples = { path: "/srv/sample", integer: 1, rate: 1, boolean: true, duration: "1s" } as const;
  return type === "choice" ? (choices?.[0] ?? "") : samples[type];
}
