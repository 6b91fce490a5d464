import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../../src/model/index.js";
import { printPolicy } from "../../../src/print/index.js";

const policy = (...rules: Policy["rules"]): Policy => ({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules,
});

test("keys come in the API's order, whatever the order of the object", () => {
  const text = printPolicy({
    rules: [
      { verbs: ["get"], resources: [{ resources: ["pods"], group: "" }], level: "Metadata", users: ["a"] },
    ],
    kind: "Policy",
    omitStages: ["Panic"],
    apiVersion: "audit.k8s.io/v1",
  });
  expect(text).toBe(
    [
      "apiVersion: audit.k8s.io/v1",
      "kind: Policy",
      "omitStages:",
      "  - Panic",
      "rules:",
      "  - level: Metadata",
      "    users:",
      "      - a",
      "    verbs:",
      "      - get",
      "    resources:",
      '      - group: ""',
      "        resources:",
      "          - pods",
      "",
    ].join("\n"),
  );
});

test("an empty list is left out, for it constrains nothing", () => {
  expect(
    printPolicy(policy({ level: "None", users: [], resources: [{ group: "", resources: [] }] })),
  ).not.toContain("[]");
});

test.each([
  "no",
  "on",
  "y",
  "~",
  "null",
  "1",
  "1_000",
  "0o7",
  "0x1f",
  ".5",
  "1e3",
  "2001-01-01",
  "12:30",
  "<<",
  "=",
  "",
  " a",
  "a: b",
  "#a",
  "*",
  "&a",
  "a\nb",
  "\u2028",
  "\u0085x",
  "\u007f",
  "\ufeff",
  "- a",
])("the name %j is a string to readers of YAML 1.1 and 1.2", (name) => {
  const text = printPolicy(policy({ level: "None", users: [name] }));
  for (const version of ["1.1", "1.2"] as const)
    expect(parse(text, { version }).rules[0].users).toEqual([name]);
});

test.each(["<<", "=", "~"])(
  "the name %j is quoted, since readers differ in what it is when it stands plain",
  (name) => {
    expect(printPolicy(policy({ level: "None", users: [name] }))).toContain(`- "${name}"\n`);
  },
);

test("a comment stands above its rule, one line each, and rules with a comment are set apart", () => {
  const text = printPolicy(policy({ level: "None" }, { level: "Metadata" }), {
    comments: ["first", "second\n\nmore"],
  });
  expect(text.split("rules:\n")[1]).toBe(
    "  # first\n  - level: None\n\n  # second\n\n  # more\n  - level: Metadata\n",
  );
});

test("Kubernetes before 1.12 gets its policy in v1beta1", () => {
  expect(printPolicy(policy({ level: "None" }), { apiVersion: "audit.k8s.io/v1beta1" })).toContain(
    "apiVersion: audit.k8s.io/v1beta1\n",
  );
});
