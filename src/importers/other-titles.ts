/** From two titles of a page to whether one has other words; a site's name is not another word. */
import { wordsIn } from "../base/words.ts";
import type { Account } from "./account/account-span.ts";
import type { Reading } from "./contract.ts";

/** Words in titles of any live page. */
const fixedWords =
  "live liveblog blog updates update latest news newsblog ticker newsticker liveticker as it happened follow direct en directo vivo diretta aktuell";

/** True if a title has a word that `written` lacks, apart from names of sites and words such as "Live". */
export function saysOther(title: string, written: string, sites: readonly string[] = []): boolean {
  const known = new Set(wordsIn([written, fixedWords, ...sites].join(" ")));
  const isKnown = (text: string): boolean => wordsIn(text).every((word) => known.has(word));
  if (isKnown(title)) return false;
  const parts = title.slice(0, 1000).split(/ [-–—|·•»:] |[|•»]/);
  const ends = parts.map((part) => isKnown(part) && wordsIn(part).length > 0);
  // "A ferry aground | The Paper": the text beside the title is the name of the site.
  return !(ends.includes(true) && parts.every((part, index) => ends[index] === true || isName(part)));
}

/** True for at most four words with capital letters. */
function isName(part: string): boolean {
  const words = part.trim().split(/\s+/);
  return words.length <= 4 && words.every((word) => /^[^\p{Ll}]|^(?:of|the|and|de|la|le|der|die|das)$/u.test(word));
}

/** A reading for a page with a title from the person: its own title is counted as lost. */
export function underTitle(reading: Reading, title: string | undefined): Reading {
  const own = reading.page.title;
  if (title === undefined || own === undefined || !saysOther(own, title)) return reading;
  const account: Account = reading.account.map((span) =>
    "into" in span && "page" in span.into && span.into.page === "title"
      ? { start: span.start, end: span.end, lost: "other title" }
      : span,
  );
  return { ...reading, account };
}
