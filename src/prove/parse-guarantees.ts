import { z } from "zod";
import { findRequest } from "../analyze/index.js";
import { GenAuditError } from "../diagnostics/index.js";
import { LEVELS, POLICY_API_VERSION, POLICY_KIND, type Policy, STAGES } from "../model/index.js";
import { findSelectorFault, resourcesFromWords } from "../request/index.js";
import { readBySchema, type SchemaFile } from "../schema/index.js";
import { requireRelease } from "../validate/index.js";
import type { Bound } from "./bound.js";
import { guarantee, isGuaranteeName, unknownGuarantee } from "./guarantee.js";
import type { Guarantee } from "./guarantee-definition.js";

/** A list that is there names something: an empty one would constrain nothing. */
const list = z.array(z.string()).min(1, "is empty, and would take everything: leave it out");

const selectorSchema = z.strictObject({
  user: z.enum(["none"]).exactOptional(),
  users: list.exactOptional(),
  userGroups: list.exactOptional(),
  verbs: list.exactOptional(),
  resources: z
    .array(
      z.strictObject({
        group: z.string(),
        resources: list.exactOptional(),
        resourceNames: list.exactOptional(),
      }),
    )
    .min(1, "is empty, and would take everything: leave it out")
    .exactOptional(),
  namespaces: list.exactOptional(),
  nonResourceURLs: list.exactOptional(),
});

const selectors = z.array(selectorSchema).min(1, "is empty: name some requests");

const bound = {
  requests: selectors,
  except: selectors.exactOptional(),
  by: z.enum(["unnamed-accounts"]).exactOptional(),
  some: z.literal(true).exactOptional(),
  atLeast: z.enum(["Metadata", "Request", "RequestResponse"]).exactOptional(),
  atMost: z.enum(["None", "Metadata", "Request"]).exactOptional(),
  stages: z.array(z.enum(STAGES)).min(1, "is empty: name some stages").exactOptional(),
};

const boundSchema = z.strictObject({ title: z.string().exactOptional(), ...bound });

/** One of three forms, whose fields are told apart afterwards: then each has an error of its own. */
const guaranteeSchema = z.strictObject({
  name: z.string().min(1, "is empty"),
  title: z.string().exactOptional(),
  ...bound,
  requests: bound.requests.exactOptional(),
  bounds: z.array(boundSchema).min(1, "is empty: nothing is asked").exactOptional(),
  use: z.string().exactOptional(),
  resources: list.exactOptional(),
});

const fileSchema = z.strictObject({
  guarantees: z.array(guaranteeSchema).min(1, "is empty: there is nothing to prove"),
});

type File = z.infer<typeof fileSchema>;
type Entry = File["guarantees"][number];
type Refuse = SchemaFile<File>["refuse"];

const HELP =
  "a file of guarantees has guarantees, each with a name and requests with atLeast, atMost or stages; or bounds; or use with resources";

/** How a file of guarantees is read. */
export interface ParseGuaranteesOptions {
  /** The name of the file, for errors; `guarantees.yaml` if not given. */
  readonly file?: string | undefined;
  /** The API server's release, for what is built in. */
  readonly kubernetesVersion?: string | undefined;
}

/**
 * Reads guarantees of a user's own: YAML or JSON with `guarantees`, each with a `name` and what it asks for.
 *
 * @throws GenAuditError `bad-input` for what asks for nothing, is about no request, or cannot be, with file and line; `unknown-version` if
 * `kubernetesVersion` is no release.
 *
 * @example
 * const [own] = parseGuarantees(`
 * guarantees:
 *   - name: configmap-reads-recorded
 *     requests: [{ verbs: [get, list], resources: [{ group: "", resources: [configmaps] }] }]
 *     atLeast: Metadata
 * `);
 * proveGuarantee(getPreset("metadata-only").policy, own).result; // proved
 */
export function parseGuarantees(text: string, options: ParseGuaranteesOptions = {}): readonly Guarantee[] {
  const { file = "guarantees.yaml", kubernetesVersion } = options;
  requireRelease(kubernetesVersion);
  const { data, refuse } = readBySchema(text, file, fileSchema, HELP);
  const names = new Set<string>();
  return data.guarantees.map((entry, index) => {
    const path = ["guarantees", index];
    checkName(entry.name, names, [...path, "name"], refuse);
    names.add(entry.name);
    return toGuarantee(entry, path, refuse, kubernetesVersion);
  });
}

