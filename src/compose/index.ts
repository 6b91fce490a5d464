export { composeSequence } from "./compose-sequence.js";
export type { Composition, PolicyPart, RuleOrigin } from "./composition.js";
export { type JoinedParts, joinParts, printOrigin } from "./join-parts.js";
export { pushIntoRules } from "./push-into-rules.js";
