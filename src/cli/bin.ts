#!/usr/bin/env node
import { nodeFiles } from "./node-files.js";
import { run } from "./run.js";

function output(stream: NodeJS.WriteStream): { write(text: string): void; isTerminal: boolean } {
  // A reader that has seen enough (`| head`) is no error.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true };
}

run({
  args: process.argv.slice(2),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  files: nodeFiles,
}).then((code) => {
  process.exitCode = code; // Not exit(): what is still being written is written.
});
