import { type DiagnosticFactory, defineDiagnostic } from "../diagnostic.js";
import { listWords } from "../list-words.js";

/** What is wrong or odd with the settings of the audit backends, and with a policy on the releases of a target. */

/** `a`, `a and b`, `a, b and 3 more`. */
function listed(items: readonly string[]): string {
  if (items.length > 3) return `${items.slice(0, 2).join(", ")} and ${items.length - 2} more`;
  return listWords(items);
}

export const noBackend: DiagnosticFactory<object> = defineDiagnostic({
  code: "no-backend",
  severity: "error",
  title: "There is neither a log nor a webhook",
  message: () => "the log is off and there is no webhook, so kube-apiserver would record nothing",
  help: () => "leave the log on, or give a webhook",
});

export const settingWithoutEffect: DiagnosticFactory<{ setting: string; reason: string }> = defineDiagnostic({
  code: "setting-without-effect",
  severity: "warning",
  title: "A setting that changes nothing",
  message: ({ setting, reason }) => `${setting} is left out: it has no effect, since ${reason}`,
});

export const settingNotInRelease: DiagnosticFactory<{
  setting: string;
  release: string;
  since?: string | undefined;
  until?: string | undefined;
}> = defineDiagnostic({
  code: "setting-not-in-release",
  severity: "error",
  title: "A flag or a value that this kube-apiserver does not have",
  message: ({ setting, release, since }) =>
    since === undefined
      ? `kube-apiserver ${release} no longer knows ${setting}`
      : `kube-apiserver ${release} does not know ${setting} yet`,
  help: ({ since, until }) =>
    since === undefined ? `the last release with it is ${until}` : `the first release with it is ${since}`,
});

export const targetCannotExpress: DiagnosticFactory<{ setting: string; target: string; instead: string }> =
  defineDiagnostic({
    code: "target-cannot-express",
    severity: "error",
    title: "A setting that the target has no place for",
    message: ({ setting, target }) => `${target} cannot express ${setting}`,
    help: ({ instead }) => instead,
  });

export const pathNotVisible: DiagnosticFactory<{
  setting: string;
  path: string;
  reason: string;
  use: string;
}> = defineDiagnostic({
  code: "path-not-visible",
  severity: "error",
  title: "A file that kube-apiserver's container does not see",
  message: ({ setting, path, reason }) => `kube-apiserver would not see ${setting} "${path}": ${reason}`,
  help: ({ use }) => use,
});

export const directoryTaken: DiagnosticFactory<{ setting: string; directory: string; reason: string }> =
  defineDiagnostic({
    code: "directory-taken",
    severity: "error",
    title: "A directory that something else needs",
    message: ({ setting, directory, reason }) => `${setting} cannot be in ${directory}: ${reason}`,
    help: () => "give it a directory of its own",
  });

export const filesApart: DiagnosticFactory<{ policyFile: string; webhookFile: string; target: string }> =
  defineDiagnostic({
    code: "files-apart",
    severity: "error",
    title: "The policy and the webhook's kubeconfig are in different directories",
    message: ({ policyFile, webhookFile, target }) =>
      `${target} wants both files in one directory, and "${webhookFile}" is not beside "${policyFile}"`,
    help: () => "leave out --audit-webhook-config-file: it is then put beside the policy",
  });

export const logDirectoryShared: DiagnosticFactory<{ path: string; directory: string }> = defineDiagnostic({
  code: "log-directory-shared",
  severity: "info",
  title: "The log has no directory of its own",
  message: ({ path, directory }) =>
    `for "${path}" the whole ${directory} of the node is mounted writable into kube-apiserver`,
  help: ({ directory }) => `log to a directory of its own, such as ${directory}/kubernetes/audit`,
});

export const policyTooNew: DiagnosticFactory<{
  field: string;
  release: string;
  since: string;
  effect: string;
}> = defineDiagnostic({
  code: "policy-too-new",
  severity: "error",
  title: "The policy uses what this Kubernetes does not have",
  message: ({ field, release, since, effect }) =>
    `${field} came with Kubernetes ${since}, and kube-apiserver ${release} ${effect}`,
  help: ({ since }) => `leave it out, or render for Kubernetes ${since} or later`,
});

export const policyNarrowsReleases: DiagnosticFactory<{
  field: string;
  since: string;
  target: string;
  oldest: string;
  effect: string;
}> = defineDiagnostic({
  code: "policy-narrows-releases",
  severity: "warning",
  title: "Not every Kubernetes of the target takes the policy",
  message: ({ field, since, target, oldest, effect }) =>
    `${target} also runs Kubernetes ${oldest}, which ${effect}: ${field} came with ${since}`,
  help: () => "name the cluster's release with --kubernetes-version",
});

