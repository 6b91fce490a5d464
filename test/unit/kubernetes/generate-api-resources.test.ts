import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  minorOf,
  printApiResourcesModule,
  printTable,
  RELEASES,
} from "../../../scripts/generate-api-resources.js";
import { joinReleases, type Release } from "../../../scripts/kubernetes-api/join-releases.js";
import { readDiscovery, readShortNames } from "../../../scripts/kubernetes-api/read-discovery.js";
import { type PathItem, readOpenApi } from "../../../scripts/kubernetes-api/read-open-api.js";
import type { ServedResource } from "../../../scripts/kubernetes-api/served-resource.js";
import { API_RESOURCES } from "../../../src/kubernetes/api-resources.generated.js";
import { NEWEST_KUBERNETES } from "../../../src/kubernetes/index.js";
import { readApiResources } from "../../../src/kubernetes/read-api-resources.js";

test("the generated module was made by these scripts from these releases: else `npx tsx scripts/generate-api-resources.ts`", () => {
  const generated = new URL("../../../src/kubernetes/api-resources.generated.ts", import.meta.url);
  expect(readFileSync(generated, "utf8")).toBe(printApiResourcesModule(API_RESOURCES.trimStart()));
});

test("it is made from every minor release from 1.19 to the newest", () => {
  const { major, minor: newest } = NEWEST_KUBERNETES;
  expect(RELEASES.every((release) => release.startsWith(`v${major}.`))).toBe(true);
  expect(RELEASES.map(minorOf)).toEqual(Array.from({ length: newest - 18 }, (_, index) => 19 + index));
});

/** A path with an operation for each method, of that kind. */
const path = (kind: string, ...methods: readonly (keyof PathItem)[]): PathItem =>
  Object.fromEntries(methods.map((method) => [method, { "x-kubernetes-group-version-kind": { kind } }]));
const read = (paths: Readonly<Record<string, PathItem>>): readonly string[] =>
  readOpenApi({ paths }).map(
    ({ group, name, namespaced, verbs, stability, kind }) =>
      `${group}|${name} ${namespaced ? "namespaced" : "cluster"} ${verbs.join()} ${stability} ${kind ?? "-"}`,
  );

describe("an operation is read as the request that it is", () => {
  test("on the objects of a namespace, of all namespaces, and on one object", () => {
    const objects = path("Secret", "get", "post", "delete");
    expect(
      read({
        "/api/v1/secrets": path("Secret", "get"),
        "/api/v1/namespaces/{namespace}/secrets": objects,
        "/api/v1/namespaces/{namespace}/secrets/{name}": path("Secret", "get", "put", "patch", "delete"),
        "/api/v1/watch/secrets": path("Secret", "get"),
        "/api/v1/watch/namespaces/{namespace}/secrets/{name}": path("Secret", "get"),
      }),
    ).toEqual([
      "|secrets namespaced create,delete,deletecollection,get,list,patch,update,watch stable Secret",
    ]);
  });

  test("a list without a path below /watch/ is not watched, whatever its parameters", () => {
    const list = { ...path("ComponentStatus", "get"), parameters: [{ name: "watch", in: "query" }] };
    expect(read({ "/api/v1/componentstatuses": list })).toEqual([
      "|componentstatuses cluster list stable ComponentStatus",
    ]);
  });

  test("the list over all namespaces makes no resource of the cluster, in either order", () => {
    const paths: readonly (readonly [string, PathItem])[] = [
      ["/apis/apps/v1/deployments", path("Deployment", "get")],
      ["/apis/apps/v1/namespaces/{namespace}/deployments", path("Deployment", "post")],
    ];
    const expected = ["apps|deployments namespaced create,list stable Deployment"];
    expect(read(Object.fromEntries(paths))).toEqual(expected);
    expect(read(Object.fromEntries(paths.toReversed()))).toEqual(expected);
  });

  test("namespaces are of the cluster, and have subresources", () => {
    expect(
      read({
        "/api/v1/namespaces": path("Namespace", "get", "post"),
        "/api/v1/namespaces/{name}": path("Namespace", "get", "delete"),
        "/api/v1/namespaces/{name}/status": path("Namespace", "get"),
        "/api/v1/namespaces/{name}/finalize": path("Namespace", "put"),
        "/api/v1/watch/namespaces": path("Namespace", "get"),
        "/api/v1/watch/namespaces/{name}": path("Namespace", "get"),
      }),
    ).toEqual([
      "|namespaces cluster create,delete,get,list,watch stable Namespace",
      "|namespaces/finalize cluster update stable -",
      "|namespaces/status cluster get stable -",
    ]);
  });

  test("what connects has the verbs of its methods, of which OPTIONS is none", () => {
    const any = path("PodProxyOptions", "get", "head", "options", "post", "put", "patch", "delete");
    expect(
      read({
        "/api/v1/namespaces/{namespace}/pods/{name}/exec": path("PodExecOptions", "get", "post"),
        "/api/v1/namespaces/{namespace}/pods/{name}/proxy": any,
        "/api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}": any,
        "/api/v1/nodes/{name}/proxy/{path}": path("NodeProxyOptions", "options", "get"),
      }),
    ).toEqual([
      "|nodes/proxy cluster get stable -",
      "|pods/exec namespaced create,get stable -",
      "|pods/proxy namespaced create,delete,get,patch,update stable -",
    ]);
  });

  test("what is only created", () => {
    expect(
      read({
        "/apis/authentication.k8s.io/v1/tokenreviews": path("TokenReview", "post"),
        "/api/v1/namespaces/{namespace}/pods/{name}/eviction": path("Eviction", "post"),
      }),
    ).toEqual([
      "|pods/eviction namespaced create stable -",
      "authentication.k8s.io|tokenreviews cluster create stable TokenReview",
    ]);
  });

  test("paths of no resource are passed over", () => {
    const get = path("", "get");
    const paths = [
      "/api/",
      "/api/v1/",
      "/apis/",
      "/apis/apps/",
      "/apis/apps/v1/",
      "/version/",
      "/logs/{logpath}",
    ];
    expect(read(Object.fromEntries(paths.map((one) => [one, get])))).toEqual([]);
  });

  test("API versions of a group are taken together, and the best of them counts", () => {
    const list = path("CronJob", "get");
    const versions = {
      "/apis/batch/v2alpha1/cronjobs": list,
      "/apis/batch/v1beta1/cronjobs": path("CronJob", "post"),
    };
    expect(read(versions)).toEqual(["batch|cronjobs cluster create,list beta CronJob"]);
    expect(read({ "/apis/batch/v1/cronjobs": list, ...versions })).toEqual([
      "batch|cronjobs cluster create,list stable CronJob",
    ]);
  });

  test("two kinds of one resource are refused", () => {
    const paths = { "/apis/a/v1/things": path("Thing", "get"), "/apis/a/v2/things": path("Other", "get") };
    expect(() => read(paths)).toThrow("a things is of kind Thing and of kind Other");
  });
});

