export { compileEvaluator, type Evaluator } from "./compile-evaluator.js";
export { type EvaluateOptions, evaluate, findUnmatchedField, type UnmatchedField } from "./evaluate.js";
export { type Explanation, explain, type RuleTrace } from "./explain.js";
