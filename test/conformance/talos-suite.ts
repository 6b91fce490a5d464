import type { Policy } from "../../src/model/index.js";
import { webhookConfig } from "../../src/render/webhook-config.js";
import type { RenderedCase } from "./generate-rendering.js";
import { isSamePolicy } from "./is-same-policy.js";
import { withTalosDefaults } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What Talos makes of a machine config that is patched. */
interface TalosAnswer extends ToolAnswer {
  /** As it is written for kube-apiserver. */
  readonly policy?: Policy;
  readonly args?: Readonly<Record<string, string>>;
  readonly volumes?: readonly { hostPath: string; mountPath: string; readonly?: boolean }[];
  readonly files?: readonly { path: string; content: string; permissions: number; op: string }[];
}

export const talosSuite: Suite = toolSuite<TalosAnswer>({
  title: "Talos",
  target: "talos",
  module: "github.com/siderolabs/talos/pkg/machinery",
  releases: [
    { takes: () => true },
    { modfile: "go-1.13.mod", takes: (one) => minorOf(one) <= 13 },
    { modfile: "go-1.5.mod", takes: (one) => minorOf(one) === 5 },
  ],
  count: 800,
  question: (one) => ({
    Patches: one.rendering.artifacts.map(({ content }) => content),
    Contract: contractOf(one),
    KubernetesVersion: "1.36.0",
  }),
  flags: ({ args = {} }) => withTalosDefaults(args),
  findWrong: ({ request, rendering }, { policy, volumes = [], files = [] }) => {
    const problems: string[] = [];
    if (!isSamePolicy(policy, request.policy)) problems.push("the policy is another one");
    return [...problems, ...findWrongWebhook({ request, rendering }, volumes, files)];
  },
  mistakes: [
    (text) => text.replace("auditPolicy:", "auditpolicy:"),
    (text) => text.replace("configuration:", "config:"),
    (text) => text.replace("extraArgs:", "extraArg:"),
    (text) => text.replace("kind: KubeAuditPolicyConfig", "kind: KubeAuditPolicy"),
    // Only the node would refuse these: a field, and a rule, that are none.
    (text) => text.replace(/^( +- )level:/m, "$1levels:"),
    (text) => text.replace(/^( +)rules:/m, "$1rule:"),
    (text) => text.replace("permissions: 0444", "permissions: 444"),
    (text) => text.replace("readonly: true", "readOnly: true"),
  ],
});

function minorOf({ rendering }: RenderedCase): number {
  return Number(rendering.version?.split(".")[1]);
}

/** The release of the talosctl that made the machine config, which decides what it contains; few, since its keys take a while. */
function contractOf(one: RenderedCase): string {
  if (!isInline(one)) return "v1.14";
  return minorOf(one) < 13 ? "v1.5" : "v1.13";
}

function isInline({ rendering }: RenderedCase): boolean {
  return rendering.artifacts[0]?.path === "talos-patch.yaml";
}

/** The kubeconfig is a file that everybody reads, in a directory that is mounted. */
function findWrongWebhook(
  { request }: RenderedCase,
  volumes: NonNullable<TalosAnswer["volumes"]>,
  files: NonNullable<TalosAnswer["files"]>,
): readonly string[] {
  const { webhook, auditWebhookConfigFile } = request.settings ?? {};
  const path = auditWebhookConfigFile ?? (webhook && "/var/audit/webhook.kubeconfig");
  const directory = path?.slice(0, path.lastIndexOf("/"));
  const [file, ...others] = files;
  const [volume] = volumes;
  const problems: string[] = [];
  if (volume?.hostPath !== directory || volume?.mountPath !== directory || (volume && !volume.readonly))
    problems.push("the kubeconfig's directory is not mounted as it should be");
  const expected = webhook && {
    path,
    content: webhookConfig(webhook).text,
    permissions: 0o444,
    op: "create",
  };
  if (others.length > 0 || JSON.stringify(sorted(file)) !== JSON.stringify(sorted(expected)))
    problems.push(`the files are ${JSON.stringify(files)}`);
  return problems;
}

function sorted(value: object | undefined): readonly unknown[] {
  return Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
