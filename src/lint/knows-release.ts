import { knowsApiResources } from "../kubernetes/index.js";
import type { LintContext } from "./lint-rule.js";

/** Whether lint knows what the API server serves that the policy is for: every release from 1.19 on. */
export function knowsRelease({ kubernetesVersion }: LintContext): boolean {
  return kubernetesVersion === undefined || knowsApiResources(kubernetesVersion);
}
