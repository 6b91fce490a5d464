import {
  type Diagnostic,
  documentEmpty,
  type FieldPath,
  firstDocumentEmpty,
  hasFatalError,
  type Location,
  noPolicyFound,
  otherDocuments,
  type Place,
  type PolicySource,
  policyInList,
  policyNotFirst,
  type SourceComment,
  SourceText,
  severalPolicies,
  tooManyDiagnostics,
} from "../diagnostics/index.js";
import { printVersion, type Version } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import { requireRelease, validatePolicy } from "../validate/index.js";
import { checkType } from "./check-type.js";
import { commentsOf } from "./comments-of.js";
import { decodePolicy } from "./decode-policy.js";
import { describeYamlProblem } from "./describe-yaml-problem.js";
import { describeObject, findCandidates, isPolicy, looksLikePolicy } from "./find-policies.js";
import type { MapNode, Range, ScalarNode } from "./node.js";
import { prepareText, refuseLargeText, replaceDashes } from "./prepare-text.js";
import { type ReadText, readText } from "./read-text.js";
import { type Locate, linesOf, linesOfScalar, locateIn, locateInScalar } from "./text-place.js";

/** How a text is read. */
export interface ParsePolicyOptions {
  /** The name that locations carry; `policy.yaml` if not given. */
  readonly file?: string | undefined;
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}

/** A policy read from a text. */
export interface ParsedPolicy {
  /** Absent exactly when a diagnostic is an error that was not recovered. */
  readonly policy?: Policy;
  readonly diagnostics: readonly Diagnostic[];
  /** Where in its file the policy stands: `""` if it is the file, else a path such as `spec.fileAssets[0].content`. */
  readonly path: string;
  /** The line that says what it is; absent where no policy is found. */
  readonly location?: Location;
  /** The comment above each rule, if there is one. */
  readonly comments: readonly (string | undefined)[];
  /** Where each rule stands, from its first character to its last; none where no policy is found. */
  readonly ruleLocations: readonly Location[];
  /** Where a field of the policy stands: `rules[3].verbs[0]`; one that is not there is placed at what should hold it. */
  readonly place: (path: FieldPath) => Place;
  /** What it takes to change the policy where it stands; absent where no policy is found. */
  readonly source?: PolicySource;
}

/** What is known of a text without a policy. */
const NOTHING_READ = {
  comments: [],
  ruleLocations: [],
  place: (path: FieldPath): Place => ({ path }),
} as const;

/**
 * Reads the one audit policy of a YAML or JSON text: the file that kube-apiserver is given, or any file with a policy in it
 * (a ConfigMap, a kOps Cluster, a KubeadmControlPlane, a machine config). Accepts and refuses what kube-apiserver of the given
 * release does, and says where and why. Nothing is thrown because of the text.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/reader.go`, `LoadPolicyFromBytes`
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy, diagnostics } = parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n");
 * policy; // undefined
 * diagnostics[0].message; // unknown level "metadata"; did you mean "Metadata"?
 */
export function parsePolicy(text: string, options: ParsePolicyOptions = {}): ParsedPolicy {
  const found = parsePolicies(text, options);
  const [only] = found;
  if (only && found.length === 1) return only;
  const [first, ...others] = found;
  const related = others.slice(0, 4).map(({ path, location }) => ({
    message: `another is ${path || "a document"}`,
    ...(location && { location }),
  }));
  const place = { path: "", related, ...(first?.location && { location: first.location }) };
  const paths = found.map(({ path }) => path);
  return { diagnostics: [severalPolicies(place, { paths })], path: "", ...NOTHING_READ };
}

/**
 * Reads every audit policy that stands in a text, in order; one without a policy, and with the reason, if there is none.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const text = `
 * apiVersion: v1
 * kind: ConfigMap
 * metadata: { name: audit }
 * data:
 *   policy.yaml: |
 *     apiVersion: audit.k8s.io/v1
 *     kind: Policy
 *     rules: [{ level: Metadata }]
 * `;
 * parsePolicies(text).map(({ path }) => path); // ["data.policy.yaml"]
 */
