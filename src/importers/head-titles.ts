/** From a reading of a page's data to the same with the titles in the head of the page: one as its title, others counted as lost. */
import { makeWordLedger } from "./account/word-ledger.ts";
import { squeeze } from "./account/written-words.ts";
import type { Reading } from "./contract.ts";
import { parseHtml } from "./html/html.ts";
import { saysOther } from "./other-titles.ts";
import { readAbout } from "./saved-page/plain.ts";

/** Only this many characters are searched for the head. */
const longest = 500_000;

/** `given` is the title from the person. */
export function withHeadTitles(reading: Reading, text: string, given: string | undefined): Reading {
  const about = readAbout(parseHtml(headOf(text)));
  const { titles = [] } = about;
  const words = makeWordLedger();
  const [first] = titles;
  const own = reading.page.title ?? (first && words.keep(first, { page: "title" }).trim());
  const sites = [about.publisher, reading.page.publisher].filter((name) => name !== undefined);
  const known = squeeze(reading.words ?? "");
  for (const title of new Set(titles))
    if (saysOther(title, given ?? own ?? "", sites) && title !== own && !known.includes(squeeze(title)))
      words.lose(title, "other title");
  const before = reading.words ?? "";
  return {
    ...reading,
    page: {
      ...reading.page,
      ...(own !== undefined && { title: own }),
    },
    words: before + words.text(),
    account: [
      ...reading.account,
      ...words.account().map((span) => ({ ...span, start: span.start + before.length, end: span.end + before.length })),
    ],
  };
}

function headOf(text: string): string {
  const start = text.slice(0, longest);
  const end = /<\/head\s*>|<body[\s>]/i.exec(start)?.index;
  return end === undefined ? start : start.slice(0, end);
}
