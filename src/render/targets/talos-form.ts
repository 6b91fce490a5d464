import { isAtLeast } from "../../kubernetes/index.js";
import { type DataObject, DocumentRefusal, objectAt, stringAt } from "../editable-document.js";
import type { Parts, TargetRelease } from "../editable-file.js";
import { DOCUMENTS_SINCE } from "./talos-flags.js";

/** The documents of a machine config that are about audit. */
export const MACHINE = "a machine config of Talos";
export const POLICY = "a KubeAuditPolicyConfig of Talos";
export const SERVER = "a KubeAPIServerConfig of Talos";

/**
 * The form of a machine config is told by what is in it: a config that was made by an older Talos keeps its shape when that is
 * upgraded, and Talos takes no two of them together.
 *
 * Upstream: siderolabs/talos, pkg/machinery/config/types/k8s, apiserver.go and audit_policy.go, V1Alpha1ConflictValidate
 */
export function formOfFile(
  parts: Parts,
  release: TargetRelease,
  asked: string | undefined,
): string | undefined {
  const machine = parts.get(MACHINE);
  refuseWorker(machine);
  const documents = [POLICY, SERVER].filter((part) => parts.has(part));
  for (const part of documents) refuseDocument(part, parts, release, asked);
  const { auditPolicy, apiServer } = inlineOf(machine);
  if (asked === "documents" && isSet(auditPolicy)) {
    throw new DocumentRefusal(
      "cluster.apiServer.auditPolicy",
      "is where this machine config has its policy, so that --form documents does not fit",
      "leave --form out, or take auditPolicy out of the machine config",
      MACHINE,
    );
  }
  if (asked !== undefined) return asked;
  if (documents.length > 0 || isTakenOut(auditPolicy)) return "documents";
  return isPresent(apiServer) ? "inline" : undefined;
}

/** Upstream: siderolabs/talos, pkg/machinery/config/machine/machine.go, ParseType */
function refuseWorker(machine: DataObject | undefined): void {
  const type = stringAt(objectAt(machine, "machine"), "type");
  if (type !== "worker" && type !== "join") return;
  throw new DocumentRefusal(
    "machine.type",
    `is "${type}": no kube-apiserver runs on such a machine`,
    "give the machine config of a control-plane node",
    MACHINE,
  );
}

/** What cannot be where there is a document for the policy, or for kube-apiserver. */
function refuseDocument(
  part: string,
  parts: Parts,
  { version, label }: TargetRelease,
  asked: string | undefined,
): void {
  const refuse = (reason: string, help: string): DocumentRefusal =>
    new DocumentRefusal("", `this is ${part}, ${reason}`, help, part);
  const { auditPolicy, apiServer } = inlineOf(parts.get(MACHINE));
  if (!isAtLeast(version, DOCUMENTS_SINCE))
    throw refuse(
      `which ${label} does not know`,
      `name the release that runs: --target talos@${DOCUMENTS_SINCE}`,
    );
  if (asked === "inline")
    throw refuse(
      "so that --form inline does not fit",
      "leave --form out, or take the document out of the file",
    );
  if (part === POLICY ? isSet(auditPolicy) : isPresent(apiServer)) {
    const other = part === POLICY ? ".cluster.apiServer.auditPolicy" : ".cluster.apiServer";
    throw refuse(
      `and ${other} is set as well: Talos refuses the two together`,
      `take ${other} out of the machine config; what it says belongs into the document`,
    );
  }
  if (isTakenOut(parts.get(part)))
    throw refuse("and a patch that takes it out", "take the document out of the file");
}

function inlineOf(machine: DataObject | undefined): {
  readonly apiServer: unknown;
  readonly auditPolicy: unknown;
} {
  const cluster = objectAt(machine, "cluster");
  return { apiServer: cluster["apiServer"], auditPolicy: objectAt(cluster, "apiServer")["auditPolicy"] };
}

/** Whether there is a `.cluster.apiServer`, if only an empty one, that no document stands for. */
export function hasApiServer(machine: DataObject | undefined): boolean {
  return isPresent(inlineOf(machine).apiServer);
}

/** A patch says nothing of the machine's type, which no whole config lacks. */
export function isWhole(parts: Parts): boolean {
  return stringAt(objectAt(parts.get(MACHINE), "machine"), "type") !== undefined;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !isTakenOut(value);
}

function isSet(value: unknown): boolean {
  return isPresent(value) && !(typeof value === "object" && Object.keys(Object(value)).length === 0);
}

/** What a patch says to take something out. */
function isTakenOut(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$patch" in value && value.$patch === "delete";
}
