import { auditPolicy, type Composition } from "gen-audit";
import { apps } from "gen-audit/kubernetes";

/** Rules of our own, and behind them those of a preset, which take every request that is left. */
export const auditOfTenants: Composition = auditPolicy()
  .rule(
    "RequestResponse",
    { verbs: ["update", "patch"], resources: [apps.deployments.scale] },
    { reason: "What a workload was scaled to is billed." },
  )
  .use("balanced")
  .build();
