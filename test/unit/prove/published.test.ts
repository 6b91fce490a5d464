import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePolicy } from "../../../src/parse/index.js";
import { guarantee, proveGuarantee } from "../../../src/prove/index.js";

/*
 * CIS 3.2.2 of policies that people publish. They are judged elsewhere by requests of one name each, which do not see what is
 * said of a single object; a proof does.
 */

/** Policies that keep it. */
const KEPT = [
  "datadog-docs",
  "gardener-example-custom",
  "gce-2021-09-v1.22",
  "gce-2025-12-v1.35.0-latest",
  "k3s-cis-starter",
  "k8s-docs-minimal-metadata",
  "k8s-test-infra-kind-audit-e2e",
  "kubermatic-metadata",
  "kubespray-default",
  "microk8s-cis-hardening",
  "ocp-profile-default",
  "rke1-default",
  "talos-default",
];

/** Policies that record the bodies of one object by its name, and keep it of all others. */
const BUT_FOR_ONE_NAME: Readonly<Record<string, string>> = {
  "aks-docs-complete": "coredns-custom",
  "eks-anywhere": "aws-auth",
  "eks-aws-best-practices": "aws-auth",
  "kubermatic-recommended": "usersshkeys",
};

const published = new URL("../../../../shared/data/policies/", import.meta.url);

describe.runIf(existsSync(published))("cis-3.2.2 of published policies", () => {
  const proofs = readdirSync(published).flatMap((file) => {
    const { policy } = parsePolicy(readFileSync(new URL(file, published), "utf8"));
    return policy
      ? [{ name: file.replace(/\.yaml$/, ""), proof: proveGuarantee(policy, guarantee("cis-3.2.2")) }]
      : [];
  });

  test("is proved of those that are known to keep it", () => {
    const proved = proofs.filter(({ proof }) => proof.result === "proved").map(({ name }) => name);
    expect(proved).toEqual(KEPT);
  });

  test("is broken by a single object alone where policies make an exception of it", () => {
    const exceptions = proofs.flatMap(({ name, proof }) => {
      const names = new Set(proof.breaches.map(({ witness }) => witness?.resource?.name ?? ""));
      const [only = ""] = names;
      const isOne = names.size === 1 && only !== "" && only !== "web-0";
      return isOne ? [[name, only]] : [];
    });
    expect(Object.fromEntries(exceptions)).toEqual(BUT_FOR_ONE_NAME);
  });

  test("can be mended in each of the others, and the mended policy is proved to keep it", () => {
    const broken = proofs.filter(({ proof }) => proof.result === "broken");
    expect(broken.length).toBeGreaterThan(0);
    for (const { name, proof } of broken) {
      const [mend] = proof.mends;
      const mended = mend && proveGuarantee(mend.policy, guarantee("cis-3.2.2"));
      expect(mended?.result, name).toBe("proved");
    }
  });
});
