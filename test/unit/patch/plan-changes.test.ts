import { describe, expect, test } from "vitest";
import type { PolicyEdit } from "../../../src/diagnostics/index.js";
import { parsePolicies, parsePolicy } from "../../../src/parse/index.js";
import { applyChanges, editPolicy, planChanges } from "../../../src/patch/index.js";

const HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";

/** The text that is left, once it has been read back as the edited policy; or the reason why it stays as it is. */
function edit(text: string, ...edits: readonly PolicyEdit[]): string {
  const { policy, source } = parsePolicy(text);
  if (!policy || !source) throw new Error(`no policy: ${text}`);
  const { changes, refused } = planChanges(text, source, edits);
  if (!changes) return `refused: ${refused}`;
  const edited = applyChanges(text, changes);
  expect(parsePolicy(edited).policy).toEqual(editPolicy(policy, edits));
  return edited;
}

/** What is left of some rules. */
function editRules(rules: string, ...edits: readonly PolicyEdit[]): string {
  const edited = edit(`${HEAD}rules:\n${rules}`, ...edits);
  return edited.startsWith("refused") ? edited : edited.slice(`${HEAD}rules:\n`.length);
}

describe("a rule that is removed", () => {
  test("takes its comments with it: behind, above and below, and no others", () => {
    const rules = `  # One.
  - level: None
    verbs: [get]
    # Still one.

  # A heading.

  # Two, in
  # two lines.
  - level: Request # two
    verbs: # which
      - list
      # more of two
    # and more
  # Three.
  - level: Metadata
# The end.
`;
    expect(editRules(rules, { remove: "rules[1]" })).toBe(`  # One.
  - level: None
    verbs: [get]
    # Still one.

  # A heading.

  # Three.
  - level: Metadata
# The end.
`);
    expect(editRules(rules, { remove: "rules[0]" })).toBe(rules.slice(rules.indexOf("\n\n") + 1));
    expect(editRules(rules, { remove: "rules[2]" })).toBe(
      `${rules.slice(0, rules.indexOf("  # Three."))}# The end.\n`,
    );
  });

  test("leaves one blank line of two, and none at the end", () => {
    expect(editRules("- level: None\n\n- level: Metadata\n", { remove: "rules[1]" })).toBe("- level: None\n");
    expect(
      editRules("- level: None\n  verbs: [get]\n\n- level: Request\n  verbs: [list]\n\n- level: Metadata\n", {
        remove: "rules[1]",
      }),
    ).toBe("- level: None\n  verbs: [get]\n\n- level: Metadata\n");
  });

  test("may be the last, of a text that ends in no line break", () => {
    expect(editRules("- level: None\n- level: Metadata # last", { remove: "rules[1]" })).toBe(
      "- level: None",
    );
    expect(editRules("- level: None\r\n- level: Metadata", { remove: "rules[1]" })).toBe("- level: None");
  });

  test("may be one of several", () => {
    const rules = [0, 1, 2, 3, 4].map((i) => `- level: None\n  verbs: [v${i}]\n`);
    expect(
      editRules(rules.join("\n"), { remove: "rules[1]" }, { remove: "rules[2]" }, { remove: "rules[4]" }),
    ).toBe(`${rules[0]}\n${rules[3]}`);
  });

  test("may begin below its hyphen, or be a mapping in braces", () => {
    const rules = "-\n  level: None\n- {level: Request,\n   verbs: [get]} # in braces\n- level: Metadata\n";
    expect(editRules(rules, { remove: "rules[0]" })).toBe(rules.slice(rules.indexOf("- {")));
    expect(editRules(rules, { remove: "rules[1]" })).toBe("-\n  level: None\n- level: Metadata\n");
  });

  test("keeps carriage returns, indentation and what other lists look like", () => {
    const text = `${HEAD}rules:\n    -   level: None\n        users: ['a',  "b"]\n    -   level: Metadata\n`;
    expect(edit(text.replaceAll("\n", "\r\n"), { remove: "rules[1]" })).toBe(
      `${HEAD}rules:\n    -   level: None\n        users: ['a',  "b"]\n`.replaceAll("\n", "\r\n"),
    );
  });

  test("keeps the documents behind the policy, and a mark before it", () => {
    const text = `\ufeff# Ours.\n---\n${HEAD}rules:\n- level: None\n- level: Metadata\n---\nkind: Other\n`;
    expect(edit(text, { remove: "rules[0]" })).toBe(text.replace("- level: None\n", ""));
  });

  test("is refused where nothing would be left", () => {
    expect(editRules("- level: None\n", { remove: "rules[0]" })).toMatch(/^refused: nothing would be left/);
    expect(
      editRules("- level: None\n- level: None\n", { remove: "rules[0]" }, { remove: "rules[1]" }),
    ).toMatch(/^refused: nothing would be left/);
  });
});

