import type { Diagnostic } from "../diagnostics/index.js";
import type { Version } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import type { Configuration, DefaultPaths, FlagValue } from "./configuration.js";
import type { EditableDocument } from "./editable-document.js";
import type { EditableFile } from "./editable-file.js";
import type { AuditSettings } from "./settings.js";
import type { Artifact, Steps, VersionRange } from "./types.js";
import type { WebhookConfig } from "./webhook-config.js";

/** All that a target renders from. */
export interface TargetInput {
  readonly policy: Policy;
  /** Stands above the rule of the same index. */
  readonly comments?: readonly (string | undefined)[];
  /** The policy as text: to put into another file, or below a header as a file of its own. */
  readonly printPolicy: (header?: string) => string;
  /** `kops 1.25`, or the bare name where the target has no versions. */
  readonly label: string;
  /** The release of the target; that of Kubernetes for a target that has none. */
  readonly version: Version;
  /** The API servers that the rendering is for. */
  readonly kubernetes: VersionRange;
  /** The caller's `kubernetesVersion`, if there was one. */
  readonly kubernetesVersion?: Version;
  /** Which of the target's `forms`; absent for a target that has one alone. */
  readonly form?: string;
  /** What the target puts into a name, so that a changed policy is a change to the tool; absent where it puts none. */
  readonly policyHash?: string;
  readonly settings: AuditSettings;
  readonly configuration: Configuration;
  /** Absent: no webhook, or one whose kubeconfig is already on the nodes. */
  readonly webhookConfig?: WebhookConfig;
  /** What every rendered file begins with: the versions that it holds for. */
  readonly header: string;
}

/** Where a hash of the policy goes, for a tool, or a cluster, that looks at names and not at what is behind them. */
export interface PolicyHashPlace {
  /** The policy's file on the node, or an object that holds the policy, which the target names itself. */
  readonly place: "file-name" | "object-name";
  /** Whether it is put there without being asked for; never into a path that the caller gave. */
  readonly isDefault: (version: Version) => boolean;
}

/** One kind of cluster tool. A new one is one file beside the others, and its line in `targets/index.ts`. */
export interface Target {
  readonly name: string;
  readonly title: string;
  /** One line: what is rendered, and where it goes. */
  readonly summary: string;
  /** Absent: the target has no versions of its own. */
  readonly versions?: VersionRange;
  /** Whether the release of the target is that of the Kubernetes it deploys, so that one settles the other. */
  readonly followsKubernetes?: true;
  /** The Kubernetes releases that a release of the target runs. */
  readonly kubernetes: (version: Version) => VersionRange;
  /** The shapes that the files can have, by name, the default first. Absent: there is one alone. */
  readonly forms?: (version: Version) => readonly string[];
  /** Absent: a changed policy reaches the tool in any case, or no name would make it. */
  readonly policyHash?: PolicyHashPlace;
  /** Whether the target says anything about backends; if not, only the policy file is rendered. */
  readonly hasBackends: boolean;
  /** Absent: every release does. */
  readonly takesWebhook?: (version: Version) => boolean;
  readonly defaultPaths: (version: Version) => DefaultPaths;
  /** What the target has instead of a flag that it cannot express; undefined where it can. Absent: it can express each. */
  readonly insteadOf?: (setting: FlagValue, version: Version) => string | undefined;
  /** What else is wrong or odd on this target. */
  readonly check: (input: TargetInput) => readonly Diagnostic[];
  /** Called only if no diagnostic is an error. */
  readonly render: (input: TargetInput) => { readonly artifacts: readonly Artifact[]; readonly steps: Steps };
  /** The document, or the file, of the user's that the rendering is a part of; absent where there is none. */
  readonly into?: EditableDocument | EditableFile;
}
