import { nameOrigin } from "../compose/index.js";
import type { RequestAttributes } from "../model/index.js";
import { printRequest } from "../request/index.js";
import type { LayerRule } from "./layer.js";
import { NotComposableError } from "./not-composable-error.js";

/** Says which rules cannot be put together, with a request that both of them decide. */
export function refuseOverlap(
  [a, b]: readonly [LayerRule<unknown> | undefined, LayerRule<unknown> | undefined],
  witness: RequestAttributes | undefined,
): NotComposableError {
  const rules = [...(a?.origins ?? []), ...(b?.origins ?? [])];
  const names = [a, b].map(
    (rule) => (rule?.origins ?? []).map(nameOrigin).join(" with ") || "what no rule takes",
  );
  return new NotComposableError(
    `${names.join(" and ")} cannot be combined: a rule cannot ask for two groups of a user at once, and no order of rules does it`,
    {
      rules,
      ...(witness && { witness, help: `a request that both decide: ${printRequest(witness)}` }),
    },
  );
}
