/** Lines of one text that others have in another; both stretches from the first line up to, and without, the second. */
export interface LineChange {
  readonly from: readonly [start: number, end: number];
  readonly to: readonly [start: number, end: number];
}

/**
 * The fewest lines in which two texts differ, in order.
 *
 * E. Myers, An O(ND) difference algorithm and its variations, Algorithmica 1 (1986), the greedy algorithm
 */
export function diffLines(from: readonly string[], to: readonly string[]): readonly LineChange[] {
  const trace = findTrace(from, to);
  const changes: LineChange[] = [];
  let [x, y] = [from.length, to.length];
  for (let depth = trace.length - 1; depth > 0; depth--) {
    const furthest = trace[depth] ?? new Map<number, number>();
    const diagonal = x - y;
    const isInsertion = comesFromAbove(furthest, diagonal, depth);
    const before = isInsertion ? diagonal + 1 : diagonal - 1;
    const startX = furthest.get(before) ?? 0;
    const startY = startX - before;
    // Behind the one line that differs, the two agree up to here.
    const [endX, endY] = isInsertion ? [startX, startY + 1] : [startX + 1, startY];
    changes.push({ from: [startX, endX], to: [startY, endY] });
    [x, y] = [startX, startY];
  }
  return joinAdjacent(changes.reverse());
}

/** For each number of differences, how far in `from` each diagonal had come before it. */
function findTrace(from: readonly string[], to: readonly string[]): readonly ReadonlyMap<number, number>[] {
  const trace: ReadonlyMap<number, number>[] = [];
  const furthest = new Map([[1, 0]]);
  for (let depth = 0; ; depth++) {
    trace.push(new Map(furthest));
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = comesFromAbove(furthest, diagonal, depth)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return trace;
    }
  }
}

function comesFromAbove(furthest: ReadonlyMap<number, number>, diagonal: number, depth: number): boolean {
  if (diagonal === -depth) return true;
  return diagonal !== depth && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function joinAdjacent(changes: readonly LineChange[]): readonly LineChange[] {
  const joined: LineChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last && last.from[1] === change.from[0] && last.to[1] === change.to[0])
      joined.splice(-1, 1, { from: [last.from[0], change.from[1]], to: [last.to[0], change.to[1]] });
    else joined.push(change);
  }
  return joined;
}
