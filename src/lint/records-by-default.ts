import type { RequestSelector } from "../model/index.js";
import { specialUsers } from "../prove/index.js";
import type { LintContext } from "./lint-rule.js";

/** Writes that no rule was written for. */
export const UNTHOUGHT_OF: RequestSelector = {
  verbs: ["create"],
  resources: [{ group: "unthought-of.example.com" }],
};

/** Whether a policy records of ordinary users what nobody thought of, so that only a rule of its own can leave something out. */
export function recordsByDefault({ policy, find }: LintContext): boolean {
  const found = find({
    requests: [UNTHOUGHT_OF],
    except: specialUsers(policy),
    recording: ({ stages }) => stages.length > 0,
  });
  return found !== undefined;
}
