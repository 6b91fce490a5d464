import { GenAuditError } from "../../src/diagnostics/index.js";
import { printVersion } from "../../src/kubernetes/index.js";
import type { Policy } from "../../src/model/index.js";
import { getPreset, type PresetName } from "../../src/presets/index.js";
import {
  kubernetesOfTarget,
  listTargets,
  type Rendering,
  type RenderRequest,
  renderTarget,
} from "../../src/render/index.js";
import { validatePolicy } from "../../src/validate/index.js";
import { generatePolicy } from "./generate-cases.js";
import { generateSettings, type Paths } from "./generate-settings.js";
import type { Random } from "./random.js";

/** The targets that tell kube-apiserver anything. */
export const TARGET_NAMES = [
  "static-pod",
  "kubeadm",
  "kops",
  "k3s",
  "rke2",
  "kind",
  "k3d",
  "minikube",
  "rancher",
  "cluster-api",
  "talos",
  "kubespray",
  "k0s",
  "k0sctl",
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** A request to render, and what is rendered: one without an error, since only that reaches a cluster. */
export interface RenderedCase {
  readonly request: RenderRequest;
  readonly rendering: Rendering;
}

/** Tries settings, releases and policies until a target can express them. */
export function generateRendering(random: Random, target: TargetName): RenderedCase {
  for (;;) {
    const request = generateRequest(random, target);
    // Most fail by their settings, which a small policy shows sooner.
    const rendering = render({ ...request, policy: SMALL }) && render(request);
    if (rendering) return { request, rendering };
  }
}

function render(request: RenderRequest): Rendering | undefined {
  try {
    const rendering = renderTarget(request);
    return rendering.artifacts.length > 0 ? rendering : undefined;
  } catch (error) {
    // An older release of the target has fewer forms.
    if (error instanceof GenAuditError && error.code === "unknown-form") return undefined;
    throw error;
  }
}

const TARGETS = listTargets();

function generateRequest(random: Random, target: TargetName): RenderRequest {
  const { policy, comments } = random.chance(0.6)
    ? random.pick(POLICIES)
    : { policy: generateLoadable(random), comments: undefined };
  const { versions, forms } = TARGETS.find(({ name }) => name === target) ?? {};
  const { oldest, newest } = kubernetesOfTarget(target);
  const release = versions
    ? generateRelease(random, versions.oldest, versions.newest)
    : generateRelease(random, printVersion(oldest), printVersion(newest));
  return {
    policy,
    ...(comments && { comments }),
    // Without a release a target is the newest; some have none of their own.
    target: release !== undefined && versions ? `${target}@${release}` : target,
    ...(release !== undefined && !versions && { kubernetesVersion: release }),
    ...(forms && random.chance(0.6) && { form: random.pick(forms) }),
    settings: generateSettings(random, PATHS[target]),
  };
}

/** `1.30`, `1.30.4`, or none. */
function generateRelease(random: Random, oldest: string, newest: string): string | undefined {
  if (random.chance(0.2)) return undefined;
  const [first, last] = [minorOf(oldest), minorOf(newest)];
  const minor = `${oldest.split(".")[0]}.${first + random.below(last - first + 1)}`;
  return random.chance(0.5) ? minor : `${minor}.${random.below(15)}`;
}

/** Whether a rendering says of itself that it is for a release, `1.25`. */
export function isFor({ rendering }: RenderedCase, release: string): boolean {
  const { oldest, newest } = rendering.kubernetes;
  return minorOf(release) >= oldest.minor && minorOf(release) <= newest.minor;
}

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

/** Of targets that take no other paths than few: some of those, so that many settings can be rendered. */
const PATHS: Readonly<Partial<Record<TargetName, Paths>>> = {
  minikube: {
    auditPolicyFile: ["/etc/ssl/certs/policy.yaml", "/etc/ssl/certs/a@b,c=d+e/p.yaml"],
    auditWebhookConfigFile: ["/etc/ssl/certs/w.kubeconfig"],
    auditLogPath: ["-"],
  },
  rancher: {
    auditWebhookConfigFile: ["/etc/rancher/rke2/w.kubeconfig", "/etc/kubernetes/a@b,c=d+e/w"],
    auditLogPath: ["-", "/var/log/kubernetes/audit/audit.log", "/var/log/a@b/x=1,2.log"],
  },
  talos: {
    auditWebhookConfigFile: ["/var/audit/w.kubeconfig", "/var/lib/a@b,c=d+e/w"],
    auditLogPath: ["-", "/var/log/audit/kube/kube-apiserver.log", "/var/log/audit/kube/x=1,2.log"],
  },
};

function generateLoadable(random: Random): Policy {
  for (;;) {
    const policy = generatePolicy(random);
    if (validatePolicy(policy).every(({ severity }) => severity !== "error")) return policy;
  }
}

const SMALL: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

/** Names that are no plain scalars in YAML, and comments that look like something else. */
const AWKWARD: Policy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules: [
    { level: "None", users: ["no", "1_000", "#1", "a: b", "{{ x }}", "ä"], verbs: ["get"] },
    { level: "Request", namespaces: ["", "null", "0x1F"], resources: [{ group: "", resources: ["pods"] }] },
    { level: "Metadata" },
  ],
};

/** Without what templates are made of, which some tools would fill in. */
const PLAIN: Policy = {
  ...AWKWARD,
  rules: [
    {
      level: "None",
      users: ["~", "-1", "0o17", "1e3", "2001-01-01", "*x", "&x", "!x", "%x", "@x", "`x`", " ", "\\"],
    },
    {
      level: "Metadata",
      userGroups: ["yes", "off", "y", "=", "<<", ".inf", "'", '"', "? x", "- x", "x #y", "x: ", "ß"],
    },
    { level: "Request", omitStages: ["RequestReceived"] },
  ],
};

/** Of the presets those of a kind of their own: what is recorded is not to hang on all of them. */
const RENDERED: readonly PresetName[] = [
  "metadata-only",
  "request-response-core",
  "gce",
  "gce-upstream",
  "balanced",
];

const POLICIES: readonly Pick<RenderRequest, "policy" | "comments">[] = [
  ...RENDERED.map((name) => ({ policy: getPreset(name).policy })),
  { policy: AWKWARD, comments: ['--- # : {} "', undefined, "apiVersion: kops.k8s.io/v1alpha2"] },
  { policy: PLAIN, comments: ['kind: Policy "', undefined, "--- # : \\ '"] },
];
