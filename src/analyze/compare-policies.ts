import type { Decision, Policy, RequestAttributes } from "../model/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { describeBox } from "./describe-box.js";
import { decideApart } from "./find-difference.js";
import { type DifferenceBox, findDifferenceBoxes } from "./find-difference-boxes.js";
import { joinKinds } from "./join-kinds.js";
import { type RequestAuditConfig, recordsAll } from "./request-audit-config.js";
import { overlapBox } from "./request-box.js";
import type { RequestSet } from "./request-set.js";
import { tidyBoxes } from "./tidy-boxes.js";

/** What the second of two policies records, compared with the first. */
export type Relation = "equivalent" | "records-more" | "records-less" | "incomparable";

/** Requests of which two policies record something else: the same by the first for all of them, and by the second. */
export interface PolicyDifference {
  readonly requests: RequestSet;
  readonly before: RequestAuditConfig;
  readonly after: RequestAuditConfig;
  /** One of the requests. It has been through `evaluate`. */
  readonly witness: RequestAttributes;
  /** How each policy decides the witness. */
  readonly decisions: { readonly before: Decision; readonly after: Decision };
}

/** What changes where one policy takes the place of another. */
export interface PolicyComparison {
  /** `unknown` only where not all differences were found. */
  readonly relation: Relation | "unknown";
  /** No two of them could be one. In the order of the first policy's rules. */
  readonly differences: readonly PolicyDifference[];
  /** How many more there are of requests that occur by the formal reading alone. */
  readonly formalOnly: number;
  /** Whether these are all. */
  readonly isComplete: boolean;
}

/** How two policies are compared. */
export interface ComparePoliciesOptions extends AnalysisOptions {
  /** How many differences are told at most; 1,000 if not given. */
  readonly most?: number | undefined;
}

/**
 * What changes where one policy takes the place of another.
 *
 * The requests that are decided differently, put together as far as they go: of all requests of a difference each policy
 * records the same. By default these are the requests that clusters see; those that differ for the evaluator alone are
 * counted. Each difference carries a request that has been through `evaluate`; where there is none, that is proved.
 *
 * The second records more than the first where its level is at least as high for every request, it leaves out no stage and no
 * managed fields that the first keeps, and for some request it does more; `records-less` is the reverse.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const before = auditPolicy().otherwise("Metadata").build().policy;
 * const after = auditPolicy()
 *   .rule("RequestResponse", { verbs: ["create"], resources: [{ group: "", resources: ["pods"] }] })
 *   .otherwise("Metadata")
 *   .build().policy;
 * const { relation, differences } = comparePolicies(before, after);
 * relation; // records-more
 * differences[0].requests.verbs; // { only: ["create"] }
 * differences[0].after.level; // RequestResponse
 */
export function comparePolicies(
  before: Policy,
  after: Policy,
  { most = 1000, reading = "real-identities", ...options }: ComparePoliciesOptions = {},
): PolicyComparison {
  const analysis = new Analysis([before, after], { ...options, reading });
  const { roots, impossible, formalRoots } = analysis.space;
  const found = findDifferenceBoxes(analysis, { roots, impossible }, most);
  const formal =
    reading === "formal"
      ? undefined
      : findDifferenceBoxes(analysis, { roots: formalRoots, impossible: [] }, most);
  const budget = analysis.budget();
  const occurs = ({ box }: DifferenceBox): boolean =>
    analysis.search(
      roots.flatMap((root) => overlapBox(root, box) ?? []),
      [],
      budget,
    ).found !== false;
  return {
    relation: relationOf(found.boxes, found.isComplete),
    differences: joinKinds(
      tidyBoxes(found.boxes).map(({ box, request, ...configs }) => {
        const { before: was, after: is } = decideApart([before, after], request, options);
        return {
          requests: describeBox(analysis.space, box),
          ...configs,
          witness: request,
          decisions: { before: was, after: is },
        };
      }),
    ),
    formalOnly: formal?.boxes.filter((one) => !occurs(one)).length ?? 0,
    isComplete: found.isComplete && (formal?.isComplete ?? true),
  };
}

function relationOf(boxes: readonly DifferenceBox[], isComplete: boolean): Relation | "unknown" {
  const isMore = boxes.every(({ before, after }) => recordsAll(after, before));
  const isLess = boxes.every(({ before, after }) => recordsAll(before, after));
  if (!isMore && !isLess) return "incomparable";
  if (!isComplete) return "unknown";
  if (isMore && isLess) return "equivalent";
  return isMore ? "records-more" : "records-less";
}
