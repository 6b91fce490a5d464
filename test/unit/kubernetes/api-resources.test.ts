import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import {
  type ApiResource,
  findApiResources,
  hasApiGroup,
  knowsApiResources,
  listApiResources,
  NEWEST_KUBERNETES,
  pluralOf,
  printVersion,
} from "../../../src/kubernetes/index.js";
import { API_VERBS } from "../../../src/kubernetes/read-api-resources.js";

const newest = printVersion(NEWEST_KUBERNETES);
const minors = Array.from({ length: NEWEST_KUBERNETES.minor - 19 + 1 }, (_, index) => 19 + index);
const nameOf = ({ resource, subresource }: ApiResource): string =>
  subresource === "" ? resource : `${resource}/${subresource}`;
const idOf = (served: ApiResource): string => `${served.group} ${nameOf(served)}`;

/** The resource of that name in the core group. */
const core = (name: string, release = newest): ApiResource | undefined =>
  findApiResources(name, release).find(({ group }) => group === "");
const groupsWith = (name: string, release?: string): readonly string[] =>
  findApiResources(name, release).map(({ group }) => group);

describe("the verbs of a resource are those of its requests", () => {
  test.each([
    ["secrets", API_VERBS.join()],
    ["namespaces", "create,delete,get,list,patch,update,watch"],
    ["namespaces/finalize", "update"],
    ["namespaces/status", "get,patch,update"],
    ["pods/exec", "create,get"],
    ["pods/attach", "create,get"],
    ["pods/portforward", "create,get"],
    ["pods/log", "get"],
    ["pods/eviction", "create"],
    ["pods/binding", "create"],
    ["bindings", "create"],
    ["pods/proxy", "create,delete,get,patch,update"],
    ["nodes/proxy", "create,delete,get,patch,update"],
    ["services/proxy", "create,delete,get,patch,update"],
    ["serviceaccounts/token", "create"],
    // It takes the parameter `watch`, and answers it with an error.
    ["componentstatuses", "get,list"],
  ])("%s: %s, from 1.19 on", (name, verbs) => {
    expect(core(name)?.verbs.join()).toBe(verbs);
    expect(core(name, "1.19")?.verbs.join()).toBe(verbs);
    expect(core(name)).toMatchObject({ since: "1.19", stability: "stable" });
  });

  test("services are deleted together since 1.23", () => {
    expect(core("services", "1.22")?.verbs).not.toContain("deletecollection");
    expect(core("services", "1.23")?.verbs).toContain("deletecollection");
    expect(listApiResources().filter((served) => idOf(served) === " services")).toEqual([core("services")]);
  });

  test("reviews are only created", () => {
    const reviews = listApiResources().filter(({ resource }) => resource.endsWith("reviews"));
    expect(reviews.map(({ resource }) => resource).sort()).toEqual([
      "localsubjectaccessreviews",
      "selfsubjectaccessreviews",
      "selfsubjectreviews",
      "selfsubjectrulesreviews",
      "subjectaccessreviews",
      "tokenreviews",
    ]);
    expect(new Set(reviews.map(({ verbs }) => verbs.join()))).toEqual(new Set(["create"]));
    expect(reviews.filter(({ namespaced }) => namespaced).map(nameOf)).toEqual(["localsubjectaccessreviews"]);
  });

  test("none goes away while its resource is there, so that the last release speaks for all", () => {
    const last = new Map(listApiResources().map((served) => [idOf(served), served.verbs]));
    for (const minor of minors) {
      for (const served of listApiResources(`1.${minor}`)) {
        expect(last.get(idOf(served)), idOf(served)).toEqual(expect.arrayContaining([...served.verbs]));
      }
    }
  });
});

