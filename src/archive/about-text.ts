/** From the text of `content/about.md` to an archive's own words for its page about itself. Front matter may be absent. */
import { parseBlocks } from "../markdown/parse.ts";
import { type Block, isMedia } from "../model/block.ts";
import type { OwnWords } from "../model/live-page.ts";
import { fileProblem, type Problem } from "../model/problem.ts";
import { conflictMark } from "./front-matter/conflict-marks.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { lineOf } from "./normalise.ts";
import { hasError } from "./read/parse-post.ts";
import { check } from "./schema/check.ts";
import { aboutSchema } from "./schema/schema.ts";

/** `words` is undefined where a problem is an error. */
export function parseAbout(text: string, file: string): { words?: OwnWords; problems: readonly Problem[] } {
  const { title, body, line, problems } = partsOf(text, file);
  if (hasError(problems)) return { problems };
  const read = parseBlocks(body, { file, line });
  const all = [...problems, ...read.problems];
  if (read.blocks.some(needsMedia)) {
    const hint = "Lead to it by a link, or put it into a live page";
    all.push(
      fileProblem(file, "Cannot show a picture or a recording here: this page has words alone", hint, "warning"),
    );
  }
  if (hasError(all)) return { problems: all };
  return { words: { ...(title !== undefined && { title }), blocks: read.blocks }, problems: all };
}

interface Parts {
  readonly title?: string | undefined;
  readonly body: string;
  /** The line on which the body begins, from 1. */
  readonly line: number;
  readonly problems: readonly Problem[];
}

function partsOf(text: string, file: string): Parts {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text) && conflictMark(text) === undefined)
    return { body: text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), line: 1, problems: [] };
  const { matter, problems } = readFrontMatter(text, file);
  if (matter === undefined) return { body: "", line: 1, problems };
  const { values, problems: faults } = check(aboutSchema, matter, file);
  return { title: lineOf(values?.title), body: matter.body, line: matter.bodyLine, problems: faults };
}

const needsMedia = (block: Block): boolean =>
  block.kind === "figure" ||
  isMedia(block) ||
  (block.kind === "quote" && block.blocks.some(needsMedia)) ||
  (block.kind === "list" && block.items.some((item) => item.some(needsMedia)));
