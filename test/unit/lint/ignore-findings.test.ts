import { describe, expect, test } from "vitest";
import { ignoreFindings, lintPolicy } from "../../../src/lint/index.js";
import { parsePolicies } from "../../../src/parse/index.js";

/** What the texts below are about; other rules may have more to say of them. */
const CODES = [
  "unknown-field",
  "no-catch-all",
  "token-bodies",
  "search-gave-up",
  "api-version-missing",
  "unknown-level",
];

function lint(text: string, limit?: number) {
  const policies = parsePolicies(text).map((parsed) => ({
    ...parsed,
    diagnostics: [...parsed.diagnostics, ...lintPolicy(parsed, { limit })].filter(({ code }) =>
      CODES.includes(code),
    ),
  }));
  const { diagnostics, ignored } = ignoreFindings(text, policies);
  return {
    left: diagnostics.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`),
    ignored: ignored.map(({ code, path, reason }) => `${code} ${path}: ${reason}`),
  };
}

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";
const FIELD = "unknown-field";

describe("a comment behind something", () => {
  test("is about its own line", () => {
    const { left, ignored } = lint(`${HEAD}rules:
- level: Metadata
  verb: [get] # gen-audit-ignore unknown-field: why
`);
    expect(ignored).toEqual([`${FIELD} rules[0].verb: why`]);
    expect(left).toEqual([]);
  });

  test("is not about the line below, nor about the rest of the rule", () => {
    const { left, ignored } = lint(`${HEAD}rules:
- level: Metadata # gen-audit-ignore unknown-field: why
  verb: [get]
`);
    expect(ignored).toEqual([]);
    expect(left).toEqual([`${FIELD} 5:3`, "ignore-unused 4:38"]);
  });

  test("on the line of a field of the policy is about that line alone", () => {
    const text = `${HEAD}rules: # gen-audit-ignore no-catch-all, unknown-field: why
- level: Metadata
  verbs: [get]
other: 1
`;
    expect(lint(text)).toEqual({
      ignored: ["no-catch-all rules: why"],
      left: [`${FIELD} 6:1`, "ignore-unused 3:41"],
    });
  });
});

describe("a comment on a line of its own", () => {
  test("is about the next line that says something", () => {
    const { left, ignored } = lint(`${HEAD}rules:
- level: Metadata
  # gen-audit-ignore unknown-field: why

  # Something else.
  verb: [get]
  user: [jane]
`);
    expect(ignored).toEqual([`${FIELD} rules[0].verb: why`]);
    expect(left).toEqual([`${FIELD} 9:3`]);
  });

  test("above a rule is about the whole of that rule, and of no other", () => {
    const rule = "- level: Metadata\n  verbs:\n  - get\n  verb: [get]\n  user: [jane]\n";
    const { left, ignored } = lint(`${HEAD}rules:
# gen-audit-ignore unknown-field: why
# Something else.
${rule}${rule}- level: None\n`);
    expect(ignored).toEqual([`${FIELD} rules[0].verb: why`, `${FIELD} rules[0].user: why`]);
    expect(left).toEqual([`${FIELD} 14:3`, `${FIELD} 15:3`]);
  });

  test("above a hyphen on a line of its own is about the rule that begins below it", () => {
    const { left, ignored } = lint(
      `${HEAD}rules:\n# gen-audit-ignore unknown-field: why\n-\n  level: Metadata\n  verb: [get]\n`,
    );
    expect({ left, ignored }).toEqual({ left: [], ignored: [`${FIELD} rules[0].verb: why`] });
  });

  test("indented further than the rule below it is not about that rule", () => {
    const { left, ignored } = lint(`${HEAD}rules:
- level: None
  verbs: [get]
  # gen-audit-ignore unknown-field: why
- level: Metadata
  verb: [list]
`);
    expect(ignored).toEqual([]);
    expect(left).toEqual([`${FIELD} 8:3`, "ignore-unused 6:22"]);
  });

  test("above an entry of a rule is about its line, not about the rule", () => {
    const { left, ignored } = lint(`${HEAD}rules:
- level: Metadata
  verb: [get]
  resources:
  # gen-audit-ignore unknown-field: why
  - group: ""
    names: [x]
  - {group: apps, names: [x]}
- level: None
`);
    expect(ignored).toEqual([]);
    expect(left).toContain("ignore-unused 7:22");
  });

  test("counts between brackets as well", () => {
    const { left, ignored } = lint(`${HEAD}rules: [
  # gen-audit-ignore unknown-field: why
  {level: Metadata,
   verb: [get]}]
`);
    expect({ left, ignored }).toEqual({ left: [], ignored: [`${FIELD} rules[0].verb: why`] });
  });

  test.each([
    ["the head of the file", `# gen-audit-ignore no-catch-all: why\n# More.\n---\n${HEAD}rules:\n`],
    ["kind", "apiVersion: audit.k8s.io/v1\n# gen-audit-ignore no-catch-all: why\nkind: Policy\nrules:\n"],
    ["rules", `${HEAD}# gen-audit-ignore no-catch-all: why\nrules:\n`],
    ["omitStages", `${HEAD}# gen-audit-ignore no-catch-all: why\nomitStages: [Panic]\nrules:\n`],
  ])("at or above %s is about the policy as a whole", (_, head) => {
    const { left, ignored } = lint(`${head}- level: Metadata\n  verbs: [get]\n`);
    expect({ left, ignored }).toEqual({ left: [], ignored: ["no-catch-all rules: why"] });
  });

  test("at the head of the file is not about a rule", () => {
    const { ignored } = lint(
      `# gen-audit-ignore unknown-field: why\n${HEAD}rules:\n- level: Metadata\n  verb: [get]\n`,
    );
    expect(ignored).toEqual([]);
  });

  test("above a rule is not about the policy as a whole", () => {
    const { ignored } = lint(
      `${HEAD}rules:\n# gen-audit-ignore no-catch-all: why\n- level: Metadata\n  verbs: [get]\n`,
    );
    expect(ignored).toEqual([]);
  });
});

