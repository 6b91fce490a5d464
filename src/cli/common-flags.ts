import type { FlagDefinition } from "./parse-arguments.js";

/** Flags that every command has. */
export const COMMON_FLAGS: readonly FlagDefinition[] = [
  { name: "json", help: "print one JSON document" },
  { name: "quiet", short: "q", help: "say nothing on standard error but errors" },
  { name: "color", value: "WHEN", choices: ["always", "never"], help: "color: always or never" },
  { name: "debug", help: "print a stack trace when gen-audit itself fails" },
  { name: "help", short: "h", help: "print this help" },
];

export const KUBERNETES_VERSION_FLAG: FlagDefinition = {
  name: "kubernetes-version",
  value: "VERSION",
  help: "the API server's release, 1.30 or 1.30.4",
};
