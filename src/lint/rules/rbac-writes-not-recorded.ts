import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { type BlindSpot, checkBlindSpots, printBlindSpot } from "../check-blind-spots.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<BlindSpot>({
  code: "rbac-writes-not-recorded",
  severity: "warning",
  title: "Some changes of who may do what are not recorded",
  message: printBlindSpot,
  help: () => "record writes to rbac.authorization.k8s.io in a rule above",
});

/** Where a rule leaves out writes to roles or bindings; where none takes some, no-catch-all says so. */
export const rbacWritesNotRecorded: LintRule = {
  diagnostics: [diagnostic],
  check: (context) =>
    checkBlindSpots(context, guarantee("rbac-writes-recorded"), diagnostic, { atTheEnd: false }),
};
