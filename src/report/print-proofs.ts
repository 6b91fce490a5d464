import { type FieldPath, type Location, type Place, printable } from "../diagnostics/index.js";
import { LEVELS, type Policy } from "../model/index.js";
import type { Bound, Breach, Mend, PolicyChange, Proof } from "../prove/index.js";
import { printRequest } from "../request/index.js";
import { printDecision } from "./print-explanation.js";
import { printRule, type RuleSource, writeRules } from "./print-rule.js";

/** The policy that proofs are about. */
export interface ProvedSource extends RuleSource {
  /** The name of its file, or of the preset. */
  readonly name: string;
  /** Where a field stands; without it the rule is shown as `printPolicy` writes it. */
  readonly place?: (path: FieldPath) => Place;
}

/**
 * Proofs as text: one line for each guarantee and, of one that is broken, for each rule that breaks it a request, what is
 * recorded of it and the lines it is about; then what would mend it.
 *
 * @example
 * const { policy } = getPreset("gce-upstream");
 * const proofs = ["no-token-bodies", "exec-recorded"].map((name) => proveGuarantee(policy, guarantee(name)));
 * printProofs(proofs, { policy, name: "gce-upstream" });
 * // proved   no-token-bodies  Tokens that are given out or asked about stay out of the log
 * // proved   exec-recorded    Each command in a container, attachment to one and forwarded port is recorded
 */
export function printProofs(proofs: readonly Proof[], source: ProvedSource): string {
  const width = Math.max(0, ...proofs.map(({ guarantee }) => guarantee.length));
  return proofs.map((proof) => `${printProof(proof, width, source).map(printable).join("\n")}\n`).join("");
}

/** `3 guarantees: 2 proved, 1 broken`. */
export function summarizeProofs(proofs: readonly Proof[]): string {
  const counts = (["proved", "broken", "unknown"] as const)
    .map((result) => [proofs.filter((proof) => proof.result === result).length, result] as const)
    .filter(([count]) => count > 0);
  const { length } = proofs;
  return `${length} ${length === 1 ? "guarantee" : "guarantees"}: ${counts.map((one) => one.join(" ")).join(", ")}`;
}

const HEADS: Readonly<Record<Proof["result"], string>> = {
  proved: "proved ",
  broken: "BROKEN ",
  unknown: "unknown",
};

function printProof(proof: Proof, width: number, source: ProvedSource): readonly string[] {
  const { guarantee, title, result, breaches, mends, provedBy, witness } = proof;
  const head =
    `${HEADS[result]}  ${guarantee.padEnd(title === undefined ? 0 : width)}  ${title ?? ""}`.trimEnd();
  if (result === "unknown") return [head, note("help", "the search ended at its limit; --limit raises it")];
  if (result === "proved") return [head, ...(witness ? [note("request", printRequest(witness))] : [])];
  const isMended = ({ bound }: Breach): boolean => mends.some(({ bounds }) => bounds.includes(bound));
  return [
    head,
    ...breaches.flatMap((breach, index) => [
      ...printBreach(breach, breaches[index - 1], source),
      ...(isMended(breach) ? [] : [note("help", advise(breach))]),
    ]),
    ...mends.flatMap((mend) => printMend(mend, breaches)),
    ...(provedBy ? [note("note", "of the requests that clusters see it is proved: --reading real")] : []),
  ];
}

function printBreach(breach: Breach, previous: Breach | undefined, source: ProvedSource): readonly string[] {
  const { asked, witness, decision } = breach;
  const place = placeOf(breach, source);
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  // The lines of a rule that breaks several bounds are shown once.
  const isShown = previous?.decision && previous.decision.rule === decision?.rule;
  return [
    `  ${where}${describeBreach(breach, source)}`,
    ...(isShown ? [] : printLines(breach, place, source)),
    ...(asked.title === undefined ? [] : [note("asked", asked.title)]),
    ...(witness ? [note("request", printRequest(witness))] : []),
    ...(decision ? [note("decision", printDecision({ decision }))] : []),
  ];
}

