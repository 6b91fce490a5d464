export type { Bound } from "./bound.js";
export { breachOf } from "./breach-of.js";
export type { GuaranteeName } from "./definitions.js";
export type { Breach } from "./find-breaches.js";
export type { Mend } from "./find-mends.js";
export {
  GUARANTEE_NAMES,
  type GuaranteeOptions,
  type GuaranteeSummary,
  guarantee,
  guaranteesOfPack,
  listGuarantees,
  PACK_NAMES,
} from "./guarantee.js";
export type { Guarantee } from "./guarantee-definition.js";
export { guaranteeFromWord } from "./guarantee-from-word.js";
export { type GuaranteePack, PACKS, type PackName } from "./packs.js";
export type { PolicyChange } from "./policy-draft.js";
export { type Proof, proveGuarantee } from "./prove-guarantee.js";
export { specialUsers } from "./special-users.js";
