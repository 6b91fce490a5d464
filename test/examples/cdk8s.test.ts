import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Testing, Yaml } from "cdk8s";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { auditOfClusters } from "../../examples/cdk8s/audit-policy.js";
import {
  AuditedControlPlane,
  type AuditedControlPlaneProps,
} from "../../examples/cdk8s/audited-control-plane.js";
import {
  comparePolicies,
  getPreset,
  guaranteesOfPack,
  type Policy,
  parsePolicies,
  proveGuarantee,
} from "../../src/index.js";
import { type Schema, strict } from "../render/strict-schema.js";
import { copyExample, root, runCopy } from "./copy-example.js";

const short = { policy: getPreset("metadata-only").policy, comments: [] };

/** The chart's objects, as they are applied. */
function synthesize(audit: AuditedControlPlaneProps["audit"]) {
  const chart = new AuditedControlPlane(Testing.app(), "example", {
    namespace: "clusters",
    audit,
    kubernetesVersion: "v1.36.2",
    machineTemplate: {
      apiGroup: "infrastructure.cluster.x-k8s.io",
      kind: "DockerMachineTemplate",
      name: "a",
    },
  });
  return Testing.synth(chart);
}

/** The policies of a text, each with where it was found, and whether it decides every request as the one that went in. */
function readBack(text: string, policy: Policy): readonly string[] {
  return parsePolicies(text).map((one) => {
    const { relation } = comparePolicies(policy, one.policy ?? { ...policy, rules: [] });
    return `${one.path}: ${relation}`;
  });
}

test("the policy is what was meant: nothing to say about it, no secret in the log, all that CIS asks for", () => {
  expect(auditOfClusters.diagnostics).toEqual([]);
  const guarantees = [...guaranteesOfPack("leaks"), ...guaranteesOfPack("cis")];
  const broken = guarantees.filter((one) => proveGuarantee(auditOfClusters.policy, one).result !== "proved");
  expect(broken).toEqual([]);
});

test("a short policy stands in the ConfigMap and in the control plane, which is given its flags", () => {
  const { policy } = short;
  const objects = synthesize(short);
  expect(objects.map(({ kind }) => kind)).toEqual(["ConfigMap", "KubeadmControlPlane"]);
  expect(readBack(Yaml.stringify(...objects), policy)).toEqual([
    "data.policy.yaml: equivalent",
    "spec.kubeadmConfigSpec.files[0].content: equivalent",
  ]);
  const { apiServer } = objects[1].spec.kubeadmConfigSpec.clusterConfiguration;
  expect(apiServer.extraArgs.map(({ name, value }: Record<string, string>) => `${name}=${value}`)).toEqual([
    "profiling=false",
    "audit-policy-file=/etc/kubernetes/audit/policy.yaml",
    "audit-log-path=/var/log/kubernetes/audit/audit.log",
    "audit-log-maxage=30",
    "audit-log-maxbackup=10",
    "audit-log-maxsize=100",
  ]);
});

test("a long policy stands in a Secret, which comes before the control plane that names it", () => {
  const objects = synthesize(auditOfClusters);
  expect(objects.map(({ kind }) => kind)).toEqual(["ConfigMap", "Secret", "KubeadmControlPlane"]);
  const [, secret, controlPlane] = objects;
  expect(secret.metadata.namespace).toBe(controlPlane.metadata.namespace);
  const [file] = controlPlane.spec.kubeadmConfigSpec.files;
  expect(file.contentFrom.secret).toEqual({ name: secret.metadata.name, key: "policy.yaml" });
  expect(readBack(Yaml.stringify(...objects), auditOfClusters.policy)).toEqual([
    "data.policy.yaml: equivalent",
    "stringData.policy.yaml: equivalent",
  ]);
});

/** The CRD, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/kcp.yaml", import.meta.url);
test.runIf(existsSync(crd))(
  "the CRD of KubeadmControlPlane takes the control plane, with unknown fields refused",
  () => {
    const { versions } = parse(readFileSync(crd, "utf8")).spec;
    const { spec }: Record<string, Schema> = versions.find(({ name }: { name: string }) => name === "v1beta2")
      .schema.openAPIV3Schema.properties;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(strict(spec ?? {}) as object);
    for (const audit of [short, auditOfClusters]) {
      validate(synthesize(audit).at(-1).spec);
      expect(validate.errors ?? []).toEqual([]);
    }
  },
);

test("the program writes what the README says, each time the same", () => {
  const folder = copyExample("cdk8s", ["cdk8s", "constructs", "yaml"]);
  try {
    const [first, second] = ["first", "second"].map((out) => {
      const { status, stderr } = runCopy(folder, ["main.ts"], { CDK8S_OUTDIR: join(folder, out) });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      expect(readdirSync(join(folder, out))).toEqual(["example.k8s.yaml"]);
      return readFileSync(join(folder, out, "example.k8s.yaml"), "utf8");
    });
    expect(second).toBe(first);
    expect(readBack(first ?? "", auditOfClusters.policy)).toHaveLength(2);
    const readme = readFileSync(join(root, "examples/cdk8s/README.md"), "utf8");
    for (const [, kind] of (first ?? "").matchAll(/^kind: (\w+)$/gm)) expect(readme).toContain(`\`${kind}\``);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
