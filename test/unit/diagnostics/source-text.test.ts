import { describe, expect, test } from "vitest";
import { SourceText } from "../../../src/diagnostics/index.js";

describe("a location", () => {
  test("counts lines and columns from 1", () => {
    const source = new SourceText("f", "ab\ncd\n");
    expect(source.locate(4, 5)).toMatchObject({ file: "f", line: 2, column: 2, endLine: 2, endColumn: 3 });
  });

  test("underlines the stretch in its frame", () => {
    expect(new SourceText("f", "level: metadata\n").locate(7, 15).frame).toBe(
      "    1 | level: metadata\n      |        ^^^^^^^^",
    );
  });

  test("underlines to the end of the line where the stretch goes on", () => {
    expect(new SourceText("f", "abc\ndef\n").locate(1, 6).frame).toBe("    1 | abc\n      |  ^^");
  });

  test("shows a long line around the place only", () => {
    const { frame } = new SourceText("f", `${"x".repeat(5000)}HERE${"y".repeat(5000)}`).locate(5000, 5004);
    const [line = "", marks = ""] = frame.split("\n");
    expect(line.length).toBeLessThan(140);
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("HERE");
  });

  test("puts the marks below East Asian characters, which are two columns wide, and not below what combines", () => {
    expect(new SourceText("f", "名e\u0301: x").locate(5, 6).frame).toBe(
      "    1 | 名e\u0301: x\n      |      ^",
    );
  });

  test("lets no control character of the text reach the terminal", () => {
    const { frame } = new SourceText("f", "a\u001b[31m\u202eb\tc").locate(0, 1);
    expect(frame).toContain("a·[31m·b c");
  });

  test("holds for CRLF, and at the end of the text", () => {
    const source = new SourceText("f", "a\r\nb");
    expect(source.locate(3, 4)).toMatchObject({ line: 2, column: 1, frame: "    2 | b\n      | ^" });
    expect(source.locate(99)).toMatchObject({ line: 2, column: 2 });
    expect(source.line(1)).toBe("a");
  });
});
