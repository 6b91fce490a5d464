import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../../src/cli/node-files.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-audit-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("reading", () => {
  test("decodes UTF-8 and, by its mark, UTF-16 as kube-apiserver's reader does", async () => {
    writeFileSync(join(folder, "utf8"), "\ufeffä");
    writeFileSync(join(folder, "utf16"), Buffer.from("\ufeffä", "utf16le"));
    expect(await nodeFiles.read(join(folder, "utf8"))).toBe("\ufeffä");
    expect(await nodeFiles.read(join(folder, "utf16"))).toBe("ä");
  });

  test("refuses bytes that are no text", async () => {
    writeFileSync(join(folder, "latin1"), Buffer.from([0xe4, 0x20]));
    await expect(nodeFiles.read(join(folder, "latin1"))).rejects.toThrow(/latin1 is not text in UTF-8/);
  });

  test.each([
    ["missing", /there is no such file/],
    [".", /it is a folder/],
  ])("says why %s cannot be read", async (name, reason) => {
    await expect(nodeFiles.read(join(folder, name))).rejects.toThrow(reason);
  });
});

describe("writing", () => {
  test("makes the folders that are missing, and gives a secret file its mode", async () => {
    const path = join(folder, "new/deep/token");
    await nodeFiles.write([{ path, content: "x", mode: "0600" }]);
    expect(readFileSync(path, "utf8")).toBe("x");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("writes none of several files if one cannot be written, and leaves nothing behind", async () => {
    const at = join(folder, "partial");
    mkdirSync(join(at, "taken"), { recursive: true });
    writeFileSync(join(at, "old"), "old");
    const files = [
      { path: join(at, "old"), content: "new" },
      { path: join(at, "taken"), content: "new" },
    ];
    await expect(nodeFiles.write(files)).rejects.toThrow(/taken is a folder/);
    expect(readFileSync(join(at, "old"), "utf8")).toBe("old");
    expect(readdirSync(at).sort()).toEqual(["old", "taken"]);
  });

  test("writes through a link and keeps it", async () => {
    writeFileSync(join(folder, "real"), "old");
    symlinkSync(join(folder, "real"), join(folder, "link"));
    await nodeFiles.write([{ path: join(folder, "link"), content: "new" }]);
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real"), "utf8")).toBe("new");
  });

  test("keeps the mode of a file that it writes over", async () => {
    const path = join(folder, "kept");
    writeFileSync(path, "old", { mode: 0o640 });
    await nodeFiles.write([{ path, content: "new", replaces: "old" }]);
    expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual(["new", 0o640]);
  });

  test("does not write over what is no longer, or never was, the text that was read", async () => {
    const [changed, utf16] = [join(folder, "changed"), join(folder, "utf16-again")];
    writeFileSync(changed, "newer");
    writeFileSync(utf16, Buffer.from("\ufeffold", "utf16le"));
    for (const path of [changed, utf16]) {
      const before = readFileSync(path);
      await expect(nodeFiles.write([{ path, content: "new", replaces: "old" }])).rejects.toThrow(
        /has changed meanwhile, or is not UTF-8/,
      );
      expect(readFileSync(path)).toEqual(before);
    }
    await expect(
      nodeFiles.write([{ path: join(folder, "gone"), content: "new", replaces: "old" }]),
    ).rejects.toThrow(/no such file/);
    expect(existsSync(join(folder, "gone"))).toBe(false);
  });

  test("refuses to write over what is read-only, no file, or has other names", async () => {
    const at = (name: string): string => join(folder, name);
    writeFileSync(at("read-only"), "old", { mode: 0o444 });
    writeFileSync(at("first-name"), "old");
    linkSync(at("first-name"), at("second-name"));
    const write = (name: string): Promise<void> =>
      nodeFiles.write([{ path: at(name), content: "new", replaces: "old" }]);
    await expect(write("read-only")).rejects.toThrow(/read-only is read-only/);
    await expect(write("first-name")).rejects.toThrow(/has 2 hard links/);
    await expect(write(".")).rejects.toThrow(/is a folder/);
    expect(["read-only", "first-name", "second-name"].map((name) => readFileSync(at(name), "utf8"))).toEqual([
      "old",
      "old",
      "old",
    ]);
  });

  // Only root can give files away.
  test.skipIf(process.getuid?.() !== 0)("keeps the owner of a file that it writes over", async () => {
    const path = join(folder, "owned");
    writeFileSync(path, "old", { mode: 0o600 });
    chownSync(path, 1234, 2345);
    await nodeFiles.write([{ path, content: "new", replaces: "old" }]);
    const { uid, gid, mode } = statSync(path);
    expect([uid, gid, mode & 0o777]).toEqual([1234, 2345, 0o600]);
  });

  test("takes a place that cannot be looked at for a fault, and one with nothing there for empty", async () => {
    symlinkSync(join(folder, "circle"), join(folder, "circle"));
    await expect(nodeFiles.kind(join(folder, "circle"))).rejects.toThrow(/its links go round in a circle/);
    await expect(nodeFiles.write([{ path: join(folder, "circle"), content: "" }])).rejects.toThrow(/circle/);
    expect(await nodeFiles.kind(join(folder, "nothing"))).toBeUndefined();
  });

  test("says why a file cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    const path = join(folder, "file/below");
    await expect(nodeFiles.write([{ path, content: "" }])).rejects.toThrow(/cannot be written/);
    expect(existsSync(path)).toBe(false);
  });
});

describe("an earlier state of a file", () => {
  const git = (...args: readonly string[]): void => {
    const author = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    execFileSync("git", ["-C", join(folder, "repository"), ...author, ...args], { stdio: "pipe" });
  };
  beforeAll(() => {
    mkdirSync(join(folder, "repository/audit"), { recursive: true });
    git("init", "--quiet");
    writeFileSync(join(folder, "repository/audit/policy.yaml"), "first");
    git("add", "audit");
    git("commit", "--quiet", "--message", "first");
    writeFileSync(join(folder, "repository/audit/policy.yaml"), "second");
  });

  test("is what git has of it", async () => {
    const path = join(folder, "repository/audit/policy.yaml");
    expect(await nodeFiles.readRevision("HEAD", path)).toBe("first");
    expect(await nodeFiles.read(path)).toBe("second");
  });

  test("is told of where git has none", async () => {
    const path = join(folder, "repository/audit/other.yaml");
    await expect(nodeFiles.readRevision("HEAD", path)).rejects.toThrow(
      /cannot be read: fatal: path .* does not exist/,
    );
    await expect(nodeFiles.readRevision("nowhere", path)).rejects.toThrow(
      /cannot be read: fatal: invalid object/,
    );
    await expect(nodeFiles.readRevision("--output=x", path)).rejects.toThrow(/cannot be read: fatal/);
    await expect(nodeFiles.readRevision("HEAD", join(folder, "missing/x"))).rejects.toThrow(/cannot be read/);
  });
});
