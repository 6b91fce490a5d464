import type { GroupResources, RequestSelector } from "../model/index.js";

/** Some requests, and what is asked of how each of them is recorded. */
export type Bound = {
  readonly requests: readonly RequestSelector[];
  /** Of these, those that are not meant. */
  readonly except?: readonly RequestSelector[];
} & (
  | {
      /** No body gets into the log that this level leaves out. */
      readonly atMost: "Metadata" | "Request";
    }
  | {
      /** At least one event is written. */
      readonly recorded: true;
    }
);

/** A promise that a policy keeps or breaks. */
export interface Guarantee {
  /** What holds where it is kept. */
  readonly title: string;
  readonly bounds: readonly Bound[];
}

export type GuaranteeName =
  | "no-secret-bodies"
  | "no-configmap-bodies"
  | "no-token-bodies"
  | "exec-recorded"
  | "proxy-recorded"
  | "rbac-writes-recorded"
  | "admission-writes-recorded"
  | "workload-writes-recorded"
  | "failed-authentication-recorded"
  | "anonymous-recorded"
  | "everything-recorded";

const WRITES = ["create", "update", "patch", "delete", "deletecollection"];

/** Anybody may ask for these, load balancers and the kubelet do so all the time, and the answer tells nothing. */
const PROBES: readonly RequestSelector[] = [
  { nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version"] },
];

/** The guarantees that are known by name, each for all requests that the evaluator can be handed. */
export const GUARANTEES: Readonly<Record<GuaranteeName, Guarantee>> = {
  "no-secret-bodies": {
    title: "What is stored in Secrets stays out of the log",
    bounds: keepsBodiesOut({ group: "", resources: ["secrets"] }),
  },
  "no-configmap-bodies": {
    title: "What is stored in ConfigMaps stays out of the log",
    bounds: keepsBodiesOut({ group: "", resources: ["configmaps"] }),
  },
  "no-token-bodies": {
    title: "Tokens that are given out or asked about stay out of the log",
    bounds: [
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
    ],
  },
  // kubectl sends `get` by WebSocket and `create` by SPDY.
  "exec-recorded": {
    title: "Each command in a container, attachment to one and forwarded port is recorded",
    bounds: [
      {
        requests: [
          {
            verbs: ["get", "create"],
            resources: [{ group: "", resources: ["pods/exec", "pods/attach", "pods/portforward"] }],
          },
        ],
        recorded: true,
      },
    ],
  },
  "proxy-recorded": {
    title: "Each request through the API server to a Pod, a Service or a kubelet is recorded",
    bounds: [
      {
        requests: [
          { resources: [{ group: "", resources: ["pods/proxy", "services/proxy", "nodes/proxy"] }] },
        ],
        recorded: true,
      },
    ],
  },
  "rbac-writes-recorded": {
    title: "Each write to roles and their bindings is recorded",
    bounds: recordsWrites([
      {
        group: "rbac.authorization.k8s.io",
        resources: ["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
      },
    ]),
  },
  "admission-writes-recorded": {
    title: "Each write to admission webhooks and policies is recorded",
    bounds: recordsWrites([
      {
        group: "admissionregistration.k8s.io",
        resources: [
          "mutatingwebhookconfigurations",
          "validatingwebhookconfigurations",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
        ],
      },
    ]),
  },
  "workload-writes-recorded": {
    title: "Each write to Pods, and to what makes Pods, is recorded",
    bounds: recordsWrites([
      { group: "", resources: ["pods", "replicationcontrollers"] },
      { group: "apps", resources: ["deployments", "statefulsets", "daemonsets", "replicasets"] },
      { group: "batch", resources: ["jobs", "cronjobs"] },
    ]),
  },
  "failed-authentication-recorded": {
    title: "Each failed authentication is recorded, but for probes",
    bounds: [{ requests: [{ user: "none" }], except: PROBES, recorded: true }],
  },
  "anonymous-recorded": {
    title: "Each anonymous request is recorded, but for probes",
    bounds: [{ requests: [{ users: ["system:anonymous"] }], except: PROBES, recorded: true }],
  },
  "everything-recorded": {
    title: "Each request is recorded",
    bounds: [{ requests: [{}], recorded: true }],
  },
};

/** What is written is in the request, what is read in the response, which `Request` leaves out. */
function keepsBodiesOut(resources: GroupResources): readonly Bound[] {
  return [
    { requests: [{ verbs: ["create", "update", "patch"], resources: [resources] }], atMost: "Metadata" },
    { requests: [{ resources: [resources] }], atMost: "Request" },
  ];
}

function recordsWrites(resources: readonly GroupResources[]): readonly Bound[] {
  return [{ requests: [{ verbs: WRITES, resources }], recorded: true }];
}
