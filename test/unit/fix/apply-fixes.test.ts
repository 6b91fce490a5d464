import { describe, expect, test } from "vitest";
import { applyFixes, findProvedChanges } from "../../../src/fix/index.js";
import { applyChanges } from "../../../src/patch/index.js";
import { offer, offerNeedlessRules } from "../../support/offer-fixes.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n";
const titles = (fixes: readonly { readonly title: string }[]): readonly string[] =>
  fixes.map(({ title }) => title);

describe("fixes that are offered", () => {
  test("are applied together where they are proved together", () => {
    const { text, applied, refused } = applyFixes(
      `${HEAD}- level: None\n  verbs: [get]\n- level: Metadata # twice\n- level: Metadata\n- level: None # never\n`,
      offerNeedlessRules,
    );
    expect(text).toBe(`${HEAD}- level: None\n  verbs: [get]\n- level: Metadata # twice\n`);
    expect(titles(applied)).toEqual(["delete rules[2]", "delete rules[3]"]);
    expect(refused).toEqual([]);
  });

  test("are applied one by one where each takes away what the other needs", () => {
    const rule = "- level: None\n  verbs: [get]\n";
    const { text, applied } = applyFixes(
      `${HEAD}${rule}# Again.\n${rule}- level: Metadata\n`,
      offerNeedlessRules,
    );
    expect(text).toBe(`${HEAD}${rule}- level: Metadata\n`);
    expect(titles(applied)).toEqual(["delete rules[1]"]);
  });

  test("are not applied where they change a decision, and the request that shows it is named", () => {
    const text = `${HEAD}- level: None\n  verbs: [get]\n- level: Metadata\n`;
    const { refused, ...fixed } = applyFixes(
      text,
      offer(() => [{ title: "drop the first rule", edits: [{ remove: "rules[0]" }] }]),
    );
    expect(fixed).toEqual({ text, applied: [] });
    expect(refused).toMatchObject([
      {
        title: "drop the first rule",
        reason: "a request that it is not about would be recorded at Metadata, not at None",
        witness: { verb: "get" },
      },
    ]);
  });

  test("may change the requests that they name, and no others", () => {
    const text = `${HEAD}- level: None\n  verbs: [get, list]\n- level: Metadata\n`;
    const without = (verb: string) =>
      applyFixes(
        text,
        offer((policy) =>
          policy.rules[0]?.verbs?.includes("list")
            ? [
                {
                  title: "record lists",
                  edits: [{ remove: "rules[0].verbs[1]" }],
                  changes: [{ verbs: [verb] }],
                },
              ]
            : [],
        ),
      );
    expect(without("list")).toEqual({
      text: text.replace("[get, list]", "[get]"),
      applied: [expect.objectContaining({ title: "record lists" })],
      refused: [],
    });
    expect(without("get").refused[0]?.witness?.verb).toBe("list");
  });

  test("may be of requests without a user", () => {
    const text = `${HEAD}- level: None\n  verbs: [get]\n- level: Metadata\n`;
    const only = (user: "none" | undefined) =>
      applyFixes(
        text,
        offer(() => [
          {
            title: "drop",
            edits: [{ remove: "rules[0]" }],
            changes: [user ? { user, verbs: ["get"] } : { verbs: ["get"] }],
          },
        ]),
      );
    expect(titles(only(undefined).applied)).toContain("drop");
    expect(only("none").refused[0]?.witness?.user).not.toBeNull();
  });

  test("are not applied where the text has no place for them", () => {
    const text = `${HEAD}- &a {level: None, verbs: [get]}\n- {level: None, verbs: [get]}\n- level: Metadata\n`;
    const { applied, refused } = applyFixes(
      text,
      offer(() => [{ title: "drop", edits: [{ remove: "rules[0]" }] }]),
    );
    expect(applied).toEqual([]);
    expect(refused).toMatchObject([
      { reason: "rules[0] has an anchor, so that it may stand in other places as well" },
    ]);
  });

  test("are not applied where the proof gives up", () => {
    const { applied, refused } = applyFixes(
      `${HEAD}- {level: None, verbs: [get]}\n- {level: None, verbs: [list]}\n- {level: None, verbs: [get, list], users: [a]}\n- level: Metadata\n`,
      offer(() => [{ title: "drop", edits: [{ remove: "rules[2]" }] }]),
      { limit: 1 },
    );
    expect(applied).toEqual([]);
    expect(refused).toMatchObject([{ reason: "the proof gave up at its limit" }]);
  });

  test("end, even if they undo each other", () => {
    const { applied } = applyFixes(
      `${HEAD}- level: Metadata\n- {level: None, users: [a]}\n`,
      offer((policy) => {
        const by = policy.rules[1]?.users?.[0] === "a" ? "b" : "a";
        return [{ title: `write ${by}`, edits: [{ replace: "rules[1].users[0]", by }] }];
      }),
    );
    expect(applied.length).toBeGreaterThan(1);
    expect(applied.length).toBeLessThan(1000);
  });

  test("are those of every policy of a file", () => {
    const policy = `    ${HEAD.replaceAll("\n", "\n    ")}- level: Metadata\n`;
    const again = "    - level: Metadata\n";
    const map = (a: string, b: string): string => `kind: ConfigMap\ndata:\n  a: |\n${a}  b: |\n${b}`;
    const { text, applied } = applyFixes(map(policy + again, policy + again + again), offerNeedlessRules);
    expect(text).toBe(map(policy, policy));
    expect(applied.length).toBe(3);
  });
});

test("a release that reads a policy otherwise is asked for another proof", () => {
  // Before 1.9.5 a rule for users matched requests without a user, too.
  const text = `${HEAD}- {level: None, users: [a]}\n- {level: Metadata, users: [a, b]}\n`;
  const drop = offer(() => [{ title: "drop", edits: [{ remove: "rules[1].users[0]" }] }]);
  expect(titles(applyFixes(text, drop).applied)).toContain("drop");
  const first = offer(() => [
    { title: "drop", edits: [{ remove: "rules[0]" }], changes: [{ users: ["a"] }] },
  ]);
  expect(titles(applyFixes(text, first).applied)).toContain("drop");
  expect(applyFixes(text, first, { kubernetesVersion: "1.9.0" }).refused[0]?.witness?.user).toBeNull();
});

test("the changes of fixes are those that are proved, each alone", () => {
  const text = `${HEAD}- level: None\n  verbs: [get]\n- level: None\n  verbs: [get]\n- level: Metadata\n`;
  const policies = offerNeedlessRules(text);
  const found = findProvedChanges(text, policies);
  expect([...found].map(([{ fix }, changes]) => [fix?.title, applyChanges(text, changes)])).toEqual([
    ["delete rules[0]", `${HEAD}- level: None\n  verbs: [get]\n- level: Metadata\n`],
    ["delete rules[1]", `${HEAD}- level: None\n  verbs: [get]\n- level: Metadata\n`],
  ]);
  const wrong = offer(() => [{ title: "drop", edits: [{ remove: "rules[2]" }] }])(text);
  expect(findProvedChanges(text, wrong).size).toBe(0);
});
