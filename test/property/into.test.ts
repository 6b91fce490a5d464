import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { GenAuditError } from "../../src/diagnostics/index.js";
import { putIntoObject, putIntoText } from "../../src/into/index.js";
import type { Policy } from "../../src/model/index.js";
import type { RenderRequest } from "../../src/render/index.js";
import { formatDocument, KEPT_DOCUMENTS, type KeptDocument } from "./arbitraries/formatted-document.js";
import { TOOL_DOCUMENTS } from "./arbitraries/kept-documents.js";

const policy: Policy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules: [{ level: "None", verbs: ["get"] }, { level: "Metadata" }],
};

/** A file of the user's: the document among others, with its line breaks. */
function drawFile({ target, settings, data, more = [] }: KeptDocument, draw: fc.GeneratorValue) {
  const other = ["kind: Other # stays", "spec: {a:   1}", "", "list:", "-   a"];
  const before = draw(fc.boolean) ? [...other, "---"] : draw(fc.constantFrom, [], ["---"]);
  const after = draw(fc.boolean) ? ["---", ...other] : draw(fc.constantFrom, [], ["..."], ["# the end"]);
  const newline = draw(fc.constantFrom, "\n", "\r\n");
  const further = more.flatMap((one) => ["---", ...formatDocument(one, draw)]);
  const lines = [...before, ...formatDocument(data, draw), ...further, ...after];
  const text = lines.join(newline) + draw(fc.constantFrom, "", newline);
  return { request: { policy, target, settings }, data, newline, text, before, after };
}

/** Read by another reader than the one that the text was changed with. */
function read(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { version: "1.1" });
  return documents.map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

/** The only reasons for which a file may be left alone. */
const REASONS =
  /the file ends without a line break|a comment stands between|changes touch the same text|nothing would be left|JSON holds one document/;

function put(text: string, request: RenderRequest) {
  try {
    return putIntoText(text, request);
  } catch (error) {
    if (error instanceof GenAuditError && REASONS.test(error.message)) return undefined;
    throw error;
  }
}

/** The first of some lines that is not in a text, behind the one before it; the comma behind an entry is of no account. */
function missingLine(lines: readonly string[], text: string): string | undefined {
  let at = 0;
  // Whether an entry has one hangs on there being another.
  // And what stands below a first field that is taken out goes behind the hyphen.
  const bare = (line: string): string => line.replace(/,(?=\s*(?:#|$))/, "").replace(/^(\s*)-(?= )/, "$1 ");
  const all = text.split("\n").map(bare);
  for (const line of lines) {
    const found = all.indexOf(bare(line), at);
    if (found < 0) return line;
    at = found + 1;
  }
  return undefined;
}

const DOCUMENTS = Object.entries({ ...KEPT_DOCUMENTS, ...TOOL_DOCUMENTS });

describe.each(DOCUMENTS)("a file for %s in any format", (_, keptDocument) => {
  test("reads back as the merged object, keeps every line that has nothing to do with it, and changes only once", () => {
    let [done, refused] = [0, 0];
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { request, data, text, before, after, newline } = drawFile(keptDocument(draw), draw);
        const result = put(text, request);
        if (!result) {
          refused++;
          return;
        }
        done++;
        const { text: changed = "", changes } = result;
        const documents = read(text);
        expect(documents[before.length > 1 ? 1 : 0]).toEqual(data);
        const { document: wanted = [] } = putIntoObject(documents, request);
        expect(read(changed)).toEqual(wanted);

        expect(changed.startsWith(before.map((line: string) => line + newline).join(""))).toBe(true);
        if (wanted.length === documents.length)
          expect(changed.trimEnd().endsWith(after.join(newline).trimEnd())).toBe(true);
        const lines = text.split("\n");
        const touched = new Set<number>();
        for (const change of changes) {
          const { line = 0, column = 0, endLine = 0 } = change.location ?? {};
          // What is put into a text in quotes changes its line, as does what is put between brackets.
          const isInside = /^[^[{"']/.test(lines[line - 1]?.slice(column - 1) ?? "");
          if (change.before === undefined && isInside && !/:(?:\s*(?:#.*)?)$/.test(lines[line - 1] ?? ""))
            continue;
          for (let number = line; number <= endLine; number++) touched.add(number);
        }
        const last = lines.length - 1;
        // Comments about what is taken out, or replaced as a whole, go with it, and so does one of two blank lines.
        const isGone = changes.some(
          (change) =>
            change.after === undefined || (change.before !== undefined && typeof change.after === "object"),
        );
        const mayGo = (line: string): boolean => isGone && /^\s*(?:#|$)/.test(line);
        const kept = lines.filter((line, index) => !touched.has(index + 1) && index < last && !mayGo(line));
        expect(missingLine(kept, changed), `${text}\n=====\n${changed}`).toBeUndefined();
        if (text.includes("\r\n")) expect(changed).not.toMatch(/[^\r]\n/);
        // In any order: a text in quotes that becomes a block has the comment behind it in front.
        const marks = (all: string): readonly string[] =>
          (all.match(/# (?:comment|remark) \d+/g) ?? []).sort();
        if (!isGone) expect(marks(changed)).toEqual(marks(text));

        expect(putIntoText(changed, request)).toMatchObject({ text: changed, changes: [] });
      }),
      { numRuns: 1000 },
    );
    expect(done).toBeGreaterThan(refused * 20);
  });

  test("is put right or left alone, with a reason, when it is broken somewhere", () => {
    const strays = [
      "&a ",
      "*a ",
      "!t ",
      "<<: *a\n",
      "{{ x }}",
      "{",
      "]",
      ",",
      "\n",
      "  ",
      "\t",
      "- ",
      ": ",
      "'",
      '"',
      "#",
      "|",
      "\r",
    ];
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { request, text } = drawFile(keptDocument(draw), draw);
        const at = draw(fc.nat, text.length);
        const broken =
          text.slice(0, at) + draw(fc.constantFrom, "", ...strays) + text.slice(at + draw(fc.nat, 2));
        try {
          const { text: changed = "" } = putIntoText(broken, request);
          expect(putIntoText(changed, request).text).toBe(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(GenAuditError);
          expect(error).toMatchObject({ code: "bad-input" });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is JSON if it was", () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { target, settings, data } = keptDocument(draw);
        const request = { policy, target, settings };
        const text = JSON.stringify(data, null, draw(fc.constantFrom, 0, 2, 4, "\t"));
        const result = put(text, request);
        if (!result) return;
        expect(JSON.parse(result.text ?? "")).toEqual(putIntoObject(data, request).document);
        expect(putIntoText(result.text ?? "", request).text).toBe(result.text);
      }),
      { numRuns: 300 },
    );
  });
});
