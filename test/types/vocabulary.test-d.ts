import { describe, expectTypeOf, test } from "vitest";
import { auditPolicy, type RuleSelector } from "../../src/index.js";
import {
  type ApiVerb,
  apps,
  authentication,
  core,
  type KnownResource,
  node,
  rbac,
  serviceAccount,
  serviceAccountsIn,
} from "../../src/vocabulary.js";

const builder = auditPolicy();
const computed: string = ["argocd"].join();

describe("the compiler accepts", () => {
  test("resources and subresources, with the verbs that any of them has", () => {
    builder.rule("Metadata", { verbs: ["get", "watch"], resources: [core.secrets, core.pods.log] });
    builder.rule("Request", { verbs: ["create", "get"], resources: [core.pods.exec, core.pods.attach] });
    builder.rule("Request", { verbs: ["patch"], resources: [apps.deployments.scale, rbac.roles] });
    builder.rule("None", { verbs: ["list", "create"], resources: [core.pods.withSubresources] });
    builder.atMost("Metadata", { verbs: ["update"], resources: [core.configmaps.named("aws-auth")] });
  });

  test("a whole group, and any group and resource that is not Kubernetes' own", () => {
    builder.rule("Metadata", { verbs: ["create"], resources: [authentication] });
    builder.rule("Metadata", {
      verbs: ["watch"],
      resources: [
        { group: "argoproj.io", resources: ["applications", "applications/*", "*/scale", "*"] },
        core.pods.exec,
      ],
    });
    builder.rule("Metadata", {
      resources: [{ group: "*", resources: ["*/exec"], resourceNames: ["web-0"] }],
    });
  });

  test("users and groups by what they are", () => {
    builder.rule("None", {
      users: [serviceAccount("argocd", "argocd-server"), node("worker-1"), "system:kube-proxy", "jane"],
      userGroups: [serviceAccountsIn("argocd"), "system:nodes", "devs"],
    });
    expectTypeOf(serviceAccount("a", "b")).toEqualTypeOf<"system:serviceaccount:a:b">();
    expectTypeOf(node("a")).toEqualTypeOf<"system:node:a">();
  });

  test("what is computed, and selectors that are kept in a variable", () => {
    builder.rule("None", {
      users: [computed, serviceAccount(computed, computed)],
      verbs: [computed],
      namespaces: [computed],
      resources: [{ group: computed, resources: [computed] }, core.pods.named(computed)],
    });
    builder.rule("None", { verbs: [computed], resources: [core.pods.exec] });
    builder.rule("None", { verbs: [computed], nonResourceURLs: [`/${computed}`] });
    const selector: RuleSelector = { verbs: ["get"], resources: [core.secrets] };
    builder.rule("None", selector);
    const watched = [core.secrets, core.configmaps];
    builder.rule("None", { verbs: ["watch"], resources: watched });
  });

  test("methods where a rule may be for paths", () => {
    builder.rule("None", { verbs: ["get", "head", "post"] });
    builder.rule("None", { verbs: ["head"], nonResourceURLs: ["/healthz*", "*"] });
  });
});

describe("the compiler rejects", () => {
  test("a verb that none of the resources has", () => {
    // @ts-expect-error -- a log is read
    builder.rule("Metadata", { verbs: ["create"], resources: [core.pods.log] });
    // @ts-expect-error -- no subresource is watched
    builder.rule("Metadata", { verbs: ["watch"], resources: [core.pods.exec, core.pods.log] });
    // @ts-expect-error -- the reviews of a token are made, and not listed
    builder.atLeast("Metadata", { verbs: ["list"], resources: [authentication.tokenreviews] });
  });

  test("a word that is no verb", () => {
    // @ts-expect-error -- it is "create" of pods/exec
    builder.rule("Metadata", { verbs: ["exec"], resources: [{ group: "", resources: ["pods"] }] });
    // @ts-expect-error -- a method, but not of requests for resources
    builder.rule("Metadata", { verbs: ["post"], resources: [core.pods] });
    // @ts-expect-error -- no method
    builder.rule("Metadata", { verbs: ["list"], nonResourceURLs: ["/metrics"] });
    // @ts-expect-error -- verbs are written small
    builder.rule("Metadata", { verbs: ["GET"] });
  });

  test("a * where kube-apiserver knows none", () => {
    // @ts-expect-error -- no list of verbs at all is every verb
    builder.rule("None", { verbs: ["*"] });
    // @ts-expect-error -- as in roles
    builder.rule("None", { verbs: ["*"], resources: [core.pods] });
    // @ts-expect-error -- a user is one user
    builder.rule("None", { users: ["*"] });
    // @ts-expect-error -- the group is serviceAccountsIn("kube-system")
    builder.rule("None", { users: ["jane", "system:serviceaccount:kube-system:*"] });
    // @ts-expect-error -- a group is one group
    builder.rule("None", { userGroups: ["oidc:*"] });
    // @ts-expect-error -- a namespace is one namespace
    builder.rule("None", { namespaces: ["kube-*"] });
    // @ts-expect-error -- an object is one object
    builder.rule("None", { resources: [{ group: "", resources: ["pods"], resourceNames: ["a*"] }] });
    // @ts-expect-error -- an object is one object
    core.configmaps.named("kube-*");
    // @ts-expect-error -- a * is all of what stands before or behind the slash
    builder.rule("None", { resources: [{ group: "", resources: ["pod*"] }] });
    // @ts-expect-error -- and not of both
    builder.rule("None", { resources: [{ group: "", resources: ["*/*"] }] });
    // @ts-expect-error -- a * is all groups
    builder.rule("None", { resources: [{ group: "*.k8s.io" }] });
    // @ts-expect-error -- it is the last character
    builder.rule("None", { nonResourceURLs: ["/api/*/pods"] });
    // @ts-expect-error -- an account is one account
    serviceAccount("argocd", "*");
    // @ts-expect-error -- a node is one node
    node("worker-*");
  });

  test("a user among groups, and a group among users", () => {
    // @ts-expect-error -- a user
    builder.rule("None", { userGroups: [serviceAccount("argocd", "argocd-server")] });
    // @ts-expect-error -- a user
    builder.rule("None", { userGroups: ["system:node:worker-1"] });
    // @ts-expect-error -- a group
    builder.rule("None", { users: ["system:nodes"] });
    // @ts-expect-error -- a group
    builder.rule("None", { users: [serviceAccountsIn("argocd")] });
  });

  test("a resource that Kubernetes does not have, and a version beside a group", () => {
    // @ts-expect-error -- misspelt
    builder.rule("None", { resources: [core.secret] });
    // @ts-expect-error -- a group goes without
    builder.rule("None", { resources: [{ group: "apps/v1", resources: ["deployments"] }] });
  });

  test("a field that entries do not have", () => {
    // @ts-expect-error -- the field is "resources"
    builder.rule("None", { resources: [core.pods, { group: "", resource: ["pods"] }] });
  });
});

test("a resource carries its verbs", () => {
  expectTypeOf(core.secrets).toExtend<KnownResource<ApiVerb>>();
  expectTypeOf(apps.deployments.scale).toExtend<KnownResource<"get" | "patch" | "update">>();
});
