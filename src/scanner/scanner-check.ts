/** The name of a check: of KICS, of Kubescape, or of the DISA STIG. */
export type ScannerCheckName = "kics-1828a670" | "kubescape-c-0161" | "stig-v-242403";

/** What a scanner or an assessor says of the text of a policy, which is not what the policy does. */
export interface ScannerCheck {
  readonly check: ScannerCheckName;
  /** Whose check it is, and what they call it. */
  readonly title: string;
  readonly passed: boolean;
  /** The first rule that fails it, where it is a rule that does, and not the lack of one. */
  readonly rule?: number;
  /** What is missed, in one line; absent where it is passed. */
  readonly reason?: string;
}
