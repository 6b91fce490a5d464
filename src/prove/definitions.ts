import type { RequestSelector } from "../model/index.js";
import { KEEPS_TOKENS_OUT, keepsBodiesOut, records, recordsWrites } from "./bounds.js";
import { CIS_3_2_1, CIS_3_2_2 } from "./cis.js";
import type { GuaranteeDefinition } from "./guarantee-definition.js";

/** The name of a guarantee; what each asks for is in `docs/guarantees`. */
export type GuaranteeName =
  | "no-secret-bodies"
  | "no-configmap-bodies"
  | "no-token-bodies"
  | "exec-recorded"
  | "proxy-recorded"
  | "secret-access-recorded"
  | "rbac-writes-recorded"
  | "credential-writes-recorded"
  | "admission-writes-recorded"
  | "workload-writes-recorded"
  | "cluster-writes-recorded"
  | "failed-authentication-recorded"
  | "anonymous-recorded"
  | "everything-recorded"
  | "cis-3.2.1"
  | "cis-3.2.2";

/** Anybody may ask for these, load balancers and the kubelet do so all the time, and the answer tells nothing. */
const PROBES: readonly RequestSelector[] = [
  { nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version"] },
];

const titleOfBodies = (resources: string): string => `What is stored in ${resources} stays out of the log`;
const titleOfWrites = (resources: string): string => `Each write to ${resources} is recorded`;

/** The guarantees that are known by name, each for all requests that the evaluator can be handed. */
export const DEFINITIONS: Readonly<Record<GuaranteeName, GuaranteeDefinition>> = {
  "no-secret-bodies": {
    title: "What is stored in Secrets stays out of the log",
    resources: [{ group: "", resources: ["secrets"] }],
    titleOf: titleOfBodies,
    boundsOf: keepsBodiesOut,
  },
  "no-configmap-bodies": {
    title: "What is stored in ConfigMaps stays out of the log",
    resources: [{ group: "", resources: ["configmaps"] }],
    titleOf: titleOfBodies,
    boundsOf: keepsBodiesOut,
  },
  "no-token-bodies": {
    title: "Tokens that are given out or asked about stay out of the log",
    bounds: KEEPS_TOKENS_OUT,
  },
  // kubectl sends `get` by WebSocket and `create` by SPDY.
  "exec-recorded": {
    title: "Each command in a container, attachment to one and forwarded port is recorded",
    resources: [{ group: "", resources: ["pods/exec", "pods/attach", "pods/portforward"] }],
    titleOf: (resources) => `Each use of ${resources} is recorded`,
    boundsOf: (resources) => [records([{ verbs: ["get", "create"], resources }])],
  },
  "proxy-recorded": {
    title: "Each request through the API server to a Pod, a Service or a kubelet is recorded",
    resources: [{ group: "", resources: ["pods/proxy", "services/proxy", "nodes/proxy"] }],
    titleOf: (resources) => `Each request through ${resources} is recorded`,
    boundsOf: (resources) => [records([{ resources }])],
  },
  "secret-access-recorded": {
    title: "Each access to Secrets, reads as well, is recorded",
    resources: [{ group: "", resources: ["secrets"] }],
    titleOf: (resources) => `Each access to ${resources}, reads as well, is recorded`,
    boundsOf: (resources) => [records([{ resources }])],
  },
  "rbac-writes-recorded": {
    title: "Each write to roles and their bindings is recorded",
    resources: [
      {
        group: "rbac.authorization.k8s.io",
        resources: ["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
      },
    ],
    titleOf: titleOfWrites,
    boundsOf: recordsWrites,
  },
  // A Secret may be a token or a password; a token is asked for, and a certificate asked for, approved and signed.
  "credential-writes-recorded": {
    title: "Each change of credentials is recorded: Secrets, service accounts, their tokens, certificates",
    resources: [
      { group: "", resources: ["secrets", "serviceaccounts", "serviceaccounts/token"] },
      {
        group: "certificates.k8s.io",
        resources: [
          "certificatesigningrequests",
          "certificatesigningrequests/approval",
          "certificatesigningrequests/status",
        ],
      },
    ],
    titleOf: titleOfWrites,
    boundsOf: recordsWrites,
  },
  "admission-writes-recorded": {
    title: "Each write to admission webhooks and policies is recorded",
    resources: [
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
    ],
    titleOf: titleOfWrites,
    boundsOf: recordsWrites,
  },
  "workload-writes-recorded": {
    title: "Each write to Pods, and to what makes Pods, is recorded",
    resources: [
      { group: "", resources: ["pods", "replicationcontrollers"] },
      { group: "apps", resources: ["deployments", "statefulsets", "daemonsets", "replicasets"] },
      { group: "batch", resources: ["jobs", "cronjobs"] },
    ],
    titleOf: titleOfWrites,
    boundsOf: recordsWrites,
  },
  "cluster-writes-recorded": {
    title: "Each write to Namespaces, Nodes, volumes and added APIs is recorded",
    resources: [
      { group: "", resources: ["namespaces", "nodes", "persistentvolumes"] },
      { group: "apiextensions.k8s.io", resources: ["customresourcedefinitions"] },
      { group: "apiregistration.k8s.io", resources: ["apiservices"] },
    ],
    titleOf: titleOfWrites,
    boundsOf: recordsWrites,
  },
  "failed-authentication-recorded": {
    title: "Each failed authentication is recorded, but for probes",
    bounds: [{ ...records([{ user: "none" }]), except: PROBES }],
  },
  "anonymous-recorded": {
    title: "Each anonymous request is recorded, but for probes",
    bounds: [{ ...records([{ users: ["system:anonymous"] }]), except: PROBES }],
  },
  "everything-recorded": {
    title: "Each request is recorded",
    bounds: [records([{}])],
  },
  "cis-3.2.1": {
    title: "There is a minimal audit policy (CIS Kubernetes Benchmark 3.2.1)",
    bounds: CIS_3_2_1,
  },
  "cis-3.2.2": {
    title: "The audit policy covers key security concerns (CIS Kubernetes Benchmark 3.2.2)",
    bounds: CIS_3_2_2,
  },
};
