import { GenAuditError } from "../../diagnostics/index.js";
import { type Explanation, explain as explainRequest } from "../../evaluate/index.js";
import { printExplanation } from "../../report/index.js";
import { requestFromWords } from "../../request/index.js";
import { requireRelease } from "../../validate/index.js";
import { asUsage } from "../as-usage.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { type CliHost, EXIT } from "../host.js";
import { noteDiagnostics } from "../note-diagnostics.js";
import type { Arguments, FlagDefinition } from "../parse-arguments.js";
import { type LoggedRequest, readLoggedRequests } from "../read-logged-requests.js";
import { type ReadPolicy, readPolicy } from "../read-policy.js";

const REQUEST_FLAGS: readonly FlagDefinition[] = [
  {
    name: "as",
    value: "NAME",
    help: "who sends the request; adds the groups that Kubernetes gives the name",
  },
  { name: "as-group", value: "NAME", repeatable: true, help: "a further group of the user" },
  { name: "no-implied-groups", help: "no groups but those of --as-group" },
  { name: "as-failed", help: "a request that fails authentication" },
  { name: "namespace", short: "n", value: "NAME", help: "the namespace of the resource (default: default)" },
  { name: "all-namespaces", short: "A", help: "all namespaces, for list, watch and deletecollection" },
  { name: "event", value: "FILE", help: "requests from an audit log; - is standard input" },
];

/** Which rule of a policy applies to a request, and why the earlier ones do not. */
export const explain: Command = {
  name: "explain",
  summary: "which rule applies to a request, and why the earlier ones do not",
  usage:
    "explain POLICY VERB RESOURCE[.GROUP][/SUBRESOURCE] [NAME] --as NAME | 'METHOD PATH' --as NAME | --event FILE",
  examples: [
    [
      "gen-audit explain policy.yaml create pods/exec web-0 -n prod --as jane --as-group devs",
      "as kubectl auth can-i takes it",
    ],
    ["gen-audit explain policy.yaml 'GET /healthz' --as system:anonymous", "as HTTP"],
    ["gen-audit explain preset:gce --event audit.log", "as kube-apiserver recorded it"],
  ],
  flags: [...REQUEST_FLAGS, KUBERNETES_VERSION_FLAG, ...COMMON_FLAGS],
  async run(args, host) {
    const [word, ...words] = args.positionals;
    if (word === undefined) throw new GenAuditError("bad-usage", "explain wants a policy and a request");
    const kubernetesVersion = args.value("kubernetes-version");
    requireRelease(kubernetesVersion);
    // What is wrong with the request is said before the policy is read.
    const requests = args.has("event")
      ? await readEvents(words, args, host)
      : [readRequest(words, args, host)];
    const source = await readPolicy(word, kubernetesVersion, args, host);
    noteDiagnostics(source, args, host);
    const explained = requests.map((logged) => ({
      ...logged,
      explanation: explainRequest(source.policy, logged.request, { kubernetesVersion }),
    }));
    if (args.has("json"))
      writeJson(
        host,
        args.has("event") ? { explanations: explained.map(eventJson) } : { ...explained[0]?.explanation },
      );
    else host.stdout.write(printAll(explained, source));
    return EXIT.ok;
  },
};

function readRequest(words: readonly string[], args: Arguments, host: CliHost): LoggedRequest {
  const written = {
    words,
    namespace: args.value("namespace"),
    allNamespaces: args.has("all-namespaces"),
    as: args.value("as"),
    asGroups: args.values("as-group"),
    asFailed: args.has("as-failed"),
    impliedGroups: !args.has("no-implied-groups"),
    kubernetesVersion: args.value("kubernetes-version"),
  };
  const { request, notes } = asUsage(() => requestFromWords(written));
  if (!isQuiet(args)) for (const note of notes) host.stderr.write(`note: ${note}\n`);
  return { request };
}

async function readEvents(
  words: readonly string[],
  args: Arguments,
  host: CliHost,
): Promise<readonly LoggedRequest[]> {
  const other = REQUEST_FLAGS.find(({ name }) => name !== "event" && args.has(name));
  const extra = words[0] ?? (other && `--${other.name}`);
  if (extra !== undefined)
    throw new GenAuditError("bad-usage", `--event says which request it is: leave out ${extra}`);
  return readLoggedRequests(args.value("event") ?? "", host);
}

interface Explained extends LoggedRequest {
  readonly explanation: Explanation;
}

function printAll(explained: readonly Explained[], source: ReadPolicy): string {
  return explained
    .map(({ explanation, recorded }) => {
      const printed = printExplanation(explanation, source);
      return recorded === undefined
        ? printed
        : `${recorded.place}, recorded at ${recorded.level}:\n${printed}`;
    })
    .join("\n");
}

function eventJson({ recorded, explanation }: Explained): object {
  return { ...(recorded && { recorded }), ...explanation };
}
