import { NEWEST_KUBERNETES } from "../../kubernetes/index.js";
import { getPreset, type PresetName } from "../../presets/index.js";
import type { ProviderPolicy, Target } from "../target.js";
import { POD_PATHS } from "./pod-mounts.js";

/** What the targets have in common whose control plane is the provider's: there is nothing to say of flags, files or webhooks. */
export const MANAGED: Pick<Target, "kubernetes" | "hasBackends" | "takesWebhook" | "defaultPaths" | "check"> =
  {
    // The first that loads `audit.k8s.io/v1`.
    kubernetes: () => ({ oldest: { major: 1, minor: 12 }, newest: NEWEST_KUBERNETES }),
    hasBackends: false,
    takesWebhook: () => false,
    defaultPaths: () => POD_PATHS,
    check: () => [],
  };

/** The policy of a provider that a preset is. */
export function presetPolicy(preset: PresetName, name: string): ProviderPolicy {
  return { name, preset, policy: getPreset(preset).policy };
}
