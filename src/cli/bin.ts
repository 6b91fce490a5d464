#!/usr/bin/env node
import { EXIT } from "./host.js";
import { nodeFiles } from "./node-files.js";
import { run } from "./run.js";

function output(stream: NodeJS.WriteStream): { write(text: string): void; isTerminal: boolean } {
  // A reader that has seen enough (`| head`) is no error.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true };
}

/** Said before anything a younger Node has is used; the package manager only warns of it. */
function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < 20 || (major === 20 && minor < 19);
}

if (isTooOld(process.versions.node)) {
  process.stderr.write(`gen-audit: Node ${process.versions.node} is too old, 20.19 or later is needed\n`);
  process.exitCode = EXIT.failure;
} else {
  run({
    args: process.argv.slice(2),
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    files: nodeFiles,
  }).then((code) => {
    process.exitCode = code; // Not exit(): what is still being written is written.
  });
}
