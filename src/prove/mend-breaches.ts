import { courseOf, emittedStages, type PolicySupport } from "../kubernetes/index.js";
import {
  LEVELS,
  type Level,
  type PolicyRule,
  type RequestSelector,
  type Stage,
  selectorOf,
} from "../model/index.js";
import { meetSelectors } from "../request-space/index.js";
import type { Bound } from "./bound.js";
import type { Breach } from "./find-breaches.js";
import { type PolicyDraft, withoutStages } from "./policy-draft.js";

/**
 * Changes a draft so that the rules which break bounds no longer get those requests, or record them as is asked; false where
 * there is no way to write that. What comes of it is for the caller to prove.
 */
export function mendBreaches(
  draft: PolicyDraft,
  breaches: readonly Breach[],
  support: PolicySupport,
): boolean {
  // Where two bounds meet in a rule, the stricter one goes first: the lower ceiling, the higher floor.
  const sorted = breaches.toSorted((a, b) => strictness(a.asked) - strictness(b.asked));
  // All origins first: what is put in moves the rules.
  const placed = sorted.map((breach) => ({ breach, origin: draft.originOf(breach.decision?.rule ?? null) }));
  return placed.every(
    ({ breach, origin }) => origin !== undefined && mendBreach(draft, breach, origin, support),
  );
}

function strictness({ atLeast, atMost }: Bound): number {
  return atMost ? LEVELS.indexOf(atMost) : LEVELS.length - LEVELS.indexOf(atLeast ?? "None");
}

function mendBreach(
  draft: PolicyDraft,
  breach: Breach,
  origin: number | null,
  support: PolicySupport,
): boolean {
  const { asked } = breach;
  const rule: PolicyRule = (origin === null ? undefined : draft.rule(origin)) ?? { level: "None" };
  const level = clamp(asked, rule.level);
  const stages =
    level === "None" ? [] : neededStages(breach, [...draft.omitStages, ...(rule.omitStages ?? [])]);
  if (level === rule.level && origin !== null) {
    draft.keepStages(origin, stages);
    return true;
  }
  draft.keepStages(null, stages);
  const recording = (one: Level): PolicyRule => {
    const { omitStages, omitManagedFields } = withoutStages(rule, one === level ? stages : []);
    const hasBody = LEVELS.indexOf(one) >= LEVELS.indexOf("Request");
    return {
      level: one,
      ...(one !== "None" && omitStages && { omitStages }),
      ...(hasBody && omitManagedFields !== undefined && { omitManagedFields }),
    };
  };
  const write = (selectors: readonly RequestSelector[], one: Level): readonly PolicyRule[] | undefined => {
    const met = selectors.flatMap((selector) => meetSelectors(selector, selectorOf(rule), support) ?? []);
    if (met.some(({ isExact }) => !isExact)) return undefined;
    return met.flatMap(({ forms }) => forms.map((selector) => ruleOf(recording(one), selector)));
  };
  const excepted = write(asked.except ?? [], rule.level);
  if (!excepted) return false;
  const taken = write(asked.requests, level);
  if (!taken) return leaveNobody(draft, origin, rule, excepted, recording(level));
  const [only, ...others] = taken;
  if (origin !== null && excepted.length === 0 && others.length === 0 && only && isAll(only, rule, support)) {
    draft.replace(origin, { level });
    draft.keepStages(origin, stages);
    return true;
  }
  draft.insert(origin, [...excepted, ...taken]);
  return taken.length > 0;
}

/** No rule selects requests without a user: one that drops them can leave them to later ones, and the last can take the rest. */
function leaveNobody(
  draft: PolicyDraft,
  origin: number | null,
  rule: PolicyRule,
  excepted: readonly PolicyRule[],
  recording: PolicyRule,
): boolean {
  if (origin === null) {
    draft.insert(null, [...excepted, recording]);
    return true;
  }
  if (rule.users?.length || rule.userGroups?.length) return false;
  draft.insert(origin, excepted);
  draft.replace(origin, { userGroups: ["system:authenticated"] });
  return true;
}

/** The level nearest to one that a bound allows. */
function clamp(asked: Bound, level: Level): Level {
  const least = LEVELS.indexOf(asked.atLeast ?? (asked.stages ? "Metadata" : "None"));
  const most = LEVELS.indexOf(asked.atMost ?? "RequestResponse");
  return LEVELS[Math.min(most, Math.max(least, LEVELS.indexOf(level)))] ?? level;
}

/**
 * Of the stages that are left out of a request like the one that shows it, those that are not to be. Where any would do it is
 * the last, which says how the request ended.
 */
function neededStages({ asked, witness }: Breach, omitted: readonly Stage[]): readonly Stage[] {
  const emitted = witness ? emittedStages(courseOf(witness)) : [];
  const isRecorded = emitted.some(
    (stage) => !omitted.includes(stage) && (asked.atLeast === "Metadata" || stage !== "RequestReceived"),
  );
  const last = asked.atLeast && !isRecorded ? emitted.slice(-1) : [];
  return [...(asked.stages ?? []).filter((stage) => omitted.includes(stage)), ...last];
}

/** The fields in the order in which rules are written. */
function ruleOf({ level, ...recording }: PolicyRule, selector: RequestSelector): PolicyRule {
  const { user: _, ...fields } = selector;
  return { level, ...fields, ...recording };
}

/** Whether a rule takes all that another does, written alike. */
function isAll(one: PolicyRule, rule: PolicyRule, support: PolicySupport): boolean {
  const [written] = meetSelectors(selectorOf(rule), {}, support)?.forms ?? [];
  return JSON.stringify(selectorOf(one)) === JSON.stringify(written);
}
