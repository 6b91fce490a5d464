import { expect, test } from "vitest";
import { kindOfIdentity } from "../../../src/kubernetes/index.js";

test.each([
  "system:anonymous",
  "system:kube-scheduler",
  "system:node:worker-1.example.com",
  "system:serviceaccount:kube-system:default",
  "system:bootstrap:abcdef",
])("%s is a user", (name) => {
  expect(kindOfIdentity(name)).toBe("user");
});

test.each([
  "system:masters",
  "system:nodes",
  "system:serviceaccounts",
  "system:serviceaccounts:kube-system",
  "system:bootstrappers:kubeadm:default-node-token",
])("%s is a group", (name) => {
  expect(kindOfIdentity(name)).toBe("group");
});

test.each([
  "*",
  "system:serviceaccount:kube-system",
  "system:serviceaccount:kube-system:*",
  "system:serviceaccounts:kube-system:default",
  "system:serviceaccounts:",
  "system:Masters",
])("%s is nobody", (name) => {
  expect(kindOfIdentity(name)).toBe("nobody");
});

test.each([
  "jane",
  "system:monitoring", // kube-up has both
  "system:node", // a user of RKE 1, and a ClusterRole of Kubernetes
  "system:node:",
  "system:node:Worker-1",
])("%s may be anybody", (name) => {
  expect(kindOfIdentity(name)).toBeUndefined();
});
