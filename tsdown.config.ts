import { defineConfig } from "tsdown";

const shared = { platform: "node", target: "node20.19", format: "esm", fixedExtension: false } as const;

export default defineConfig([
  // The library: dependencies stay imports, types in one file.
  { ...shared, entry: { index: "src/index.ts" }, dts: true, platform: "neutral", clean: true },
  // The command: one bundle with yaml inside, so that starting it reads one file.
  {
    ...shared,
    entry: { bin: "src/cli/bin.ts" },
    dts: false,
    clean: false,
    minify: true,
    deps: { alwaysBundle: ["yaml"], neverBundle: ["zod"], onlyAllowBundle: ["yaml"] },
  },
]);
