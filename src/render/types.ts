import type { Diagnostic } from "../diagnostics/index.js";
import type { Version } from "../kubernetes/index.js";

/** Who has to bring a file to its place. */
export type Placement =
  /** It has to be on each control-plane node, at its path. */
  | "control-plane-node"
  /** It is applied to the cluster, as an object. */
  | "cluster-object"
  /** It is a file of the user's, or goes into one. */
  | "user-file"
  /** It has to be on the machine that the tool runs on. */
  | "local";

/** One file of a rendering. */
export interface Artifact {
  /** Absolute on a node; a file name for what the user keeps. */
  readonly path: string;
  readonly content: string;
  /** Octal, as for chmod: `"0600"`. */
  readonly mode: string;
  /** `user:group` on a node; absent for a file that is the user's own. */
  readonly owner?: string;
  readonly placement: Placement;
}

/** What a human does with the files, one line each; a line that begins with `$ ` is a command. */
export interface Steps {
  readonly apply: readonly string[];
  readonly verify: readonly string[];
}

/** Releases from one to another, both included. */
export interface VersionRange {
  readonly oldest: Version;
  readonly newest: Version;
}

/** A policy made into what one target takes. */
export interface Rendering {
  readonly target: string;
  /** The version rendered for, as given or the newest; absent for a target that has none. */
  readonly version?: string;
  /** The API servers that this rendering holds for, oldest and newest. */
  readonly kubernetes: VersionRange;
  /** Empty where a diagnostic is an error. */
  readonly artifacts: readonly Artifact[];
  readonly steps: Steps;
  readonly diagnostics: readonly Diagnostic[];
}
