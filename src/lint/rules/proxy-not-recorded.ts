import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { type BlindSpot, checkBlindSpots, printBlindSpot } from "../check-blind-spots.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<BlindSpot>({
  code: "proxy-not-recorded",
  severity: "warning",
  title: "Requests through the API server to Pods, Services or kubelets are not recorded",
  message: (spot) => `${printBlindSpot(spot)}, which may do anything at the other end`,
  help: ({ rule }) =>
    `record pods/proxy, services/proxy and nodes/proxy in a rule ${rule === null ? "" : "above "}that names no verbs`,
});

/** The API server passes on what it is sent, whatever the verb; a kubelet runs commands in containers for `get nodes/proxy`. */
export const proxyNotRecorded: LintRule = {
  diagnostics: [diagnostic],
  check: (context) => checkBlindSpots(context, guarantee("proxy-recorded"), diagnostic, { atTheEnd: true }),
};
