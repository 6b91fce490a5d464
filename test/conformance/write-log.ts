import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";
import { renderTarget } from "../../src/render/index.js";
import type { LogCase } from "./log-case.js";
import type { LogPolicy } from "./log-policies.js";
import { sendRequest } from "./send-request.js";

/** A real audit log, and how the requests were answered that it is about. */
export interface WrittenLog {
  readonly statuses: readonly (number | "broken off")[];
  /** In the order of the log, by the request's index. */
  readonly events: ReadonlyMap<number, readonly LoggedEvent[]>;
}

/** The fields of an event that nothing but the request and the policy decides. */
export interface LoggedEvent {
  readonly level: string;
  readonly auditID: string;
  readonly stage: string;
  readonly requestURI: string;
  readonly verb: string;
  readonly user: object;
  readonly impersonatedUser?: object;
  readonly objectRef?: object;
  readonly requestObject?: object;
  readonly responseObject?: object;
}

/** At one time; the server is asked by several clients at once, as a real one is. */
const CLIENTS = 6;
const PATIENCE = 60_000;

/** Runs the server as the rendered flags say, sends it the requests, has it end, and reads its log. */
export async function writeLog(
  binary: string,
  policy: LogPolicy,
  cases: readonly LogCase[],
  signal: AbortSignal,
): Promise<WrittenLog> {
  const folder = await mkdtemp(join(tmpdir(), "gen-audit-log-"));
  const until = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  try {
    const logPath = join(folder, "log", "audit.log");
    const flags = await install(policy, join(folder, "policy.yaml"), logPath);
    const statuses = await serve(binary, flags, cases, until);
    const lines = (await readFile(logPath, "utf8")).split("\n").filter((line) => line !== "");
    return { statuses, events: byRequest(lines.map((line) => JSON.parse(line) as LoggedEvent)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts the rendered policy where the rendered flags say it is. */
async function install(
  { policy, settings }: LogPolicy,
  auditPolicyFile: string,
  auditLogPath: string,
): Promise<readonly string[]> {
  const { artifacts, diagnostics } = renderTarget({
    policy,
    target: "static-pod",
    settings: { ...settings, auditPolicyFile, auditLogPath },
  });
  const file = artifacts.find(({ path }) => path === auditPolicyFile);
  if (!file) throw new Error(`no policy was rendered: ${JSON.stringify(diagnostics)}`);
  await writeFile(file.path, file.content);
  return parse(artifacts[0]?.content ?? "").spec.containers[0].command;
}

async function serve(
  binary: string,
  flags: readonly string[],
  cases: readonly LogCase[],
  signal: AbortSignal,
): Promise<WrittenLog["statuses"]> {
  signal.throwIfAborted();
  const server = spawn(binary, flags, { stdio: ["pipe", "pipe", "pipe"] });
  let complaint = "";
  server.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  server.stdin.on("error", () => {}); // It has ended by itself: said below.
  const ended = new Promise<number | null>((resolve, reject) => {
    server.on("error", reject);
    server.on("close", resolve);
  });
  const sending = (async () => {
    const port = await readPort(server.stdout);
    const statuses = port === undefined ? [] : await sendAll(port, cases);
    server.stdin.end();
    return statuses;
  })();
  // Whoever waits for an answer hears then that the connection broke off.
  const stop = (): unknown => server.kill("SIGKILL");
  signal.addEventListener("abort", stop);
  try {
    const [statuses, code] = await Promise.all([sending, ended]);
    if (code !== 0) throw new Error(`the server ended with ${code}\n${complaint}`);
    return statuses;
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

/** Undefined if the server ends before it says where it listens. */
async function readPort(stdout: NodeJS.ReadableStream): Promise<number | undefined> {
  for await (const line of createInterface({ input: stdout })) return Number(line.split(":").at(-1));
  return undefined;
}

async function sendAll(port: number, cases: readonly LogCase[]): Promise<WrittenLog["statuses"]> {
  const statuses: (number | "broken off")[] = [];
  const queue = cases.entries();
  const client = async (): Promise<void> => {
    for (const [index, sent] of queue) statuses[index] = await sendRequest(port, auditId(index), sent);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return statuses;
}

const auditId = (index: number): string => `request-${index}`;

function byRequest(events: readonly LoggedEvent[]): WrittenLog["events"] {
  const found = new Map<number, LoggedEvent[]>();
  for (const event of events) {
    const index = Number(event.auditID.replace(/^request-/, ""));
    found.set(index, [...(found.get(index) ?? []), event]);
  }
  return found;
}
