import { Document, isSeq, type Node, type Scalar, visit } from "yaml";
import { invariant } from "../diagnostics/index.js";
import { type GroupResources, POLICY_API_VERSION, type Policy, type PolicyRule } from "../model/index.js";

/** What stands in the text beside the policy. */
export interface PrintPolicyOptions {
  /** Stands above the rule of the same index. */
  readonly comments?: readonly (string | undefined)[];
  /** Stands above the policy. */
  readonly header?: string;
  /** What the text says its API version is: `audit.k8s.io/v1beta1` for Kubernetes 1.8 to 1.11, which know no other. */
  readonly apiVersion?: "audit.k8s.io/v1" | "audit.k8s.io/v1beta1";
}

/**
 * A policy as canonical YAML: fixed key order, `""` for the core group, empty lists left out,
 * strings quoted wherever YAML 1.1 or 1.2 would read them as something else.
 * The same policy gives the same bytes, and `parsePolicy` gives the policy back.
 *
 * @example
 * printPolicy({ apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] });
 * // apiVersion: audit.k8s.io/v1
 * // kind: Policy
 * // rules:
 * //   - level: Metadata
 */
export function printPolicy(policy: Policy, options: PrintPolicyOptions = {}): string {
  return printDocument(policyDocument(policy, options));
}

/** How all YAML of this library is laid out. */
export function printDocument(document: Document): string {
  // With it, `yaml` writes "<<" plain whatever else is said of it, and Talos' reader leaves such an entry of a list out.
  document.schema.tags = document.schema.tags.filter(({ tag }) => tag !== MERGE_TAG);
  visit(document, { Scalar: (_, scalar) => quoteWhereNeeded(scalar) });
  return document
    .toString({ lineWidth: 0, indent: 2, indentSeq: true })
    .replace(NEEDS_ESCAPE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The policy as a YAML document, for putting it into another one. */
export function policyDocument(policy: Policy, options: PrintPolicyOptions = {}): Document {
  const { comments = [], header, apiVersion = POLICY_API_VERSION } = options;
  // YAML 1.1 is what kube-apiserver reads: `no` and `on` come out quoted, which a 1.2 reader takes as well.
  const document = new Document(canonicalPolicy(policy, apiVersion), YAML_OPTIONS);
  if (header !== undefined && document.contents) document.contents.commentBefore = commentText(header);
  const rules = document.get("rules");
  invariant(isSeq<Node>(rules), "a policy has a list of rules");
  for (const [index, rule] of rules.items.entries()) {
    const comment = comments[index];
    if (comment === undefined) continue;
    rule.commentBefore = commentText(comment);
    if (index > 0) rule.spaceBefore = true;
  }
  return document;
}

const MERGE_TAG = "tag:yaml.org,2002:merge";

const YAML_OPTIONS = { version: "1.1", aliasDuplicateObjects: false } as const;

/** What YAML 1.1 takes for a line break, and what kube-apiserver's reader refuses or drops when it stands there raw. */
const NEEDS_ESCAPE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * `yaml` quotes what it would itself read as something else than a string. kube-apiserver's reader goes further:
 * `0o7` and `1_000` are numbers to it, `<<` a merge.
 *
 * Upstream: go.yaml.in/yaml/v2, resolve.go, resolve; readerc.go
 */
function quoteWhereNeeded(scalar: Scalar): void {
  if (typeof scalar.value !== "string" || scalar.type === "BLOCK_LITERAL") return;
  if (
    /^[~<=]|^[-+]?[.\d][\d_.:a-fxo+-]*$/i.test(scalar.value) ||
    /[\n\r]/.test(scalar.value) ||
    scalar.value.search(NEEDS_ESCAPE) !== -1
  ) {
    scalar.type = "QUOTE_DOUBLE";
  }
}

/** Each line of a comment begins with a space: `# text`. */
export function commentText(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => ` ${line}`.trimEnd())
    .join("\n");
}

function canonicalPolicy(policy: Policy, apiVersion: string): Record<string, unknown> {
  return {
    apiVersion,
    kind: policy.kind,
    ...(policy.metadata && { metadata: policy.metadata }),
    ...list("omitStages", policy.omitStages),
    ...(policy.omitManagedFields !== undefined && { omitManagedFields: policy.omitManagedFields }),
    rules: policy.rules.map(canonicalRule),
  };
}

function canonicalRule(rule: PolicyRule): Record<string, unknown> {
  return {
    level: rule.level,
    ...list("users", rule.users),
    ...list("userGroups", rule.userGroups),
    ...list("verbs", rule.verbs),
    ...list("resources", rule.resources?.map(canonicalResources)),
    ...list("namespaces", rule.namespaces),
    ...list("nonResourceURLs", rule.nonResourceURLs),
    ...list("omitStages", rule.omitStages),
    ...(rule.omitManagedFields !== undefined && { omitManagedFields: rule.omitManagedFields }),
  };
}

function canonicalResources(entry: GroupResources): Record<string, unknown> {
  return {
    group: entry.group,
    ...list("resources", entry.resources),
    ...list("resourceNames", entry.resourceNames),
  };
}

/** An empty list means the same as none, and reads as if it meant "nothing". */
function list(key: string, values: readonly unknown[] | undefined): Record<string, unknown> {
  return values && values.length > 0 ? { [key]: [...values] } : {};
}
