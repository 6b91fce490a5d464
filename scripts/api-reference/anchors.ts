import type { ApiExport } from "./api-export.js";
import type { Area } from "./areas.js";

/** Where each name stands in the reference. */
export interface Anchor {
  readonly page: string;
  /** Of its heading, as GitHub makes it. */
  readonly slug: string;
}

export type Anchors = ReadonlyMap<string, Anchor>;

/** The heading of an export, and those of its methods below it, in the order of the page. */
export function headingsOf({ name, methods }: ApiExport): readonly string[] {
  return [name, ...methods.map((method) => `${name}.${method.name}`)];
}

/** Places every name of every page. */
export function placeNames(areas: readonly Area[], exports: ReadonlyMap<string, ApiExport>): Anchors {
  return new Map(
    areas.flatMap(({ page, title, names }) => {
      const slugs = slugger();
      slugs(title);
      return names
        .flatMap((name) => {
          const found = exports.get(name);
          return found ? headingsOf(found) : [];
        })
        .map((heading): [string, Anchor] => [heading, { page, slug: slugs(heading) }]);
    }),
  );
}

/** Gives each heading of one page the anchor that GitHub gives it: a second one of the same letters gets a number. */
export function slugger(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  };
}

/** A link from a page to a name. */
export function linkTo(name: string, from: string, anchors: Anchors): string {
  const anchor = anchors.get(name);
  if (!anchor) return `\`${name}\``;
  return `[\`${name}\`](${anchor.page === from ? "" : `${anchor.page}.md`}#${anchor.slug})`;
}
