import type { DecidedRequest } from "../../analyze/index.js";
import { defineDiagnostic } from "../../diagnostics/index.js";
import { API_VERBS } from "../../kubernetes/index.js";
import type { GroupResources, Policy, RequestSelector } from "../../model/index.js";
import { breachOf, type Guarantee, guarantee } from "../../prove/index.js";
import { isLeftOut } from "../check-blind-spots.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { placeOfLoss } from "../place-of-loss.js";
import { recordsByDefault, UNTHOUGHT_OF } from "../records-by-default.js";

interface Loss {
  /** The rule that leaves the request out; null if none takes it. */
  readonly rule: number | null;
  /** A rule of its own, the end of the policy, or a stage that a rule which records leaves out. */
  readonly cause: "rule" | "end" | "stage";
}

const AT_THE_END = "end the rules in one without conditions that records: `- level: Metadata`";

const ofFailed = defineDiagnostic<Loss>({
  code: "failed-authentication-not-recorded",
  severity: "warning",
  title: "Failed authentications are not recorded",
  message: ({ rule, cause }) => {
    switch (cause) {
      case "rule":
        return `rules[${rule}] leaves out failed authentications as well`;
      case "end":
        return "no rule records failed authentications: rules that ask for users or groups never take them";
      case "stage":
        return "ResponseStarted is left out, the only stage at which failed authentications are recorded";
    }
  },
  help: ({ rule, cause }) => {
    switch (cause) {
      case "rule":
        return `with \`userGroups: [system:authenticated]\`, rules[${rule}] would leave them to later rules`;
      case "end":
        return AT_THE_END;
      case "stage":
        return "leave it out in rules with `userGroups: [system:authenticated]` alone";
    }
  },
});

const ofAnonymous = defineDiagnostic<Loss>({
  code: "anonymous-not-recorded",
  severity: "warning",
  title: "Anonymous requests for resources are not recorded",
  message: ({ rule, cause }) =>
    `${cause === "end" ? "no rule records" : `rules[${rule}] leaves out`} anonymous requests for resources`,
  help: ({ cause }) =>
    cause === "end"
      ? AT_THE_END
      : "leave out paths alone that anybody may ask for, such as `nonResourceURLs: [/healthz*, /livez*, /readyz*, /version]`",
});

/**
 * Requests for resources by nobody in particular, where the policy records those of users: a failed authentication has no
 * user, so that no rule with users or userGroups matches it, and is audited at `ResponseStarted` alone.
 */
export const failedAuthenticationNotRecorded: LintRule = {
  diagnostics: [ofFailed, ofAnonymous],
  *check(context) {
    const failed = findLoss(context, guarantee("failed-authentication-recorded"));
    if (failed) {
      const place = placeOfLoss(context, failed.decision.rule, "ResponseStarted");
      yield ofFailed(place, causeOf(context, failed), { witness: failed.request });
    }
    const anonymous = findLoss(context, guarantee("anonymous-recorded"));
    if (!anonymous || anonymous.decision.rule === failed?.decision.rule) return;
    const place = placeOfLoss(context, anonymous.decision.rule);
    yield ofAnonymous(place, causeOf(context, anonymous), { witness: anonymous.request });
  },
};

/** A watch follows upon a list, which tells of the same user. */
const VERBS = API_VERBS.filter((verb) => verb !== "watch");

function findLoss(context: LintContext, { bounds }: Guarantee): DecidedRequest | undefined {
  for (const bound of bounds) {
    const query = breachOf(bound, context.policy);
    const only = (selector: RequestSelector): readonly RequestSelector[] =>
      bound.requests.map((requests) => ({ ...requests, ...selector }));
    const losses = context.findOfEachRule({
      ...query,
      requests: only({ verbs: VERBS, resources: [{ group: "*" }] }),
      except: [...(query.except ?? []), ...droppedByName(context.policy)],
    });
    for (const found of losses) {
      const { level, rule } = found.decision;
      if (level !== "None" || (isLeftOut(context, rule) && recordsByDefault(context))) return found;
    }
    const atTheEnd = context.find({
      ...query,
      requests: only(UNTHOUGHT_OF),
      rule: (rule) => !isLeftOut(context, rule),
    });
    if (atTheEnd && recordsByDefault(context)) return atTheEnd;
  }
  return undefined;
}

function causeOf(context: LintContext, { decision: { rule, level } }: DecidedRequest): Loss {
  if (level !== "None") return { rule, cause: "stage" };
  return { rule, cause: isLeftOut(context, rule) ? "rule" : "end" };
}

/** Requests for resources that a rule at level `None` calls by name, so that it is meant for whoever asks. */
function droppedByName({ rules }: Policy): readonly RequestSelector[] {
  const resources = rules
    .filter(({ level }) => level === "None")
    .flatMap((rule) => rule.resources ?? [])
    .filter((entry) => !isWide(entry));
  return resources.length > 0 ? [{ resources }] : [];
}

/** Whether Secrets and Pods are among the resources, and none of them is named. */
function isWide({ group, resources = [] }: GroupResources): boolean {
  return ["", "*"].includes(group) && (resources.length === 0 || resources.includes("*"));
}
