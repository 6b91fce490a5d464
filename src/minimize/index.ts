export { type MinimizedPolicy, type MinimizeOptions, minimizePolicy } from "./minimize-policy.js";
export type { Removal } from "./removal.js";
