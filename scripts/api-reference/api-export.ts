/** What a doc comment says, in Markdown. */
export interface DocText {
  /** What it answers, the edge cases, parameters and units. */
  readonly text: string;
  /** Where we follow Kubernetes' code or a standard: what stands behind `Upstream:`. */
  readonly upstream: readonly string[];
  /** What stands behind each `@throws`. */
  readonly throws: readonly string[];
  /** TypeScript, one for each `@example`. */
  readonly examples: readonly string[];
}

/** A method that users call. */
export interface ApiMethod {
  readonly name: string;
  readonly declaration: string;
  readonly doc: DocText;
}

/** One name that users import, or that an import adds to another library. */
export interface ApiExport {
  readonly name: string;
  /** What it is imported from: `gen-audit`, `gen-audit/vitest`. */
  readonly from: string;
  readonly kind: "function" | "class" | "constant" | "type" | "matcher";
  /** TypeScript, as in a declaration file. */
  readonly declaration: string;
  /** Types that it is made of and that users cannot import, by their name. */
  readonly along: ReadonlyMap<string, string>;
  readonly doc: DocText;
  readonly methods: readonly ApiMethod[];
  /** Of the names that users import, those that the declaration mentions, in order. */
  readonly mentions: readonly string[];
}
