export { type CliHost, EXIT, type ExitCode, type Files, type FileToWrite, type Output } from "./host.js";
export { run } from "./run.js";
