import { isDnsLabel, isDnsSubdomain, kindOfIdentity } from "../kubernetes/index.js";
import type { Code } from "./code.js";
import { callOf, printText, printUnchecked } from "./print-text.js";

/** A user of a rule: a node or a service account as such. */
export function userCode(name: string): Code {
  const [system, kind, first = "", second = "", ...more] = name.split(":");
  if (system === "system" && more.length === 0) {
    if (kind === "serviceaccount" && isDnsLabel(first) && isDnsSubdomain(second))
      return callOf("serviceAccount", [first, second]);
    if (kind === "node" && isDnsSubdomain(first) && second === "") return callOf("node", [first]);
  }
  const isGroup = kindOfIdentity(name) === "group" || /^system:(?:serviceaccounts|bootstrappers):/.test(name);
  return isGroup || name.includes("*") ? printUnchecked(name) : printText(name);
}

/** A group of a rule: the service accounts of a namespace as such. */
export function userGroupCode(name: string): Code {
  const namespace = /^system:serviceaccounts:(.*)$/s.exec(name)?.[1];
  if (namespace !== undefined && isDnsLabel(namespace)) return callOf("serviceAccountsIn", [namespace]);
  const isUser = kindOfIdentity(name) === "user" || /^system:(?:serviceaccount|node):/.test(name);
  return isUser || name.includes("*") ? printUnchecked(name) : printText(name);
}