export function parsePolicies(text: string, options: ParsePolicyOptions = {}): readonly ParsedPolicy[] {
  const file = options.file ?? "policy.yaml";
  const release = requireRelease(options.kubernetesVersion);
  const tooLarge = refuseLargeText(text, file);
  if (tooLarge) return [{ diagnostics: [tooLarge], path: "", ...NOTHING_READ }];
  const source = new SourceText(file, text);
  const input = { text, source, locate: locateIn(source), lines: () => linesOf(source), path: "", release };
  return parseText({ ...input, depth: 0 }).map(limitDiagnostics);
}

/** One text: the file, or a string in it. */
interface TextInput {
  readonly text: string;
  readonly source: SourceText;
  readonly locate: Locate;
  readonly lines: PolicySource["lines"];
  /** Where the text stands in the file. */
  readonly path: string;
  readonly release: Version;
  /** How many strings it is inside of. */
  readonly depth: number;
  readonly isJson?: boolean;
}

function parseText(input: TextInput): ParsedPolicy[] {
  const { isReadable, diagnostics } = prepareText(input.text, input.locate);
  if (!isReadable) return [{ diagnostics, path: input.path, ...NOTHING_READ }];
  const asItIs = parsePrepared(input, diagnostics);
  const isRefused = asItIs.some((parsed) => parsed.diagnostics.some(({ severity }) => severity === "error"));
  const repaired = isRefused ? replaceDashes(input.text, input.locate) : undefined;
  if (!repaired) return asItIs;
  return parsePrepared({ ...input, text: repaired.text }, [...diagnostics, repaired.diagnostic]);
}

function parsePrepared(input: TextInput, notes: readonly Diagnostic[]): ParsedPolicy[] {
  const { text, locate, path } = input;
  const failed = (diagnostic: Diagnostic): ParsedPolicy[] => [
    { diagnostics: [...notes, diagnostic], path, ...NOTHING_READ },
  ];
  const read = readText(text, locate);
  const [first] = read.documents;
  if (first?.root && (isPolicy(first.root) || looksLikePolicy(first.root))) {
    const more = read.json ? [read.json] : checkOtherDocuments(read, locate);
    return [parseRoot({ ...input, isJson: read.isJson }, first.root, [...notes, ...more], first.comments)];
  }
  const policies = parseInside(input, read, notes);
  if (policies.length > 0) return policies;
  if (read.problem) return failed(read.json ?? describeYamlProblem(read.problem, text, locate));
  const root = read.documents.find((document) => document.root)?.root;
  if (!root) return failed(documentEmpty(whole(input), {}));
  const range = root.kind === "map" ? (root.entries.get("kind")?.key ?? root.range) : root.range;
  const place = { path: "", location: locate(firstLine(range, text)) };
  return failed(noPolicyFound(place, { found: describeObject(root) }));
}

/** Policies below the roots of the documents, and those that are the root of a later one. */
function parseInside(input: TextInput, stream: ReadText, notes: readonly Diagnostic[]): ParsedPolicy[] {
  const policies: ParsedPolicy[] = [];
  for (const [index, { root, range, comments }] of stream.documents.entries()) {
    if (!root) continue;
    if (isPolicy(root)) {
      const place = { path: "", location: input.locate([range[0], range[0] + 1]) };
      const earlier = stream.documents.slice(0, index).some((document) => document.root);
      const misplaced = earlier
        ? policyNotFirst(place, { document: index + 1 })
        : firstDocumentEmpty(place, {});
      policies.push(parseRoot(input, root, [...notes, misplaced], comments));
      continue;
    }
    for (const candidate of findCandidates(root)) {
      const path = input.path === "" ? candidate.path : `${input.path}: ${candidate.path}`;
      if (candidate.kind === "text") policies.push(...parseScalar(input, candidate.node, path));
      else {
        const place = {
          path: "",
          location: input.locate(candidate.node.entries.get("kind")?.key ?? candidate.node.range),
        };
        const listed = candidate.inList ? [policyInList(place, { path: candidate.path })] : [];
        const inside = commentsOf(candidate.node.range, comments, input.text);
        policies.push(parseRoot({ ...input, path }, candidate.node, [...notes, ...listed], inside));
      }
    }
  }
  return policies;
}