describe("an item between brackets that is removed", () => {
  test.each([
    ["[a, b, c]", 0, "[b, c]"],
    ["[a, b, c]", 1, "[a, c]"],
    ["[a, b, c]", 2, "[a, b]"],
    ["[ a , b , c ]", 2, "[ a , b ]"],
    ["[ a , b , c ]", 0, "[ b , c ]"],
    ["[a, b,]", 1, "[a,]"],
    ["[a,\n   b, c]", 0, "[b, c]"],
    ["[a,\n   b, c]", 1, "[a,\n   c]"],
    ["[a, b, # two\n   c]", 1, "[a, # two\n   c]"],
    [
      "[\n    a, # one\n    # two\n    b, # two\n    c # three\n  ]",
      1,
      "[\n    a, # one\n    c # three\n  ]",
    ],
    ["[\n    a, # one\n    b # two\n  ]", 1, "[\n    a # one\n  ]"],
    ["[\n    a, # one\n    b, # two\n  ]", 1, "[\n    a, # one\n  ]"],
    ["[\n    a, # one\n    b # two\n  ]", 0, "[\n    b # two\n  ]"],
    ["[a # one, and a half\n    , # two\n    b\n  ]", 1, "[a # one, and a half\n     # two\n  ]"],
  ])("%s without %i is %s", (written, index, left) => {
    expect(editRules(`- level: None\n  verbs: ${written}\n`, { remove: `rules[0].verbs[${index}]` })).toBe(
      `- level: None\n  verbs: ${left}\n`,
    );
  });

  test("may be one of several", () => {
    const removeAll = (...indexes: readonly number[]): string =>
      editRules(
        "- {level: None, verbs: [a, b, c, d, e]}\n",
        ...indexes.map((index) => ({ remove: `rules[0].verbs[${index}]` })),
      );
    expect(removeAll(0, 1)).toBe("- {level: None, verbs: [c, d, e]}\n");
    expect(removeAll(3, 4)).toBe("- {level: None, verbs: [a, b, c]}\n");
    expect(removeAll(4, 0, 2)).toBe("- {level: None, verbs: [b, d]}\n");
  });

  test("is refused where a comment stands in the way", () => {
    expect(
      editRules("- level: None\n  verbs: [a # one\n    , b]\n", { remove: "rules[0].verbs[0]" }),
    ).toMatch(/^refused: a comment/);
  });
});

