import type { Policy } from "../model/index.js";
import type { PresetName } from "./presets.generated.js";

/** A policy that ships with this library, and what is known about it. */
export interface Preset {
  readonly name: PresetName;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** The product whose own policy it is, as published: there to be compared with. */
  readonly baselineOf?: string;
  /** Where its rules come from. */
  readonly source: { readonly title: string; readonly url: string };
  /** The releases it holds for, as `x.y`: it loads there and means the same. Without `until` the newest is among them. */
  readonly kubernetes: { readonly since: string; readonly until?: string };
  readonly knownFaults: readonly KnownFault[];
  readonly policy: Policy;
  /** Why each rule is there, by the rule's index. */
  readonly reasons: readonly string[];
}

/** What a preset does that a user would not expect of it; said and not repaired, for a preset is what its source says. */
export interface KnownFault {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  /** The preset that does not have this fault. */
  readonly remedyPreset: PresetName;
}
