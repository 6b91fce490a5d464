/** What the query of a list request adds to its attributes. */
export interface ListAttributes {
  readonly watch: boolean;
  /** By `fieldSelector=metadata.name=…`; `""` if it names none. */
  readonly name: string;
}

/**
 * Reads the query of a GET without a name. Where any option cannot be decoded, the field selector is lost with it.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, and the `ListOptions` of `k8s.io/apimachinery`
 */
export function readListOptions(query: ReadonlyMap<string, string>): ListAttributes {
  const watch = query.get("watch");
  const terms = parseFieldSelector(query.get("fieldSelector") ?? "");
  const decodes = [query.get("timeoutSeconds"), query.get("limit")].every(isInt64) && terms !== undefined;
  if (!decodes) {
    return { watch: watch !== undefined && !["false", "0"].includes(watch.toLowerCase()), name: "" };
  }
  const name = terms.find(({ field, equal }) => equal && field === "metadata.name")?.value ?? "";
  return {
    watch: watch !== undefined && watch !== "0" && !/^false$/iu.test(watch),
    name: isPathSegmentName(name) ? name : "",
  };
}

// Upstream: Go strconv, ParseInt(text, 10, 64)
function isInt64(text: string | undefined): boolean {
  if (text === undefined) return true;
  if (!/^[+-]?[0-9]+$/.test(text)) return false;
  const value = BigInt(text.replace("+", ""));
  return value === BigInt.asIntN(64, value);
}

// Upstream: k8s.io/apimachinery, pkg/api/validate/content/path.go, IsPathSegmentName
function isPathSegmentName(name: string): boolean {
  return name !== "." && name !== ".." && !/[/%]/.test(name);
}

interface FieldTerm {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

/** The terms in their upstream order, sorted by their text; undefined if the selector cannot be parsed. */
// Upstream: k8s.io/apimachinery, pkg/fields/selector.go, parseSelector
function parseFieldSelector(selector: string): readonly FieldTerm[] | undefined {
  const terms: FieldTerm[] = [];
  for (const text of splitTerms(selector).sort(byCodePoint)) {
    if (text === "") continue;
    const operator = /!=|==|=/.exec(text);
    if (!operator) return undefined;
    const value = unescapeValue(text.slice(operator.index + operator[0].length));
    if (value === undefined) return undefined;
    terms.push({ field: text.slice(0, operator.index), equal: operator[0] !== "!=", value });
  }
  return terms;
}

/** At each comma that no backslash stands before. */
function splitTerms(selector: string): string[] {
  return selector === ""
    ? []
    : (selector.match(/(?:^|,)(?:\\[\s\S]|\\$|[^\\,])*/g) ?? []).map((term) => term.replace(/^,/, ""));
}

/** Undefined for an escape that there is not, and for a sign that has to be escaped. */
function unescapeValue(text: string): string | undefined {
  return /^(?:\\[\\,=]|[^\\,=])*$/.test(text) ? text.replace(/\\([\\,=])/g, "$1") : undefined;
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at === -1) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
