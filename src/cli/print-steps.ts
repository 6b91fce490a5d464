import type { Rendering } from "../render/index.js";

/** What a human does with a rendering. */
export function printSteps({ target, version, steps }: Rendering): string {
  const heading = version === undefined ? target : `${target} ${version}`;
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `${title} (${heading}):\n${lines.map((line) => `  ${line}\n`).join("")}`;
  return list("apply", steps.apply) + list("verify", steps.verify);
}
