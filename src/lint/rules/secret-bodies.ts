import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { checkStoredBodies, printNamespaces, type StoredBodies } from "../check-stored-bodies.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<StoredBodies>({
  code: "secret-bodies",
  severity: "warning",
  title: "What is stored in Secrets gets into the log",
  message: ({ level, namespaces }) =>
    `${level} records the bodies of secrets${printNamespaces(namespaces)}, and what is stored in them`,
  help: () => "record secrets at level Metadata in a rule above",
});

/** Secrets that are written at `Request` or above, or read at `RequestResponse`. */
export const secretBodies: LintRule = {
  diagnostics: [diagnostic],
  check: (context) => checkStoredBodies(context, "secrets", guarantee("no-secret-bodies"), diagnostic),
};
