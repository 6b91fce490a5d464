import { type DiagnosticFactory, defineDiagnostic, type FieldPath } from "../diagnostic.js";
import { listWords } from "../list-words.js";

/** What is said of rules by where they come from, once several policies have become one. */

/** Rules of one source that stand next to each other, in their order. */
interface RulesOfSource {
  readonly source: string;
  readonly rules: readonly FieldPath[];
}

export const rulesAfterCatchAll: DiagnosticFactory<{
  /** The place of the catch-all in the composed policy. */
  catchAll: FieldPath;
  source: string;
  /** Where the source ends with the catch-all and only others follow: how many rules it has. */
  endsSourceOf?: number | undefined;
  behind: readonly RulesOfSource[];
  /** Whether a rule behind it matches every request, too. */
  anotherBehind: boolean;
}> = defineDiagnostic({
  code: "rules-after-catch-all",
  severity: "warning",
  title: "Rules stand behind one that matches every request",
  message: ({ catchAll, source, endsSourceOf, behind }) => {
    const named = endsSourceOf === undefined ? "" : `, the last rule of ${source},`;
    const severalSources = behind.some((group) => group.source !== source);
    const groups = behind.map((group) => range(group.rules) + (severalSources ? ` (${group.source})` : ""));
    const count = behind.reduce((sum, { rules }) => sum + rules.length, 0);
    return `${catchAll}${named} matches every request, so ${listWords(groups)} never ${count === 1 ? "applies" : "apply"}`;
  },
  help: ({ catchAll, source, endsSourceOf, behind, anotherBehind }) => {
    if (endsSourceOf === undefined) {
      return anotherBehind
        ? `drop ${catchAll}, or the rules behind it`
        : `move ${catchAll} to the end, or drop it`;
    }
    const drop = endsSourceOf === 1 ? `leave out ${source}` : `drop the last rule of ${source}`;
    // With a catch-all of their own the others would only turn the tables.
    if (anotherBehind) return drop;
    return `put ${listWords(behind.map((group) => group.source))} before ${source}, or ${drop}`;
  },
});

function range(rules: readonly FieldPath[]): string {
  const [first = "", last = first] = [rules[0], rules.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

/** What is said of limits that a policy is to be kept within. */

export const floorAboveCeiling: DiagnosticFactory<LimitConflict> = defineDiagnostic({
  code: "floor-above-ceiling",
  severity: "error",
  title: "A floor asks for more than a ceiling allows of the same requests",
  message: ({ floor, ceilings }) =>
    `${floor} can hold for no request: ${allow(ceilings)} less of each of them`,
  help: ({ floor }) => `leave out ${floor}, or ask it of other requests`,
});

export const ceilingWins: DiagnosticFactory<LimitConflict> = defineDiagnostic({
  code: "ceiling-wins",
  severity: "warning",
  title: "A ceiling keeps some requests of a floor below it",
  message: ({ floor, ceilings }) => `${floor} does not hold where ${allow(ceilings)} less`,
  help: ({ floor }) => `nothing needs to be done if that is meant: what is left of ${floor} holds`,
});

function allow(ceilings: readonly string[]): string {
  return `${listWords(ceilings)} ${ceilings.length === 1 ? "allows" : "allow"}`;
}

interface LimitConflict {
  readonly floor: string;
  /** Those that are lower. */
  readonly ceilings: readonly string[];
}

export const limitMatchesNothing: DiagnosticFactory<{ readonly name: string }> = defineDiagnostic({
  code: "limit-matches-nothing",
  severity: "error",
  title: "A floor or ceiling is about no request",
  message: ({ name }) => `${name} is about no request that a cluster sees`,
  help: () => "check its verbs, resources, users and groups against each other",
});

export const limitWithoutEffect: DiagnosticFactory<{ readonly name: string; readonly level: string }> =
  defineDiagnostic({
    code: "limit-without-effect",
    severity: "error",
    title: "A floor or ceiling asks for what is so of every request",
    message: ({ name, level }) =>
      `${name} asks for nothing: no level is ${level === "None" ? "below None" : `above ${level}`}`,
    help: ({ level }) =>
      level === "None"
        ? "a floor is Metadata, Request or RequestResponse"
        : "a ceiling is None, Metadata or Request",
  });
