import { type Project, SyntaxKind } from "ts-morph";

/** An example of a doc comment. */
export interface DocExample {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Every example of a project's doc comments. */
export function listExamples(project: Project): readonly DocExample[] {
  const files = project.getSourceFiles().filter((file) => file.getFullText().includes("@example"));
  return files.flatMap((file) =>
    file.getDescendantsOfKind(SyntaxKind.JSDocTag).flatMap((tag) => {
      if (tag.getTagName() !== "example") return [];
      const code = (tag.getCommentText() ?? "").replace(/^```\w*\n|```$/gm, "");
      return [{ file: file.getFilePath(), line: tag.getStartLineNumber(), code }];
    }),
  );
}
