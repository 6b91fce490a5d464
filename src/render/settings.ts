type Backend = "Log" | "Webhook";

/** What both backends have. */
type BackendSettings = {
  readonly [Key in `audit${Backend}Mode`]?: "batch" | "blocking" | "blocking-strict";
} & {
  readonly [Key in `audit${Backend}Version`]?:
    | "audit.k8s.io/v1"
    | "audit.k8s.io/v1beta1"
    | "audit.k8s.io/v1alpha1";
} & {
  readonly [Key in `audit${Backend}Batch${"BufferSize" | "MaxSize" | "ThrottleQps" | "ThrottleBurst"}`]?: number;
} & {
  /** A Go duration, such as `30s`. */
  readonly [Key in `audit${Backend}BatchMaxWait`]?: string;
} & {
  readonly [Key in `audit${Backend}${"BatchThrottleEnable" | "TruncateEnabled"}`]?: boolean;
} & {
  /** Bytes. */
  readonly [Key in `audit${Backend}Truncate${"MaxBatchSize" | "MaxEventSize"}`]?: number;
};

/** kube-apiserver's flags, each under its name in camel case; what they take and mean stands in `AUDIT_FLAGS`. */
export interface FlagSettings extends BackendSettings {
  readonly auditPolicyFile?: string;
  /** `-` is standard output. */
  readonly auditLogPath?: string;
  readonly auditLogFormat?: "json" | "legacy";
  /** Days. */
  readonly auditLogMaxAge?: number;
  /** Files. */
  readonly auditLogMaxBackup?: number;
  /** Megabytes. */
  readonly auditLogMaxSize?: number;
  readonly auditLogCompress?: boolean;
  readonly auditWebhookConfigFile?: string;
  /** A Go duration, such as `10s`. */
  readonly auditWebhookInitialBackoff?: string;
}

/** A webhook by its kubeconfig, or by what one is built from; all are texts, and none is a path. */
export type WebhookSettings =
  | { readonly config: string }
  | {
      readonly server: string;
      /** PEM certificates. */
      readonly ca?: string;
      readonly token?: string;
      /** PEM; needs `clientKey`. */
      readonly clientCert?: string;
      /** PEM; needs `clientCert`. */
      readonly clientKey?: string;
    };

/**
 * How kube-apiserver is to write audit events: its own flags under their own names, and three words of ours.
 * What each flag takes is in `AUDIT_FLAGS`. What is absent has the default of the target (paths), of this library
 * (`DEFAULT_SETTINGS`), or of kube-apiserver.
 */
export interface AuditSettings extends FlagSettings {
  /** `false`: no log backend. */
  readonly log?: boolean;
  /** Turns the webhook backend on; so does `auditWebhookConfigFile` with a file that is already on the nodes. */
  readonly webhook?: WebhookSettings;
  /**
   * Whether a hash of the policy stands in a name, so that a changed policy is a change to a tool that looks at names
   * alone. Absent: where the target needs it.
   */
  readonly policyHash?: boolean;
}

/** Rotation that meets the CIS benchmark. kube-apiserver before 1.36 would never delete a file, and fill the disk. */
export const DEFAULT_SETTINGS: Readonly<
  Required<Pick<AuditSettings, "auditLogMaxAge" | "auditLogMaxBackup" | "auditLogMaxSize">>
> = { auditLogMaxAge: 30, auditLogMaxBackup: 10, auditLogMaxSize: 100 };
