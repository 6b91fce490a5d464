export { composeStrictest, composeWidest } from "./compose-strictest.js";
export { composeWithin } from "./compose-within.js";
export type { LevelLimit, LevelLimits, Limited } from "./level-limits.js";
export type { CombineOptions } from "./multiply.js";
export { NotComposableError } from "./not-composable-error.js";
export { parseLimit } from "./parse-limit.js";
