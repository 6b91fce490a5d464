import type { Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { GenAuditError } from "../diagnostics/index.js";
import type { Files, FileToWrite } from "./host.js";

// Loaded when a file is touched: the main job touches none, and starts 2 ms sooner.
const fs = (): Promise<typeof import("node:fs/promises")> => import("node:fs/promises");

/** The files of the machine that Node runs on. */
export const nodeFiles: Files = {
  async read(path) {
    const name = path === "-" ? "standard input" : path;
    try {
      return decode(await (path === "-" ? readStandardInput() : (await fs()).readFile(path)), name);
    } catch (cause) {
      if (cause instanceof GenAuditError) throw cause;
      throw new GenAuditError("file-unreadable", `${name} cannot be read: ${reason(cause)}`, { cause });
    }
  },
  async readRevision(revision, path) {
    const name = `git:${revision}:${path}`;
    try {
      return decode(await readObject(revision, path), name);
    } catch (cause) {
      if (cause instanceof GenAuditError) throw cause;
      const help = "written git:REVISION:PATH, as in git:main:audit/policy.yaml";
      throw new GenAuditError("file-unreadable", `${name} cannot be read: ${gitReason(cause)}`, {
        cause,
        help,
      });
    }
  },
  async kind(path) {
    try {
      const found = await (await fs()).stat(path).catch(undefinedIfMissing);
      return found && (found.isDirectory() ? "folder" : "file");
    } catch (cause) {
      throw new GenAuditError("file-unreadable", `${path} cannot be read: ${reason(cause)}`, { cause });
    }
  },
  write: writeAllOrNone,
  get inputIsTerminal() {
    return process.stdin.isTTY === true;
  },
};

/** What git has of a file. A leading "./" makes it look where we are, and not at the top of the repository. */
async function readObject(revision: string, path: string): Promise<Uint8Array> {
  const { execFile } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const [folder, file] = isAbsolute(path) ? [dirname(path), basename(path)] : [undefined, path];
  const object = `${revision}:./${file.replaceAll("\\", "/")}`;
  const options = {
    encoding: "buffer",
    maxBuffer: 64 * 1024 * 1024,
    ...(folder && { cwd: folder }),
  } as const;
  const { stdout } = await promisify(execFile)("git", ["show", "--end-of-options", object], options);
  return stdout;
}

function gitReason(cause: unknown): string {
  const { code, stderr } = cause as { code?: unknown; stderr?: Uint8Array }; // what execFile rejects with
  if (code === "ENOENT") return "there is no git, or no such folder";
  return new TextDecoder().decode(stderr).trim().split("\n")[0] || reason(cause);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Upstream: go.yaml.in/yaml/v2, readerc.go, yaml_parser_determine_encoding: UTF-16 by its mark, else UTF-8. */
function decode(bytes: Uint8Array, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" }).decode(bytes);
  } catch (cause) {
    throw new GenAuditError("file-unreadable", `${name} is not text in UTF-8`, {
      cause,
      help: "save it as UTF-8",
    });
  }
}

/** Every file is complete beside its place before the first one is put there. */
async function writeAllOrNone(files: readonly FileToWrite[]): Promise<void> {
  const { mkdir, open, realpath, rename, rm } = await fs();
  const written: { temporary: string; place: string }[] = [];
  try {
    for (const file of files) {
      await mkdir(dirname(file.path), { recursive: true });
      const place = (await realpath(file.path).catch(undefinedIfMissing)) ?? file.path; // A link keeps pointing where it did.
      if ((await nodeFiles.kind(place)) === "folder")
        throw new GenAuditError("file-unwritable", `${file.path} is a folder`);
      const before = file.replaces === undefined ? undefined : await statUnchanged(place, file);
      // Its name is no other's: one that was killed may have left a file behind.
      const own = `${process.pid}-${written.length}-${Math.random().toString(36).slice(2)}`;
      const temporary = join(dirname(place), `.gen-audit-${own}`);
      const mode = file.mode === undefined ? 0o666 : Number.parseInt(file.mode, 8);
      const handle = await open(temporary, "wx", before ? before.mode & 0o777 : mode);
      written.push({ temporary, place });
      try {
        if (before) await keepOwner(handle, before, file.path);
        await handle.writeFile(file.content);
        if (before) await handle.chmod(before.mode & 0o7777);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const { temporary, place } of written) await rename(temporary, place);
  } catch (cause) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    if (cause instanceof GenAuditError) throw cause;
    const names = files.map(({ path }) => path).join(", ");
    throw new GenAuditError("file-unwritable", `${names} cannot be written: ${reason(cause)}`, { cause });
  }
}

/** A file that takes the place of another belongs to whom that did, or it is not put there. */
async function keepOwner(handle: FileHandle, { uid, gid }: Stats, path: string): Promise<void> {
  const own = await handle.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await handle.chown(uid, gid);
  } catch (cause) {
    throw new GenAuditError("file-unwritable", `${path} belongs to another user, and would no longer`, {
      cause,
      help: "run it as that user, or as root",
    });
  }
}

/**
 * A text that somebody has written meanwhile, or that was no UTF-8, is not written over; nor is what may not be written to, or
 * has other names that would keep the old text.
 */
async function statUnchanged(place: string, { path, replaces = "" }: FileToWrite): Promise<Stats> {
  const { access, constants, readFile, stat } = await fs();
  const found = await stat(place);
  const refuse = (what: string, help: string): GenAuditError =>
    new GenAuditError("file-unwritable", `${path} ${what}`, { help });
  if (!found.isFile()) throw refuse("is no regular file", "name the file itself");
  if ((found.mode & 0o222) === 0) throw refuse("is read-only", "chmod u+w makes it writable");
  await access(place, constants.W_OK);
  if (found.nlink > 1) {
    throw refuse(`has ${found.nlink} hard links, of which one alone would change`, "write to a copy of it");
  }
  if (!(await readFile(place)).equals(Buffer.from(replaces))) {
    throw new GenAuditError("file-unwritable", `${path} has changed meanwhile, or is not UTF-8`, {
      help: "run it again, or save the file as UTF-8",
    });
  }
  return found;
}

/** Nothing at a path is an answer; anything else that goes wrong is not. */
function undefinedIfMissing(cause: unknown): undefined {
  const code = codeOf(cause);
  if (code !== "ENOENT" && code !== "ENOTDIR") throw cause;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  ELOOP: "its links go round in a circle",
};

function reason(cause: unknown): string {
  return REASONS[codeOf(cause)] ?? (cause instanceof Error ? cause.message : String(cause));
}
