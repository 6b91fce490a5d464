import { nameOrigin } from "../compose/index.js";
import { listWords } from "../diagnostics/index.js";
import type { RequestAttributes } from "../model/index.js";
import { printRequest } from "../request/index.js";
import type { LayerRule } from "./layer.js";
import { NotComposableError } from "./not-composable-error.js";

/** Says which rules cannot be put together: those that decide a request, as far as they ask for groups. */
export function refuseOverlap(
  deciders: readonly LayerRule<unknown>[],
  witness: RequestAttributes | undefined,
): NotComposableError {
  const asking = deciders.filter(({ selector: { userGroups = [] } }) => userGroups.length > 0);
  const inTheWay = asking.length > 1 ? asking : deciders;
  const names = inTheWay.map(({ origins }) => origins.map(nameOrigin).join(" with ") || "what no rule takes");
  const list = names.length > 0 ? listWords(names) : "the policies";
  const why =
    asking.length > 1
      ? "a rule cannot ask for two groups of a user at once, and no order of rules does it"
      : "no rule takes just what they have in common, and no order of rules does it";
  const decide = names.length > 2 ? "all" : "both";
  return new NotComposableError(`${list} cannot be combined: ${why}`, {
    rules: inTheWay.flatMap(({ origins }) => origins),
    ...(witness && { witness, help: `a request that ${decide} decide: ${printRequest(witness)}` }),
  });
}
