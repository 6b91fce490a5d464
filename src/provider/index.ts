export type { ProviderMatch } from "./match-provider-policy.js";
export { type ProvidedRendering, renderTarget } from "./render-target.js";
