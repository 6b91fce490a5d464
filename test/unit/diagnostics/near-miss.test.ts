import { expect, test } from "vitest";
import { nearMiss } from "../../../src/diagnostics/index.js";

test.each([
  ["metadata", ["None", "Metadata"], "Metadata"],
  ["verb", ["level", "verbs"], "verbs"],
  ["namespacees", ["namespaces", "resources"], "namespaces"],
  ["gec", ["gce", "gce-upstream"], "gce"],
  ["levle", ["level", "users"], "level"],
  ["kubeadmin", ["kops", "kubeadm"], "kubeadm"],
  ["eks", ["kops", "kubeadm", "policy"], undefined],
  ["", ["kops"], undefined],
])("the near miss of %j among %j is %j", (word, known, expected) => {
  expect(nearMiss(word, known)).toBe(expected);
});
