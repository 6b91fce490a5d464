import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { composePreset, GenAuditError, getPreset, putIntoText } from "gen-audit";

/** The kOps that runs `kops update cluster`. */
const TARGET = "kops@1.36";

const { policy, reasons: comments } = composePreset(getPreset("balanced"), {
  kubernetesVersion: "1.35",
  addons: [{ name: "cilium" }],
});

/** Puts the policy and the flags of the log into the cluster of a file, and says what has changed. */
async function patch(file: string): Promise<void> {
  const before = await readFile(file, "utf8");
  const settings = { auditLogMaxAge: 30, auditLogMaxBackup: 20, auditLogMaxSize: 100 };
  const put = putIntoText(before, { file, policy, comments, target: TARGET, settings });
  for (const { severity, message } of put.rendering.diagnostics) console.error(`${severity}: ${message}`);
  if (put.text === undefined) {
    process.exitCode = 1;
    return;
  }
  if (put.text !== before) await replaceFile(file, put.text);
  if (put.changes.length === 0) console.log(`${file}: nothing to change`);
  for (const { path, before, after } of put.changes) console.log(`${path}: ${show(before)} → ${show(after)}`);
}

/** The file is the old one or the new one, whenever this is killed; a symbolic link stays one. */
async function replaceFile(file: string, text: string): Promise<void> {
  const place = await realpath(file);
  const temporary = `${place}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx", mode: (await stat(place)).mode, flush: true });
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) {
  console.error("usage: patch.ts CLUSTER.yaml");
  process.exitCode = 2;
} else {
  try {
    await patch(file);
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    console.error([error.message, error.help].filter((line) => line !== undefined).join("\n  "));
    process.exitCode = 3;
  }
}
