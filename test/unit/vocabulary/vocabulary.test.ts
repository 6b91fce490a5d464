import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printVocabulary } from "../../../scripts/generate-vocabulary.js";
import { auditPolicy, GenAuditError, listApiResources } from "../../../src/index.js";
import { METHOD_VERBS, nameOf, RESOURCE_VERBS } from "../../../src/kubernetes/index.js";
import { API_VERBS } from "../../../src/kubernetes/read-api-resources.js";
import { type MethodVerb, type ResourceVerb, wordOfGroup } from "../../../src/vocabulary/index.js";
import * as vocabulary from "../../../src/vocabulary.js";

const words: Readonly<Record<string, unknown>> = vocabulary;

/** What stands behind a name that is not enumerable, too. */
function get(value: unknown, name: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(value), name)?.value;
}

test("the generated module is what the script makes of the table today: else `npm run generate`", () => {
  const file = new URL("../../../src/vocabulary/api-groups.generated.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(printVocabulary(listApiResources()));
});

test.each(listApiResources())("$group/$resource/$subresource is an entry for a rule", (served) => {
  const resource = get(words[wordOfGroup(served.group)], served.resource);
  const entry = served.subresource === "" ? resource : get(resource, served.subresource);
  expect(entry).toEqual({ group: served.group, resources: [nameOf(served)] });
  if (served.subresource !== "")
    expect(get(resource, "withSubresources")).toEqual({
      group: served.group,
      resources: [`${served.resource}/*`],
    });
});

test("every API group is there under a name of its own, which the package exports", () => {
  const groups = [...new Set(listApiResources().map(({ group }) => group))];
  expect(new Set(groups.map(wordOfGroup)).size).toBe(groups.length);
  for (const group of groups) expect(words[wordOfGroup(group)]).toEqual({ group });
});

test("the verbs that the compiler knows are those that kube-apiserver gives", () => {
  const ofResources: Record<ResourceVerb, true> = {
    create: true,
    delete: true,
    deletecollection: true,
    get: true,
    list: true,
    patch: true,
    proxy: true,
    update: true,
    watch: true,
  };
  const ofPaths: Record<MethodVerb, true> = {
    delete: true,
    get: true,
    head: true,
    options: true,
    patch: true,
    post: true,
    put: true,
  };
  expect(Object.keys(ofResources).sort()).toEqual([...RESOURCE_VERBS].sort());
  expect(Object.keys(ofPaths).sort()).toEqual([...METHOD_VERBS].sort());
  expect([...API_VERBS, "proxy"].sort()).toEqual(Object.keys(ofResources).sort());
});

test("in a rule nothing is left of it but what the API server reads", () => {
  const { core, apps } = vocabulary;
  const { policy, diagnostics } = auditPolicy()
    .rule("Metadata", {
      resources: [core.secrets, core.endpoints, core.serviceaccounts.token, apps.deployments],
    })
    .rule("Request", { resources: [core.pods.withSubresources, core.configmaps.named("aws-auth"), apps] })
    .atMost("Request", { resources: [core.pods, core.pods.exec] })
    .build();
  expect(diagnostics).toEqual([]);
  expect(JSON.parse(JSON.stringify(policy.rules))).toStrictEqual([
    {
      level: "Metadata",
      resources: [
        { group: "", resources: ["secrets", "endpoints", "serviceaccounts/token"] },
        { group: "apps", resources: ["deployments"] },
      ],
    },
    {
      level: "Request",
      resources: [
        { group: "", resources: ["pods/*"] },
        { group: "", resources: ["configmaps"], resourceNames: ["aws-auth"] },
        { group: "apps" },
      ],
    },
  ]);
});

describe("users", () => {
  const { node, serviceAccount, serviceAccountsIn } = vocabulary;

  test("are spelt as kube-apiserver does", () => {
    expect(serviceAccount("kube-system", "namespace-controller")).toBe(
      "system:serviceaccount:kube-system:namespace-controller",
    );
    expect(serviceAccountsIn("kube-system")).toBe("system:serviceaccounts:kube-system");
    expect(node("ip-10-0-0-1.ec2.internal")).toBe("system:node:ip-10-0-0-1.ec2.internal");
  });

  test.each([
    () => serviceAccount("argo/cd", "server"),
    () => serviceAccount("a.b", "server"),
    () => serviceAccount("", "server"),
    () => serviceAccount("argocd", "Server"),
    () => serviceAccount("argocd", ["*"].join()),
    () => serviceAccountsIn("a".repeat(64)),
    () => node("system:node:a"),
  ])("that nobody can be are refused: %s", (call) => {
    expect(call).toThrow(GenAuditError);
  });
});