export const stagesAllOmitted: DiagnosticFactory<{ rules: readonly string[] }> = defineDiagnostic({
  code: "stages-all-omitted",
  severity: "warning",
  title: "A rule records, and leaves out every stage",
  message: ({ rules }) =>
    `no event is ever written for ${listed(rules)}: every stage that a request goes through is omitted`,
  help: () => "keep ResponseComplete, or write level None",
});

export const blockingStrictSkipsRules: DiagnosticFactory<{ rules: readonly string[]; flag: string }> =
  defineDiagnostic({
    code: "blocking-strict-skips-rules",
    severity: "warning",
    title: "Rules that blocking-strict does not hold for",
    message: ({ rules, flag }) =>
      `${flag} refuses a request whose RequestReceived event cannot be written, and ${listed(rules)} ${
        rules.length === 1 ? "omits" : "omit"
      } that stage`,
    help: () => "record RequestReceived where a request must not go unrecorded, or use mode blocking",
  });

export const webhookConfigUnusable: DiagnosticFactory<{ problem: string }> = defineDiagnostic({
  code: "webhook-config-unusable",
  severity: "error",
  title: "The webhook's configuration is not a usable kubeconfig",
  message: ({ problem }) => `the webhook's configuration is no usable kubeconfig: ${problem}`,
  help: () =>
    "kube-apiserver wants kind Config, a current-context, and under it a cluster with the server's URL",
});

export const webhookConfigNamesFile: DiagnosticFactory<{ field: string; file: string; dataField: string }> =
  defineDiagnostic({
    code: "webhook-config-names-file",
    severity: "warning",
    title: "The webhook's kubeconfig names another file",
    message: ({ field, file }) =>
      `the webhook's kubeconfig names "${file}" (${field}), which must be on every control-plane node where kube-apiserver sees it`,
    help: ({ dataField }) => `put the contents into the kubeconfig, as ${dataField}`,
  });

export const webhookClusterName: DiagnosticFactory<{ host: string }> = defineDiagnostic({
  code: "webhook-cluster-name",
  severity: "warning",
  title: "A webhook under a name that only pods can resolve",
  message: ({ host }) =>
    `kube-apiserver is on the host network and most likely cannot resolve the cluster's own name "${host}"`,
  help: () => "use the Service's cluster IP, a node port, or a name that the nodes resolve",
});

export const webhookNotEncrypted: DiagnosticFactory<{ server: string }> = defineDiagnostic({
  code: "webhook-not-encrypted",
  severity: "warning",
  title: "Audit events travel in plain text",
  message: ({ server }) => `audit events, and any token, go to "${server}" unencrypted`,
  help: () => "use https",
});

export const webhookConfigNotRendered: DiagnosticFactory<{ path: string }> = defineDiagnostic({
  code: "webhook-config-not-rendered",
  severity: "warning",
  title: "The webhook's kubeconfig is not part of the rendering",
  message: ({ path }) =>
    `"${path}" is named and not rendered, so it must already be on every control-plane node`,
  help: () => "give its text with --webhook-config, or let --webhook-server build it",
});

export const secretInPlainText: DiagnosticFactory<{ target: string; places: string }> = defineDiagnostic({
  code: "secret-in-plain-text",
  severity: "warning",
  title: "The target stores the webhook's credentials in plain text",
  message: ({ target, places }) => `${target} stores the webhook's credentials in plain text, in ${places}`,
  help: () => "give the sink credentials that can do nothing else than write audit events",
});

export const templateMarker: DiagnosticFactory<{
  marker: string;
  where: string;
  target: string;
  engine: string;
}> = defineDiagnostic({
  code: "template-marker",
  severity: "error",
  title: "Text that the target takes for a template",
  message: ({ marker, where, target, engine }) =>
    `${target} would not write ${where} as it is: "${marker}" begins a template for ${engine}`,
  help: () => "word the name or the comment that holds it otherwise",
});

export const providerDecides: DiagnosticFactory<{
  product: string;
  name: string;
  preset: string;
  isOnly: boolean;
  relation: "records-more" | "records-less" | "incomparable" | "unknown" | "equivalent";
  differences: number;
}> = defineDiagnostic({
  code: "provider-decides",
  severity: "error",
  title: "A control plane that takes no policy but its own",
  message: ({ product, name, isOnly, relation }) =>
    isOnly
      ? `${product} takes no audit policy, and its own ${RELATIONS[relation]}`
      : `${product} takes no audit policy, and none of its own is this one; the nearest, ${name}, ${RELATIONS[relation]}`,
  help: ({ preset, differences }) =>
    `--preset ${preset} renders what can be set there; gen-audit diff POLICY preset:${preset} tells of ${
      differences === 1 ? "the difference" : `all ${differences} differences`
    }`,
});

const RELATIONS = {
  "records-more": "records more than this one",
  "records-less": "records less than this one",
  incomparable: "records more than this one of some requests, and less of others",
  unknown: "could not be compared in whole",
  equivalent: "decides every request alike",
} as const;
