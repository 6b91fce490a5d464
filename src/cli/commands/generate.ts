import { type Composition, composeSequence } from "../../compose/index.js";
import { type Diagnostic, GenAuditError, hasFatalError } from "../../diagnostics/index.js";
import { printVersion } from "../../kubernetes/index.js";
import { listPresets, type Preset } from "../../presets/index.js";
import type { ProvidedRendering } from "../../provider/index.js";
import {
  AUDIT_FLAGS,
  type AuditSettings,
  kubernetesOfTarget,
  providerOf,
  type RenderRequest,
  renderTarget,
  settingsOfFlags,
} from "../../render/index.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { findPreset } from "../find-preset.js";
import { type CliHost, EXIT, type ExitCode } from "../host.js";
import { INTO_FLAGS, intoFlagOf } from "../into-flags.js";
import { LIMIT_FLAG } from "../limit-flag.js";
import type { Arguments, FlagDefinition } from "../parse-arguments.js";
import { planFiles, printArtifacts } from "../place-artifacts.js";
import { describeKnownFaults, describeNotes, type PolicySource, PRESET_PREFIX } from "../policy-source.js";
import { isPresetFile } from "../preset-file.js";
import { printSteps } from "../print-steps.js";
import { sayDiagnostics } from "../say-diagnostics.js";

const WEBHOOK_FLAGS: readonly FlagDefinition[] = [
  { name: "webhook-config", value: "FILE", help: "a kubeconfig file that says where events are sent" },
  { name: "webhook-server", value: "URL", help: "where events are sent; the kubeconfig is built from this" },
  { name: "webhook-ca", value: "FILE", help: "the certificate that the server's is signed by" },
  { name: "webhook-token-file", value: "FILE", help: "the bearer token for the server" },
  { name: "webhook-client-cert", value: "FILE", help: "the API server's certificate for the server" },
  { name: "webhook-client-key", value: "FILE", help: "the key of that certificate" },
];

/** The main job: presets and policies composed, and rendered for targets. */
export const generate: Command = {
  name: "generate",
  summary: "compose presets and policies, and render them for the tool that runs the cluster",
  usage: "[generate] --preset NAME… [--policy FILE…] [--target NAME[@VERSION]…] [FLAGS]",
  examples: [
    ["gen-audit --preset gce --target kops", "a ClusterSpec fragment for kOps"],
    [
      'gen-audit --preset gce --at-most "Metadata:* secrets,configmaps"',
      "the preset, but for bodies of Secrets and ConfigMaps",
    ],
    [
      "gen-audit --preset metadata-only --target kubeadm@1.36 -o out/",
      "a kubeadm configuration and the policy file",
    ],
    ["gen-audit --preset gce --target kops --into cluster.yaml", "into a cluster spec that is there already"],
  ],
  flags: [
    { name: "preset", value: "NAME", repeatable: true, help: "a policy that ships with gen-audit" },
    {
      name: "addon",
      value: "NAME",
      repeatable: true,
      help: "what else runs in the cluster, and fills the log: argocd, argocd:namespace=gitops, or a file of your own",
    },
    { name: "policy", value: "FILE", repeatable: true, help: "a policy of your own; - is standard input" },
    {
      name: "combine",
      value: "HOW",
      choices: ["sequence", "strictest", "widest"],
      help: "one behind the other, what all record, or what any records (default: sequence)",
    },
    {
      name: "at-least",
      value: "LEVEL:VERBS RESOURCES",
      repeatable: true,
      help: 'a floor, as in "Metadata:create,delete pods/exec"; * is any verb',
    },
    {
      name: "at-most",
      value: "LEVEL:VERBS RESOURCES",
      repeatable: true,
      help: "a ceiling, which wins over floors",
    },
    LIMIT_FLAG,
    {
      name: "target",
      value: "NAME[@VERSION]",
      repeatable: true,
      help: "what to render for (default: policy, the bare file)",
    },
    KUBERNETES_VERSION_FLAG,
    {
      name: "form",
      value: "NAME",
      help: "the shape of the target's files, where it has several; gen-audit list targets names them",
    },
    ...AUDIT_FLAGS.map(({ name, value, type, help }) => ({
      name,
      value,
      help,
      ...(type === "boolean" && { optionalValue: true as const }),
    })),
    ...WEBHOOK_FLAGS,
    { name: "no-log", help: "no log backend" },
    {
      name: "policy-hash",
      value: "true|false",
      optionalValue: true,
      help: "a hash of the policy in a name, so that the tool sees a change (default: where it needs that)",
    },
    {
      name: "output",
      short: "o",
      value: "FILE|DIR",
      help: "write instead of print; several files need a folder",
    },
    ...INTO_FLAGS,
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    if (args.positionals.length > 0) {
      throw new GenAuditError(
        "bad-usage",
        `unexpected word "${args.positionals[0]}"; policies are given by --policy FILE`,
      );
    }
    const targets = args.values("target").length > 0 ? args.values("target") : ["policy"];
    const into = intoFlagOf(args, targets);
    const { composition, notes, flags } = await compose(args, host);
    const settings = await readSettings(args, host);
    const kubernetesVersion = args.value("kubernetes-version");
    const twice = targets.find((target, index) => targets.indexOf(target) !== index);
    if (twice !== undefined) throw new GenAuditError("bad-usage", `--target ${twice} is given twice`);
    const { policy, comments } = composition;
    const recommended = settingsOfFlags(flags);
    const common = { policy, comments, settings, recommended, kubernetesVersion, form: args.value("form") };
    if (into) {
      const { putIntoFile } = await import("../put-into-file.js");
      const request = { ...common, target: targets[0] ?? "policy" };
      return putIntoFile(into, request, [...notes, ...composition.diagnostics], args, host);
    }
    const renderings = await renderAll(targets.map((target) => ({ ...common, target })));
    const diagnostics = [
      ...notes,
      ...composition.diagnostics,
      ...renderings.flatMap((rendering) => rendering.diagnostics),
    ];
    return finish({ args, host, composition, renderings, diagnostics });
  },
};