function printLines(
  { decision }: Breach,
  place: Location | undefined,
  source: ProvedSource,
): readonly string[] {
  if (place) return place.frame.split("\n");
  return decision?.rule == null ? [] : printRule(decision.rule, source);
}

/** `rules[12] records RequestResponse, and at most Request is asked for` */
function describeBreach(breach: Breach, { name, place }: ProvedSource): string {
  const { asked, decision } = breach;
  const cause = causeOf(breach);
  if (!decision)
    return `${name} records none of the requests, and ${describeAsked(asked, cause)} is asked for`;
  const { rule, level, omitStages } = decision;
  const what = rule === null ? "no rule" : `rules[${rule}]${place ? "" : ` of ${name}`}`;
  const does =
    rule === null
      ? "takes the request"
      : cause === "stages"
        ? `leaves out ${omitStages.join(", ")}`
        : `records ${level === "None" ? "nothing" : level}`;
  return `${what} ${does}, and ${describeAsked(asked, cause)} is asked for`;
}

function describeAsked({ atLeast, atMost, stages, some }: Bound, cause: "level" | "stages"): string {
  const least =
    cause === "level" || some ? `at least ${atLeast}` : atLeast === "Metadata" ? "an event" : "a body";
  return [
    ...(atLeast ? [some ? `${least} of one` : least] : []),
    ...(atMost ? [`at most ${atMost}`] : []),
    ...(stages ? [`an event at ${stages.join(", ")}`] : []),
  ].join(" and ");
}

/** Whether it is the level that is not as asked, or what is left out at that level. */
function causeOf({ asked, decision }: Breach): "level" | "stages" {
  const at = LEVELS.indexOf(decision?.level ?? "None");
  const least = LEVELS.indexOf(asked.atLeast ?? (asked.stages ? "Metadata" : "None"));
  const most = LEVELS.indexOf(asked.atMost ?? "RequestResponse");
  return at < least || at > most ? "level" : "stages";
}

/** Of a left-out stage, the list that has it; the rule's own if both do. */
function placeOf(breach: Breach, { policy, place }: ProvedSource): Location | undefined {
  const { decision } = breach;
  if (!place || decision?.rule == null) return undefined;
  const rule = `rules[${decision.rule}]`;
  if (causeOf(breach) === "level") return place(`${rule}.level`).location;
  return place(omitsItself(policy, decision.rule) ? `${rule}.omitStages` : "omitStages").location;
}

function omitsItself({ rules }: Policy, rule: number): boolean {
  return (rules[rule]?.omitStages?.length ?? 0) > 0;
}

/** What to do where no change is proved to mend it. */
function advise({ asked, decision, witness }: Breach): string {
  if (!decision) return "add a rule that records: `- level: Metadata`";
  const where = decision.rule === null ? "in a rule" : `in a rule above rules[${decision.rule}]`;
  if (witness && !witness.user)
    return "no rule with users or userGroups takes a request without a user: leave it to a rule without these that records it";
  const { atLeast, atMost, stages } = asked;
  const how = [
    ...(atLeast ? [`at ${atLeast} or above`] : []),
    ...(atMost ? [`at ${atMost} or below`] : []),
    ...(stages ? [`with an event at ${stages.join(", ")}`] : []),
  ];
  return `record such requests ${how.join(" and ")} ${where}`;
}

function printMend({ bounds, changes }: Mend, breaches: readonly Breach[]): readonly string[] {
  const broken = new Set(breaches.map(({ bound }) => bound));
  const isAll = [...broken].every((bound) => bounds.includes(bound));
  const titles = [
    ...new Set(breaches.filter(({ bound }) => bounds.includes(bound)).map(({ asked }) => asked.title)),
  ];
  const of = isAll ? "" : ` of ${titles.map((title) => `"${title}"`).join(", ")}`;
  return changes.flatMap((change) => [note(`mend${of}`, change.title), ...printChange(change)]);
}

function printChange(change: PolicyChange): readonly string[] {
  return "insert" in change ? writeRules(change.insert) : [];
}

function note(label: string, text: string): string {
  return `  ${label}: ${text}`;
}
