import { columnOf, type PolicySource, type SourceComment, type SourceNode } from "../diagnostics/index.js";

/** Comments by what they are about: the path of a field or an entry, `rules[3].users[0]`. Each is taken once. */
export interface Comments {
  /** Those about what has the path. */
  take(path: string): readonly string[];
  /** Those about what has the path, and about what is below it; without a path all that are left. */
  takeAll(path?: string): readonly string[];
}

/** Behind what has a path, indented as what is in it. */
export const END = "!end";

interface Anchor {
  readonly path: string;
  readonly start: number;
}

/**
 * Finds what the comments of a policy are about: one on a line of its own is about what begins below it, unless that is indented
 * less, and one behind something about that.
 */
export function commentsByPath(source: PolicySource | undefined): Comments {
  const byPath = new Map<string, string[]>();
  if (source) {
    const anchors = [...listAnchors(source.root, "")].sort((a, b) => a.start - b.start);
    for (const comment of source.comments) {
      const path = findSubject(comment, anchors, source.text);
      byPath.set(path, [...(byPath.get(path) ?? []), comment.text.replace(/^ /, "").trimEnd()]);
    }
  }
  return commentsOf(byPath);
}

/** Comments above rules, where nothing is known of any others. */
export function commentsAbove(reasons: readonly (string | undefined)[]): Comments {
  return commentsOf(
    new Map(reasons.flatMap((reason, index) => (reason ? [[`rules[${index}]`, [reason]]] : []))),
  );
}

function commentsOf(byPath: Map<string, string[]>): Comments {
  const take = (path: string): readonly string[] => {
    const comments = byPath.get(path) ?? [];
    byPath.delete(path);
    return comments;
  };
  const isAt = (key: string, path: string): boolean =>
    key.startsWith(path) && /^(?:$|[.[!])/.test(key.slice(path.length));
  return {
    take,
    takeAll: (path) =>
      [...byPath.keys()].filter((key) => path === undefined || isAt(key, path)).flatMap(take),
  };
}

function* listAnchors(node: SourceNode, path: string): Generator<Anchor> {
  if (node.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      const below = `${path}[${index}]`;
      yield { path: below, start: node.hyphens?.[index] ?? item.range[0] };
      yield* listAnchors(item, below);
    }
  }
  if (node.kind === "map") {
    for (const [key, { key: range, value }] of node.entries) {
      const below = path === "" ? key : `${path}.${key}`;
      yield { path: below, start: range[0] };
      yield* listAnchors(value, below);
    }
  }
}

function findSubject(
  { range: [at], isAlone }: SourceComment,
  anchors: readonly Anchor[],
  text: string,
): string {
  const before = anchors.findLast(({ start }) => start < at);
  const next = anchors.find(({ start }) => start > at);
  if (!isAlone) return before?.path ?? "";
  const column = columnOf(text, at);
  if (before && (next === undefined || column > columnOf(text, next.start))) {
    // It is indented as what it stands behind, and stands at the end of that: the entry or the field around it.
    const around = pathsAround(before.path).find((path) =>
      anchors.some((anchor) => anchor.path === path && columnOf(text, anchor.start) < column),
    );
    return (around ?? "") + END;
  }
  return next?.path ?? END;
}

/** A path and those of what it is in, the innermost first. */
function pathsAround(path: string): readonly string[] {
  const outer = path.replace(/(?:\.?[^.[\]]+|\[\d+\])$/, "");
  return path === "" || outer === path ? [] : [path, ...pathsAround(outer)];
}
