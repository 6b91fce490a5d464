import { type Cursor, isBlank, isBlankOrEnd, isBreakOrEnd, isWordCharacter } from "./cursor.js";
import type { TagDirectiveToken, TagToken, VersionToken } from "./token.js";

/** Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_tag */
export function scanTag(cursor: Cursor): TagToken {
  const start = cursor.mark;
  let handle = "";
  let suffix = "";
  if (cursor.peek(1) === "<") {
    cursor.skip(2);
    suffix = scanUri(cursor, "");
    if (cursor.peek() !== ">") cursor.fail("did not find the expected '>'");
    cursor.skip();
  } else {
    handle = scanHandle(cursor, false);
    if (handle.length > 1 && handle.endsWith("!")) suffix = scanUri(cursor, "");
    else {
      suffix = scanUri(cursor, handle);
      handle = "!";
      // The tag `!` alone.
      if (suffix === "") [handle, suffix] = ["", "!"];
    }
  }
  if (!isBlankOrEnd(cursor.peek())) cursor.fail("did not find expected whitespace or line break", start);
  return { kind: "tag", handle, suffix, start, end: cursor.mark };
}

/** Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_directive */
export function scanDirective(cursor: Cursor): VersionToken | TagDirectiveToken {
  const start = cursor.mark;
  cursor.skip();
  const name = scanWord(cursor);
  if (name === "") cursor.fail("could not find expected directive name", start);
  if (!isBlankOrEnd(cursor.peek())) cursor.fail("found unexpected non-alphabetical character", start);
  if (name !== "YAML" && name !== "TAG") cursor.fail("found unknown directive name", start);
  cursor.skipBlanks();
  const content =
    name === "YAML"
      ? ({ kind: "version directive", version: scanVersion(cursor) } as const)
      : ({ kind: "tag directive", ...scanPrefix(cursor) } as const);
  const end = cursor.mark;
  cursor.skipBlanks();
  if (cursor.peek() === "#") while (!isBreakOrEnd(cursor.peek())) cursor.read();
  if (!isBreakOrEnd(cursor.peek())) cursor.fail("did not find expected comment or line break", start);
  if (cursor.peek() !== "") cursor.readBreak();
  return { ...content, start, end };
}

function scanVersion(cursor: Cursor): string {
  const major = scanNumber(cursor);
  if (cursor.peek() !== ".") cursor.fail("did not find expected digit or '.' character");
  cursor.skip();
  return `${major}.${scanNumber(cursor)}`;
}

function scanNumber(cursor: Cursor): number {
  let digits = "";
  while (/^\d$/.test(cursor.peek())) digits += cursor.read();
  if (digits.length > 2) cursor.fail("found extremely long version number");
  if (digits === "") cursor.fail("did not find expected version number");
  return Number(digits);
}

function scanPrefix(cursor: Cursor): { handle: string; prefix: string } {
  const handle = scanHandle(cursor, true);
  if (!isBlank(cursor.peek())) cursor.fail("did not find expected whitespace");
  cursor.skipBlanks();
  const prefix = scanUri(cursor, "");
  if (!isBlankOrEnd(cursor.peek())) cursor.fail("did not find expected whitespace or line break");
  return { handle, prefix };
}

/** `!`, `!!`, `!name!`; or the beginning of a tag without a handle, `!name`. */
function scanHandle(cursor: Cursor, inDirective: boolean): string {
  if (cursor.peek() !== "!") cursor.fail("did not find expected '!'");
  let handle = cursor.read() + scanWord(cursor);
  if (cursor.peek() === "!") handle += cursor.read();
  else if (inDirective && handle !== "!") cursor.fail("did not find expected '!'");
  return handle;
}

/** What a tag consists of; `head` is a part that has been read for a handle, and goes without its `!`. */
function scanUri(cursor: Cursor, head: string): string {
  let uri = head.slice(1);
  const start = cursor.index;
  while (
    isWordCharacter(cursor.peek()) ||
    (cursor.peek() !== "" && ";/?:@&=+$,.!~*'()[]%".includes(cursor.peek()))
  ) {
    uri += cursor.peek() === "%" ? scanUriEscape(cursor) : cursor.read();
  }
  if (head === "" && cursor.index === start) cursor.fail("did not find expected tag URI");
  return uri;
}

/** One character, of as many octets as its first one says. */
function scanUriEscape(cursor: Cursor): string {
  const octets: number[] = [];
  let width = 1;
  while (octets.length < width) {
    const digits = /^%([\da-fA-F]{2})/.exec(cursor.text.slice(cursor.index, cursor.index + 3))?.[1];
    if (digits === undefined) cursor.fail("did not find URI escaped octet");
    const octet = Number.parseInt(digits, 16);
    if (octets.length === 0) width = widthOf(octet);
    if (width === 0) cursor.fail("found an incorrect leading UTF-8 octet");
    if (octets.length > 0 && (octet & 0xc0) !== 0x80) cursor.fail("found an incorrect trailing UTF-8 octet");
    octets.push(octet);
    cursor.skip(3);
  }
  return new TextDecoder().decode(Uint8Array.from(octets));
}

function widthOf(leading: number): number {
  if ((leading & 0x80) === 0) return 1;
  if ((leading & 0xe0) === 0xc0) return 2;
  if ((leading & 0xf0) === 0xe0) return 3;
  return (leading & 0xf8) === 0xf0 ? 4 : 0;
}

export function scanWord(cursor: Cursor): string {
  let word = "";
  while (isWordCharacter(cursor.peek())) word += cursor.read();
  return word;
}
