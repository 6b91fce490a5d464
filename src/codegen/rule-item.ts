import { METHOD_VERBS, RESOURCE_VERBS } from "../kubernetes/index.js";
import type { PolicyRule } from "../model/index.js";
import type { Code, Item } from "./code.js";
import { type Comments, END } from "./comments-by-path.js";
import { listItem } from "./list-item.js";
import { printText, printUnchecked } from "./print-text.js";
import { printExact, resourceItems } from "./resource-items.js";
import { userCode, userGroupCode } from "./user-code.js";

/** The call that adds a rule, with what is said about it. */
export function ruleItem(rule: PolicyRule, path: string, comments: Comments): Item {
  const reason = [...comments.take(path), ...comments.take(`${path}.level`)].join("\n");
  const selector = selectorItems(rule, path, comments);
  const tail = comments.take(path + END);
  const options = optionItems(rule, reason, path, comments);
  const hasSelector = selector.length > 0 || (tail.length > 0 && options.length === 0);
  const items: Item[] = [{ code: printText(rule.level) }];
  if (hasSelector) items.push({ code: { kind: "object", items: selector, tail } });
  if (options.length > 0)
    items.push({ code: { kind: "object", items: options, tail: hasSelector ? [] : tail } });
  const head = hasSelector ? ".rule" : ".otherwise";
  // What is left is about fields that kube-apiserver does not read.
  return { comments: comments.takeAll(path), code: { kind: "call", head, items } };
}

function selectorItems(rule: PolicyRule, path: string, comments: Comments): readonly Item[] {
  const { users, userGroups, verbs = [], resources = [], namespaces, nonResourceURLs } = rule;
  const list = (
    field: string,
    texts: readonly string[] = [],
    print: (text: string) => Code = printText,
  ): readonly Item[] =>
    texts.length === 0 ? [] : [listItem(field, texts.map(print), `${path}.${field}`, comments)];
  const isForPaths = nonResourceURLs !== undefined && nonResourceURLs.length > 0;
  return [
    ...list("users", users, userCode),
    ...list("userGroups", userGroups, userGroupCode),
    ...list("verbs", verbs, printVerb(isForPaths, resources.length > 0)),
    ...(resources.length > 0 ? [resourcesItem(rule, path, comments)] : []),
    ...list("namespaces", namespaces, printExact),
    ...list("nonResourceURLs", nonResourceURLs),
  ];
}

function resourcesItem({ resources = [], verbs = [] }: PolicyRule, rule: string, comments: Comments): Item {
  const path = `${rule}.resources`;
  const above = comments.take(path);
  const known = verbs.filter((verb) => RESOURCE_VERBS.includes(verb));
  const items = resourceItems(resources, known.length === verbs.length ? verbs : [], path, comments);
  return {
    key: "resources",
    comments: above,
    code: { kind: "list", items, tail: comments.take(path + END) },
  };
}

/** A word that no such request has for its verb is one that the compiler would refuse. */
function printVerb(isForPaths: boolean, isForResources: boolean): (verb: string) => string {
  const known = isForPaths
    ? METHOD_VERBS
    : isForResources
      ? RESOURCE_VERBS
      : [...METHOD_VERBS, ...RESOURCE_VERBS];
  return (verb) => (known.includes(verb) ? printText(verb) : printUnchecked(verb));
}

function optionItems(
  { omitStages = [], omitManagedFields }: PolicyRule,
  reason: string,
  path: string,
  comments: Comments,
): readonly Item[] {
  const fields = `${path}.omitManagedFields`;
  return [
    ...(reason === "" ? [] : [{ key: "reason", code: reasonCode(reason) }]),
    ...(omitStages.length > 0
      ? [listItem("omitStages", omitStages.map(printText), `${path}.omitStages`, comments)]
      : []),
    ...(omitManagedFields === undefined
      ? []
      : [{ key: "omitManagedFields", code: String(omitManagedFields), comments: comments.take(fields) }]),
  ];
}

/** Of several lines a list, joined: each stands as it did. */
function reasonCode(reason: string): Code {
  const lines = reason.split("\n");
  if (lines.length === 1) return printText(reason);
  return { kind: "list", items: lines.map((line) => ({ code: printText(line) })), after: '.join("\\n")' };
}
