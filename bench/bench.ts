/** One figure, and the limit that it has to keep. */
export interface Figure {
  readonly name: string;
  /** `0.31 × Go`, `0.8 ms` */
  readonly measured: string;
  readonly limit: string;
  readonly isKept: boolean;
}

/** Something that is measured. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]>;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
