/** What users import from, with the file of each and what it has. A further entry of package.json is a further line. */
export const ENTRIES: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  "gen-audit": { file: "src/index.ts", text: "the library" },
  "gen-audit/kubernetes": {
    file: "src/vocabulary.ts",
    text: "Kubernetes' own API groups, users and groups by name",
  },
  "gen-audit/vitest": {
    file: "src/vitest.ts",
    text: "extends `expect` of vitest, and has no names of its own",
  },
};