/** A string that is a file of its own to kube-apiserver, once a tool has written it to the node. */
function parseScalar(outer: TextInput, node: ScalarNode, path: string): ParsedPolicy[] {
  if (outer.depth >= 3 || typeof node.value !== "string") return [];
  const source = new SourceText(outer.source.file, node.value);
  const locate = locateInScalar(node, outer.source, source, outer.locate);
  const { release, depth } = outer;
  const lines = (): ReturnType<TextInput["lines"]> =>
    linesOfScalar(node, outer.source, source, outer.lines());
  const input = { text: node.value, source, locate, lines, path, release, depth: depth + 1 };
  // A comment or a script may name a policy without being one.
  return parseText(input).filter(
    ({ diagnostics }) => !diagnostics.some(({ code }) => code === noPolicyFound.code),
  );
}

function parseRoot(
  input: TextInput,
  root: MapNode,
  notes: readonly Diagnostic[],
  comments: readonly SourceComment[],
): ParsedPolicy {
  const decoded = decodePolicy(root, input.locate);
  const diagnostics = [
    ...notes,
    ...checkType(root, input.release, input.isJson === true, input.locate),
    ...decoded.diagnostics,
    ...validatePolicy(decoded.policy, {
      kubernetesVersion: printVersion(input.release),
      place: decoded.place,
    }),
  ].filter(unlessRepeated());
  return {
    // validatePolicy has found every level and stage to be one of the API's.
    ...(!hasFatalError(diagnostics) && { policy: decoded.policy as Policy }),
    diagnostics: diagnostics.sort(byPlace),
    path: input.path,
    location: input.locate(root.entries.get("kind")?.key ?? root.range),
    comments: decoded.comments,
    ruleLocations: ruleRanges(root).map(input.locate),
    place: decoded.place,
    source: { text: input.source.text, root, comments, lines: input.lines },
  };
}

function ruleRanges(root: MapNode): readonly Range[] {
  const rules = root.entries.get("rules")?.value;
  return rules?.kind === "list" ? rules.items.map(({ range }) => range) : [];
}

function checkOtherDocuments({ documents, problem }: ReadText, locate: Locate): Diagnostic[] {
  const others = documents.slice(1).filter(({ root }) => root);
  const count = others.length + (problem ? 1 : 0);
  if (count === 0) return [];
  const [start] = others[0]?.range ?? problem?.range ?? [0, 0];
  return [otherDocuments({ path: "", location: locate([start, start + 1]) }, { count })];
}

function whole({ locate }: TextInput): { path: ""; location: ReturnType<Locate> } {
  return { path: "", location: locate([0, 1]) };
}

function firstLine([start, end]: Range, text: string): Range {
  const lineEnd = text.indexOf("\n", start);
  return [start, lineEnd === -1 ? end : Math.min(end, lineEnd)];
}

/** The same thing said of one place by the type check and the value check is said once, the type check first. */
function unlessRepeated(): (diagnostic: Diagnostic) => boolean {
  const errors = new Set<string>();
  return ({ severity, path }) => {
    if (severity !== "error" || path === "") return true;
    const isNew = !errors.has(path);
    errors.add(path);
    return isNew;
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0)
  );
}

const MAX_DIAGNOSTICS = 1000;

/** Errors are the last to be left out, so that a policy is never absent without one. */
function limitDiagnostics(parsed: ParsedPolicy): ParsedPolicy {
  const left = parsed.diagnostics.length - MAX_DIAGNOSTICS;
  if (left <= 0) return parsed;
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  const others = parsed.diagnostics.filter(({ severity }) => severity !== "error");
  const shown = [...errors, ...others].slice(0, MAX_DIAGNOSTICS).sort(byPlace);
  return {
    ...parsed,
    diagnostics: [...shown, tooManyDiagnostics({ path: "" }, { shown: MAX_DIAGNOSTICS, left })],
  };
}
