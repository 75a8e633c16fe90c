/** What a page is called in other words than those that were written as its title: told from the same title with the site's name. */
import { wordsIn } from "../base/words.ts";
import type { Account } from "./account/account-span.ts";
import type { Reading } from "./contract.ts";

/** What stands in titles of any live page. */
const fixedWords =
  "live liveblog blog updates update latest news newsblog ticker newsticker liveticker as it happened follow direct en directo vivo diretta aktuell";

/** True where a title has a word that the written one has not, the names of sites and such words as "Live" aside. */
export function saysOther(title: string, written: string, sites: readonly string[] = []): boolean {
  const known = new Set(wordsIn([written, fixedWords, ...sites].join(" ")));
  const isKnown = (text: string): boolean => wordsIn(text).every((word) => known.has(word));
  if (isKnown(title)) return false;
  const parts = title.slice(0, 1000).split(/ [-–—|·•»:] |[|•»]/);
  const ends = parts.map((part) => isKnown(part) && wordsIn(part).length > 0);
  // "A ferry aground | The Paper": what stands beside the title is the name of the site.
  return !(ends.includes(true) && parts.every((part, index) => ends[index] === true || isName(part)));
}

/** A few words with capital letters. */
function isName(part: string): boolean {
  const words = part.trim().split(/\s+/);
  return words.length <= 4 && words.every((word) => /^[^\p{Ll}]|^(?:of|the|and|de|la|le|der|die|das)$/u.test(word));
}

/** A reading whose page is written under a title that was told: its own one is left out, and named. */
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
