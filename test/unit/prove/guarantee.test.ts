import { describe, expect, test } from "vitest";
import { isServedEver } from "../../../src/kubernetes/index.js";
import {
  GUARANTEE_NAMES,
  guarantee,
  guaranteeFromWord,
  guaranteesOfPack,
  listGuarantees,
  PACK_NAMES,
} from "../../../src/prove/index.js";
import { findSelectorFault } from "../../../src/request/index.js";

describe("guarantees", () => {
  test("have a title that is a sentence without a full stop", () => {
    for (const { title } of listGuarantees()) expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  test("are about resources that there are, by verbs that these take", () => {
    const selectors = GUARANTEE_NAMES.flatMap((name) =>
      guarantee(name).bounds.flatMap(({ requests, except = [] }) => [...requests, ...except]),
    );
    for (const selector of selectors) {
      expect(findSelectorFault(selector)).toBeUndefined();
      for (const { group, resources = [] } of selector.resources ?? [])
        for (const name of resources) expect(isServedEver(group, name), `${name} of ${group}`).toBe(true);
    }
  });

  test("have bounds that each ask for something", () => {
    for (const name of GUARANTEE_NAMES)
      for (const { atLeast, atMost, stages } of guarantee(name).bounds)
        expect(atLeast ?? atMost ?? stages, name).toBeDefined();
  });

  test("of a pack are known ones, and a pack has each once", () => {
    for (const pack of PACK_NAMES) {
      const names = guaranteesOfPack(pack).map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      expect(names.every((name) => GUARANTEE_NAMES.some((known) => known === name))).toBe(true);
    }
  });
});

describe("guaranteeFromWord", () => {
  const read = (word: string): unknown => {
    const { name, title, bounds } = guaranteeFromWord(word, [], undefined);
    return { name, title, resources: bounds[0]?.requests[0]?.resources };
  };

  test("puts other resources in the place of its own, each in its group", () => {
    expect(
      read("no-secret-bodies=configmaps,externalsecrets.external-secrets.io,pods/exec,configmaps"),
    ).toEqual({
      name: "no-secret-bodies=configmaps,pods/exec,externalsecrets.external-secrets.io",
      title:
        "What is stored in configmaps, pods/exec, externalsecrets.external-secrets.io stays out of the log",
      resources: [
        { group: "", resources: ["configmaps", "pods/exec"] },
        { group: "external-secrets.io", resources: ["externalsecrets"] },
      ],
    });
  });

  test("names a guarantee as it takes it", () => {
    const { name } = guaranteeFromWord("exec-recorded=pods/exec,widgets.example.com/console", [], undefined);
    expect(guaranteeFromWord(name, [], undefined).name).toBe(name);
  });

  test.each([
    ["no-secret-body", 'unknown guarantee "no-secret-body"; did you mean "no-secret-bodies"?'],
    ["no-token-bodies=pods", "no-token-bodies is not about resources that could be others"],
    ["workload-writes-recorded=pod", '"pod" is no built-in resource; did you mean "pods"?'],
    ["workload-writes-recorded=deployments.app", '"app" is no group of Kubernetes; did you mean "apps"?'],
    ["workload-writes-recorded=widgets.example", '"example" is no group of Kubernetes'],
    ["workload-writes-recorded=pods/a/b", '"pods/a/b" is no built-in resource'],
    [
      "workload-writes-recorded=widgets.example.com/a/b",
      '"widgets/a/b" is no resource: it is RESOURCE or RESOURCE/SUBRESOURCE',
    ],
  ])("refuses %s", (word, message) => {
    expect(() => read(word)).toThrow(message);
  });

  test("knows one of a user's own, which takes no resources", () => {
    const own = [{ name: "own", bounds: [] }];
    expect(guaranteeFromWord("own", own, undefined)).toBe(own[0]);
    expect(() => guaranteeFromWord("own=pods", own, undefined)).toThrow("takes no resources");
    expect(() => guaranteeFromWord("owm", own, undefined)).toThrow('did you mean "own"?');
  });
});