describe("a field that is removed", () => {
  const rules = `- level: None # why
  # Who.
  users:
  - a
  - b # both

  verbs: [get]
- users: [c] # first
  level: Request
- {level: Metadata, users: ["d"], verbs: [get]}
`;

  test("takes its lines and its comments with it", () => {
    expect(editRules(rules, { remove: "rules[0].users" })).toBe(
      rules.replace("  # Who.\n  users:\n  - a\n  - b # both\n", ""),
    );
    expect(editRules(rules, { remove: "rules[0].verbs" })).toBe(rules.replace("  verbs: [get]\n", ""));
  });

  test("may stand behind the hyphen", () => {
    expect(editRules(rules, { remove: "rules[1].users" })).toBe(
      rules.replace("- users: [c] # first\n  level", "- level"),
    );
    expect(editRules("- users: [c]\n  # How.\n  level: Request\n", { remove: "rules[0].users" })).toMatch(
      /^refused: a comment/,
    );
  });

  test("may stand between braces", () => {
    expect(editRules(rules, { remove: "rules[2].users" })).toBe(rules.replace('users: ["d"], ', ""));
    expect(editRules(rules, { remove: "rules[2].verbs" })).toBe(rules.replace(", verbs: [get]}", "}"));
  });

  test("may be one of the policy, and the first", () => {
    const text = `omitStages: [Panic]\n${HEAD}omitManagedFields: true\nrules:\n- level: None\n`;
    expect(edit(text, { remove: "omitStages" })).toBe(text.replace("omitStages: [Panic]\n", ""));
    expect(edit(text, { remove: "omitManagedFields" })).toBe(text.replace("omitManagedFields: true\n", ""));
  });

  test("may be null", () => {
    expect(editRules("- level: None\n  verbs:\n  users: [a]\n", { remove: "rules[0].users" })).toBe(
      "- level: None\n  verbs:\n",
    );
  });

  test("is refused where the mapping sets it twice", () => {
    expect(editRules("- level: None\n  users: [a]\n  users: [b]\n", { remove: "rules[0].users" })).toMatch(
      /^refused: the mapping sets a field more than once/,
    );
  });
});

describe("a string that is replaced", () => {
  test.each([
    ["[get]", "list", "[list]"],
    ['["get"]', "list", '["list"]'],
    ["['get']", "it's", "['it''s']"],
    ["['get']", "\u0007", '["\\u0007"]'],
    ["[get]", "*", '["*"]'],
    ["[get]", "no", '["no"]'],
    ["[get]", "", '[""]'],
    ["[get]", "1e3", '["1e3"]'],
    ["[get]", "a: b", '["a: b"]'],
    ["[get]", "a:", '["a:"]'],
    ["[get]", "a, b", '["a, b"]'],
    ["[get]", "a #b", '["a #b"]'],
    ["[get]", "\u2028\u0085\ufeff😀", '["\\u2028\\u0085\\ufeff😀"]'],
    ["[get]", "system:serviceaccount:kube-system:x", "[system:serviceaccount:kube-system:x]"],
    ["[get]", "/healthz*", "[/healthz*]"],
    ["\n  - get # why", "list", "\n  - list # why"],
    ["\n  - get\n    it", "list", "\n  - list"],
  ])("%s with %j is %s", (written, by, left) => {
    expect(editRules(`- level: None\n  verbs: ${written}\n`, { replace: "rules[0].verbs[0]", by })).toBe(
      `- level: None\n  verbs: ${left}\n`,
    );
  });

  test.each(["|\n    get", ">-\n    get"])("is refused where it is %j", (written) => {
    expect(
      editRules(`- level: None\n  verbs:\n  - ${written}\n`, { replace: "rules[0].verbs[0]", by: "x" }),
    ).toMatch(/^refused: /);
  });

  test.each([
    "rules[0].users",
    "rules[0].level[0]",
    "rules[1].level",
    "omitStages[0]",
    "rules[0].omitManagedFields",
    "",
  ])("is refused where there is none: %j", (replace) => {
    expect(editRules("- level: None\n  omitManagedFields: true\n", { replace, by: "x" })).toMatch(
      /^refused: /,
    );
  });
});

