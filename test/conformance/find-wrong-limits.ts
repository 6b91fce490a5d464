import {
  composeWithin,
  type LevelLimit,
  type LevelLimits,
  NotComposableError,
} from "../../src/combine/index.js";
import { type Composition, composeSequence } from "../../src/compose/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { LEVELS, type Policy, type RequestAttributes } from "../../src/model/index.js";
import { listRequests } from "../engines/list-requests.js";
import { expectations } from "./expectations.js";
import { attempt, type Found, findWrong, rank } from "./find-wrong-combination.js";

/** What is wrong with a policy within limits, request by request, and with what is said of the limits. */
export function findWrongLimits(policy: Policy, limits: LevelLimits, kubernetesVersion?: string): Found {
  const base = composeSequence([{ policy, name: "policy" }]);
  const composed = attempt(() => composeWithin(base, limits, { kubernetesVersion }));
  if (composed instanceof NotComposableError) return { wrong: [], isRefused: true };
  const { atLeast = [], atMost = [] } = limits;
  const takes = ({ selector }: LevelLimit, request: RequestAttributes): boolean =>
    evaluate(only(selector), request, { kubernetesVersion }).rule === 0;
  const said = findWrongDiagnostics(composed, limits, takes, kubernetesVersion);
  if (composed.diagnostics.some(({ severity }) => severity === "error"))
    return { wrong: said, isRefused: true };

  const levelsOf = (some: readonly LevelLimit[], request: RequestAttributes): readonly number[] =>
    some.flatMap((limit) => (takes(limit, request) ? [rank(limit.level)] : []));
  const everywhere = evaluate(
    { ...policy, rules: [{ level: "Request" }] },
    { user: null, verb: "get", path: "/" },
    { kubernetesVersion },
  );
  const told = [policy, ...[...atLeast, ...atMost].map(({ selector }) => only(selector))];
  const wrong = findWrong(composed, told, kubernetesVersion, (request) => {
    const was = evaluate(policy, request, { kubernetesVersion });
    const least = Math.max(rank(was.level), ...levelsOf(atLeast, request));
    const level = Math.min(least, ...levelsOf(atMost, request));
    const hadBodies = rank(was.level) >= rank("Request");
    return {
      level: LEVELS[level] ?? "None",
      omitStages: was.level === "None" ? everywhere.omitStages : was.omitStages,
      omitManagedFields: hadBodies ? was.omitManagedFields : everywhere.omitManagedFields,
    };
  });
  return { wrong: [...said, ...wrong], isRefused: false };
}

/** What is said of the limits, against all requests that clusters see. */
function findWrongDiagnostics(
  { diagnostics }: Composition,
  { atLeast = [], atMost = [] }: LevelLimits,
  takes: (limit: LevelLimit, request: RequestAttributes) => boolean,
  kubernetesVersion: string | undefined,
): readonly string[] {
  const { expect, wrong } = expectations();
  const limits = [...atLeast, ...atMost];
  const requests = listRequests(
    limits.map(({ selector }) => only(selector)),
    { reading: "real-identities", kubernetesVersion },
  );
  const taken = limits.map((limit) => requests.filter((request) => takes(limit, request)));
  const codes = (code: string): number => diagnostics.filter((one) => one.code === code).length;
  const empty = taken.filter((some) => some.length === 0).length;
  expect("how many limits are about no request", codes("limit-matches-nothing"), empty);
  if (empty > 0) return wrong;
  let [without, partly] = [0, 0];
  for (const [index, floor] of atLeast.entries()) {
    const lower = atMost.filter(({ level }) => rank(level) < rank(floor.level));
    const below = (taken[index] ?? []).filter((request) => lower.some((one) => takes(one, request)));
    if (below.length === 0) continue;
    if (below.length === taken[index]?.length) without++;
    else partly++;
  }
  expect("how many floors can hold for no request", codes("floor-above-ceiling"), without);
  expect("how many floors hold for some alone", codes("ceiling-wins"), partly);
  for (const { code, witness } of diagnostics) {
    if (code !== "floor-above-ceiling" && code !== "ceiling-wins") continue;
    const shows = atLeast.some((floor) =>
      atMost.some(
        (ceiling) =>
          rank(ceiling.level) < rank(floor.level) &&
          witness !== undefined &&
          takes(floor, witness) &&
          takes(ceiling, witness),
      ),
    );
    expect(`whether ${JSON.stringify(witness)} shows ${code}`, shows, true);
  }
  return wrong;
}

function only(selector: LevelLimit["selector"]): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata", ...selector }] };
}
