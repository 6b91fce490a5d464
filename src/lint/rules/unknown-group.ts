import { type Diagnostic, defineDiagnostic, type Fix } from "../../diagnostics/index.js";
import { findNamed, guessGroup, isBuiltInGroup } from "../../kubernetes/index.js";
import { type GroupResources, type Level, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";

const diagnostic = defineDiagnostic<{
  group: string;
  /** Another group, and other resources if they are meant as well. */
  meant: { readonly group: string; readonly resources?: readonly string[] } | undefined;
  level: Level;
  /** Of a request that the rule was meant for. */
  instead: Level | undefined;
}>({
  code: "unknown-group",
  severity: "warning",
  title: "A group that no API can have, or a misspelt one",
  message: ({ group, meant }) => {
    const guess =
      meant &&
      `; did you mean "${meant.group}"${meant.resources ? ` with resources: ["${meant.resources.join('", "')}"]` : ""}?`;
    return `"${group}" is no group of Kubernetes${guess ?? ""}`;
  },
  help: ({ group, meant, level, instead }) => {
    const taken = group.includes(".")
      ? "as it stands, it is a group of custom resources"
      : "a group of custom resources has a dot in it, so that no request is for this one";
    return instead === undefined
      ? taken
      : `${taken}; requests for group "${meant?.group}" are audited at level ${instead}, not ${level}`;
  },
});

/**
 * Groups that are not built in and cannot be of custom resources, for these have a dot; and of those with a dot the ones that
 * differ from a built-in one by a slip.
 *
 * Upstream: `k8s.io/apiextensions-apiserver` `pkg/apis/apiextensions/validation/validation.go`,
 * `validateCustomResourceDefinitionSpec`
 */
export const unknownGroup: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const at of resourceEntries(context.policy)) {
      const { group } = at.entry;
      if (group === "*" || isBuiltInGroup(group)) continue;
      const meant = guessEntry(at.entry);
      if (meant || !group.includes(".")) yield report(context, at, meant);
    }
  },
};

/** The entry with the right group; with other resources where group and resource have changed places, or are one. */
function guessEntry(entry: GroupResources): GroupResources | undefined {
  const { group, resources = [] } = entry;
  const [resource = "", ...others] = resources;
  const isSwapped =
    !group.includes(".") &&
    others.length === 0 &&
    (resource.includes(".") || (resource !== "" && isBuiltInGroup(resource)));
  if (isSwapped) return { ...entry, group: resource, resources: [group] };
  const guess = guessGroup(group);
  if (guess === undefined) return undefined;
  const isResource = resources.length === 0 && findNamed(guess, group).length > 0;
  return isResource ? { ...entry, group: guess, resources: [group] } : { ...entry, group: guess };
}

function report(context: LintContext, at: ResourceEntry, meant: GroupResources | undefined): Diagnostic {
  const { rule, index, entry, path } = at;
  const missed = meant && findMissed(context, index, { resources: [meant] });
  const isOther = meant?.resources !== undefined && meant.resources !== entry.resources;
  return diagnostic(
    context.place(`${path}.group`),
    {
      group: entry.group,
      meant: meant && { group: meant.group, ...(isOther && { resources: meant.resources }) },
      level: rule.level,
      instead: missed?.decision.level,
    },
    { witness: missed?.request, reading: "real-identities", fix: meant && mend(at, meant) },
  );
}

/** Where all that is named fits the other group, or the two have changed places. */
function mend({ rule, entry, path }: ResourceEntry, meant: GroupResources): Fix | undefined {
  const { resources: names = [] } = meant;
  const changes = [{ ...selectorOf(rule), resources: [entry, meant] }];
  if (meant.resources === entry.resources) {
    const fits =
      !isBuiltInGroup(meant.group) || names.every((name) => findNamed(meant.group, name).length > 0);
    if (!fits) return undefined;
    return {
      title: `write group "${meant.group}"`,
      edits: [{ replace: `${path}.group`, by: meant.group }],
      changes,
    };
  }
  const [name] = names;
  if (name === undefined || !entry.resources?.length) return undefined;
  return {
    title: `exchange "${entry.group}" and "${meant.group}"`,
    edits: [
      { replace: `${path}.group`, by: meant.group },
      { replace: `${path}.resources[0]`, by: name },
    ],
    changes,
  };
}