describe("a string that is appended", () => {
  const append: PolicyEdit = { append: "rules[0].verbs", value: "list" };

  test.each([
    ["[get]", "[get, list]"],
    ["['get']", "['get', 'list']"],
    ['["get",]', '["get", "list",]'],
    ["[]", '["list"]'],
    ["[get # why\n  ]", "[get, list # why\n  ]"],
    ["\n  - get", "\n  - get\n  - list"],
    ['\n    -  "get" # why\n      # more', '\n    -  "get" # why\n      # more\n    -  "list"'],
    ["\n  - get\n  # The end.", "\n  - get\n  - list\n  # The end."],
  ])("%j becomes %j", (written, left) => {
    expect(editRules(`- level: None\n  verbs: ${written}\n`, append)).toBe(
      `- level: None\n  verbs: ${left}\n`,
    );
  });

  test("comes behind the others that are appended", () => {
    expect(editRules("- level: None\n  verbs:\n  - get", append, { ...append, value: "watch" })).toBe(
      "- level: None\n  verbs:\n  - get\n  - list\n  - watch",
    );
    expect(editRules("- {level: None, verbs: [get]}\n", append, { ...append, value: "watch" })).toBe(
      "- {level: None, verbs: [get, list, watch]}\n",
    );
  });

  test("takes the line end of its neighbor", () => {
    const rules = "- level: None\n  verbs:\n  - get\n".replaceAll("\n", "\r\n");
    expect(editRules(rules, append)).toBe(`${rules}  - list\r\n`);
  });

  test("may come in the place of one that is removed", () => {
    const remove = { remove: "rules[0].verbs[1]" };
    expect(editRules("- {level: None, verbs: [get, put]}\n", append, remove)).toBe(
      "- {level: None, verbs: [get, list]}\n",
    );
    expect(editRules("- level: None\n  verbs:\n  - get\n  - put # not\n", append, remove)).toBe(
      "- level: None\n  verbs:\n  - get\n  - list\n",
    );
  });
});

describe("a field that is renamed", () => {
  const rename: PolicyEdit = { rename: "rules[0].users", to: "userGroups" };

  test.each([
    ["- level: None\n  users: [a] # who\n", "- level: None\n  userGroups: [a] # who\n"],
    ["- users:\n  - a\n  level: None\n", "- userGroups:\n  - a\n  level: None\n"],
    ["- {level: None, 'users' : [a]}\n", "- {level: None, 'userGroups' : [a]}\n"],
    ['- {"level":"None","users":["a"]}\n', '- {"level":"None","userGroups":["a"]}\n'],
  ])("in %j", (rules, edited) => {
    expect(editRules(rules, rename)).toBe(edited);
  });

  test("may have its strings replaced and removed, and take the name of one that is removed", () => {
    expect(
      editRules(
        "- level: None\n  userGroups: []\n  users:\n  - a\n  - b\n",
        rename,
        { remove: "rules[0].userGroups" },
        { replace: "rules[0].users[0]", by: "c" },
        { remove: "rules[0].users[1]" },
      ),
    ).toBe("- level: None\n  userGroups:\n  - c\n");
  });

  test.each(["? users\n  : [a]", "&k users: [a]", "!!str users: [a]"])(
    "keeps what stands before it: %s",
    (field) => {
      expect(editRules(`- level: None\n  ${field}\n`, rename)).toBe(
        `- level: None\n  ${field.replace("users", "userGroups")}\n`,
      );
    },
  );

  test("is refused where its name is written in another way", () => {
    expect(editRules('- level: None\n  "us\\u0065rs": [a]\n', rename)).toMatch(
      /^refused: rules\[0\]\.users is not/,
    );
  });

  test("has no place where there is one of that name, or none of its own", () => {
    const { policy } = parsePolicy(
      `${HEAD}rules: [{level: None, users: [a], userGroups: [b]}, {level: None}]`,
    );
    expect(policy && editPolicy(policy, [rename])).toBeUndefined();
    expect(policy && editPolicy(policy, [{ ...rename, rename: "rules[1].users" }])).toBeUndefined();
    expect(policy && editPolicy(policy, [{ ...rename, rename: "rules[0].level" }])).toBeUndefined();
  });
});

