import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { checkStoredBodies, printNamespaces, type StoredBodies } from "../check-stored-bodies.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<StoredBodies>({
  code: "configmap-bodies",
  severity: "warning",
  title: "What is stored in ConfigMaps gets into the log",
  message: ({ level, namespaces }) =>
    `${level} records the bodies of configmaps${printNamespaces(namespaces)}, and what is stored in them`,
  help: () => "record configmaps at level Metadata in a rule above",
});

/** ConfigMaps that are written at `Request` or above, or read at `RequestResponse`: credentials live there too. */
export const configmapBodies: LintRule = {
  diagnostics: [diagnostic],
  check: (context) => checkStoredBodies(context, "configmaps", guarantee("no-configmap-bodies"), diagnostic),
};
