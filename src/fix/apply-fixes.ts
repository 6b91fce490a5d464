import type { Diagnostic } from "../diagnostics/index.js";
import type { RequestAttributes } from "../model/index.js";
import { planChanges, type TextChange } from "../patch/index.js";
import { type FixablePolicy, type FixOptions, type OfferedFix, type State, tryFixes } from "./try-fixes.js";

/** A fix that was applied. */
export interface AppliedFix {
  /** The finding that offered it, where it stood when the fix was applied. */
  readonly diagnostic: Diagnostic;
  readonly title: string;
}

/** A fix that was not applied, and why. */
export interface RefusedFix extends AppliedFix {
  readonly reason: string;
  /** A request that would be decided otherwise, and is not meant to be. */
  readonly witness?: RequestAttributes | undefined;
}

/** A text with the fixes that could be applied. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  /** Fixes that are still offered, and why they are not applied. */
  readonly refused: readonly RefusedFix[];
}

/**
 * Applies the fixes that findings offer, until none is left that can be. Each is kept only if it is proved: the text that
 * it leaves reads back as the edited policy, and that decides every request as before, or where the fix names requests that it
 * changes, every other one.
 *
 * `find` reads the policies of a text and says what is wrong with them; it is asked again for each text that fixes leave.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const text = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n- level: Metadata # again\n";
 * const find = (changed: string) =>
 *   parsePolicies(changed).map((parsed) => ({ ...parsed, diagnostics: lintPolicy(parsed) }));
 * const fixed = applyFixes(text, find);
 * fixed.applied[0].title; // delete rules[1]
 * fixed.text.endsWith("rules:\n- level: Metadata\n"); // true
 */
export function applyFixes(
  text: string,
  find: (text: string) => readonly FixablePolicy[],
  options: FixOptions = {},
): FixedText {
  const applied: AppliedFix[] = [];
  const refused: RefusedFix[] = [];
  let state: State = { text, policies: find(text) };
  for (let index = 0; index < state.policies.length; index++) {
    for (let round = 1; ; round++) {
      const result = fixOnce(state, index, options);
      if (result.text !== undefined) {
        state = { text: result.text, policies: find(result.text) };
        applied.push(...result.applied);
        if (round < MOST_ROUNDS) continue;
      }
      refused.push(...(result.refused ?? []));
      break;
    }
  }
  return { text: state.text, applied, refused };
}

/** More than any policy needs: fixes that undo each other would go on for ever. */
const MOST_ROUNDS = 100;

type Round =
  | { readonly text: string; readonly applied: readonly AppliedFix[]; readonly refused?: undefined }
  | { readonly text?: undefined; readonly refused: readonly RefusedFix[] };

/**
 * Applies the fixes of a policy that go together. Of those that exclude each other the one for the later rule is taken: what
 * stands further up comes first for the API server, too.
 */
function fixOnce(state: State, index: number, options: FixOptions): Round {
  const offered = (state.policies[index]?.diagnostics ?? []).flatMap((diagnostic) =>
    diagnostic.fix ? [{ diagnostic, fix: diagnostic.fix }] : [],
  );
  const apart = chooseApart(state, index, offered);
  const all = apart.length > 1 ? tryFixes(state, index, apart, options) : undefined;
  if (all?.text !== undefined) return { text: all.text, applied: apart.map(describe) };
  const chosen: OfferedFix[] = [];
  const refused: RefusedFix[] = [];
  let fixed: string | undefined;
  for (const one of [...offered].sort((a, b) => ruleOf(b) - ruleOf(a))) {
    if (chosen.length > 0 && !apart.includes(one)) continue; // Its turn comes in the next round.
    const attempt = tryFixes(state, index, [...chosen, one], options);
    if (attempt.text !== undefined) {
      fixed = attempt.text;
      chosen.push(one);
      continue;
    }
    const { reason, witness } = attempt;
    refused.push({ ...describe(one), reason, ...(witness && { witness }) });
  }
  return fixed === undefined
    ? { refused }
    : { text: fixed, applied: offered.filter((one) => chosen.includes(one)).map(describe) };
}

function ruleOf({ diagnostic: { path } }: OfferedFix): number {
  return Number(/^rules\[(\d+)\]/.exec(path)?.[1] ?? -1);
}

function describe({ diagnostic, fix: { title } }: OfferedFix): AppliedFix {
  return { diagnostic, title };
}

/** Fixes of which no two touch the same text. */
function chooseApart(
  { text, policies }: State,
  index: number,
  offered: readonly OfferedFix[],
): readonly OfferedFix[] {
  const source = policies[index]?.source;
  if (!source) return [];
  const taken: TextChange[] = [];
  return offered.filter(({ fix: { edits } }) => {
    const { changes } = planChanges(text, source, edits);
    if (!changes || changes.some((change) => taken.some((other) => doTouch(change, other)))) return false;
    taken.push(...changes);
    return true;
  });
}

function doTouch(a: TextChange, b: TextChange): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