describe("a release serves what was there in it", () => {
  test.each([
    ["extensions", "ingresses", "1.19", "1.21"],
    ["policy", "podsecuritypolicies", "1.19", "1.24"],
    ["settings.k8s.io", "podpresets", "1.19", "1.19"],
    ["resource.k8s.io", "podschedulings", "1.26", "1.26"],
    ["networking.k8s.io", "networkpolicies/status", "1.24", "1.27"],
    ["batch", "cronjobs", "1.19", undefined],
    ["", "pods/ephemeralcontainers", "1.21", undefined],
    ["", "pods/resize", "1.32", undefined],
    ["authentication.k8s.io", "selfsubjectreviews", "1.26", undefined],
  ])("%s %s: since %s, until %s", (group, name, since, until) => {
    const [found] = findApiResources(name).filter((served) => served.group === group);
    expect([found?.since, found?.until]).toEqual([since, until]);
    const serving = minors.filter((minor) => groupsWith(name, `1.${minor}`).includes(group));
    const [first, last] = [since, until ?? newest].map((release) => Number(release.slice(2)));
    expect(serving).toEqual(minors.filter((minor) => Number(first) <= minor && minor <= Number(last)));
  });

  test("and each resource at the stability that it had", () => {
    const stabilities = ["1.25", "1.26", "1.27", "1.28", "1.29", "1.30", newest].map(
      (release) => findApiResources("validatingadmissionpolicies", release)[0]?.stability,
    );
    expect(stabilities).toEqual([undefined, "alpha", "alpha", "beta", "beta", "stable", "stable"]);
    expect(findApiResources("cronjobs", "1.20")[0]?.stability).toBe("beta");
    expect(findApiResources("cronjobs", "1.21")[0]?.stability).toBe("stable");
  });

  test("once", () => {
    for (const release of [undefined, ...minors.map((minor) => `1.${minor}`)]) {
      const ids = listApiResources(release).map(idOf);
      expect(ids.length).toBeGreaterThan(90);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test("a resource is found in all groups that have it", () => {
  expect(groupsWith("events", newest)).toEqual(["", "events.k8s.io"]);
  expect(groupsWith("ingresses", "1.21")).toEqual(["extensions", "networking.k8s.io"]);
  expect(groupsWith("ingresses", "1.22")).toEqual(["networking.k8s.io"]);
  expect(groupsWith("deployments/scale", "1.30")).toEqual(["apps"]);
  expect(groupsWith("deployments/exec", "1.30")).toEqual([]);
  expect(groupsWith("Pods", "1.30")).toEqual([]);
});

test("nodes, namespaces and persistentvolumes are of the cluster, with their subresources; what lives in a namespace is not", () => {
  const ofCluster = listApiResources(newest).filter(({ group, namespaced }) => group === "" && !namespaced);
  expect([...new Set(ofCluster.map(({ resource }) => resource))]).toEqual([
    "componentstatuses",
    "namespaces",
    "nodes",
    "persistentvolumes",
  ]);
});

test("a group is there from its first release to its last", () => {
  expect(hasApiGroup("", "1.30")).toBe(true);
  expect(hasApiGroup("extensions", "1.21")).toBe(true);
  expect(hasApiGroup("extensions", "1.22")).toBe(false);
  expect(hasApiGroup("resource.k8s.io", "1.25")).toBe(false);
  expect(hasApiGroup("resource.k8s.io", "1.26")).toBe(true);
  expect(hasApiGroup("extensions")).toBe(true);
  expect(hasApiGroup("metrics.k8s.io")).toBe(false);
});

describe("what kubectl reads is the plural", () => {
  test.each([
    ["po", "pods"],
    ["pod", "pods"],
    ["Pod", "pods"],
    ["svc", "services"],
    ["cm", "configmaps"],
    ["deploy/scale", "deployments/scale"],
    ["Secrets", undefined],
    ["pods", undefined],
    ["endpoints", undefined],
    ["pud", undefined],
  ])("%s: %s", (word, plural) => expect(pluralOf(word, newest)).toBe(plural));

  test("of one resource", () => {
    for (const minor of minors) {
      const plurals = new Map<string, string>();
      for (const { resource, kind, shortNames } of listApiResources(`1.${minor}`)) {
        for (const word of [...(kind === undefined ? [] : [kind.toLowerCase()]), ...shortNames]) {
          expect(plurals.get(word) ?? resource, word).toBe(resource);
          plurals.set(word, resource);
        }
      }
    }
  });
});

describe("releases", () => {
  test.each(["1.18", `1.${NEWEST_KUBERNETES.minor + 1}`, "2.20", "latest"])(
    "of %s nothing is known",
    (release) => {
      expect(knowsApiResources(release)).toBe(false);
      expect(() => listApiResources(release)).toThrow(GenAuditError);
      expect(() => listApiResources(release)).toThrow(`"${release}"`);
    },
  );

  test.each(["1.19", "v1.30.4", newest])("%s is known", (release) => {
    expect(knowsApiResources(release)).toBe(true);
    expect(hasApiGroup("apps", release)).toBe(true);
  });
});

test("the table is small enough to start with", () => {
  const file = new URL("../../../src/kubernetes/api-resources.generated.ts", import.meta.url);
  expect(readFileSync(file).length).toBeLessThan(12_000);
});
