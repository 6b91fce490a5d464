import { z } from "zod";
import { LEVELS, type Policy, type PolicyRule, STAGES } from "../model/index.js";
import { type Fragment, type FragmentUse, type KnownFault, type Preset, SLOTS } from "../presets/index.js";

/** What the file of a preset says: an ordered list of rules, or fragments, those of another preset among them. */
export interface PresetFile extends Pick<Policy, "omitStages" | "omitManagedFields"> {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly baselineOf?: string;
  readonly source?: { readonly title: string; readonly url: string };
  readonly kubernetes?: Preset["kubernetes"];
  readonly knownFaults?: readonly (Omit<KnownFault, "remedyPreset"> & { readonly remedyPreset: string })[];
  /** Of a preset that ships with the library; of a user's nothing is said. */
  readonly guarantees?: readonly string[];
  readonly findings?: readonly string[];
  readonly notes?: readonly string[];
  readonly flags?: Readonly<Record<string, string | number | boolean>>;
  /** The preset whose fragments are among its own. */
  readonly extends?: string;
  /** Fragments of that preset that are not. */
  readonly without?: readonly string[];
  /** Those that ship with the library by name, others written out. */
  readonly fragments?: readonly (FragmentUse | Fragment)[];
  readonly rules?: readonly { readonly reason: string; readonly rule: PolicyRule }[];
}

// The order of fields here is their order in what is generated of a file.

const sentence = z.string().trim().min(1);
const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).min(1);
const release = z.string().regex(/^\d+\.\d+$/, 'expected a quoted release such as "1.8"');
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected words of small letters and digits, joined by hyphens");
const omissions = {
  omitStages: list(z.enum(STAGES)).exactOptional(),
  omitManagedFields: z.boolean().exactOptional(),
};

const requests = {
  users: list(z.string()).exactOptional(),
  userGroups: list(z.string()).exactOptional(),
  verbs: list(z.string()).exactOptional(),
  resources: list(
    z.strictObject({
      group: z.string(),
      resources: list(z.string()).exactOptional(),
      resourceNames: list(z.string()).exactOptional(),
    }),
  ).exactOptional(),
  namespaces: list(z.string()).exactOptional(),
  nonResourceURLs: list(z.string()).exactOptional(),
};

const parameterSchema = z.strictObject({
  type: z.enum(["level", "namespace", "users"]),
  default: z.union([z.string(), z.array(z.string())]),
});

/** A level, or a parameter that stands for one. */
const level = z.union([z.enum(LEVELS), z.string().regex(/^\$\(\w+\)$/)]);

export const fragmentSchema: z.ZodType<Fragment> = z.strictObject({
  name,
  slot: z.enum(SLOTS),
  purpose: sentence,
  addon: sentence.exactOptional(),
  hides: sentence.exactOptional(),
  source: sentence.exactOptional(),
  parameters: z.record(z.string().regex(/^\w+$/), parameterSchema).exactOptional(),
  rules: list(
    z.strictObject({ reason: sentence, rule: z.strictObject({ level, ...requests, ...omissions }) }),
  ),
});

const fragmentUseSchema = z.strictObject({
  name,
  with: z.record(z.string(), z.union([z.string(), z.array(z.string())])).exactOptional(),
});

export const presetSchema: z.ZodType<PresetFile> = z.strictObject({
  name,
  title: sentence,
  purpose: sentence,
  baselineOf: sentence.exactOptional(),
  source: z.strictObject({ title: sentence, url: z.url() }).exactOptional(),
  kubernetes: z.strictObject({ since: release, until: release.exactOptional() }).exactOptional(),
  knownFaults: z
    .array(z.strictObject({ code: sentence, what: sentence, remedy: sentence, remedyPreset: sentence }))
    .exactOptional(),
  guarantees: z.array(sentence).exactOptional(),
  findings: z.array(name).exactOptional(),
  notes: list(sentence).exactOptional(),
  flags: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  extends: sentence.exactOptional(),
  without: list(name).exactOptional(),
  ...omissions,
  fragments: list(z.union([fragmentSchema, fragmentUseSchema])).exactOptional(),
  rules: list(
    z.strictObject({
      reason: sentence,
      rule: z.strictObject({ level: z.enum(LEVELS), ...requests, ...omissions }),
    }),
  ).exactOptional(),
});
