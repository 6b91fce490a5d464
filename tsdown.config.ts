import { fileURLToPath } from "node:url";
import { defineConfig } from "tsdown";

/** No declaration needs a type of a dependency; the bundler leaves the imports, and the compiler would read all of zod for them. */
const declarationsAlone = {
  name: "declarations-alone",
  generateBundle(_: unknown, bundle: Record<string, { readonly type: string; code?: string }>) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (file.endsWith(".d.ts")) chunk.code = chunk.code?.replace(/^import .* from "(zod|yaml)";\n/gm, "");
    }
  },
};

const shared = { target: "node20.19", clean: false } as const;

export default defineConfig([
  // The library, the names of Kubernetes' own API, and what extends vitest: dependencies stay imports.
  {
    ...shared,
    entry: { index: "src/index.ts", kubernetes: "src/vocabulary.ts", vitest: "src/vitest.ts" },
    platform: "neutral",
    format: "esm",
    dts: true,
    clean: true,
    plugins: [declarationsAlone],
    outputOptions: { chunkFileNames: "shared.js" },
  },
  // The command, with yaml and diff inside. CommonJS, since Node starts it 10 ms sooner than an ES module.
  {
    ...shared,
    entry: { bin: "src/cli/bin.ts" },
    platform: "node",
    format: "cjs",
    dts: false,
    minify: true,
    // Its ES modules: of these a chunk holds only what it uses, so that printing does not load the parser.
    alias: { yaml: fileURLToPath(new URL("node_modules/yaml/browser/index.js", import.meta.url)) },
    deps: { alwaysBundle: ["yaml", "diff"], neverBundle: ["zod", "ts-morph"] },
    outputOptions: { chunkFileNames: "bin-[name].cjs" },
  },
]);
