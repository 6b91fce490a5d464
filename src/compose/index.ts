export { composeSequence } from "./compose-sequence.js";
export type { Composition, PolicyPart, RuleOrigin } from "./composition.js";
export { isCatchAll } from "./is-catch-all.js";
export { type JoinedParts, joinParts, printOrigin } from "./join-parts.js";
export { pushIntoRules } from "./push-into-rules.js";
