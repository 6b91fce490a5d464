import { parseDocument } from "yaml";
import {
  type Data,
  type DataObject,
  type DocumentMerge,
  isDataList,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import type { AddedDocument, FileEdit, Parts } from "../editable-file.js";
import { directoryOf, isWithin } from "../path.js";
import type { TargetInput } from "../target.js";
import { flagText } from "./pod-mounts.js";
import { isTalosOwn } from "./talos-flags.js";
import { hasApiServer, isWhole, MACHINE, POLICY, SERVER } from "./talos-form.js";

/** Policy, flags and the webhook's kubeconfig as they are merged into a machine config, in the form that it has. */
export function mergeTalos(input: TargetInput, parts: Parts): FileEdit {
  const merges = new Map<string, DocumentMerge>();
  const added: AddedDocument[] = [];
  const machine = parts.get(MACHINE);
  if (input.form === "inline") return { merges: new Map([[MACHINE, mergeInline(input, machine ?? {})]]) };
  const policy = parts.get(POLICY);
  const printed = new Map([["configuration", input.printPolicy()]]);
  if (policy) {
    const configuration = policyData(input, policy["configuration"]);
    merges.set(POLICY, { fragment: { configuration }, printed });
  } else {
    const configuration = policyData(input, undefined);
    added.push({ document: documentOf("KubeAuditPolicyConfig", { configuration }), printed });
  }
  const holder = holderOfFlags(parts);
  const extraArgs = wantedArgs(input, holder === MACHINE ? apiServerOf(machine) : (parts.get(SERVER) ?? {}));
  if (Object.keys(extraArgs).length > 0) {
    if (holder === MACHINE) merges.set(MACHINE, { fragment: { cluster: { apiServer: { extraArgs } } } });
    else if (holder) merges.set(holder, { fragment: { extraArgs } });
    else added.push({ document: documentOf("KubeAPIServerConfig", { extraArgs }) });
  }
  return { merges, added };
}

/**
 * Where flags go beside a document for the policy. A whole config needs an image in a KubeAPIServerConfig, so that none is
 * added to one; a patch leaves the image alone.
 */
function holderOfFlags(parts: Parts): string | undefined {
  if (parts.has(SERVER)) return SERVER;
  return isWhole(parts) || hasApiServer(parts.get(MACHINE)) ? MACHINE : undefined;
}

function documentOf(kind: string, fields: DataObject): DataObject {
  return { apiVersion: "v1alpha1", kind, ...fields };
}

function apiServerOf(machine: DataObject | undefined): DataObject {
  return objectAt(objectAt(machine, "cluster"), "apiServer");
}

function mergeInline(input: TargetInput, machine: DataObject): DocumentMerge {
  const apiServer = apiServerOf(machine);
  const extraArgs = wantedArgs(input, apiServer);
  const file = webhookFileOf(input);
  const { webhookFile } = input.configuration;
  const volume = webhookFile && volumeOf(directoryOf(webhookFile), listAt(apiServer, "extraVolumes"));
  return {
    fragment: {
      ...(file && { machine: { files: [file] } }),
      cluster: {
        apiServer: {
          auditPolicy: policyData(input, apiServer["auditPolicy"]),
          ...(Object.keys(extraArgs).length > 0 && { extraArgs }),
          ...(volume && { extraVolumes: [volume] }),
        },
      },
    },
    lists: { files: findBy("path"), extraVolumes: findBy("mountPath") },
    printed: new Map([["cluster.apiServer.auditPolicy", input.printPolicy()]]),
  };
}

function findBy(key: string): (wanted: Data, present: readonly Data[]) => number {
  return (wanted, present) => present.findIndex((item) => stringAt(item, key) === stringAt(wanted, key));
}

/** The policy, and nothing of the one that it takes the place of. */
function policyData({ printPolicy }: TargetInput, present: Data | undefined): DataObject {
  // INVARIANT: a policy is a mapping of plain data.
  const policy = parseDocument(printPolicy(), { version: "1.1" }).toJS() as DataObject;
  const gone = isDataObject(present) ? Object.keys(present).filter((key) => !(key in policy)) : [];
  return { ...policy, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
}

/** The flags that differ from what Talos says itself, and those that are there and say otherwise. */
function wantedArgs({ configuration, settings }: TargetInput, holder: DataObject): DataObject {
  const present = objectAt(holder, "extraArgs");
  const wanted = configuration.flags.filter(
    (entry) => present[entry.flag.name] !== undefined || !isTalosOwn(entry, settings),
  );
  return Object.fromEntries(
    wanted.map((entry) => {
      const { name } = entry.flag;
      const text = flagText(entry);
      return [name, isDataList(present[name]) ? [text] : text]; // A list since 1.13, for flags that are repeated.
    }),
  );
}

function webhookFileOf({ configuration, webhookConfig }: TargetInput) {
  const { webhookFile } = configuration;
  return webhookConfig && webhookFile !== undefined
    ? { content: webhookConfig.text, permissions: 0o444, path: webhookFile, op: "create" }
    : undefined;
}

/** The volume that brings a directory in; undefined where one does already. */
function volumeOf(directory: string, present: readonly Data[]): DataObject | undefined {
  const isSeen = present.some((volume) => {
    const [from, to] = [stringAt(volume, "hostPath"), stringAt(volume, "mountPath")];
    return (
      from !== undefined &&
      to !== undefined &&
      isWithin(directory, to) &&
      from + directory.slice(to.length) === directory
    );
  });
  return isSeen ? undefined : { hostPath: directory, mountPath: directory, readonly: true };
}