test("of two comments the nearer gives the reason, and both are of use", () => {
  const { left, ignored } = lint(`${HEAD}rules:
# gen-audit-ignore unknown-field: far
- level: Metadata
  verb: [get] # gen-audit-ignore unknown-field: near
`);
  expect({ left, ignored }).toEqual({ left: [], ignored: [`${FIELD} rules[0].verb: near`] });
});

test("errors stay, those that are read past as well", () => {
  const text = `# gen-audit-ignore api-version-missing: why
kind: Policy
rules:
- level: Metadata
`;
  expect(lint(text)).toEqual({
    ignored: [],
    left: ["api-version-missing 2:1", "ignore-of-error 1:20"],
  });
});

test.each([
  ["# gen-audit-ignore unknown-field", "ignore-incomplete 5:15"],
  ["# gen-audit-ignore unknown-field:  ", "ignore-incomplete 5:15"],
  ["# gen-audit-ignore: why", "ignore-incomplete 5:15"],
  ["# gen-audit-ignore", "ignore-incomplete 5:15"],
  ["# gen-audit-ignore unknown-feild: why", "ignore-unknown-code 5:34"],
  ["# gen-audit-ignore UNKNOWN-FIELD: why", "ignore-unknown-code 5:34"],
  ["# gen-audit-ignore unknown-level: why", "ignore-of-error 5:34"],
])("%s ignores nothing, and is itself a finding", (comment, said) => {
  const { left, ignored } = lint(`${HEAD}rules:\n- level: Metadata\n  verb: [get] ${comment}\n`);
  expect(ignored).toEqual([]);
  expect(left).toEqual([`${FIELD} 5:3`, said]);
});

test.each([
  "# gen-audit-ignored unknown-field: why",
  "# gen-audit-ignore-all unknown-field: why",
  "#a gen-audit-ignore: b",
])("%s is a comment like any other", (comment) => {
  expect(lint(`${HEAD}rules:\n- level: Metadata\n  verb: [get] ${comment}\n`).left).toEqual([`${FIELD} 5:3`]);
});

test.each([
  "#gen-audit-ignore no-catch-all,unknown-field:why",
  "## gen-audit-ignore unknown-field no-catch-all : why",
  "#\tgen-audit-ignore\tunknown-field , no-catch-all: why",
  "# see there # gen-audit-ignore unknown-field: why",
])("%s is understood", (comment) => {
  const { ignored } = lint(`${HEAD}rules:\n- level: Metadata\n  verb: [get] ${comment}\n`);
  expect(ignored).toEqual([`${FIELD} rules[0].verb: why`]);
});

test("carriage returns belong to no reason", () => {
  const text = `${HEAD}rules:\n- level: Metadata\n  verb: [get] # gen-audit-ignore unknown-field: why\n`;
  expect(lint(text.replaceAll("\n", "\r\n")).ignored).toEqual([`${FIELD} rules[0].verb: why`]);
});

test("nothing is said of comments without use where lint cannot tell", () => {
  const comment = "# gen-audit-ignore token-bodies: why\n";
  expect(lint(`${comment}${HEAD}rules:\n- level: Metadata\n`).left).toEqual(["ignore-unused 1:20"]);
  expect(lint(`${comment}${HEAD}rules:\n- level: metadata\n`).left).toEqual(["unknown-level 5:10"]);
  const many = Array.from({ length: 30 }, (_, i) => `- {level: None, users: [u${i}], verbs: [v${i}]}\n`).join(
    "",
  );
  expect(lint(`${comment}${HEAD}rules:\n${many}- level: Metadata\n`, 5).left).toEqual(["search-gave-up 3:1"]);
});

test("two policies in one file have comments of their own, and one at its head in common", () => {
  const policy = (comment: string): string =>
    `    apiVersion: audit.k8s.io/v1\n    kind: Policy\n${comment}    rules:\n    - level: Metadata\n      verbs: [get]\n`;
  const map = (head: string, comment: string): string =>
    `${head}kind: ConfigMap\napiVersion: v1\ndata:\n  a: |\n${policy(comment)}  b: |\n${policy("")}`;
  const own = lint(map("", "    # gen-audit-ignore no-catch-all: why\n"));
  expect(own).toEqual({ ignored: ["no-catch-all rules: why"], left: ["no-catch-all 14:5"] });
  expect(lint(map("# gen-audit-ignore no-catch-all: why\n", ""))).toEqual({
    ignored: ["no-catch-all rules: why", "no-catch-all rules: why"],
    left: [],
  });
});
