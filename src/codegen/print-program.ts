import { Node, Project, SyntaxKind } from "ts-morph";
import { invariant } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { type Code, type Item, layOut, printComments, printFlat, WIDTH } from "./code.js";
import { type Comments, commentsAbove, END } from "./comments-by-path.js";
import { findUses, type Use } from "./find-uses.js";
import { importOf } from "./group-word.js";
import { listItem } from "./list-item.js";
import { printText, UNCHECKED } from "./print-text.js";
import { ruleItem } from "./rule-item.js";

export interface ProgramOptions {
  readonly comments?: Comments;
  /** The release whose checks the program makes. */
  readonly kubernetesVersion?: string | undefined;
}

/** A policy as a program that builds it, laid out as Prettier does by default. */
export function printProgram(policy: Policy, options: ProgramOptions = {}): string {
  const { comments = commentsAbove([]) } = options;
  const start = startCode(policy, { ...options, comments });
  const head = [
    ...comments.take(""),
    ...HEADS.flatMap((path) => comments.takeAll(path)),
    ...comments.take("rules"),
    ...metadataOf(policy),
  ];
  const calls = callItems(policy, comments);
  const build: Item = {
    comments: comments.take(`rules${END}`),
    code: { kind: "call", head: ".build", items: [] },
  };
  const chain = printChain(start, [...calls, build]);
  return [
    ...printComments(head, 0),
    ...(head.length > 0 ? [""] : []),
    ...printImports(chain),
    "",
    ...(chain.includes(UNCHECKED) ? [`// ${UNCHECKED_NOTE}`] : []),
    chain,
    ...printComments(comments.takeAll(), 0),
    "",
  ].join("\n");
}

const UNCHECKED_NOTE =
  "`as string`: the compiler would refuse these, since Kubernetes gives no request such a name.";

/** Comments about the policy as a whole, where its fields have no place in a program. */
const HEADS = ["apiVersion", "kind", "metadata", "omitStages", "omitManagedFields"];

function startCode({ omitStages = [], omitManagedFields }: Policy, options: ProgramOptions): Code {
  const { comments = commentsAbove([]), kubernetesVersion } = options;
  const items: Item[] = [];
  if (omitStages.length > 0)
    items.push(listItem("omitStages", omitStages.map(printText), "omitStages", comments));
  if (omitManagedFields !== undefined) {
    const about = comments.take("omitManagedFields");
    items.push({ key: "omitManagedFields", code: String(omitManagedFields), comments: about });
  }
  if (kubernetesVersion !== undefined)
    items.push({ key: "kubernetesVersion", code: printText(kubernetesVersion) });
  const object: Code = { kind: "object", items };
  return { kind: "call", head: "auditPolicy", items: items.length > 0 ? [{ code: object }] : [] };
}

/** What kube-apiserver reads of a policy and uses nowhere. */
function metadataOf({ metadata }: Policy): readonly string[] {
  return metadata ? [`metadata: ${JSON.stringify(metadata)}`] : [];
}

function callItems({ rules, ...policy }: Policy, comments: Comments): readonly Item[] {
  const uses = findUses({ ...policy, rules });
  const items: Item[] = [];
  for (let index = 0; index < rules.length; ) {
    const rule = rules[index];
    invariant(rule !== undefined, "the index is one of a rule");
    const use = uses.get(index);
    items.push(use ? useItem(use, index, comments) : ruleItem(rule, `rules[${index}]`, comments));
    index += use?.reasons.length ?? 1;
  }
  return items;
}

function useItem({ kind, name, parameters, reasons }: Use, start: number, comments: Comments): Item {
  // Many a rule has the same remark, such as which group "" is.
  const said = reasons.flatMap((reason, index) => {
    const path = `rules[${start + index}]`;
    const above = comments.take(path);
    return [...(above.join("\n") === reason ? [] : above), ...comments.takeAll(path)];
  });
  const given = Object.entries(parameters).map(([key, value]): Item => {
    const isList = typeof value === "object";
    const list: Code = {
      kind: "list",
      items: isList ? value.map((text) => ({ code: printText(text) })) : [],
    };
    return { key, code: isList ? list : printText(value) };
  });
  const items: Item[] = [{ code: printText(name) }];
  if (given.length > 0) items.push({ code: { kind: "object", items: given } });
  const head = kind === "preset" ? ".use" : ".useFragment";
  return { comments: [...new Set(said)], code: { kind: "call", head, items } };
}

const ASSIGNED = "export const { policy, comments } = ";

/** The calls one below the other, unless they are few and fit. */
function printChain(start: Code, calls: readonly Item[]): string {
  const flat = [start, ...calls.map(({ code }) => code)].map(printFlat);
  const line = `${ASSIGNED}${flat.join("")};`;
  const isPlain = calls.length < 3 && calls.every(({ comments = [] }) => comments.length === 0);
  if (isPlain && !flat.includes(undefined) && line.length <= WIDTH) return line;
  const lines = calls.flatMap(({ comments = [], code }) => [
    ...printComments(comments, 2),
    `  ${layOut(code, 2, 2, 0)}`,
  ]);
  return `${[`${ASSIGNED}${layOut(start, 0, ASSIGNED.length, 0)}`, ...lines].join("\n")};`;
}

/** The names that a program uses and does not declare. */
function printImports(program: string): readonly string[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("policy.ts", program);
  const names = file.getDescendantsOfKind(SyntaxKind.Identifier).flatMap((identifier) => {
    const parent = identifier.getParent();
    const isOwn =
      Node.isBindingElement(parent) ||
      (Node.isPropertyAssignment(parent) && parent.getNameNode() === identifier) ||
      (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === identifier);
    return isOwn ? [] : [identifier.getText()];
  });
  const words = [...new Set(names)]
    .filter((name) => name !== "auditPolicy")
    .map(importOf)
    .sort();
  return [
    'import { auditPolicy } from "gen-audit";',
    ...(words.length > 0 ? [printImport(words, "gen-audit/kubernetes")] : []),
  ];
}

function printImport(words: readonly string[], from: string): string {
  const behind = ` from ${printText(from)};`;
  const code: Code = { kind: "object", items: words.map((word) => ({ code: word })) };
  return `import ${layOut(code, 0, "import ".length, behind.length)}${behind}`;
}
