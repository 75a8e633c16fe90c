/**
 * From a capture and the archive to the sentences that the archive does not take over, because a newer capture or one of a fuller form
 * says something else.
 */
import { lettersOf, sentencesIn } from "../../base/words.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";

/** The sentences of a post whose words the kept post lacks. */
export function sentencesNotIn(stays: FoundPost, offered: FoundPost): readonly string[] {
  return without(wordsOfPost(stays), wordsOfPost(offered));
}

/** The sentences of a page's panel and summary whose words the kept panel and summary lack. */
export function pageSentencesNotIn(stays: Partial<FoundPage>, offered: Partial<FoundPage>): readonly string[] {
  return without(wordsOfPage(stays), wordsOfPage(offered));
}

const wordsOfPost = ({ headline, subheadline, label, context, bylines, blocks }: FoundPost): string =>
  [
    headline,
    subheadline,
    label,
    ...context,
    ...bylines.flatMap(({ name, role }) => [name, role]),
    plainBlocks(blocks),
  ].join("\n");

const wordsOfPage = ({ panel = [], summary = [] }: Partial<FoundPage>): string =>
  [...panel, plainBlocks(summary)].join("\n");

/** Only letters and digits are compared: forms differ in marks and white space. */
function without(stays: string, offered: string): readonly string[] {
  const known = lettersOf(stays);
  return sentencesIn(offered)
    .map(({ start, end }) => offered.slice(start, end).trim())
    .filter((sentence) => !known.includes(lettersOf(sentence)));
}
