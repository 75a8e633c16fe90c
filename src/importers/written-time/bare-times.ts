/** From a line that no element marks as a time to the time in it: at its beginning, in brackets, at its end, or the whole line. */
import { withoutEnd } from "../../base/without-end.ts";
import { zonesNamed } from "../../model/zone-names.ts";
import { trailingTime as lineEnd, leadingTime as lineStart } from "./line-times.ts";
import { isMatchClock } from "./stamp.ts";
import { isRelativeTime, parseWrittenDay, parseWrittenTime } from "./written-time.ts";

const longest = 80;
/** In characters: a time at the beginning of a line is not longer. */
const reach = 60;

/** The number of characters of the time at the beginning of a line, with the separator behind it: "10.32am: ". */
export const openingTime = (line: string): number => (mayBegin.test(line) ? lineStart(line.slice(0, reach)) : 0);

/** A quick test: most lines begin with a word and need no longer one. */
const mayBegin =
  /^(?:\p{Nd}|\p{L}{1,10}\.? ?\p{Nd}|noon|mid(?:day|night)|mittag|mitternacht|midi|minuit|mediod[ií]a|medianoche)/iu;

const bracketed = /^\s{0,9}([[(])\s{0,9}([^\])]{3,24})[\])]\s{0,9}[:–—|•·-]?\s{0,9}/;

/** A time in brackets at the beginning of a line: the length with brackets and separator, and the offsets of the time. */
export function bracketedTime(
  line: string,
): { readonly length: number; readonly start: number; readonly end: number } | undefined {
  const match = bracketed.exec(line.slice(0, 40));
  const time = match?.[2]?.trim();
  if (match === null || time === undefined || !/\p{Nd}/u.test(time) || !isTimeText(time)) return undefined;
  const start = match[0].indexOf(time);
  return { length: match[0].length, start, end: start + time.length };
}

/** The offsets of the time at the end of a line; undefined where there is none. */
export function closingTime(line: string): { readonly start: number; readonly end: number } | undefined {
  const tail = line.slice(-longest);
  if (!/\p{Nd}[\s\p{L}.)\]]{0,12}$/u.test(tail)) return undefined;
  const from = lineEnd(tail);
  if (from === undefined) return undefined;
  const [before = ""] = /^[\s([–—|•·,-]*/.exec(tail.slice(from)) ?? [];
  const start = line.length - tail.length + from + before.length;
  return { start, end: Math.max(start, withoutEnd(line, /[\s)\]]/).length) };
}

/** True for a text that is only a time, a day or an age such as "2h ago", with the usual words around these. */
export function isTimeText(text: string): boolean {
  if (text === "" || text.length > longest) return false;
  const stamp = parseWrittenTime(text);
  if (stamp === undefined) return parseWrittenDay(text) !== undefined || isRelativeTime(text);
  return stamp.zoneName === undefined || stamp.offset !== undefined || zonesNamed(stamp.zoneName).length > 0;
}

/** True for the clock of a match, which pages of sport show instead of a time: "63'" or "87.5 overs". */
export const isClockText = (text: string): boolean => text.length < 24 && /^\d/.test(text) && isMatchClock(text);
