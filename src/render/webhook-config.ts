import { type Diagnostic, GenAuditError } from "../diagnostics/index.js";
import { base64 } from "./base64.js";
import { type CheckedWebhookConfig, checkWebhookConfig } from "./check-webhook-config.js";
import { fillTemplate } from "./fill-template.js";
import type { WebhookSettings } from "./settings.js";
import { TEMPLATES } from "./templates.generated.js";

/** The kubeconfig by which kube-apiserver reaches the webhook. */
export interface WebhookConfig extends CheckedWebhookConfig {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The kubeconfig that the settings give or describe, with what is wrong or odd about it. */
export function webhookConfig(settings: WebhookSettings): WebhookConfig {
  const text = "config" in settings ? withUnixLineBreaks(settings.config) : buildConfig(settings);
  return { text, ...checkWebhookConfig(text) };
}

/** A literal block holds no carriage return, and ends in one line break. */
function withUnixLineBreaks(text: string): string {
  return `${text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .trimEnd()}\n`;
}

function buildConfig(settings: Exclude<WebhookSettings, { config: string }>): string {
  const { server, ca, token, clientCert, clientKey } = settings;
  checkServer(server);
  checkPem("ca", ca, "CERTIFICATE");
  checkPem("clientCert", clientCert, "CERTIFICATE");
  checkPem("clientKey", clientKey, "PRIVATE KEY");
  if ((clientCert === undefined) !== (clientKey === undefined)) {
    throw new GenAuditError("bad-setting", "--webhook-client-cert and --webhook-client-key go together");
  }
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token.trim())) {
    throw new GenAuditError(
      "bad-setting",
      "--webhook-token-file holds no token: it is one word of printable characters",
    );
  }
  const user = {
    ...(token !== undefined && { token: token.trim() }),
    ...(clientCert !== undefined && { "client-certificate-data": base64(clientCert) }),
    ...(clientKey !== undefined && { "client-key-data": base64(clientKey) }),
  };
  return fillTemplate(TEMPLATES["webhook/kubeconfig.yaml"], {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: "audit-webhook",
        cluster: { server, ...(ca !== undefined && { "certificate-authority-data": base64(ca) }) },
      },
    ],
    users: [{ name: "kube-apiserver", user }],
    contexts: [{ name: "audit-webhook", context: { cluster: "audit-webhook", user: "kube-apiserver" } }],
    "current-context": "audit-webhook",
  });
}

function checkServer(server: string): void {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && url.hash === "")
    return;
  throw new GenAuditError(
    "bad-setting",
    `--webhook-server takes a URL such as "https://203.0.113.10:8443/audit", not "${server}"`,
  );
}

function checkPem(name: "ca" | "clientCert" | "clientKey", text: string | undefined, kind: string): void {
  if (text === undefined || new RegExp(`-----BEGIN ([A-Z]+ )?${kind}-----`).test(text)) return;
  const flag = { ca: "webhook-ca", clientCert: "webhook-client-cert", clientKey: "webhook-client-key" }[name];
  throw new GenAuditError("bad-setting", `--${flag} holds no PEM block "${kind}"`);
}
