import { POLICY_API_VERSION, POLICY_KIND, type Policy } from "../../src/model/index.js";
import { listPresets } from "../../src/presets/index.js";
import type { AuditSettings } from "../../src/render/index.js";

/** A policy under which a real log is written. */
export interface LogPolicy {
  readonly name: string;
  readonly policy: Policy;
  /** How the log is written, beyond where it is. */
  readonly settings: AuditSettings;
}

/** Every preset but those of products, by its own name, and policies about what no preset has. */
export function logPolicies(): readonly LogPolicy[] {
  return [
    ...listPresets()
      .filter(({ baselineOf }) => baselineOf === undefined)
      .map(({ name, policy }) => ({ name, policy, settings: {} })),
    ...OWN.map(({ name, settings, ...rest }) => ({
      name,
      policy: { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, ...rest } as const,
      settings: settings ?? {},
    })),
  ];
}

/** Under which every request that is audited at all leaves all its events. */
export const EVERYTHING = "(everything)";

interface OwnPolicy extends Pick<Policy, "rules" | "omitStages" | "omitManagedFields"> {
  /** In brackets, which no preset's name has. */
  readonly name: string;
  readonly settings?: AuditSettings;
}

const OWN: readonly OwnPolicy[] = [
  {
    name: EVERYTHING,
    settings: { auditLogMode: "blocking-strict" },
    rules: [{ level: "RequestResponse" }],
  },
  {
    name: "(no response started)",
    omitStages: ["ResponseStarted"],
    rules: [{ level: "Metadata" }],
  },
  {
    name: "(receipts)",
    settings: { auditLogMode: "batch", auditLogBatchMaxSize: 50 },
    omitStages: ["ResponseStarted", "ResponseComplete"],
    rules: [{ level: "Request", omitStages: ["Panic"] }],
  },
  {
    name: "(panics)",
    settings: { auditLogMode: "batch" },
    omitStages: ["RequestReceived", "ResponseStarted", "ResponseComplete"],
    rules: [{ level: "Metadata" }],
  },
  {
    name: "(identities)",
    rules: [
      { level: "None", users: ["system:anonymous"], nonResourceURLs: ["/healthz*", "/livez*"] },
      { level: "Request", users: ["jane", "root"], omitStages: ["ResponseStarted"] },
      {
        level: "Metadata",
        userGroups: ["devs", "system:unauthenticated"],
        omitStages: ["ResponseComplete"],
      },
      { level: "None", userGroups: ["system:authenticated"], verbs: ["get", "list", "watch"] },
      { level: "RequestResponse", userGroups: ["system:authenticated"] },
      { level: "Metadata" },
    ],
  },
  {
    name: "(wildcards)",
    settings: { auditLogMaxAge: 1, auditLogMaxBackup: 1, auditLogMaxSize: 200 },
    rules: [
      { level: "None", resources: [{ group: "*", resources: ["*/status"] }] },
      {
        level: "Request",
        resources: [{ group: "", resources: ["pods/*"] }],
        namespaces: ["kube-system", ""],
      },
      {
        level: "Metadata",
        verbs: ["get", "list", "watch", "update"],
        resources: [{ group: "", resources: ["configmaps", "secrets"], resourceNames: ["web-0"] }],
      },
      { level: "RequestResponse", resources: [{ group: "apps" }], omitStages: ["RequestReceived"] },
      { level: "Request", namespaces: ["default"], omitStages: ["Panic"] },
      { level: "None", verbs: ["deletecollection", "*"] },
      { level: "Metadata", resources: [{ group: "*", resources: ["*"] }] },
    ],
  },
  {
    name: "(paths)",
    omitStages: ["RequestReceived"],
    rules: [
      { level: "None", nonResourceURLs: ["/healthz*", "/readyz"] },
      { level: "Request", nonResourceURLs: ["/"], verbs: ["get", "connect"] },
      { level: "Metadata", nonResourceURLs: ["/api", "/api/*", "/apis*"] },
      { level: "RequestResponse", nonResourceURLs: ["/debug/pprof/*"], omitStages: ["ResponseComplete"] },
      { level: "Metadata", nonResourceURLs: ["*"], omitStages: ["Panic"] },
    ],
  },
  {
    name: "(managed fields)",
    settings: { auditLogTruncateEnabled: true, auditLogCompress: true },
    omitManagedFields: true,
    rules: [
      {
        level: "RequestResponse",
        resources: [{ group: "", resources: ["configmaps"] }],
        namespaces: ["default"],
        omitManagedFields: false,
      },
      { level: "Request", resources: [{ group: "", resources: ["configmaps"] }], namespaces: ["prod"] },
      { level: "RequestResponse" },
    ],
  },
];
