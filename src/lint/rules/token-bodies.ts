import { defineDiagnostic } from "../../diagnostics/index.js";
import { guarantee } from "../../prove/index.js";
import { findBreaches } from "../find-breaches.js";
import type { LintRule } from "../lint-rule.js";
import { nameResource } from "../name-resource.js";

const diagnostic = defineDiagnostic<{
  what: string;
  body: "request" | "response";
  level: string;
  most: string;
}>({
  code: "token-bodies",
  severity: "warning",
  title: "Tokens of service accounts or users get into the log",
  message: ({ what, body, level }) => `${level} records the ${body} of ${what}, and the token in it`,
  help: ({ what, most }) => `record ${what} at level ${most} in a rule above`,
});

/**
 * A token that the API server gives out, in the response to a TokenRequest; and one that it is asked about, in the body of a
 * TokenReview.
 */
export const tokenBodies: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const { bound, request, decision } of findBreaches(context, guarantee("no-token-bodies"))) {
      const { atMost: most } = bound;
      if (!most) continue;
      const { level } = decision;
      const body = most === "Request" ? "response" : "request";
      const place = context.place(`rules[${decision.rule}].level`);
      yield diagnostic(place, { what: nameResource(request), body, level, most }, { witness: request });
    }
  },
};
