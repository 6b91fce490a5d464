import type { Bound } from "./bound.js";
import { KEEPS_TOKENS_OUT, keepsBodiesOut, records, WRITES } from "./bounds.js";

/** CIS 3.2.1 asks that there is a minimal audit policy: that it records anything at all. */
export const CIS_3_2_1: readonly Bound[] = [
  { title: "Some request is recorded", ...records([{}]), some: true },
];

const NO_BODIES = "Of Secrets, ConfigMaps, TokenReviews and tokens no body gets into the log";

/**
 * The concerns that CIS 3.2.2 lists, over all requests. Of bodies it speaks for whoever sends the request; that something is
 * recorded is asked of accounts that the policy does not name, so that it may leave out its own controllers by name.
 */
export const CIS_3_2_2: readonly Bound[] = [
  ...[...keepsBodiesOut([{ group: "", resources: ["secrets", "configmaps"] }]), ...KEEPS_TOKENS_OUT].map(
    (bound): Bound => ({ title: NO_BODIES, ...bound }),
  ),
  {
    title: "Each access to Secrets and ConfigMaps, and each TokenReview, is recorded",
    ...records([
      { resources: [{ group: "", resources: ["secrets", "configmaps"] }] },
      { verbs: ["create"], resources: [{ group: "authentication.k8s.io", resources: ["tokenreviews"] }] },
    ]),
    by: "unnamed-accounts",
  },
  {
    title: "Each write to Pods and Deployments is recorded",
    ...records([
      {
        verbs: WRITES,
        resources: [
          { group: "", resources: ["pods"] },
          { group: "apps", resources: ["deployments"] },
        ],
      },
    ]),
    by: "unnamed-accounts",
  },
  // kubectl sends `get` by WebSocket and `create` by SPDY.
  {
    title: "Each use of pods/exec, pods/portforward, pods/proxy and services/proxy is recorded",
    ...records([
      {
        verbs: ["get", "create"],
        resources: [
          { group: "", resources: ["pods/exec", "pods/portforward", "pods/proxy", "services/proxy"] },
        ],
      },
    ]),
    by: "unnamed-accounts",
  },
];
