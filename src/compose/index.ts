export { composeSequence } from "./compose-sequence.js";
export type { Composition, PolicyPart, RuleOrigin } from "./composition.js";
export { type JoinedParts, joinParts, nameOrigin, printOrigins } from "./join-parts.js";
export { pullOutOfRules } from "./pull-out-of-rules.js";
