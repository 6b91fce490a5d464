import type { JSDoc } from "ts-morph";
import type { DocText } from "./api-export.js";

/** What the doc comments of a declaration say, taken apart. */
export function readDoc(comments: readonly JSDoc[]): DocText {
  const paragraphs = comments.flatMap((comment) =>
    comment
      .getDescription()
      .trim()
      .split(/\n{2,}/),
  );
  const tags = comments.flatMap((comment) => comment.getTags());
  const textsOf = (name: string): string[] =>
    tags.filter((tag) => tag.getTagName() === name).map((tag) => tag.getCommentText()?.trim() ?? "");
  return {
    text: paragraphs.filter((paragraph) => !isUpstream(paragraph)).join("\n\n"),
    upstream: paragraphs.filter(isUpstream).map((paragraph) => paragraph.replace(UPSTREAM, "").trim()),
    throws: textsOf("throws"),
    examples: textsOf("example").map((example) => example.replace(/^```\w*\n|\n```$/g, "")),
  };
}

const UPSTREAM = /^Upstream:/;

function isUpstream(paragraph: string): boolean {
  return UPSTREAM.test(paragraph);
}
