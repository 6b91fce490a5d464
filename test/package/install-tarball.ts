import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Tarball {
  readonly path: string;
  /** In bytes, as it is downloaded. */
  readonly size: number;
  readonly files: readonly PackedFile[];
}

/** Packs what has been built, as it would be published. */
export function packTarball(folder: string): Tarball {
  const output = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root);
  const packed = JSON.parse(output);
  const [info] = Array.isArray(packed) ? packed : Object.values(packed);
  return { path: join(folder, info.filename), size: info.size, files: info.files };
}

/**
 * Installs the packed package into an empty folder, as a user would.
 * Its dependencies come from where this checkout has them, so that no network is needed.
 */
export function installTarball(folder: string): Tarball {
  const tarball = packTarball(folder);
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const local = Object.keys(dependencies).map((name) => [name, packInstalled(name, folder)]);
  const overrides = Object.fromEntries(local.map(([name, path]) => [name, `file:${path}`]));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: { ...overrides, "gen-audit": `file:${tarball.path}` } }),
  );
  npm(["install", "--offline", "--no-audit", "--no-fund", "--no-package-lock", "--install-links"], folder);
  if (!existsSync(join(folder, "node_modules/gen-audit/package.json")))
    throw new Error("gen-audit was not installed");
  return tarball;
}

/** A package of node_modules as a tarball: npm installs from that without asking a registry. */
function packInstalled(name: string, folder: string): string {
  const output = npm(
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, join(root, "node_modules", name)],
    root,
  );
  const packed = JSON.parse(output);
  const [info] = Array.isArray(packed) ? packed : Object.values(packed);
  const path = join(folder, `dependency-${name.replace("/", "-")}.tgz`);
  copyFileSync(join(folder, info.filename), path);
  return path;
}

export function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
