export type { DocumentChange } from "./describe-changes.js";
export { type PutObject, putIntoObject } from "./put-into-object.js";
export { type PutText, type PutTextRequest, putIntoText } from "./put-into-text.js";
