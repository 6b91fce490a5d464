/** What a YAML scalar is once kube-apiserver has turned the text into JSON. */
export type ScalarValue = string | number | boolean | null;

/** A scalar that JSON cannot carry (`.nan`, `.inf`), or that contradicts its own tag (`!!int x`). */
export class UnresolvableScalar extends Error {}

const TAG_PREFIX = "tag:yaml.org,2002:";
const BOOLEANS = new Map<string, boolean>([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(
    (word) => [word, true] as const,
  ),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, false] as const,
  ),
]);
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const NOT_FINITE = /^(?:\.(?:nan|NaN|NAN)|[-+]?\.(?:inf|Inf|INF))$/;
const INTEGER = /^[-+]?(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const TIMESTAMP = /^\d{4}-/;

/**
 * The value of a plain scalar, by the YAML 1.1 rules that kube-apiserver's reader has (`no` is false, `0o7` and `1_0` are
 * numbers; a date stays a string), or of any scalar that carries a tag.
 *
 * Upstream: go.yaml.in/yaml/v2, resolve.go, resolve; decode.go, scalar
 */
export function resolveScalar(text: string, tag?: string): ScalarValue {
  switch (tag) {
    case undefined:
      return resolvePlain(text);
    case `${TAG_PREFIX}bool`:
    case `${TAG_PREFIX}int`:
    case `${TAG_PREFIX}float`:
    case `${TAG_PREFIX}null`: {
      const value = resolvePlain(text);
      if (matchesTag(value, tag, text)) return value;
      throw new UnresolvableScalar(`"${text}" is no ${tag.replace(TAG_PREFIX, "!!")}`);
    }
    case `${TAG_PREFIX}binary`:
      return decodeBase64(text);
    default: // !!str, !!timestamp and tags that the reader does not know
      return text;
  }
}

function resolvePlain(text: string): ScalarValue {
  const boolean = BOOLEANS.get(text);
  if (boolean !== undefined) return boolean;
  if (NULLS.has(text)) return null;
  if (NOT_FINITE.test(text)) throw new UnresolvableScalar(`${text} is a number that JSON does not have`);
  if (!/^[-+.\d]/.test(text) || TIMESTAMP.test(text)) return text;
  const digits = text.startsWith(".") ? text : text.replaceAll("_", "");
  return INTEGER.test(digits) || FLOAT.test(digits) ? Number(digits.replace(/^([-+]?)0(?=\d)/, "$1")) : text;
}

function matchesTag(value: ScalarValue, tag: string, text: string): boolean {
  if (tag.endsWith("null")) return value === null;
  if (tag.endsWith("bool")) return typeof value === "boolean";
  return typeof value === "number" && (tag.endsWith("float") || INTEGER.test(text.replaceAll("_", "")));
}

function decodeBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, "")), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    throw new UnresolvableScalar("a !!binary value is no base64");
  }
}
