import type { LintRule } from "./lint-rule.js";
import { entryRepeated } from "./rules/entry-repeated.js";
import { entryShadowed } from "./rules/entry-shadowed.js";
import { healthChecksRecorded } from "./rules/health-checks-recorded.js";
import { noCatchAll } from "./rules/no-catch-all.js";
import { pathNotServed } from "./rules/path-not-served.js";
import { pathOfAResource } from "./rules/path-of-a-resource.js";
import { resourceInWrongGroup } from "./rules/resource-in-wrong-group.js";
import { resourceNamesWithoutEffect } from "./rules/resource-names-without-effect.js";
import { resourceNotInRelease } from "./rules/resource-not-in-release.js";
import { ruleRedundant } from "./rules/rule-redundant.js";
import { ruleShadowed } from "./rules/rule-shadowed.js";
import { ruleUnmatchable } from "./rules/rule-unmatchable.js";
import { subresourcesMissed } from "./rules/subresources-missed.js";
import { tokenBodies } from "./rules/token-bodies.js";
import { unknownGroup } from "./rules/unknown-group.js";
import { unknownResource } from "./rules/unknown-resource.js";
import { verbNeverOccurs } from "./rules/verb-never-occurs.js";
import { verbNotServed } from "./rules/verb-not-served.js";

/** All of lint's rules; of findings in one place, those of the first come first. */
export const LINT_RULES: readonly LintRule[] = [
  ruleShadowed,
  ruleUnmatchable,
  ruleRedundant,
  entryShadowed,
  entryRepeated,
  unknownGroup,
  unknownResource,
  resourceInWrongGroup,
  resourceNotInRelease,
  resourceNamesWithoutEffect,
  verbNeverOccurs,
  verbNotServed,
  pathOfAResource,
  noCatchAll,
  tokenBodies,
  subresourcesMissed,
  pathNotServed,
  healthChecksRecorded,
];
