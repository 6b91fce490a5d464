import type { GroupResources, RequestSelector } from "../model/index.js";
import type { Bound } from "./bound.js";

export const WRITES: readonly string[] = ["create", "update", "patch", "delete", "deletecollection"];

/** What is written is in the request, what is read in the response, which `Request` leaves out. */
export function keepsBodiesOut(resources: readonly GroupResources[]): readonly Bound[] {
  const writes = [{ verbs: ["create", "update", "patch"], resources }];
  return [
    { requests: writes, atMost: "Metadata" },
    { requests: [{ resources }], except: writes, atMost: "Request" },
  ];
}

/** A token that is given out is in the response, one that is asked about in the request. */
export const KEEPS_TOKENS_OUT: readonly Bound[] = [
  {
    requests: [{ verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] }],
    atMost: "Request",
  },
  {
    requests: [
      { verbs: ["create"], resources: [{ group: "authentication.k8s.io", resources: ["tokenreviews"] }] },
    ],
    atMost: "Metadata",
  },
];

export function records(requests: readonly RequestSelector[]): Bound {
  return { requests, atLeast: "Metadata" };
}

export function recordsWrites(resources: readonly GroupResources[]): readonly Bound[] {
  return [records([{ verbs: WRITES, resources }])];
}
