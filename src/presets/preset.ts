import type { Policy } from "../model/index.js";
import type { Fragment, FragmentUse } from "./fragment.js";
import type { PresetName } from "./presets.generated.js";

/** A policy by name, and what is known about it: one that ships with this library, or one of a user's file. */
export interface Preset<Name extends string = PresetName> {
  readonly name: Name;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** The product whose own policy it is, as published: there to be compared with. */
  readonly baselineOf?: string;
  /** Where its rules come from; absent for one that is composed of fragments, each of which says so. */
  readonly source?: { readonly title: string; readonly url: string };
  /** The releases it holds for, as `x.y`: it loads there and means the same. Without `until` the newest is among them. */
  readonly kubernetes: { readonly since: string; readonly until?: string };
  readonly knownFaults: readonly KnownFault[];
  /** Of the guarantees, by name, those that it keeps for whatever clients send; it breaks all others. */
  readonly guarantees: readonly string[];
  /** The codes of what lint finds in it; nothing else. */
  readonly findings: readonly string[];
  /** What cannot be proved and whoever chooses it should know. */
  readonly notes?: readonly string[];
  /** Flags of kube-apiserver that go with it, unless others are set. */
  readonly flags?: Readonly<Record<string, string | number | boolean>>;
  /** For the newest release. */
  readonly policy: Policy;
  /** Why each rule is there, by the rule's index. */
  readonly reasons: readonly string[];
  /** What it is composed of; absent for an ordered list of rules. */
  readonly composed?: ComposedOf;
}

/** Fragments, which each release of Kubernetes gets its own policy of. */
export interface ComposedOf {
  readonly fragments: readonly (FragmentUse | Fragment)[];
  /** The oldest release, as `x.y`, for which the policy is as for the newest. */
  readonly sameSince: string;
}

/** What a preset does that a user would not expect of it; said and not repaired, for a preset is what its source says. */
export interface KnownFault {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  /** The preset that does not have this fault. */
  readonly remedyPreset: PresetName;
}
