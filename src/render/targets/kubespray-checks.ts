import { type Diagnostic, filesApart, targetCannotExpress } from "../../diagnostics/index.js";
import { checkTemplates, JINJA } from "../check-templates.js";
import { directoryOf } from "../path.js";
import type { TargetInput } from "../target.js";
import { checkPodDirectories } from "./pod-mounts.js";

/** What Kubespray's kubeconfig of the webhook has no place for, and what Ansible would read otherwise. */
export function checkKubespray(input: TargetInput): readonly Diagnostic[] {
  const { configuration, settings, label } = input;
  const { policyFile, webhookFile } = configuration;
  const cannot = (path: string, setting: string, instead: string): Diagnostic =>
    targetCannotExpress({ path }, { setting, target: label, instead });
  const webhook = settings.webhook;
  const server = webhook && "server" in webhook ? webhook : undefined;
  const diagnostics: Diagnostic[] = [
    ...checkPodDirectories(configuration),
    ...checkTemplates(input, { engine: "Ansible", begin: JINJA }, server?.server),
  ];
  if (webhookFile !== undefined && !server) {
    const instead = "it writes that file itself: give --webhook-server, and --webhook-ca";
    diagnostics.push(cannot("webhook", "a kubeconfig of your own for the webhook", instead));
  }
  if (server && (server.token !== undefined || server.clientCert !== undefined)) {
    const instead =
      "its kubeconfig has no user: let the sink know kube-apiserver by its address, or by a secret path of the URL";
    diagnostics.push(cannot("webhook", "credentials for the webhook", instead));
  }
  if (webhookFile !== undefined && directoryOf(webhookFile) !== directoryOf(policyFile)) {
    const data = { policyFile, webhookFile, target: "Kubespray" };
    diagnostics.push(filesApart({ path: "auditWebhookConfigFile" }, data));
  }
  return diagnostics;
}
