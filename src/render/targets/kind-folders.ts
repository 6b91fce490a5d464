import { directoryOf } from "../path.js";
import type { TargetInput } from "../target.js";

/** The user's folders by the directory that they become in the node: one, unless the webhook's file is elsewhere. */
export function foldersOf({ configuration, webhookConfig }: TargetInput): ReadonlyMap<string, string> {
  const { policyFile, webhookFile } = configuration;
  const folders = new Map([[directoryOf(policyFile), "audit"]]);
  if (webhookConfig && webhookFile !== undefined && !folders.has(directoryOf(webhookFile))) {
    folders.set(directoryOf(webhookFile), "audit-webhook");
  }
  return folders;
}
