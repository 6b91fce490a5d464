import { type Diagnostic, defineDiagnostic, type Fix } from "../../diagnostics/index.js";
import { type GuessedResource, guessResource } from "../../kubernetes/index.js";
import { type Level, selectorOf } from "../../model/index.js";
import { faultOfName } from "../fault-of-name.js";
import { findMissed } from "../find-missed.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";

const diagnostic = defineDiagnostic<{
  group: string;
  resource: string;
  why: string;
  meant: GuessedResource | undefined;
  level: Level;
  /** Of a request that the rule was meant for. */
  instead: Level | undefined;
}>({
  code: "unknown-resource",
  severity: "warning",
  title: "A resource that its group does not have",
  message: ({ group, resource, meant }) => {
    const where = meant && meant.group !== group ? ` in group "${meant.group}"` : "";
    return `group "${group}" has no "${resource}"${meant ? `; did you mean "${meant.name}"${where}?` : ""}`;
  },
  help: ({ why, meant, level, instead }) =>
    meant && instead !== undefined
      ? `${why}; requests for "${meant.name}" are audited at level ${instead}, not ${level}`
      : why,
});

/** Names that no release serves, in groups that are known; and anywhere those that no resource can have. */
export const unknownResource: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const at of resourceEntries(context.policy)) {
      const { group, resources = [] } = at.entry;
      for (const [position, name] of resources.entries()) {
        const fault = faultOfName(context, group, name);
        if (fault) yield report(context, at, position, fault);
      }
    }
  },
};

const WHY = {
  unserved: "no Kubernetes from 1.19 on serves it, so that no request is for it",
  impossible: 'the name of a resource is lower-case letters, digits and "-", with at most one "/" behind it',
} as const;

/** Names of roles that no request is for, and names of kinds that have no resource of their own. */
const KNOWN_ERRORS: ReadonlyMap<string, string> = new Map([
  [
    "authentication.k8s.io/tokenrequests",
    'a TokenRequest is sent as create of "serviceaccounts/token" in group ""',
  ],
  ...["metrics", "stats", "log", "spec", "configz", "healthz", "pods", "checkpoint", "statusz"].map(
    (name): [string, string] => [
      `/nodes/${name}`,
      'it stands in roles, for what kubelets are asked; by way of the API server that is "nodes/proxy"',
    ],
  ),
  ...["/users", "/groups", "authentication.k8s.io/userextras", "authentication.k8s.io/uids"].map(
    (name): [string, string] => [name, "it stands in roles, for impersonation; no request is for it"],
  ),
  ["certificates.k8s.io/signers", 'it stands in roles; what is signed is "certificatesigningrequests"'],
]);

function report(
  context: LintContext,
  { rule, index, entry, path }: ResourceEntry,
  position: number,
  fault: keyof typeof WHY,
): Diagnostic {
  const { group, resources = [] } = entry;
  const resource = resources[position] ?? "";
  const known = KNOWN_ERRORS.get(`${group}/${resource}`);
  const meant = fault === "unserved" && known === undefined ? guessResource(group, resource) : undefined;
  const mended = meant && { resources: [{ ...entry, group: meant.group, resources: [meant.name] }] };
  const missed = mended && findMissed(context, index, mended);
  const at = `${path}.resources[${position}]`;
  const fix: Fix | undefined = meant?.isSameWord
    ? {
        title: `write "${meant.name}"`,
        edits: [resources.includes(meant.name) ? { remove: at } : { replace: at, by: meant.name }],
        changes: [{ ...selectorOf(rule), resources: [{ ...entry, resources: [resource, meant.name] }] }],
      }
    : undefined;
  return diagnostic(
    context.place(at),
    {
      group,
      resource,
      why: known ?? WHY[fault],
      meant,
      level: rule.level,
      instead: missed?.decision.level,
    },
    { witness: missed?.request, reading: "real-identities", fix },
  );
}
