import { type DiagnosticFactory, defineDiagnostic, type FieldPath } from "../diagnostic.js";

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
    return `${catchAll}${named} matches every request, so ${list(groups)} never ${count === 1 ? "applies" : "apply"}`;
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
    return `put ${list(behind.map((group) => group.source))} before ${source}, or ${drop}`;
  },
});

function range(rules: readonly FieldPath[]): string {
  const [first = "", last = first] = [rules[0], rules.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

function list(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
}
