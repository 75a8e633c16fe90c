/** From a text of a time and a name to its parts, with only "by" or "at" between: "Posted at 13:45 by Nell Ashby", "Von Ada Brook um 13:45 Uhr". */

import { byWords } from "../../account/by-words.ts";
import { isTimeText } from "../../written-time/bare-times.ts";
import { looksLikeName } from "./marks.ts";

export interface SignedPart {
  readonly role: "time" | "by" | "name";
  readonly start: number;
  readonly end: number;
}

/** A time and a name have at most this many characters. */
const longest = 120;
const between = /\s(?:by|von|par|por|di|door|av|af):?\s(?=\p{Lu})/giu;
/** A name has at most this many words. */
const mostWords = 6;

/** The parts of such a text; undefined for another text. */
export function signedTime(text: string): readonly SignedPart[] | undefined {
  if (text.length > longest || !/\d/.test(text)) return undefined;
  return nameFirst(text) ?? timeFirst(text);
}

function timeFirst(text: string): readonly SignedPart[] | undefined {
  for (const { 0: by, index } of text.matchAll(between)) {
    const start = index + by.length;
    if (!looksLikeName(text.slice(start).trimEnd()) || !isTimeText(text.slice(0, index).trim())) continue;
    return [
      { role: "time", start: 0, end: index },
      { role: "by", start: index, end: start },
      { role: "name", start, end: text.length },
    ];
  }
  return undefined;
}

function nameFirst(text: string): readonly SignedPart[] | undefined {
  const by = byWords(text);
  if (by === 0) return undefined;
  const ends = [...text.slice(by).matchAll(/\s(?=\S)/g)].slice(0, mostWords);
  for (const { index } of ends) {
    const end = by + index;
    if (!looksLikeName(text.slice(by, end)) || !isTimeText(text.slice(end).trim())) continue;
    return [
      { role: "by", start: 0, end: by },
      { role: "name", start: by, end },
      { role: "time", start: end, end: text.length },
    ];
  }
  return undefined;
}
