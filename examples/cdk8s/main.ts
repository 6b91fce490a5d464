import { App } from "cdk8s";
import { auditOfClusters } from "./audit-policy.js";
import { AuditedControlPlane } from "./audited-control-plane.js";

const app = new App();
new AuditedControlPlane(app, "example", {
  namespace: "clusters",
  audit: auditOfClusters,
  kubernetesVersion: "v1.36.2",
  machineTemplate: {
    apiGroup: "infrastructure.cluster.x-k8s.io",
    kind: "AWSMachineTemplate",
    name: "example-control-plane",
  },
});
app.synth();