describe("what is tied to another place is refused", () => {
  const text = `${HEAD}omitStages: &stages [RequestReceived]
rules:
- &first
  level: None
  users: &users [a, b]
- level: Request
  users: *users
  verbs: [*verb, get]
  omitStages: *stages
- <<: *first
  level: Metadata
- *first
- level: !!str Metadata
  verbs: !!seq [get, list]
`.replace("[*verb, get]", "[&verb watch, *verb, get]");

  test.each<[PolicyEdit, RegExp]>([
    [{ remove: "omitStages" }, /has an anchor/],
    [{ remove: "rules[0].users[0]" }, /^refused: rules\[0\] has an anchor/],
    [{ remove: "rules[1].users[0]" }, /brought in by an alias/],
    [{ append: "rules[1].users", value: "c" }, /brought in by an alias/],
    [{ remove: "rules[1].users" }, /brought in by an alias/],
    [{ remove: "rules[1]" }, /^refused: rules\[1\] holds an anchor/],
    [{ replace: "rules[1].verbs[0]", by: "get" }, /has an anchor/],
    [{ remove: "rules[1].verbs[2]" }, /a neighbor is brought in by an alias/],
    [{ remove: "rules[2].users" }, /brought in by an alias/],
    [{ remove: "rules[2].level" }, /merges another/],
    [{ remove: "rules[3]" }, /brought in by an alias/],
    [{ replace: "rules[4].level", by: "None" }, /has a tag/],
    [{ remove: "rules[4].verbs[0]" }, /has a tag/],
  ])("%j", (change, why) => {
    expect(edit(text, change)).toMatch(why);
  });

  test("but not what only stands beside it", () => {
    expect(edit(text, { replace: "rules[2].level", by: "None" })).toBe(
      text.replace("<<: *first\n  level: Metadata", "<<: *first\n  level: None"),
    );
    expect(edit(text, { remove: "rules[2]" })).toBe(text.replace("- <<: *first\n  level: Metadata\n", ""));
  });
});

test("edits that touch the same text are refused together", () => {
  expect(
    editRules(
      "- level: None\n  verbs: [get]\n- level: None\n",
      { remove: "rules[0]" },
      { replace: "rules[0].verbs[0]", by: "x" },
    ),
  ).toMatch(/^refused: its changes touch the same text/);
});

test("a text with line breaks that only YAML takes for any is refused", () => {
  expect(editRules("- level: None\u2028- level: None\n- level: Metadata\n", { remove: "rules[0]" })).toMatch(
    /^refused: the text has unusual line breaks/,
  );
});

describe("JSON", () => {
  const text = `{
  "kind": "Policy", "apiVersion": "audit.k8s.io/v1",
  "rules": [
    {"level": "None", "verbs": ["get", "list"], "users": []},
    {
      "level": "Metadata",
      "omitStages": ["RequestReceived"]
    }
  ]
}
`;

  test.each<[PolicyEdit, string, string]>([
    [{ remove: "rules[0]" }, '    {"level": "None", "verbs": ["get", "list"], "users": []},\n', ""],
    [{ remove: "rules[0].verbs[0]" }, '"get", ', ""],
    [{ remove: "rules[0].users" }, ', "users": []', ""],
    [{ remove: "rules[1].omitStages" }, ',\n      "omitStages": ["RequestReceived"]', ""],
    [{ remove: "rules[1].level" }, '      "level": "Metadata",\n', ""],
    [{ append: "rules[0].users", value: "a" }, '"users": []', '"users": ["a"]'],
    [{ append: "rules[0].verbs", value: "no" }, '"list"]', '"list", "no"]'],
    [{ replace: "rules[0].verbs[1]", by: "\u0085\t" }, '"list"', '"\\u0085\\t"'],
  ])("%j", (change, before, after) => {
    const { source } = parsePolicy(text);
    const { changes } = source ? planChanges(text, source, [change]) : {};
    expect(applyChanges(text, changes ?? [])).toBe(text.replace(before, after));
    expect(() => JSON.parse(applyChanges(text, changes ?? []))).not.toThrow();
  });

  test("the last rule takes the comma before it along", () => {
    expect(edit(text, { remove: "rules[1]" })).toBe(text.replace(/,\n {4}\{\n.*\n.*\n {4}\}/, ""));
  });
});