test("discovery is read to the same", () => {
  const lists = [
    {
      groupVersion: "v1",
      resources: [
        { name: "pods", namespaced: true, verbs: ["list", "get"], kind: "Pod", shortNames: ["po"] },
        { name: "pods/exec", namespaced: true, verbs: ["get", "create"], kind: "PodExecOptions" },
      ],
    },
    {
      groupVersion: "node.k8s.io/v1beta1",
      resources: [{ name: "runtimeclasses", namespaced: false, verbs: ["list"], kind: "RuntimeClass" }],
    },
  ];
  expect(readDiscovery(lists)).toEqual(
    readOpenApi({
      paths: {
        "/api/v1/namespaces/{namespace}/pods": path("Pod", "get"),
        "/api/v1/namespaces/{namespace}/pods/{name}": path("Pod", "get"),
        "/api/v1/namespaces/{namespace}/pods/{name}/exec": path("PodExecOptions", "get", "post"),
        "/apis/node.k8s.io/v1beta1/runtimeclasses": path("RuntimeClass", "get"),
      },
    }),
  );
  expect([...readShortNames(lists)]).toEqual([[" pods", ["po"]]]);
});

describe("releases become rows", () => {
  const served = (over: Partial<ServedResource> = {}): ServedResource => ({
    group: "batch",
    name: "jobs",
    namespaced: true,
    verbs: ["get"],
    stability: "stable",
    kind: "Job",
    ...over,
  });
  const alpha = served({ stability: "alpha" });
  const beta = served({ stability: "beta" });
  const both = served({ verbs: ["get", "list"] });
  /** The table of releases 1.19, 1.20 and so on; a release without resource has another one. */
  const rest = served({ name: "cronjobs", kind: "CronJob" });
  const releases = (...resources: readonly (ServedResource | undefined)[]): readonly Release[] =>
    resources.map((one, index) => ({ minor: 19 + index, resources: one ? [one, rest] : [rest] }));

  test.each([
    [[served(), served()], ["jobs get 19 namespaced Job"]],
    [[served(), undefined], ["jobs get 19-19 namespaced Job"]],
    [[undefined, served()], ["jobs get 20 namespaced Job"]],
    [[alpha, alpha, beta, served()], ["jobs get 19alpha,21beta,22 namespaced Job"]],
    [[alpha, beta, undefined], ["jobs get 19alpha,20beta-20 namespaced Job"]],
    [
      [alpha, both, both],
      ["jobs get 19alpha-19 namespaced Job", "jobs get,list 20 namespaced Job"],
    ],
  ])("%#: %j", (resources, lines) => {
    const table = printTable(joinReleases(releases(...resources)), new Map());
    expect(table.split("\n")).toEqual(["[batch]", "cronjobs get 19 namespaced CronJob", ...lines, ""]);
  });

  test("that say of each release what it serves", () => {
    const all = releases(undefined, alpha, alpha, beta, both, both, served(), undefined);
    const table = printTable(joinReleases(all), new Map([["batch jobs", ["j", "jb"]]]));
    const rows = readApiResources(table, 26);
    for (const { minor, resources } of all) {
      const read = rows.filter(({ since, until }) => since <= minor && minor <= until);
      expect(read.map(({ served: { verbs, stability, resource } }) => [resource, verbs, stability])).toEqual(
        resources.map(({ name, verbs, stability }) => [name, verbs, stability]).toSorted(),
      );
    }
    const jobs = rows.filter(({ served: { resource } }) => resource === "jobs");
    expect(jobs.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
    for (const { served: job } of jobs) {
      expect(job).toMatchObject({ since: "1.20", until: "1.25", kind: "Job", shortNames: ["j", "jb"] });
    }
  });

  test.each([
    ["is gone before 1.21, and back in it", [served(), undefined, served()]],
    ["has another scope since 1.20", [served(), served({ namespaced: false })]],
    ["has another kind since 1.20", [served(), served({ kind: "Work" })]],
  ])("a resource that %s is refused", (message, resources) => {
    expect(() => joinReleases(releases(...resources))).toThrow(`batch jobs ${message}`);
  });

  test("a subresource of another scope than its resource is refused", () => {
    const { kind: _, ...status } = served({ name: "jobs/status", namespaced: false });
    expect(() => joinReleases([{ minor: 19, resources: [served(), status] }])).toThrow(
      "batch jobs/status has not",
    );
  });
});
