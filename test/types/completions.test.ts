import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** What an editor offers, asked of the language service that editors ask. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const file = `${root}test/types/program.ts`;
const head = [
  'import { auditPolicy } from "../../src/index.js";',
  'import { apps, core, node, serviceAccount } from "../../src/vocabulary.js";',
  "",
].join("\n");
let program = "";
let version = 0;

const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "0"),
  getScriptSnapshot: (name) => {
    const text = name === file ? program : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => (name === file ? program : ts.sys.readFile(name)),
});

/** The names that are offered where `|` stands. */
function offered(line: string): readonly string[] {
  program = head + line.replace("|", "");
  version++;
  const at = head.length + line.indexOf("|");
  return service.getCompletionsAtPosition(file, at, {})?.entries.map(({ name }) => name) ?? [];
}

describe("an editor offers", () => {
  test.each([
    ["the resources of a group", "core.|", ["secrets", "pods", "configmaps"]],
    ["subresources", "apps.deployments.|", ["scale", "status", "withSubresources"]],
    [
      "the users that Kubernetes names",
      'auditPolicy().rule("None", { users: ["|"] })',
      ["system:kube-proxy"],
    ],
    ["groups", 'auditPolicy().rule("None", { userGroups: ["jane", "|"] })', ["system:nodes"]],
    ["verbs", 'auditPolicy().rule("None", { verbs: ["|"] })', ["get", "deletecollection"]],
    [
      "methods for paths",
      'auditPolicy().rule("None", { nonResourceURLs: ["/metrics"], verbs: ["|"] })',
      ["get", "head"],
    ],
    ["controllers' accounts", 'serviceAccount("kube-system", "|")', ["namespace-controller"]],
    ["presets", 'auditPolicy().use("|")', ["balanced", "gce"]],
  ])("%s", (_, line, names) => {
    expect(offered(line)).toEqual(expect.arrayContaining(names));
  });

  test("the verbs of a resource, and no other", () => {
    expect(offered('auditPolicy().rule("None", { resources: [core.pods.exec], verbs: ["|"] })')).toEqual([
      "create",
      "get",
    ]);
    expect(offered('auditPolicy().rule("None", { verbs: ["|"], resources: [core.pods.exec] })')).toEqual([
      "create",
      "get",
    ]);
  });

  test("what is gone with a line through it", () => {
    program = `${head}import { policy } from "../../src/vocabulary.js"; policy.`;
    version++;
    const entries = service.getCompletionsAtPosition(file, program.length, {})?.entries ?? [];
    const of = (name: string): string | undefined => entries.find((one) => one.name === name)?.kindModifiers;
    expect(of("podsecuritypolicies")).toContain("deprecated");
    expect(of("poddisruptionbudgets")).not.toContain("deprecated");
  });
});
