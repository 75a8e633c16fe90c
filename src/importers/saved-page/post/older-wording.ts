/** From a copy of a post in other words, such as a pinned one, to the sentences that the post in its place lacks: an older wording. */
import { sentencesIn } from "../../../base/words.ts";
import { furnitureWords } from "../../account/furniture-words.ts";
import type { WordLedger } from "../../account/word-ledger.ts";
import { squeeze } from "../../account/written-words.ts";
import { elementsIn, type Tree, takeOut } from "../../html/html.ts";
import { attribute, type Element, wordsOf } from "../../html/inline.ts";
import { linesOfNodes } from "../../html/lines.ts";
import { isTimeText } from "../../written-time/bare-times.ts";

const olderNote = "data-older-wording";

/** The sentences of `lines` that `known` lacks, without times, buttons and the word "Pinned". */
export function otherSentences(lines: readonly string[], known: string): readonly string[] {
  const there = squeeze(known);
  return lines
    .flatMap((line) => sentencesIn(line).map(({ start, end }) => line.slice(start, end).replace(/\s+/g, " ").trim()))
    .filter(
      (text) =>
        /[\p{L}\p{N}]/u.test(text) &&
        !there.includes(squeeze(text)) &&
        !furnitureWords.test(text) &&
        !isTimeText(text) &&
        !/^pinned(?: post)?$/i.test(text),
    );
}

/** Notes at the copy the sentences that only it has. False where there are none. */
export function noteOlderWording(copy: Element, post: Element): boolean {
  const lines = linesOfNodes(copy.childNodes).map((line) => wordsOf(line.filter((node) => node.nodeName !== "time")));
  const other = otherSentences(lines, wordsOf([post]));
  if (other.length > 0) copy.attrs.push({ name: olderNote, value: other.join("\n") });
  return other.length > 0;
}

/** Takes the copies with notes out of the page, and counts their own sentences as lost. */
export function loseOlderWordings(page: Tree, words: WordLedger): void {
  for (const copy of elementsIn(page)) {
    const other = attribute(copy, olderNote);
    if (other === undefined) continue;
    for (const text of other.split("\n")) words.lose(text, "older wording");
    takeOut(copy);
  }
}

/** The warning about copies whose words differ. */
export const olderWordingsWarning = (count: number): readonly [message: string, hint: string] => [
  `Copies of posts, such as pinned ones, whose words differ from those of the post in its place: ${count}`,
  "The post in its place was taken: the report names what the copy says alone",
];
