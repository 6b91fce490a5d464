import type { FieldPath, Fix } from "../diagnostics/index.js";
import { type GroupResources, type PolicyRule, type RequestSelector, selectorOf } from "../model/index.js";
import { expandPattern } from "./expand-pattern.js";
import { isUnexpanded, type PatternField } from "./is-unexpanded.js";

/** An entry that looks like a pattern and is none to kube-apiserver. */
export interface FoundPattern {
  readonly path: FieldPath;
  readonly field: PatternField;
  readonly written: string;
  /** Requests that it was meant for, as far as there are some that it can only have meant. */
  readonly meant: RequestSelector | undefined;
  readonly fix?: Fix | undefined;
}

/** The entries of a rule that look like patterns and are none, but for users and groups. */
export function* findPatterns(rule: PolicyRule, index: number): Generator<FoundPattern> {
  const at = `rules[${index}]`;
  yield* verbs(rule, at);
  yield* namespaces(rule, at);
  for (const [position, entry] of (rule.resources ?? []).entries()) {
    yield* resources(rule, entry, `${at}.resources[${position}]`);
    yield* resourceNames(rule, entry, `${at}.resources[${position}]`);
  }
  yield* nonResourceURLs(rule, at);
}

function* verbs(rule: PolicyRule, at: FieldPath): Generator<FoundPattern> {
  const { verbs, ...rest } = selectorOf(rule);
  for (const { path, written } of patternsOf(verbs, "verbs", at)) {
    const meant =
      written === "*" ? rest : withSome(expandPattern("verbs", written), (verbs) => ({ ...rest, verbs }));
    const fix = written === "*" ? leaveOut("verbs", at, rest) : undefined;
    yield { path, field: "verbs", written, meant, fix };
  }
}

function* namespaces(rule: PolicyRule, at: FieldPath): Generator<FoundPattern> {
  const { namespaces, ...rest } = selectorOf(rule);
  for (const { path, written } of patternsOf(namespaces, "namespaces", at)) {
    const meant = { ...rest, namespaces: expandPattern("namespaces", written) };
    // Without both, a rule is for paths as well.
    const canLeaveOut = written === "*" && rule.resources !== undefined && rule.resources.length > 0;
    const fix = canLeaveOut ? leaveOut("namespaces", at, rest) : undefined;
    yield { path, field: "namespaces", written, meant, fix };
  }
}

function* resources(rule: PolicyRule, entry: GroupResources, at: FieldPath): Generator<FoundPattern> {
  const selector = (resources: readonly string[]): RequestSelector => ({
    ...selectorOf(rule),
    resources: [{ ...entry, resources }],
  });
  for (const { path, written } of patternsOf(entry.resources, "resources", at)) {
    const meant = withSome(expandPattern("resources", written, entry.group), selector);
    const isThere = entry.resources?.includes("*");
    const fix: Fix = {
      title: 'write "*"',
      edits: [isThere ? { remove: path } : { replace: path, by: "*" }],
      changes: [selector(["*"])],
    };
    yield { path, field: "resources", written, meant, fix: written === "*/*" ? fix : undefined };
  }
}

function* resourceNames(rule: PolicyRule, entry: GroupResources, at: FieldPath): Generator<FoundPattern> {
  const { resourceNames, ...rest } = entry;
  const selector = (some: GroupResources): RequestSelector => ({ ...selectorOf(rule), resources: [some] });
  for (const { path, written } of patternsOf(resourceNames, "resourceNames", at)) {
    const meant = selector({ ...rest, resourceNames: expandPattern("resourceNames", written) });
    const fix = written === "*" ? leaveOut("resourceNames", at, selector(rest)) : undefined;
    yield { path, field: "resourceNames", written, meant, fix };
  }
}

function* nonResourceURLs(rule: PolicyRule, at: FieldPath): Generator<FoundPattern> {
  for (const { path, written } of patternsOf(rule.nonResourceURLs, "nonResourceURLs", at)) {
    const by = written.replace(/\.\*$/, "*");
    const meant = { ...selectorOf(rule), nonResourceURLs: [by] };
    const fix: Fix = { title: `write "${by}"`, edits: [{ replace: path, by }], changes: [meant] };
    yield { path, field: "nonResourceURLs", written, meant, fix };
  }
}

function* patternsOf(
  list: readonly string[] = [],
  field: PatternField,
  at: FieldPath,
): Generator<{ readonly path: FieldPath; readonly written: string }> {
  for (const [position, written] of list.entries())
    if (isUnexpanded(field, written)) yield { path: `${at}.${field}[${position}]`, written };
}

function withSome(
  names: readonly string[],
  selector: (names: readonly string[]) => RequestSelector,
): RequestSelector | undefined {
  return names.length > 0 ? selector(names) : undefined;
}

function leaveOut(field: PatternField, at: FieldPath, changes: RequestSelector): Fix {
  return { title: `remove ${field}`, edits: [{ remove: `${at}.${field}` }], changes: [changes] };
}