/** What providers record is compared with the policy, which takes a module of its own. */
async function renderAll(requests: readonly RenderRequest[]): Promise<readonly ProvidedRendering[]> {
  const isProvided = requests.some(({ target, kubernetesVersion }) => providerOf(target, kubernetesVersion));
  const render = isProvided ? (await import("../../provider/index.js")).renderTarget : renderTarget;
  return requests.map((request) => render(request));
}

interface Outcome {
  readonly args: Arguments;
  readonly host: CliHost;
  readonly composition: Composition;
  readonly renderings: readonly ProvidedRendering[];
  readonly diagnostics: readonly Diagnostic[];
}

async function finish({ args, host, composition, renderings, diagnostics }: Outcome): Promise<ExitCode> {
  const failed = hasFatalError(diagnostics);
  sayDiagnostics(
    failed ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics,
    args,
    host,
  );
  if (failed) {
    const provided = renderings.filter(({ provider }) => provider);
    if (provided.length > 0 && !isQuiet(args)) {
      const { printProvided } = await import("../print-provided.js");
      for (const rendering of provided) host.stderr.write(printProvided(rendering));
    }
    return EXIT.usage;
  }
  const out = args.value("output");
  if (out !== undefined) await host.files.write(await planFiles(renderings, out, host.files));
  if (args.has("json")) {
    const targets = renderings.map(({ target, version, artifacts, steps, provider }) => ({
      target,
      version,
      ...(provider && { provider: { name: provider.name, preset: provider.preset } }),
      artifacts,
      steps,
    }));
    writeJson(host, { policy: composition.policy, targets, diagnostics });
  } else if (out === undefined) host.stdout.write(printArtifacts(renderings));
  if (!isQuiet(args)) for (const rendering of renderings) host.stderr.write(printSteps(rendering));
  return EXIT.ok;
}

interface ComposedPolicy {
  readonly composition: Composition;
  readonly notes: readonly Diagnostic[];
  /** What its presets recommend; of a flag that several do, the last. */
  readonly flags: NonNullable<Preset["flags"]>;
}

/** Presets and policies, in the order given. */
async function compose(args: Arguments, host: CliHost): Promise<ComposedPolicy> {
  const sources = args.inOrder("preset", "policy");
  if (sources.length === 0) {
    const names = listPresets().map(({ name }) => name);
    throw new GenAuditError("bad-usage", "no policy is given: --preset NAME or --policy FILE", {
      help: `presets are ${names.join(", ")}`,
    });
  }
  const read: PolicySource[] = [];
  for (const { flag, value } of sources)
    read.push(flag === "preset" ? await readPreset(value, args, host) : await readPolicy(value, args, host));
  const parts = read.map(({ part }) => part);
  const flags = Object.assign({}, ...read.map(({ preset }) => preset?.flags));
  const isPlain = !COMPOSING_FLAGS.some((flag) => args.has(flag));
  if (isPlain && args.has("limit")) {
    const flags = COMPOSING_FLAGS.map((flag) => `--${flag}`).join(", ");
    throw new GenAuditError("bad-usage", `--limit goes with one of ${flags}`);
  }
  if (isPlain)
    return { composition: composeSequence(parts), notes: read.flatMap((source) => notesOf(source)), flags };
  const { composeParts } = await import("../compose-parts.js");
  const { composition, faultsLeft } = composeParts(parts, args);
  const codes = read.flatMap(({ preset }) => preset?.knownFaults.map(({ code }) => code) ?? []);
  const left = faultsLeft(codes);
  const notes = read.flatMap((source) => notesOf(source, (code) => left.includes(code)));
  return { composition, notes, flags };
}

