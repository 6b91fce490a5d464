import { describe, expect, test } from "vitest";
import { isMember } from "../../../src/kubernetes/index.js";

describe("whether a user is in a group is settled by the name", () => {
  test.each([
    ["system:serviceaccount:argocd:argocd-server", "system:serviceaccounts", true],
    ["system:serviceaccount:argocd:argocd-server", "system:serviceaccounts:argocd", true],
    ["system:serviceaccount:argocd:argocd-server", "system:serviceaccounts:argo", false],
    ["system:serviceaccount:argocd:argocd-server", "system:nodes", false],
    ["system:serviceaccount:argocd:argocd-server", "system:authenticated", true],
    ["system:node:worker-1", "system:nodes", true],
    ["system:node:worker-1", "system:serviceaccounts", false],
    ["system:anonymous", "system:unauthenticated", true],
    ["system:anonymous", "system:authenticated", false],
    ["jane", "system:unauthenticated", false],
    ["jane", "system:authenticated", true],
    ["jane", "system:nodes", false],
    ["system:kube-scheduler", "system:nodes", false],
    ["jane", "system:serviceaccount:argocd:argocd-server", false],
    ["system:kube-scheduler", "system:kube-scheduler", false],
    ["jane", "devs-*", false],
    ["system:serviceaccount:argocd:argocd-server", "devs", false],
    ["system:anonymous", "system:masters", false],
    ["system:apiserver", "system:masters", true],
    ["system:apiserver", "devs", false],
    ["system:kube-controller-manager", "system:serviceaccounts:kube-system", false],
  ])("%s in %s: %s", (user, group, expected) => {
    expect(isMember(user, group)).toBe(expected);
  });

  test.each([
    ["jane", "devs"],
    ["jane", "system:masters"],
    ["system:node:worker-1", "devs"],
  ])("but not %s in %s", (user, group) => {
    expect(isMember(user, group)).toBeUndefined();
  });
});
