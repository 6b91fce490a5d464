import { listPresets } from "../../../src/presets/index.js";
import { listGuarantees } from "../../../src/prove/index.js";

/** Which preset keeps which guarantee, as the page of presets has it: a column for each guarantee, in their order. */
export function proofTable(): string {
  const guarantees = listGuarantees().map(({ name }) => name);
  const rows = listPresets().map(({ name, guarantees: kept }) =>
    [`\`${name}\``, ...guarantees.map((one) => (kept.includes(one) ? "+" : "–"))].join(" | "),
  );
  const head = ["preset", ...guarantees.map((_, index) => index + 1)].join(" | ");
  const line = ["---", ...guarantees.map(() => "---")].join(" | ");
  return [head, line, ...rows].map((row) => `| ${row} |\n`).join("");
}
