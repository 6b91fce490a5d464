import { describe, expect, test } from "vitest";
import { parseGuarantees } from "../../../src/prove/parse-guarantees.js";

const read = (entry: string): unknown => parseGuarantees(`guarantees:\n  - ${entry}\n`);

describe("parseGuarantees", () => {
  test("reads a guarantee with one bound, with several, and with other resources", () => {
    const text = `
guarantees:
  - name: one
    title: One thing
    requests: [{ verbs: [get], user: none }]
    except: [{ nonResourceURLs: [/healthz*] }]
    stages: [ResponseStarted]
  - name: several
    bounds:
      - { title: a, requests: [{}], some: true, atLeast: Metadata }
      - { title: b, requests: [{ namespaces: [prod] }], by: unnamed-accounts, atLeast: Metadata, atMost: Request }
  - name: other
    use: no-secret-bodies
    resources: [configmaps]
`;
    const [one, several, other] = parseGuarantees(text);
    expect(one).toEqual({
      name: "one",
      title: "One thing",
      bounds: [
        {
          requests: [{ verbs: ["get"], user: "none" }],
          except: [{ nonResourceURLs: ["/healthz*"] }],
          stages: ["ResponseStarted"],
        },
      ],
    });
    expect(several?.bounds.map(({ title }) => title)).toEqual(["a", "b"]);
    expect(other?.title).toBe("What is stored in configmaps stays out of the log");
  });

  test("takes custom resources and their groups as they are", () => {
    const entry =
      "{ name: own, requests: [{ resources: [{ group: argoproj.io, resources: [rollouts, rollouts/status] }] }], atLeast: Metadata }";
    expect(read(entry)).toHaveLength(1);
    const metrics = "{ name: own, requests: [{ resources: [{ group: metrics.k8s.io }] }], atMost: None }";
    expect(read(metrics)).toHaveLength(1);
  });

  const bound = (fields: string): string => `{ name: own, requests: [{ ${fields} }], atLeast: Metadata }`;

  test.each([
    ["{ name: own, requests: [{}], atMost: Metadata, level: None }", 'unknown field "level"'],
    [
      "{ name: own, bounds: [{ requests: [{}], atMos: Metadata }] }",
      'unknown field "atMos"; did you mean "atMost"?',
    ],
    ["{ requests: [{}], atMost: Metadata }", "name: string is expected"],
    ['{ name: "a b", requests: [{}], atMost: Metadata }', "cannot be chosen on a command line"],
    ["{ name: own }", "requests is missing"],
    ["{ name: own, requests: [], atMost: None }", "is empty: name some requests"],
    ["{ name: own, requests: [{}], atLeast: None }", "one of Metadata, Request, RequestResponse is expected"],
    ["{ name: own, requests: [{}], stages: [ResponseComplete], atMost: None }", "is above atMost None"],
    ["{ name: own, requests: [{}], some: true, atMost: None }", "some goes with atLeast and stages"],
    ["{ name: own, requests: [{}], some: false, atLeast: Metadata }", "one of true is expected"],
    ["{ name: own, requests: [{}], atMost: None, resources: [pods] }", "resources goes with use"],
    ["{ name: own, bounds: [{ requests: [{}], atMost: None }], use: exec-recorded }", "exclude each other"],
    ["{ name: own, use: no-secret-bodies }", "resources is missing"],
    ["{ name: own, use: no-token-bodies, resources: [pods] }", "is not about resources that could be others"],
    [bound("user: none, users: [jane]"), "none has both user and users"],
    [bound("nonResourceURLs: [healthz]"), '"healthz" does not begin with "/"'],
    [bound("nonResourceURLs: [/healthz], verbs: [list]"), 'none has the verb "list"'],
    [bound('resources: [{ group: "" , resourceNames: [db] }]'), "has resourceNames and no resources"],
    [bound("resources: [{ group: apps/v1, resources: [deployments] }]"), "is a group with its version"],
    [
      bound("resources: [{ group: core, resources: [pods] }]"),
      '"core" is no group of Kubernetes; did you mean ""?',
    ],
    [bound('resources: [{ group: "", resources: [po] }]'), 'the core group has no po; did you mean "pods"?'],
    [bound('resources: [{ group: "", resources: [pod/exec] }]'), 'did you mean "pods/exec"?'],
    [
      bound('verbs: [create], resources: [{ group: "", resources: [pods/log] }]'),
      "matches no request: pods/log takes get, and not create",
    ],
    [
      "{ name: own, requests: [{ verbs: [get] }], except: [{ verbs: [get, list] }], atMost: None }",
      "except: leaves no request of those that are asked about",
    ],
  ])("refuses %s", (entry, message) => {
    expect(() => read(entry)).toThrow(message);
    expect(() => read(entry)).toThrow(/^guarantees\.yaml:2: /);
  });

  test("says on which line something is wrong", () => {
    const text =
      "guarantees:\n  - name: own\n    requests:\n      - verbs: [get]\n      - verbs: [gett]\n    atMost: None\n";
    expect(() => parseGuarantees(text, { file: "own.yaml" })).toThrow("own.yaml:5: ");
  });
});
