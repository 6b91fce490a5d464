export { compileEvaluator, type Evaluator } from "./compile-evaluator.js";
export { type EvaluateOptions, evaluate, findUnmatchedField, type UnmatchedField } from "./evaluate.js";
