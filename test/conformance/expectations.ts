/** Collects what is found and not expected, each in a line. */
export interface Expectations {
  readonly wrong: string[];
  expect(what: string, found: unknown, expected: unknown): void;
}

export function expectations(): Expectations {
  const wrong: string[] = [];
  return {
    wrong,
    expect(what, found, expected) {
      const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
      if (a !== b) wrong.push(`${what}: found ${a}, expected ${b}`);
    },
  };
}
