import { expect, test } from "vitest";
import { describeSelector } from "../../../src/diagnostics/index.js";

test("a selector is written as in a policy", () => {
  expect(
    describeSelector({
      user: "none",
      verbs: ["get"],
      resources: [{ group: "", resources: ["pods/exec"], resourceNames: ["a b"] }],
      namespaces: ["kube-system"],
    }),
  ).toBe(
    '{user: none, verbs: [get], resources: [{group: "", resources: [pods/exec], resourceNames: ["a b"]}], namespaces: [kube-system]}',
  );
  expect(describeSelector({ nonResourceURLs: ["/livez*"] })).toBe("{nonResourceURLs: [/livez*]}");
  expect(describeSelector({})).toBe("{}");
});
