import fc from "fast-check";
import { expect, test } from "vitest";
import { groupsOf, listApiResources } from "../../src/kubernetes/index.js";
import type { RequestAttributes } from "../../src/model/index.js";
import { parseRequest, printRequest } from "../../src/request/index.js";

const word = fc.constantFrom("web-0", "prod", "a b", "x'y", "system:node:w", 'a"b', "ä");
const group = fc.constantFrom(
  "devs",
  "system:authenticated",
  "system:nodes",
  "a b",
  "system:unauthenticated",
);
const user = fc.option(
  fc.record({
    name: fc.constantFrom("jane", "system:node:w", "system:anonymous", "system:serviceaccount:a:b", "x y"),
    groups: fc.uniqueArray(group),
  }),
  { freq: 5 },
);

/** A request as a client may send it, to any built-in resource or to a custom one. */
const resourceRequest: fc.Arbitrary<RequestAttributes> = fc
  .record({
    user,
    served: fc.constantFrom(...listApiResources().filter(({ until }) => until === undefined), {
      group: "example.com",
      resource: "widgets",
      subresource: "scale",
      namespaced: true,
      verbs: ["get"] as const,
    }),
    pick: fc.nat(),
    namespace: word,
    name: word,
  })
  .map(({ user: who, served, pick, namespace, name }) => {
    const verb = served.verbs[pick % served.verbs.length] ?? "get";
    const isNamed =
      !["list", "watch", "deletecollection"].includes(verb) &&
      (verb !== "create" || served.subresource !== "");
    const object = isNamed ? name : "";
    const isNamespace = served.group === "" && served.resource === "namespaces";
    return {
      user: who,
      verb,
      resource: {
        apiGroup: served.group,
        resource: served.resource,
        subresource: served.subresource,
        namespace: isNamespace ? object : served.namespaced ? namespace : "",
        name: object,
      },
    };
  });

const httpRequest: fc.Arbitrary<RequestAttributes> = fc.record({
  user,
  verb: fc.constantFrom("get", "post", "head", "options"),
  path: fc.constantFrom("/", "/healthz", "/apis/apps", "/metrics"),
});

test("parsing what was printed gives the request back, but for the order of groups", () => {
  fc.assert(
    fc.property(fc.oneof(resourceRequest, httpRequest), (request) => {
      const again = parseRequest(printRequest(request)).request;
      expect({ ...again, user: sorted(again.user) }).toEqual({ ...request, user: sorted(request.user) });
    }),
    { numRuns: 2000 },
  );
});

test("the groups that a name implies are added once", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(group), (name, given) => {
      const groups = groupsOf(name, given);
      expect(groups).toEqual([...new Set(groups)]);
      expect(groupsOf(name, groups)).toEqual(groups);
      expect(groups).toEqual(expect.arrayContaining(given));
    }),
  );
});

function sorted(who: RequestAttributes["user"]): RequestAttributes["user"] {
  return who && { ...who, groups: [...who.groups].sort() };
}
