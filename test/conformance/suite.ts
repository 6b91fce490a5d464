/** One part of the conformance suite: what we say, mostly held against upstream's own code. */
export interface Suite {
  /** `policy loading` */
  readonly name: string;
  /** False for what is held against code of our own. */
  readonly needsGo?: false;
  /** Builds its programs and asks them. Throws where that fails; a mismatch is not a failure but an answer. */
  run(options: SuiteOptions): Promise<SuiteResult>;
}

export interface SuiteOptions {
  /** What generated input is generated from. */
  readonly seed: number;
  /** Writes what upstream says into `vectors/`, for `npm test` to replay without Go. */
  readonly record: boolean;
  /** Ends builds and programs once time is up. */
  readonly signal: AbortSignal;
  /** One line of progress. */
  log(line: string): void;
}

export interface SuiteResult {
  /** The modules it was held against, `k8s.io/apiserver v0.37.2`. */
  readonly against: readonly string[];
  /** What was compared, `1,000,000 pairs of policy and request`. */
  readonly compared: string;
  /** What differs, each with all it takes to see it again. */
  readonly mismatches: readonly string[];
  /** Why nothing was compared: what is left to the vectors then. */
  readonly skipped?: string;
}