describe("a policy inside another file", () => {
  const cluster = `kind: Cluster
spec:
  fileAssets:
  - name: audit
    content: |
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        # Noise.
        - level: None
          verbs: [get,
            list]

        - level: Request
          users:
            - a

        - level: Metadata
  other: [a]   # stays
`;

  const editInside = (text: string, change: PolicyEdit): string => {
    const [{ source, policy } = {}] = parsePolicies(text);
    const { changes, refused } = source ? planChanges(text, source, [change]) : {};
    if (!changes) return `refused: ${refused}`;
    const edited = applyChanges(text, changes);
    expect(parsePolicies(edited)[0]?.policy).toEqual(policy && editPolicy(policy, [change]));
    return edited;
  };

  test.each<[PolicyEdit, string, string]>([
    [
      { remove: "rules[0]" },
      "        # Noise.\n        - level: None\n          verbs: [get,\n            list]\n\n",
      "\n",
    ],
    [{ remove: "rules[1]" }, "\n        - level: Request\n          users:\n            - a\n", ""],
    [{ remove: "rules[2]" }, "\n        - level: Metadata\n", ""],
    [{ remove: "rules[0].verbs[1]" }, "[get,\n            list]", "[get]"],
    [{ append: "rules[1].users", value: "b" }, "            - a\n", "            - a\n            - b\n"],
    [{ append: "rules[0].verbs", value: "b" }, "list]", "list, b]"],
    [{ replace: "rules[2].level", by: "None" }, "level: Metadata", "level: None"],
  ])("%j, in a literal block", (change, before, after) => {
    expect(editInside(cluster, change)).toBe(cluster.replace(before, after));
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(editInside(crlf(cluster), change)).toBe(crlf(cluster.replace(before, after)));
  });

  test("in a literal block that ends in no line break", () => {
    const text = cluster.replace("content: |", "content: |-");
    expect(editInside(text, { remove: "rules[2]" })).toBe(text.replace("\n\n        - level: Metadata", ""));
    expect(editInside(text.slice(0, text.indexOf("  other")).trimEnd(), { remove: "rules[2]" })).toBe(
      text.slice(0, text.indexOf("\n\n        - level: Metadata")),
    );
  });

  test("in a literal block inside another one", () => {
    const inner = cluster.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
    const text = `kind: ConfigMap\ndata:\n  cluster: |\n${inner.join("\n")}  more: 1\n`;
    expect(editInside(text, { remove: "rules[1]" })).toBe(
      text.replace("\n            - level: Request\n              users:\n                - a\n", ""),
    );
  });

  test("as a mapping of a list", () => {
    const text = `kind: List\nitems:\n- kind: ConfigMap\n- ${HEAD.replace("\n", "\n  ")}  rules:\n  - level: None\n  - level: Metadata\n`;
    expect(editInside(text, { remove: "rules[0]" })).toBe(text.replace("  - level: None\n", ""));
  });

  test.each([
    '"apiVersion: audit.k8s.io/v1\\nkind: Policy\\nrules:\\n- level: None\\n- level: Metadata\\n"',
    ">\n    apiVersion: audit.k8s.io/v1\n\n    kind: Policy\n\n    rules: [{level: None}, {level: Metadata}]\n",
  ])("is refused where it has no lines of its own: %j", (content) => {
    expect(editInside(`kind: ConfigMap\ndata:\n  a: ${content}\n`, { remove: "rules[0]" })).toMatch(
      /^refused: the policy stands in a string/,
    );
  });
});