type Path = readonly (string | number)[];

function checkName(name: string, own: ReadonlySet<string>, path: Path, refuse: Refuse): void {
  if (isGuaranteeName(name))
    throw refuse(path, `"${name}" is a guarantee of gen-audit's own`, "choose another name");
  if (own.has(name)) throw refuse(path, `"${name}" is there already`, "choose another name");
  if (/[=,\s]/.test(name))
    throw refuse(path, `"${name}" cannot be chosen on a command line`, "leave out blanks, commas and =");
}

function toGuarantee(
  entry: Entry,
  path: Path,
  refuse: Refuse,
  kubernetesVersion: string | undefined,
): Guarantee {
  const { name, title, bounds, use, resources, ...own } = entry;
  const given = [
    ...(use !== undefined ? ["use"] : []),
    ...(bounds ? ["bounds"] : []),
    ...(Object.keys(own).length > 0 ? ["requests"] : []),
  ];
  const [form = "", other] = given;
  if (other !== undefined) throw refuse(path, `${form} and ${other} exclude each other`);
  if (resources && form !== "use") throw refuse([...path, "resources"], "resources goes with use");
  if (use !== undefined) return useOther(entry, use, path, refuse, kubernetesVersion);
  if (bounds) {
    for (const [index, one] of bounds.entries()) checkBound(one, [...path, "bounds", index], refuse);
    return { name, title, bounds };
  }
  const { requests, ...asked } = own;
  if (!requests) throw refuse(path, "requests is missing: of which requests is something asked?");
  const bound: Bound = { requests, ...asked };
  checkBound(bound, path, refuse);
  return { name, title, bounds: [bound] };
}

/** One of the known guarantees, about other resources. */
function useOther(
  { name, title, resources }: Entry,
  use: string,
  path: Path,
  refuse: Refuse,
  kubernetesVersion: string | undefined,
): Guarantee {
  const at = (field: string, error: unknown): unknown =>
    error instanceof GenAuditError ? refuse([...path, field], error.message, error.help) : error;
  if (!isGuaranteeName(use)) throw at("use", unknownGuarantee(use, []));
  if (!resources) throw refuse(path, `resources is missing: what is ${use} to be about?`);
  try {
    const own = guarantee(use, { resources: resourcesFromWords(resources, kubernetesVersion) });
    return { name, title: title ?? own.title, bounds: own.bounds };
  } catch (error) {
    throw at("resources", error);
  }
}

function checkBound(bound: Bound, path: Path, refuse: Refuse): void {
  const { atLeast, atMost, stages, by, some } = bound;
  if (!atLeast && !atMost && !stages) throw refuse(path, "asks for nothing: give atLeast, atMost or stages");
  const least = atLeast ?? (stages ? "Metadata" : undefined);
  if (least && atMost && LEVELS.indexOf(least) > LEVELS.indexOf(atMost)) {
    const asked = atLeast ? `atLeast ${atLeast}` : "stages, which ask for Metadata,";
    throw refuse([...path, atLeast ? "atLeast" : "stages"], `${asked} is above atMost ${atMost}`);
  }
  if (some && atMost)
    throw refuse([...path, "some"], "some goes with atLeast and stages, and not with atMost");
  for (const field of ["requests", "except"] as const) {
    for (const [index, selector] of (bound[field] ?? []).entries()) {
      const fault = findSelectorFault(selector);
      const at = [...path, field, index];
      if (fault) throw refuse([...at, ...fault.path], fault.message, fault.help);
      if (field === "requests" && by && (selector.user || selector.users || selector.userGroups))
        throw refuse(at, "by is for requests of anybody: leave out user, users and userGroups");
    }
  }
  const { requests, except = [] } = bound;
  if (findRequest(NO_RULES, { requests, except, recording: () => true }) === "none")
    throw refuse([...path, "except"], "leaves no request of those that are asked about");
}

const NO_RULES: Policy = { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules: [] };
