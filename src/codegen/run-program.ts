import { ts } from "ts-morph";
import { auditPolicy } from "../builder/index.js";
import { invariant } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import * as vocabulary from "../vocabulary/index.js";

/** What a program of `printProgram` may import. */
const PACKAGES: Readonly<Record<string, object>> = {
  "gen-audit": { auditPolicy },
  "gen-audit/kubernetes": vocabulary,
};

/** Runs a program, and gives the policy that it exports. */
export function runProgram(program: string): Policy {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { policy?: Policy } = {};
  new Function("exports", "require", outputText)(exported, (name: string) => PACKAGES[name]);
  invariant(exported.policy !== undefined, "the program exports a policy");
  return exported.policy;
}
