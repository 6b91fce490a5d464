import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ApiResourceList } from "./read-discovery.js";
import type { OpenApi } from "./read-open-api.js";

const execute = promisify(execFile);

export const KUBERNETES_MODULE = "k8s.io/kubernetes";

/** The documents of a release that say what its API is. */
export interface ReleaseDocuments {
  readonly openApi: OpenApi;
  /** Of every group and version; none before 1.28, where they were not yet checked in. */
  readonly discovery: readonly ApiResourceList[];
}

export interface OpenReleaseOptions {
  /** Looks in Go's module cache only. */
  readonly offline?: boolean;
  readonly signal?: AbortSignal;
}

/** The documents of `v1.30.14`, from the Go module; undefined if that is not in the cache and must not be fetched. */
export async function openRelease(
  version: string,
  { offline = false, signal }: OpenReleaseOptions = {},
): Promise<ReleaseDocuments | undefined> {
  const folder = await moduleFolder(version, offline, signal);
  if (folder === undefined) return undefined;
  const openApi: OpenApi = await readJson(join(folder, "api/openapi-spec/swagger.json"));
  const discoveryFolder = join(folder, "api/discovery");
  const files = await readdir(discoveryFolder).catch(() => []);
  // `api__v1.json` and `apis__apps__v1.json`; the others list groups, or hold it all in another form.
  const lists = files.filter((file) => /^(api|apis__[^_]+)__v\d\w*\.json$/.test(file)).sort();
  const discovery = await Promise.all(
    lists.map((file) => readJson<ApiResourceList>(join(discoveryFolder, file))),
  );
  // 1.27 has that of one group alone.
  return { openApi, discovery: lists.includes("api__v1.json") ? discovery : [] };
}

async function moduleFolder(
  version: string,
  offline: boolean,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const env = { ...process.env, GOFLAGS: "", GOWORK: "off", GOTOOLCHAIN: "local" };
  try {
    const { stdout } = await execute("go", ["mod", "download", "-json", `${KUBERNETES_MODULE}@${version}`], {
      env: offline ? { ...env, GOPROXY: "off" } : env,
      ...(signal && { signal }),
    });
    const { Dir }: { readonly Dir: string } = JSON.parse(stdout);
    return Dir;
  } catch (error) {
    if (offline && !signal?.aborted) return undefined;
    throw error;
  }
}

async function readJson<Document>(path: string): Promise<Document> {
  return JSON.parse(await readFile(path, "utf8"));
}
