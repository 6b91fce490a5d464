import type { Policy } from "../../src/model/index.js";
import { listPresets } from "../../src/presets/index.js";
import { listTargets, type Rendering, type RenderRequest, renderTarget } from "../../src/render/index.js";
import { generateSettings } from "./generate-settings.js";
import type { Random } from "./random.js";

/** The targets that tell kube-apiserver anything. */
export const TARGET_NAMES = ["static-pod", "kubeadm", "kops"] as const;
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
    const rendering = renderTarget(request);
    if (rendering.artifacts.length > 0) return { request, rendering };
  }
}

function generateRequest(random: Random, target: TargetName): RenderRequest {
  const { policy, comments } = random.pick(POLICIES);
  const release = generateRelease(random, target);
  return {
    policy,
    ...(comments && { comments }),
    // Without a release a target is the newest; a static pod has none of its own.
    target: release !== undefined && target !== "static-pod" ? `${target}@${release}` : target,
    ...(release !== undefined && target === "static-pod" && { kubernetesVersion: release }),
    settings: generateSettings(random),
  };
}

/** `1.30`, `1.30.4`, or none. */
function generateRelease(random: Random, target: TargetName): string | undefined {
  if (random.chance(0.2)) return undefined;
  const { oldest = "1.8", newest = "1.37" } =
    listTargets().find(({ name }) => name === target)?.versions ?? {};
  const [first, last] = [minorOf(oldest), minorOf(newest)];
  const minor = `1.${first + random.below(last - first + 1)}`;
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

const POLICIES: readonly Pick<RenderRequest, "policy" | "comments">[] = [
  ...listPresets().map(({ policy }) => ({ policy })),
  { policy: AWKWARD, comments: ['--- # : {} "', undefined, "apiVersion: kops.k8s.io/v1alpha2"] },
];
