import { isTimestamp } from "./go-time.js";

/**
 * What a YAML scalar is once kube-apiserver has turned the text into JSON: a number that JSON then writes as an integer is a
 * bigint.
 */
export type ScalarValue = string | number | bigint | boolean | null;

/** A scalar that contradicts its own tag (`!!int x`). */
export class UnresolvableScalar extends Error {}

const TAG_PREFIX = "tag:yaml.org,2002:";
const WORDS: ReadonlyMap<string, ScalarValue> = new Map([
  ...words(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"], true),
  ...words(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"], false),
  ...words(["", "~", "null", "Null", "NULL"], null),
  ...words([".nan", ".NaN", ".NAN"], Number.NaN),
  ...words([".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"], Number.POSITIVE_INFINITY),
  ...words(["-.inf", "-.Inf", "-.INF"], Number.NEGATIVE_INFINITY),
]);
const INTEGER = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** What is a float behind a point, where underscores stay. */
const FRACTION = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;
const MAX_UINT64 = 2n ** 64n - 1n;
const MIN_INT64 = -(2n ** 63n);
/** From here on encoding/json writes a float with an exponent. */
const MAX_WITHOUT_EXPONENT = 1e21;

/** What a value is taken for, which a tag has to agree with. */
type Kind = "str" | "bool" | "null" | "int" | "float";

/**
 * The value of a plain scalar, by the YAML 1.1 rules that kube-apiserver's reader has (`no` is false, `0o7` and `1_0` are
 * numbers; a date stays a string), or of any scalar that carries a tag.
 *
 * Upstream: go.yaml.in/yaml/v2, resolve.go, resolve; decode.go, scalar
 */
export function resolveScalar(text: string, tag?: string): ScalarValue {
  const short = tag?.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : tag;
  switch (short) {
    case undefined:
      return toJson(resolvePlain(text).value);
    case "bool":
    case "int":
    case "float":
    case "null": {
      const { kind, value } = resolvePlain(text);
      // An integer is a float, too, as long as it fits int64.
      const fits = kind === short || (short === "float" && kind === "int" && isInt64(value));
      if (fits) return toJson(value);
      throw new UnresolvableScalar(`cannot decode !!${kind} \`${text}\` as a !!${short}`);
    }
    case "timestamp":
      if (isTimestamp(text)) return text;
      throw new UnresolvableScalar(`cannot decode \`${text}\` as a !!timestamp`);
    case "binary":
      return decodeBase64(text);
    default: // !!str, and tags that the reader does not know
      return text;
  }
}

function resolvePlain(text: string): { readonly kind: Kind; readonly value: ScalarValue } {
  const word = WORDS.get(text);
  if (word !== undefined) return { kind: kindOf(word), value: word };
  const string = { kind: "str", value: text } as const;
  if (text.startsWith(".")) return (FRACTION.test(text) && parseFloat64(text)) || string;
  if (!/^[-+\d]/.test(text)) return string;
  const digits = text.replaceAll("_", "");
  return parseInteger(digits) ?? (FLOAT.test(digits) ? parseFloat64(digits) : undefined) ?? string;
}

/** Upstream: Go's strconv.ParseInt and ParseUint, with the base that the prefix says and 64 bits. */
function parseInteger(text: string): { kind: Kind; value: bigint } | undefined {
  const [, sign, magnitude] = INTEGER.exec(text) ?? [];
  if (magnitude === undefined) return undefined;
  const size = BigInt(magnitude.toLowerCase().replace(/^0(?=\d)/, "0o"));
  const value = sign === "-" ? -size : size;
  return value >= MIN_INT64 && value <= MAX_UINT64 ? { kind: "int", value } : undefined;
}

function parseFloat64(text: string): { kind: Kind; value: number } | undefined {
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? { kind: "float", value } : undefined;
}

/** Whether a plain value is an integer of 64 bits as it is written, and not only once JSON has it. */
export function isInteger(text: string): boolean {
  return resolvePlain(text).kind === "int";
}

export function isInt64(value: ScalarValue): boolean {
  return typeof value === "bigint" && value >= MIN_INT64 && value < -MIN_INT64;
}

/** As encoding/json writes it. */
function toJson(value: ScalarValue): ScalarValue {
  const isShort =
    typeof value === "number" && Number.isInteger(value) && Math.abs(value) < MAX_WITHOUT_EXPONENT;
  return isShort ? BigInt(value) : value;
}

function kindOf(word: ScalarValue): Kind {
  if (word === null) return "null";
  return typeof word === "boolean" ? "bool" : "float";
}

function words(
  spellings: readonly string[],
  value: ScalarValue,
): readonly (readonly [string, ScalarValue])[] {
  return spellings.map((spelling) => [spelling, value]);
}

/** Upstream: Go's encoding/base64, StdEncoding; the bytes that are no UTF-8 as encoding/json replaces them. */
function decodeBase64(text: string): string {
  const letters = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(letters))
    throw new UnresolvableScalar("!!binary value contains invalid base64 data");
  const bytes = Uint8Array.from(atob(letters), (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
