import { type Diagnostic, defineDiagnostic } from "../../diagnostics/index.js";
import type { RequestSelector } from "../../model/index.js";
import type { LintContext, LintRule } from "../lint-rule.js";

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

const MINTED: readonly RequestSelector[] = [
  { verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] },
];
const REVIEWED: readonly RequestSelector[] = [
  { verbs: ["create"], resources: [{ group: "authentication.k8s.io", resources: ["tokenreviews"] }] },
];

/**
 * A token that the API server gives out, in the response to a TokenRequest; and one that it is asked about, in the body of a
 * TokenReview.
 */
export const tokenBodies: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    yield* check(context, "response", "serviceaccounts/token", MINTED);
    yield* check(context, "request", "tokenreviews", REVIEWED);
  },
};

function* check(
  { find, place }: LintContext,
  body: "request" | "response",
  what: string,
  requests: readonly RequestSelector[],
): Generator<Diagnostic> {
  const isLeak = (level: string): boolean =>
    level === "RequestResponse" || (body === "request" && level === "Request");
  const found = find({ requests, recording: ({ level }) => isLeak(level) });
  if (!found) return;
  const { request, decision } = found;
  yield diagnostic(
    place(`rules[${decision.rule}].level`),
    { what, body, level: decision.level, most: body === "request" ? "Metadata" : "Request" },
    { witness: request },
  );
}
