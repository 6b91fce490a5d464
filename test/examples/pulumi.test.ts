import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { beforeAll, expect, test } from "vitest";
import { auditOfTenants } from "../../examples/pulumi/audit-policy.js";
import { comparePolicies, guaranteesOfPack, parsePolicy, proveGuarantee } from "../../src/index.js";
import { root } from "./copy-example.js";

/** What the program asks Pulumi for, beside its stack. */
const asked: pulumi.runtime.MockResourceArgs[] = [];
let outputs: pulumi.Inputs | undefined;

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    newResource: (resource) => {
      const { inputs, name, type } = resource;
      if (type !== "pulumi:pulumi:Stack") asked.push(resource);
      // A name that the program leaves open is Pulumi's to give.
      const metadata = { name: `${name}-1a2b3c4d`, ...inputs.metadata };
      return { id: `${metadata.namespace}/${metadata.name}`, state: { ...inputs, metadata } };
    },
    call: ({ inputs }) => inputs,
  });
  outputs = await pulumi.runtime.runInPulumiStack(() => import("../../examples/pulumi/index.js"));
});

const inputsOf = (type: string) => asked.find((one) => one.type === type)?.inputs;

test("the policy is what was meant: nothing to say about it, no secret in the log, all that CIS asks for", () => {
  expect(auditOfTenants.diagnostics).toEqual([]);
  const guarantees = [...guaranteesOfPack("leaks"), ...guaranteesOfPack("cis")];
  const broken = guarantees.filter((one) => proveGuarantee(auditOfTenants.policy, one).result !== "proved");
  expect(broken).toEqual([]);
});

test("the program makes a component of a ConfigMap and a TenantControlPlane", () => {
  expect(asked.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "example:index:AuditedControlPlane tenant-00",
    "kubernetes:core/v1:ConfigMap tenant-00-audit-policy",
    "kubernetes:kamaji.clastix.io/v1alpha1:TenantControlPlane tenant-00",
  ]);
});

test("the ConfigMap has the policy, decision for decision, and cannot be changed under the Pods that read it", () => {
  const configMap = inputsOf("kubernetes:core/v1:ConfigMap");
  expect(configMap.immutable).toBe(true);
  const { policy, path } = parsePolicy(JSON.stringify(configMap));
  expect(path).toBe("data.policy.yaml");
  if (!policy) throw new Error("there is no policy");
  expect(comparePolicies(auditOfTenants.policy, policy).relation).toBe("equivalent");
});

test("kube-apiserver is given the file that the ConfigMap is mounted as", () => {
  const { deployment } = inputsOf("kubernetes:kamaji.clastix.io/v1alpha1:TenantControlPlane").spec
    .controlPlane;
  const [volume] = deployment.additionalVolumes;
  const [mount] = deployment.additionalVolumeMounts.apiServer;
  expect(volume.configMap.name).toBe("tenant-00-audit-policy-1a2b3c4d");
  expect(mount.name).toBe(volume.name);
  const [key] = Object.keys(inputsOf("kubernetes:core/v1:ConfigMap").data);
  expect(deployment.extraArgs.apiServer).toEqual([
    `--audit-policy-file=${mount.mountPath}/${key}`,
    "--audit-log-path=-",
  ]);
});

test("the stack tells the name that Pulumi has given the ConfigMap", () => {
  expect(outputs?.["policyName"]).toBe("tenant-00-audit-policy-1a2b3c4d");
});

test("the README names every resource", () => {
  const readme = readFileSync(join(root, "examples/pulumi/README.md"), "utf8");
  for (const { type } of asked) expect(readme).toContain(`\`${type.split(":").at(-1)}\``);
});
