import { withHash } from "../policy-hash.js";
import type { TargetInput } from "../target.js";

const POLICY_SECRET_FILE = "audit-policy-secret.yaml";
const WEBHOOK_SECRET_FILE = "audit-webhook-secret.yaml";

/** A file that is put on a machine, and the Secret that holds it where the object itself cannot, or should not. */
export interface MachineFile {
  readonly path: string;
  readonly content: string;
  readonly secret?: { readonly file: string; readonly name: string; readonly key: string };
}

/** The most characters of `files[].content`, checked since 1.10; a Secret does for the releases before, too. */
const MOST_INLINE = 10_240;

/** The policy, and what else there is. */
export function machineFiles({
  printPolicy,
  configuration,
  webhookConfig,
  policyHash,
}: TargetInput): readonly MachineFile[] {
  const content = printPolicy();
  const files: MachineFile[] = [
    {
      path: configuration.policyFile,
      content,
      ...(content.length > MOST_INLINE && {
        secret: { file: POLICY_SECRET_FILE, name: nameOf("audit-policy", policyHash), key: "policy.yaml" },
      }),
    },
  ];
  if (webhookConfig && configuration.webhookFile !== undefined) {
    const { text, holdsSecret } = webhookConfig;
    const secret = { file: WEBHOOK_SECRET_FILE, name: "audit-webhook", key: "webhook.kubeconfig" };
    const isApart = holdsSecret || text.length > MOST_INLINE;
    files.push({ path: configuration.webhookFile, content: text, ...(isApart && { secret }) });
  }
  return files;
}

function nameOf(name: string, hash: string | undefined): string {
  return hash === undefined ? name : withHash(name, hash);
}

/** An entry of `files`. */
type FileEntry = {
  readonly path: string;
  readonly owner: string;
  readonly permissions: string;
  readonly content?: string;
  readonly contentFrom?: { readonly secret: { readonly name: string; readonly key: string } };
};

export function fileEntry({ path, content, secret }: MachineFile): FileEntry {
  return {
    path,
    owner: "root:root",
    permissions: "0600",
    ...(secret ? { contentFrom: { secret: { name: secret.name, key: secret.key } } } : { content }),
  };
}
