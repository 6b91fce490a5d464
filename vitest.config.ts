import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"] },
    testTimeout: 60_000,
    // On two cores vitest would leave one to itself.
    maxWorkers: "100%",
    // `UPDATE=1 npm test` rewrites what is recorded; its diff is reviewed like code.
    ...(process.env["UPDATE"] === "1" && { update: true }),
  },
});
