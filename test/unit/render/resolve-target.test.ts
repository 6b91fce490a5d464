import { describe, expect, test } from "vitest";
import type { Policy } from "../../../src/model/index.js";
import { listTargets, type Rendering, renderTarget } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const render = (target: string, kubernetesVersion?: string): Rendering =>
  renderTarget({ policy, target, kubernetesVersion });

describe("a target by name", () => {
  test("has the near miss offered, and the targets listed", () => {
    expect(() => render("kosp")).toThrow(
      expect.objectContaining({
        code: "unknown-target",
        message: 'unknown target "kosp"; did you mean "kops"?',
        help: expect.stringMatching(/^targets are policy, kops, kubeadm, static-pod/),
      }),
    );
  });

  test.each(["kops@1.7", "kops@1.38", "kops@2.1", "kops@", "kops@new", "kubeadm@1.21", "kubeadm@1.30@1"])(
    "%s is an unknown version",
    (target) => {
      expect(() => render(target)).toThrow(expect.objectContaining({ code: "unknown-version" }));
    },
  );

  test("has no version where it has none", () => {
    expect(() => render("static-pod@1.30")).toThrow(/has no versions/);
    expect(render("static-pod").version).toBeUndefined();
  });

  test("is rendered for the newest version unless one is named", () => {
    const own = listTargets().filter(({ provider }) => !provider);
    for (const { name, versions } of own) expect(render(name).version).toBe(versions?.newest);
    expect(render("kops@v1.25.3").version).toBe("1.25.3");
  });

  test("may be named with its build, as the tool itself prints it", () => {
    expect(render("k3s@v1.30.4+k3s1").version).toBe("1.30.4");
    expect(render("rke2@v1.30.4+rke2r1").version).toBe("1.30.4");
    expect(() => render("k3s@v1.30.4+")).toThrow(expect.objectContaining({ code: "unknown-version" }));
  });
});

describe("the version of Kubernetes", () => {
  test("must be one that the target runs", () => {
    expect(() => render("kops@1.25", "1.26")).toThrow("kOps 1.25 runs Kubernetes 1.20 to 1.25, not 1.26");
    expect(() => render("kubeadm@1.30", "1.28")).toThrow(
      "kubeadm 1.30 runs Kubernetes 1.29 to 1.30, not 1.28",
    );
    expect(() => render("policy", "1.7")).toThrow(/unknown Kubernetes version "1.7"/);
    expect(() => render("policy", "latest")).toThrow(/unknown Kubernetes version "latest"/);
  });

  test("settles the version of kubeadm", () => {
    expect(render("kubeadm", "1.28.3").version).toBe("1.28.3");
    expect(() => render("kubeadm", "1.20")).toThrow('unknown version "1.20" of the target kubeadm');
  });

  test("below 1.12 makes the policy v1beta1", () => {
    expect(render("policy", "1.11").artifacts[0]?.content).toContain("apiVersion: audit.k8s.io/v1beta1\n");
    expect(render("policy", "1.12").artifacts[0]?.content).toContain("apiVersion: audit.k8s.io/v1\n");
    expect(render("kops@1.12", "1.11").artifacts[0]?.content).toContain("audit.k8s.io/v1beta1\n");
  });
});

describe("a form of a target", () => {
  test("is known by name, the near miss offered", () => {
    expect(() => renderTarget({ policy, target: "talos", form: "inlined" })).toThrow(
      expect.objectContaining({
        code: "unknown-form",
        message: 'Talos 1.14 has no form "inlined"; did you mean "inline"?',
        help: "its forms are documents, inline",
      }),
    );
    expect(() => renderTarget({ policy, target: "kops", form: "inline" })).toThrow(
      'kOps 1.37 has no form "inline"',
    );
  });

  test("is listed with the target, the default first", () => {
    const forms = Object.fromEntries(listTargets().map(({ name, forms }) => [name, forms]));
    expect(forms).toMatchObject({ talos: ["documents", "inline"], kops: undefined });
  });
});
