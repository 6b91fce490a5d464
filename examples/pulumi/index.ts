import * as pulumi from "@pulumi/pulumi";
import { auditOfTenants } from "./audit-policy.js";
import { AuditedControlPlane } from "./audited-control-plane.js";

const config = new pulumi.Config();
const controlPlane = new AuditedControlPlane("tenant-00", {
  audit: auditOfTenants,
  namespace: config.get("namespace") ?? "tenants",
  kubernetesVersion: config.get("kubernetesVersion") ?? "v1.36.2",
});

export const policyName: pulumi.Output<string> = controlPlane.policyName;
