/** A case, as far as a CI server shows it. */
export interface JUnitCase {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Why it failed, first in one line, then at length; absent if it passed. */
  readonly failure?: { readonly message: string; readonly details: string };
}

/** Cases by the file that they stand in, as JUnit XML, which CI servers read. The time is left out: the same input gives the same bytes. */
export function printJUnit(suites: ReadonlyMap<string, readonly JUnitCase[]>): string {
  const all = [...suites.values()].flat();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="gen-audit" ${counts(all)}>`,
    ...[...suites].flatMap(([name, cases]) => [
      `  <testsuite name="${escapeXml(name)}" ${counts(cases)}>`,
      ...cases.flatMap((one) => printCase(one, name)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function counts(cases: readonly JUnitCase[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ failure }) => failure).length}"`;
}

function printCase({ name, file, line, failure }: JUnitCase, suite: string): string[] {
  const head = `<testcase name="${escapeXml(name)}" classname="${escapeXml(suite)}" file="${escapeXml(file)}" line="${line}"`;
  if (!failure) return [`    ${head}/>`];
  return [
    `    ${head}>`,
    `      <failure message="${escapeXml(failure.message)}">${escapeXml(failure.details)}</failure>`,
    "    </testcase>",
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 has no way to write becomes a replacement character. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
