import type { Range } from "./document-node.js";

/** Thrown within this module where a text cannot be changed in place: where, why, and the way out. */
export class RefusalAt extends Error {
  /** Absent: all of it. */
  readonly range: Range | undefined;
  readonly help: string | undefined;

  constructor(range: Range | undefined, reason: string, help?: string) {
    super(reason);
    this.range = range;
    this.help = help;
  }
}
