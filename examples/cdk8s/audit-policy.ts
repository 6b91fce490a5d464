import { auditPolicy, type Composition } from "gen-audit";
import { apps, serviceAccount } from "gen-audit/kubernetes";

/** Rules of our own, and behind them those of a preset, which take every request that is left. */
export const auditOfClusters: Composition = auditPolicy({
  omitStages: ["RequestReceived"],
  omitManagedFields: true,
})
  .rule(
    "Request",
    {
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
      resources: [{ group: "argoproj.io", resources: ["applications", "appprojects"] }],
    },
    { reason: "What is deployed, and from where, is said in these bodies." },
  )
  .rule(
    "None",
    {
      users: [serviceAccount("argocd", "argocd-application-controller")],
      verbs: ["get", "list", "watch"],
      resources: [{ group: "argoproj.io" }, apps.deployments, apps.replicasets],
    },
    { reason: "Argo CD compares all day what runs with what is in git." },
  )
  .use("balanced")
  .build();
