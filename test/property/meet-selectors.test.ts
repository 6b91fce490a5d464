import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/index.js";
import { policySupport } from "../../src/kubernetes/index.js";
import { type RequestAttributes, type RequestSelector, selectorOf } from "../../src/model/index.js";
import { meetSelectors } from "../../src/request-space/index.js";
import { requireRelease } from "../../src/validate/index.js";
import { listRequests } from "../engines/list-requests.js";
import { policyOf } from "../support/lint-rules.js";
import { policyPairArbitrary, readingOptionsArbitrary } from "./arbitraries/analysis-policy.js";

test("what two selectors have in common is taken by both, and the reverse", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(policyPairArbitrary, readingOptionsArbitrary, ([first, second], { kubernetesVersion }) => {
      const support = policySupport(requireRelease(kubernetesVersion));
      const takes = (selector: RequestSelector, request: RequestAttributes): boolean =>
        evaluate(asPolicy(selector), request, { kubernetesVersion }).rule === 0;
      for (const [a, b] of first.rules.flatMap((one) =>
        second.rules.map((other) => [selectorOf(one), selectorOf(other)] as const),
      )) {
        const met = meetSelectors(a, b, support);
        seen.add(met ? (met.isExact ? "one rule" : "none or several") : "nothing");
        const forms = met?.forms ?? [];
        for (const request of listRequests([a, b, ...forms].map(asPolicy), {
          reading: "formal",
          kubernetesVersion,
        })) {
          const areBoth = takes(a, request) && takes(b, request);
          const isTaken = forms.some((form) => takes(form, request));
          if (!met || met.isExact) expect(isTaken).toBe(areBoth);
          else if (areBoth && forms.length > 0) expect(isTaken).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
  expect([...seen].sort()).toEqual(["none or several", "nothing", "one rule"]);
});

function asPolicy(selector: RequestSelector): ReturnType<typeof policyOf> {
  return policyOf([{ level: "Metadata", ...selector }]);
}
