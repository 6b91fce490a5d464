import fc from "fast-check";
import type { RequestAttributes, UserInfo } from "../../../src/model/index.js";
import { GROUPS, NAMES, NAMESPACES, PATHS, USER_GROUPS, USERS, VERBS } from "./policy.js";

/*
 * Requests made of what the generated policies name, and of one value that none of them has. What a policy spells as a
 * wildcard comes along as it is spelled: a request may carry it, too.
 */

const OTHER = "other";

const user: fc.Arbitrary<UserInfo | null> = fc.option(
  fc.record({
    name: fc.constantFrom(...USERS, OTHER),
    groups: fc.subarray([...USER_GROUPS, OTHER]),
  }),
  { freq: 6 },
);
const verb = fc.constantFrom(...VERBS, OTHER, "proxy");

export const requestArbitrary: fc.Arbitrary<RequestAttributes> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      user,
      verb,
      resource: fc.record(
        {
          apiGroup: fc.constantFrom(...GROUPS, OTHER),
          resource: fc.constantFrom("pods", "secrets", "*", "pods/exec", "", OTHER),
          subresource: fc.constantFrom("", "exec", "status", "*", "exec/status", OTHER),
          namespace: fc.constantFrom(...NAMESPACES, OTHER),
          name: fc.constantFrom("", ...NAMES, OTHER),
        },
        { requiredKeys: ["apiGroup", "resource"] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      user,
      verb,
      path: fc.constantFrom(
        ...PATHS,
        "/healthz",
        "/healthz/etcd",
        "/api",
        "/api/v1",
        "",
        OTHER,
        "/debug/pprof/",
      ),
    }),
  },
);
