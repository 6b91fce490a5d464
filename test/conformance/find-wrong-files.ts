import { parse } from "yaml";
import { webhookConfig } from "../../src/render/webhook-config.js";
import type { RenderedCase } from "./generate-rendering.js";
import { isSamePolicy } from "./is-same-policy.js";
import { renderedArguments } from "./rendered-arguments.js";

/** A file as a tool puts it on a node. */
export interface NodeFile {
  readonly path: string;
  readonly content: string;
}

/** What is wrong with the files of a node: where a flag names one, it is what went in, and there are no others. */
export function findWrongFiles(
  { request, rendering }: RenderedCase,
  files: readonly NodeFile[],
): readonly string[] {
  const { policy, settings } = request;
  const named = (flag: string): readonly NodeFile[] =>
    files.filter(({ path }) => renderedArguments(rendering).includes(`--${flag}=${path}`));
  const policies = named("audit-policy-file");
  const webhooks = named("audit-webhook-config-file");
  const webhook = settings?.webhook && webhookConfig(settings.webhook).text;
  const problems: string[] = [];
  if (policies.length !== 1) problems.push(`${policies.length} policies at their path`);
  if (!policies.every(({ content }) => isSamePolicy(parse(content, { version: "1.1" }), policy)))
    problems.push("the policy is another one");
  if (webhooks.length !== (webhook === undefined ? 0 : 1))
    problems.push(`${webhooks.length} kubeconfigs at their path`);
  // A file may end in one more line feed.
  if (!webhooks.every(({ content }) => content.trimEnd() === webhook?.trimEnd()))
    problems.push("the kubeconfig is another one");
  const others = files.filter((file) => !policies.includes(file) && !webhooks.includes(file));
  if (others.length > 0) problems.push(`files too many: ${others.map(({ path }) => path).join(" ")}`);
  return problems;
}
