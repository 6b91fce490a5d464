export type { Dimension } from "./dimension.js";
export { findPlausible } from "./find-plausible.js";
export { type CoverResult, type CubeRange, findUncovered, type SearchBudget } from "./find-uncovered.js";
export { type Meeting, meetSelectors } from "./meet-selectors.js";
export { narrowTo } from "./narrow.js";
export { pickRequest } from "./pick-request.js";
export { ASSUMPTIONS, ASSUMPTIONS_OF, type Assumption, type Reading } from "./reading.js";
export {
  atomsOf,
  type Cube,
  dimensionsOf,
  indexesOf,
  intersect,
  intersectAll,
  type Kind,
  NAME,
  NAMESPACE,
  overlap,
  PATH,
  type Region,
  setAtoms,
  setGroup,
  subtract,
  TARGET,
  USER,
  VERB,
} from "./region.js";
export {
  createRequestSpace,
  dimensionsOfSpace,
  type RequestSpace,
  type SelectorList,
} from "./request-space.js";
export type { Target } from "./targets.js";
