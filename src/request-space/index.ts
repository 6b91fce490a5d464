export type { Dimension } from "./dimension.js";
export { type CoverResult, findUncovered, type SearchBudget } from "./find-uncovered.js";
export { pickRequest } from "./pick-request.js";
export type { Reading } from "./reading.js";
export {
  type Cube,
  DIMENSIONS,
  indexesOf,
  intersect,
  type Kind,
  NAME,
  NAMESPACE,
  PATH,
  type Region,
  TARGET,
  USER,
  VERB,
} from "./region.js";
export { createRequestSpace, type RequestSpace } from "./request-space.js";
export type { Target } from "./targets.js";