/** What it takes more than putting one policy behind the other for. */
const COMPOSING_FLAGS = ["combine", "at-least", "at-most"];

/** What there is to say of a policy; of a preset's faults those that are left. */
function notesOf(
  { preset, diagnostics }: PolicySource,
  isLeft: (code: string) => boolean = () => true,
): readonly Diagnostic[] {
  return [
    ...diagnostics,
    ...(preset
      ? describeKnownFaults(preset)
          .filter(({ fault }) => isLeft(fault))
          .map(({ note }) => note)
          .concat(describeNotes(preset))
      : []),
  ];
}

async function readPolicy(name: string, args: Arguments, host: CliHost): Promise<PolicySource> {
  if (name.startsWith(PRESET_PREFIX)) return readPreset(name.slice(PRESET_PREFIX.length), args, host);
  const { readPolicyFile } = await import("../read-policy-file.js");
  return readPolicyFile(name, args, host);
}

/** For the newest API server of the first target, as with files that are read. */
async function readPreset(name: string, args: Arguments, { files }: CliHost): Promise<PolicySource> {
  const [target = "policy"] = args.values("target");
  const { newest } = kubernetesOfTarget(target, args.value("kubernetes-version"));
  const { preset, diagnostics } = await findPreset(name, printVersion(newest), args.values("addon"), files);
  if (preset.flags && isPresetFile(name)) await checkFlags(preset.flags, name);
  const { policy, reasons } = preset;
  return { part: { name: `preset ${preset.name}`, policy, reasons }, preset, diagnostics };
}

/** A flag that kube-apiserver does not have is a fault of the file, and not of the command line. */
async function checkFlags(flags: NonNullable<Preset["flags"]>, file: string): Promise<void> {
  const { parseSettings } = await import("../../render/parse-settings.js");
  try {
    parseSettings(settingsOfFlags(flags));
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    throw new GenAuditError("bad-input", `${file}: flags: ${error.message}`, {
      help: error.help,
      cause: error,
    });
  }
}

/** What the flags say of the backends; the schema is loaded only where there is something to check. */
async function readSettings(args: Arguments, host: CliHost): Promise<AuditSettings> {
  const given = AUDIT_FLAGS.filter(({ name }) => args.has(name)).map(
    ({ name, key }) => [key, args.value(name)] as const,
  );
  const webhook = await readWebhook(args, host);
  const settings = {
    ...Object.fromEntries(given),
    ...(args.has("no-log") && { log: false }),
    ...(args.has("policy-hash") && { policyHash: readSwitch(args, "policy-hash") }),
    ...(webhook && { webhook }),
  };
  if (Object.keys(settings).length === 0) return {};
  const { parseSettings } = await import("../../render/parse-settings.js");
  return parseSettings(settings);
}

function readSwitch(args: Arguments, name: string): boolean {
  const value = args.value(name);
  if (value === "true" || value === "false") return value === "true";
  throw new GenAuditError("bad-usage", `--${name} takes true or false, not "${value}"`);
}

async function readWebhook(args: Arguments, { files }: CliHost): Promise<AuditSettings["webhook"]> {
  const read = async (flag: string): Promise<string | undefined> => {
    const path = args.value(flag);
    return path === undefined ? undefined : files.read(path);
  };
  const server = args.value("webhook-server");
  const besides = WEBHOOK_FLAGS.map(({ name }) => name).filter(
    (name) => name !== "webhook-config" && args.has(name),
  );
  if (args.has("webhook-config")) {
    const [other] = besides;
    if (other !== undefined)
      throw new GenAuditError("bad-usage", `--webhook-config and --${other} exclude each other`);
    return { config: (await read("webhook-config")) ?? "" };
  }
  const parts = {
    ca: await read("webhook-ca"),
    token: (await read("webhook-token-file"))?.trim(),
    clientCert: await read("webhook-client-cert"),
    clientKey: await read("webhook-client-key"),
  };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  if (server !== undefined) return { server, ...given };
  if (Object.keys(given).length > 0) throw new GenAuditError("bad-usage", "--webhook-server is missing");
  return undefined;
}
