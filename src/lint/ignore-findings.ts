import {
  type Diagnostic,
  type FieldPath,
  type IgnoredDiagnostic,
  type Location,
  nearMiss,
  type Place,
  SourceText,
} from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { findIgnoreComments, type IgnoreComment } from "./ignore-comments.js";
import { ignoreIncomplete, ignoreOfError, ignoreUnknownCode, ignoreUnused } from "./ignore-diagnostics.js";
import { KNOWN_DIAGNOSTICS } from "./known-diagnostics.js";
import { searchGaveUp } from "./search-gave-up.js";

/** A policy of a text, as `parsePolicy` returns it, with all that has been found. */
export interface LintedPolicy {
  readonly policy?: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly ruleLocations: readonly Location[];
  readonly place: (path: FieldPath) => Place;
}

/** How diagnostics call the text. */
export interface IgnoreOptions {
  /** The name that locations carry; `policy.yaml` if not given. */
  readonly file?: string | undefined;
}

/** Findings, those apart that comments say to leave. */
export interface IgnoredFindings {
  /** What is left, and what there is to say about the comments. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly IgnoredDiagnostic[];
}

/**
 * Takes out of what has been found what comments in the text say to leave: `# gen-audit-ignore CODE[, CODE]: reason`.
 *
 * Behind something, the comment is about its line. On a line of its own it is about the line that follows; above a rule
 * about the whole of that rule; at the head of the text or above a field of the policy, about the policy as a whole. Errors
 * stay, and so does what is said of comments themselves.
 *
 * @example
 * const text = `apiVersion: audit.k8s.io/v1
 * kind: Policy
 * # gen-audit-ignore no-catch-all: only pods matter here
 * rules:
 * - level: Metadata
 *   resources: [{ group: "", resources: [pods] }]
 * `;
 * const parsed = parsePolicy(text);
 * const found = ignoreFindings(text, [{ ...parsed, diagnostics: lintPolicy(parsed) }]);
 * found.diagnostics.some(({ code }) => code === "no-catch-all"); // false
 * found.ignored[0].reason; // only pods matter here
 */
export function ignoreFindings(
  text: string,
  policies: readonly LintedPolicy[],
  options: IgnoreOptions = {},
): IgnoredFindings {
  const source = new SourceText(options.file ?? "policy.yaml", text);
  const comments = findIgnoreComments(source);
  const used = new Map<IgnoreComment, Set<string>>(comments.map((comment) => [comment, new Set()]));
  const left: Diagnostic[] = [];
  const ignored: IgnoredDiagnostic[] = [];
  for (const policy of policies) {
    const fields = fieldLines(policy);
    for (const diagnostic of policy.diagnostics) {
      const about = comments.filter((comment) => isAbout(comment, diagnostic, policy, fields));
      for (const comment of about) used.get(comment)?.add(diagnostic.code);
      const reason = about.at(-1)?.reason; // The last is the nearest.
      if (reason === undefined) left.push(diagnostic);
      else ignored.push({ ...diagnostic, reason });
    }
  }
  const isWhole = policies.every(
    ({ policy, diagnostics }) => policy && !diagnostics.some(({ code }) => code === searchGaveUp.code),
  );
  const said = comments.flatMap((comment) => checkComment(comment, source, used.get(comment), isWhole));
  return { diagnostics: [...left, ...said], ignored };
}

function isAbout(
  comment: IgnoreComment,
  { code, severity, path, location }: Diagnostic,
  { ruleLocations }: LintedPolicy,
  fields: ReadonlySet<number>,
): boolean {
  const { about, reason, isAlone, isHead } = comment;
  if (severity === "error" || reason === "" || !comment.codes.some(({ text }) => text === code)) return false;
  if (about !== undefined && about === location?.line) return true;
  if (!isAlone) return false;
  const rule = /^rules\[(\d+)\]/.exec(path)?.[1];
  if (rule === undefined) return isHead || (about !== undefined && fields.has(about));
  return about !== undefined && ruleLocations[Number(rule)]?.line === about;
}

const FIELDS = ["apiVersion", "kind", "metadata", "omitStages", "omitManagedFields", "rules"];

/** The lines on which fields of the policy itself stand. */
function fieldLines({ place }: LintedPolicy): ReadonlySet<number> {
  const places = FIELDS.map((field) => ({ field, ...place(field) }));
  return new Set(
    places.flatMap(({ field, path, location }) => (field === path && location ? [location.line] : [])),
  );
}

/** What there is to say about a comment. `isWhole`: all that there is has been found. */
function checkComment(
  { range, codes, reason }: IgnoreComment,
  source: SourceText,
  used: ReadonlySet<string> | undefined,
  isWhole: boolean,
): readonly Diagnostic[] {
  const at = ([start, end]: readonly [number, number]): Place => ({
    path: "",
    location: source.locate(start, end),
  });
  if (codes.length === 0) return [ignoreIncomplete(at(range), { lacks: "code" })];
  if (reason === "") return [ignoreIncomplete(at(range), { lacks: "reason" })];
  return codes.flatMap(({ text: written, range: place }) => {
    const known = KNOWN_DIAGNOSTICS.get(written);
    if (!known) {
      return [ignoreUnknownCode(at(place), { written, near: nearMiss(written, KNOWN_DIAGNOSTICS.keys()) })];
    }
    if (known.severity === "error") return [ignoreOfError(at(place), { written })];
    return isWhole && !used?.has(written) ? [ignoreUnused(at(place), { written })] : [];
  });
}
