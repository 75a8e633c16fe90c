/** From the posts of a live page to a warning for each that a person began and that says nothing yet. */
import type { ArchivedPage } from "../archive/archive.ts";
import { fileProblem, type Problem } from "../model/problem.ts";

/** An empty post that an import wrote is as its capture has it. */
export const wordProblems = ({ page, files, captures }: ArchivedPage): readonly Problem[] =>
  page.posts
    .filter(({ id, headline, blocks }) => headline === undefined && blocks.length === 0 && !captures.has(id))
    .map(({ id }) => ({
      ...fileProblem(
        files.get(id) ?? "",
        "Cannot find a word in this post: it has no headline and no text",
        "Write some, add the line draft: true until you do, or remove the file",
      ),
      severity: "warning",
    }));
