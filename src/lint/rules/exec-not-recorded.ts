import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { type BlindSpot, checkBlindSpots, printBlindSpot } from "../check-blind-spots.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<BlindSpot>({
  code: "exec-not-recorded",
  severity: "warning",
  title: "Commands run in containers, or forwarded ports, are not recorded",
  message: printBlindSpot,
  help: ({ rule }) =>
    `kubectl sends get since 1.30, and create before: record pods/exec, pods/attach and pods/portforward in a rule ${rule === null ? "" : "above "}that names no verbs`,
});

/** kubectl exec, attach and port-forward: `get` by WebSocket, `create` by SPDY. */
export const execNotRecorded: LintRule = {
  diagnostics: [diagnostic],
  check: (context) => checkBlindSpots(context, guarantee("exec-recorded"), diagnostic, { atTheEnd: true }),
};
