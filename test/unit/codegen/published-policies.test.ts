import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";
import { findDifference } from "../../../src/analyze/index.js";
import {
  commentsAbove,
  commentsByPath,
  haveSameRules,
  printProgram,
  runProgram,
} from "../../../src/codegen/index.js";
import type { Policy } from "../../../src/model/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import { listPresets } from "../../../src/presets/index.js";
import { fromSource } from "../../support/from-source.js";

const published = new URL("../../../../shared/data/policies/", import.meta.url);
const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Imported {
  readonly name: string;
  readonly policy: Policy;
  readonly program: string;
}

const presets = listPresets().map(({ name, policy, reasons }): Imported => {
  return {
    name: `preset ${name}`,
    policy,
    program: printProgram(policy, { comments: commentsAbove(reasons) }),
  };
});

/** Those of three releases before 1.8 have no apiVersion, and are read by none. */
const files = (existsSync(published) ? readdirSync(published) : []).flatMap((name): readonly Imported[] => {
  const { policy, source } = parsePolicy(readFileSync(new URL(name, published), "utf8"));
  return policy
    ? [{ name, policy, program: printProgram(policy, { comments: commentsByPath(source) }) }]
    : [];
});

describe.each([...presets, ...files])("$name", ({ policy, program }) => {
  test("comes back as a program that decides every request alike", () => {
    const built = runProgram(program);
    expect(haveSameRules(policy, built)).toBe(true);
    expect(findDifference(policy, built)).toBe("equivalent");
  });
});

test("all of them compile", () => {
  const project = new Project({
    tsConfigFilePath: `${root}tsconfig.json`,
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { isolatedDeclarations: false, declaration: false },
  });
  for (const [index, { program }] of [...presets, ...files].entries())
    project.createSourceFile(`${root}test/unit/program-${index}.ts`, fromSource(program));
  const problems = project.getPreEmitDiagnostics();
  expect(project.formatDiagnosticsWithColorAndContext(problems)).toBe("");
});

test.runIf(files.length > 0)("all published policies but three are read", () => {
  expect(files).toHaveLength(readdirSync(published).length - 3);
});
