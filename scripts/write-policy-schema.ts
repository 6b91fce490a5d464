import { writeFileSync } from "node:fs";
import { policyJsonSchema } from "../src/validate/policy-schema.js";

// A part of the build: the JSON Schema goes into the package beside the code.
writeFileSync(
  new URL("../dist/policy.schema.json", import.meta.url),
  `${JSON.stringify(policyJsonSchema(), null, 2)}\n`,
);
