/** Read captures -> the live page that they are of: the name of its folder, known or new, and the captures under its title. */
import { findLivePage } from "../../archive/merge/find-page.ts";
import { chooseSlug } from "../../archive/merge/plan.ts";
import { underTitle } from "../../importers/other-titles.ts";
import type { ImportJob } from "../job.ts";
import type { ReadCapture } from "../read/read.ts";
import { requestOf } from "../request.ts";
import { chooseOnePage } from "./one-page.ts";

interface MatchedPage {
  readonly slug: string;
  /** At least one. Their options hold the slug and the title, which are kept with them: the next import needs no options. */
  readonly captures: readonly ReadCapture[];
}

/** Throws a Refusal where no folder's name can be told, and for a bad `--slug`. */
export function matchLivePage({ root, options, terminal }: ImportJob, read: readonly ReadCapture[]): MatchedPage {
  const captures = chooseOnePage(read, terminal.err);
  const title = options.title ?? captures.find(({ reading }) => reading.page.title !== undefined)?.reading.page.title;
  const told = captures.find(({ options }) => options.slug !== undefined)?.options.slug;
  const known = told ?? (title === undefined ? undefined : findLivePage(root, { title }));
  const [first] = captures;
  if (first === undefined) throw new Error("Cannot match an import without captures");
  const slug = chooseSlug(root, requestOf(named(first, title, known)));
  return { slug, captures: captures.map((capture) => named(capture, title, slug)) };
}

const named = (capture: ReadCapture, title: string | undefined, slug: string | undefined): ReadCapture => ({
  ...capture,
  reading: underTitle(capture.reading, capture.options.title ?? title),
  options: { ...(title !== undefined && { title }), ...capture.options, ...(slug !== undefined && { slug }) },
});
