import { parseDocument } from "yaml";
import {
  type Diagnostic,
  webhookClusterName,
  webhookConfigNamesFile,
  webhookConfigUnusable,
  webhookNotEncrypted,
} from "../diagnostics/index.js";

/** What a look into a kubeconfig finds. */
export interface CheckedWebhookConfig {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a token, a password or a private key is inside. */
  readonly holdsSecret: boolean;
}

const PLACE = { path: "webhook.config" };

/**
 * Checks a kubeconfig as kube-apiserver loads it for a webhook: the current context, its cluster, its user.
 *
 * Upstream: k8s.io/apiserver, pkg/util/webhook/webhook.go, LoadKubeconfig; k8s.io/client-go, tools/clientcmd
 */
export function checkWebhookConfig(text: string): CheckedWebhookConfig {
  const config = read(text);
  if (typeof config === "string") return unusable(config);
  if (config["kind"] !== "Config") return unusable('its kind is not "Config"');
  const current = config["current-context"];
  if (typeof current !== "string" || current === "") return unusable("it has no current-context");
  const context = entry(config, "contexts", current, "context");
  if (!context) return unusable(`its current-context "${current}" is not among its contexts`);
  const cluster = entry(config, "clusters", context["cluster"], "cluster");
  if (!cluster) return unusable(`context "${current}" names a cluster that is not among its clusters`);
  const server = cluster["server"];
  if (typeof server !== "string" || !/^https?:$/.test(protocolOf(server))) {
    return unusable(`the server of context "${current}" is not an http or https URL`);
  }
  const user = entry(config, "users", context["user"], "user");
  if (!user && context["user"] !== undefined) {
    return unusable(`context "${current}" names a user that is not among its users`);
  }
  const secret = user?.["token"] ?? user?.["client-key-data"] ?? user?.["password"];
  return {
    holdsSecret: secret !== undefined,
    diagnostics: [...checkServerName(server), ...fileReferences(cluster), ...fileReferences(user ?? {})],
  };
}

function unusable(problem: string): CheckedWebhookConfig {
  return { holdsSecret: true, diagnostics: [webhookConfigUnusable(PLACE, { problem })] };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a literal block cannot hold as it is. */
const CONTROL_CHARACTER = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffe\uffff]/u;

/** The kubeconfig as an object, or what is wrong with it. */
function read(text: string): Fields | string {
  if (CONTROL_CHARACTER.test(text)) return "it contains control characters";
  const document = parseDocument(text, { version: "1.1", logLevel: "silent" });
  const [error] = document.errors;
  if (error) return `it is no YAML (${error.code.toLowerCase().replaceAll("_", " ")})`;
  try {
    const value: unknown = document.toJS();
    return isFields(value) ? value : "it is not a mapping";
  } catch {
    return "it has too many aliases"; // the only thing that toJS throws for
  }
}

/** `cluster` of the entry of `clusters` with this name, and so on. */
function entry(config: Fields, list: string, name: unknown, field: string): Fields | undefined {
  const entries = config[list];
  if (!Array.isArray(entries)) return undefined;
  const found: unknown = entries.find(
    (candidate: unknown) => isFields(candidate) && candidate["name"] === name,
  );
  // `user:` without a value is an empty user.
  return isFields(found) ? (isFields(found[field]) ? found[field] : {}) : undefined;
}

function protocolOf(server: string): string {
  return URL.canParse(server) ? new URL(server).protocol : "";
}

function checkServerName(server: string): readonly Diagnostic[] {
  const { protocol, hostname } = new URL(server);
  const isLocal = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  return [
    ...(protocol === "http:" && !isLocal
      ? [webhookNotEncrypted({ path: "webhook.server" }, { server })]
      : []),
    ...(isClusterName(hostname) ? [webhookClusterName({ path: "webhook.server" }, { host: hostname })] : []),
  ];
}

/** `sink.audit.svc`, `sink.audit.svc.cluster.local`, and any other cluster domain. */
function isClusterName(host: string): boolean {
  return /\.svc\.?$|\.svc\.|\.cluster\.local\.?$/.test(host);
}

const FILE_FIELDS: readonly (readonly [field: string, dataField: string])[] = [
  ["certificate-authority", "certificate-authority-data"],
  ["client-certificate", "client-certificate-data"],
  ["client-key", "client-key-data"],
  ["tokenFile", "token"],
];

function fileReferences(fields: Fields): readonly Diagnostic[] {
  return FILE_FIELDS.flatMap(([field, dataField]) => {
    const file = fields[field];
    // Upstream: k8s.io/client-go, tools/clientcmd: data wins over its file, and a token's file over the token.
    const isOverridden = field !== "tokenFile" && fields[dataField] !== undefined;
    if (typeof file !== "string" || file === "" || isOverridden) return [];
    return [webhookConfigNamesFile(PLACE, { field, file, dataField })];
  });
}
