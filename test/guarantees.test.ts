import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listGuarantees, PACK_NAMES, PACKS } from "../src/prove/index.js";

const pages = join(fileURLToPath(new URL("..", import.meta.url)), "docs/guarantees");
const guarantees = listGuarantees();

describe("docs/guarantees", () => {
  test("has a page for each guarantee, and no other", () => {
    const names = readdirSync(pages).filter((name) => name !== "README.md");
    expect(names.sort()).toEqual(guarantees.map(({ name }) => `${name}.md`).sort());
  });

  test.each(guarantees.map(({ name, title, packs }) => ({ name, title, packs })))(
    "the page of $name begins with its title and its packs",
    ({ name, title, packs }) => {
      const [heading, blank, line] = read(name).split("\n");
      expect([heading, blank]).toEqual([`# ${title}`, ""]);
      expect(line).toBe([`\`${name}\``, ...packs.map((pack) => `pack \`${pack}\``)].join(" · "));
    },
  );

  test.each(guarantees.map(({ name }) => name))("the page of %s proves one policy and breaks one", (name) => {
    const shown = [...read(name).matchAll(/^(proved|BROKEN) +(\S+)/gm)].map(([, result, of]) => [result, of]);
    expect(shown).toEqual([
      ["BROKEN", name],
      ["proved", name],
    ]);
  });

  test("README.md lists every guarantee and every pack", async () => {
    const packs = PACK_NAMES.flatMap((pack) => {
      const { title, guarantees: names } = PACKS[pack];
      return [`| \`${pack}\` | ${title} | ${names.map(link).join(", ")} |`];
    });
    const rows = guarantees.map(
      ({ name, title, resources }) => `| ${link(name)} | ${title} | ${resources ? "yes" : ""} |`,
    );
    const page = [
      "# Guarantees",
      "",
      "What `gen-audit prove` proves of a policy, over all requests; how to read its answers, and how to ask for something of",
      "your own, is in [docs/prove.md](../prove.md). Names are permanent.",
      "",
      "| guarantee | holds where | takes other resources |",
      "| --- | --- | --- |",
      ...rows,
      "",
      "## Packs",
      "",
      "| pack | what it comes to | guarantees |",
      "| --- | --- | --- |",
      ...packs,
      "",
    ].join("\n");
    await expect(page).toMatchFileSnapshot(join(pages, "README.md"));
  });
});

function link(name: string): string {
  return `[\`${name}\`](${name}.md)`;
}

function read(name: string): string {
  return readFileSync(join(pages, `${name}.md`), "utf8");
}
