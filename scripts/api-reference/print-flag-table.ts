import type { AuditFlag } from "../../src/index.js";

/** Every setting with the flag that it stands for, as a table. */
export function printFlagTable(flags: readonly AuditFlag[]): string {
  const rows = flags.map(({ key, name, value, help, since }) => [
    `\`${key}\``,
    `\`--${name}\``,
    `\`${value.replaceAll("|", "\\|")}\``,
    since,
    help,
  ]);
  return [["setting", "flag", "takes", "since", ""], ["---", "---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
