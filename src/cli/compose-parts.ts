import {
  composeStrictest,
  composeWidest,
  composeWithin,
  type LevelLimit,
  parseLimit,
} from "../combine/index.js";
import { type Composition, composeSequence, type PolicyPart } from "../compose/index.js";
import { printVersion } from "../kubernetes/index.js";
import { LINT_RULES, lintPolicy } from "../lint/index.js";
import { kubernetesOfTarget } from "../render/index.js";
import { asUsage } from "./as-usage.js";
import { readLimit } from "./limit-flag.js";
import type { Arguments } from "./parse-arguments.js";

const METHODS = { sequence: composeSequence, strictest: composeStrictest, widest: composeWidest } as const;

export interface ComposedParts {
  readonly composition: Composition;
  /** Of some faults, by their codes, those that are left: all but what lint looks for and does not find. */
  readonly faultsLeft: (codes: readonly string[]) => readonly string[];
}

/** A composition otherwise than one behind the other, or within limits. It need not have the faults of what it is made of. */
export function composeParts(parts: readonly PolicyPart[], args: Arguments): ComposedParts {
  // As with files that are read: by the newest API server of the first target.
  const [target = "policy"] = args.values("target");
  const kubernetesVersion = printVersion(kubernetesOfTarget(target, args.value("kubernetes-version")).newest);
  const read = (flag: string): readonly LevelLimit[] =>
    args.values(flag).map((written) => {
      const limit = asUsage(() => parseLimit(written, kubernetesVersion));
      return { ...limit, name: `--${flag} "${written.trim()}"` };
    });
  const options = { kubernetesVersion, limit: readLimit(args) };
  const limits = { atLeast: read("at-least"), atMost: read("at-most") };
  const method = METHODS[methodOf(args.value("combine"))];
  const composition = composeWithin(method(parts, options), limits, options);
  return {
    composition,
    faultsLeft(codes) {
      if (codes.length === 0) return codes;
      const looked = new Set(LINT_RULES.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
      const found = new Set(lintPolicy(composition, { kubernetesVersion }).map(({ code }) => code));
      return codes.filter((code) => found.has(code) || !looked.has(code));
    },
  };
}

function methodOf(word: string | undefined): keyof typeof METHODS {
  return word === "strictest" || word === "widest" ? word : "sequence";
}
