import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import type { GroupResources } from "../model/index.js";
import { DEFINITIONS, type GuaranteeName } from "./definitions.js";
import type { Guarantee, GuaranteeDefinition } from "./guarantee-definition.js";
import { PACKS, type PackName } from "./packs.js";

/** What a guarantee is about. */
export interface GuaranteeOptions {
  /** What it is about, in place of what it is about of itself; not every guarantee takes other resources. */
  readonly resources?: readonly GroupResources[] | undefined;
}

/**
 * The guarantee of that name; of those that are about a list of resources, for others as well.
 *
 * @throws GenAuditError `unknown-guarantee` for an unknown name, with the near miss, and `bad-input` for resources where it
 * takes none, or for none of them.
 *
 * @example
 * guarantee("no-secret-bodies").title; // What is stored in Secrets stays out of the log
 * const rollouts = [{ group: "argoproj.io", resources: ["rollouts"] }];
 * guarantee("workload-writes-recorded", { resources: rollouts }).title; // Each write to rollouts.argoproj.io is recorded
 */
export function guarantee(name: string, { resources }: GuaranteeOptions = {}): Guarantee {
  const definition = definitionOf(name);
  if (!resources) return withName(name, definition);
  if (!("boundsOf" in definition)) {
    const others = GUARANTEE_NAMES.filter((one) => "boundsOf" in DEFINITIONS[one]);
    throw new GenAuditError("bad-input", `${name} is not about resources that could be others`, {
      help: `these are: ${others.join(", ")}`,
    });
  }
  const words = resources.flatMap(writeResources);
  if (words.length === 0) throw new GenAuditError("bad-input", `${name} is about no resource`);
  return {
    name: `${name}=${words.join(",")}`,
    title: definition.titleOf(words.join(", ")),
    bounds: definition.boundsOf(resources),
  };
}

/** The names of all guarantees, in the order in which they are listed. */
export const GUARANTEE_NAMES: readonly GuaranteeName[] = Object.keys(DEFINITIONS) as GuaranteeName[]; // the keys of a record that has them all

/** What there is to know of a guarantee before it is asked for. */
export interface GuaranteeSummary {
  readonly name: GuaranteeName;
  readonly title: string;
  /** The packs that it is in. */
  readonly packs: readonly PackName[];
  /** What it is about, where it takes other resources as well. */
  readonly resources?: readonly GroupResources[];
}

/**
 * The guarantees that there are, and the packs that they are in.
 *
 * @example
 * listGuarantees().filter(({ packs }) => packs.includes("leaks")).map(({ name }) => name).join(", ");
 * // no-secret-bodies, no-configmap-bodies, no-token-bodies
 */
export function listGuarantees(): readonly GuaranteeSummary[] {
  return GUARANTEE_NAMES.map((name) => {
    const definition: GuaranteeDefinition = DEFINITIONS[name];
    return {
      name,
      title: definition.title,
      packs: PACK_NAMES.filter((pack) => PACKS[pack].guarantees.includes(name)),
      ...("resources" in definition && { resources: definition.resources }),
    };
  });
}

/**
 * The guarantees of a pack: `leaks`, `cis` or `pci`.
 *
 * @throws GenAuditError `unknown-guarantee` for an unknown pack, with the near miss.
 *
 * @example
 * guaranteesOfPack("cis").map(({ name }) => name).join(", "); // cis-3.2.1, cis-3.2.2
 */
export function guaranteesOfPack(pack: string): readonly Guarantee[] {
  if (!isPackName(pack)) {
    throw new GenAuditError("unknown-guarantee", `unknown pack "${pack}"${didYouMean(pack, PACK_NAMES)}`, {
      help: `packs are ${PACK_NAMES.join(", ")}`,
    });
  }
  return PACKS[pack].guarantees.map((name) => withName(name, DEFINITIONS[name]));
}

export const PACK_NAMES: readonly PackName[] = Object.keys(PACKS) as PackName[]; // the keys of a record that has them all

function isPackName(name: string): name is PackName {
  return Object.hasOwn(PACKS, name);
}

function definitionOf(name: string): GuaranteeDefinition {
  if (isGuaranteeName(name)) return DEFINITIONS[name];
  throw unknownGuarantee(name, []);
}

export function isGuaranteeName(name: string): name is GuaranteeName {
  return Object.hasOwn(DEFINITIONS, name);
}

/** A name that none of the guarantees has, those of a user's among them. */
export function unknownGuarantee(name: string, own: readonly string[]): GenAuditError {
  const known = [...own, ...GUARANTEE_NAMES];
  return new GenAuditError("unknown-guarantee", `unknown guarantee "${name}"${didYouMean(name, known)}`, {
    help: `guarantees are ${known.join(", ")}`,
  });
}

function withName(name: string, definition: GuaranteeDefinition): Guarantee {
  const bounds = "boundsOf" in definition ? definition.boundsOf(definition.resources) : definition.bounds;
  return { name, title: definition.title, bounds };
}

/** `deployments.apps`, as it is written where a guarantee is chosen; a group alone is `*.GROUP`. */
function writeResources({ group, resources = ["*"] }: GroupResources): readonly string[] {
  return resources.map((resource) =>
    group === "" ? resource : resource.replace(/^[^/]*/, (name) => `${name}.${group}`),
  );
}
