/** Times in texts that no element marks as times: at the beginning of a line, in brackets, at its end, or all of it. */
import { withoutEnd } from "../../base/without-end.ts";
import { zonesNamed } from "../../model/zone-names.ts";
import { trailingTime as lineEnd, leadingTime as lineStart } from "./line-times.ts";
import { isMatchClock } from "./stamp.ts";
import { isRelativeTime, parseWrittenDay, parseWrittenTime } from "./written-time.ts";

const longest = 80;
/** How far into a line its first time can reach. */
const reach = 60;

/** How many characters at the beginning of a line are its time, with what parts it from the rest: "10.32am: ". */
export const openingTime = (line: string): number => (mayBegin.test(line) ? lineStart(line.slice(0, reach)) : 0);

/** Most lines begin with a word: they are not asked at length. */
const mayBegin =
  /^(?:\p{Nd}|\p{L}{1,10}\.? ?\p{Nd}|noon|mid(?:day|night)|mittag|mitternacht|midi|minuit|mediod[ií]a|medianoche)/iu;

const bracketed = /^\s{0,9}([[(])\s{0,9}([^\])]{3,24})[\])]\s{0,9}[:–—|•·-]?\s{0,9}/;

/** A time in brackets at the beginning of a line: how far it goes, and the time in it. */
export function bracketedTime(
  line: string,
): { readonly length: number; readonly start: number; readonly end: number } | undefined {
  const match = bracketed.exec(line.slice(0, 40));
  const time = match?.[2]?.trim();
  if (match === null || time === undefined || !/\p{Nd}/u.test(time) || !isTimeText(time)) return undefined;
  const start = match[0].indexOf(time);
  return { length: match[0].length, start, end: start + time.length };
}

/** Where the time begins and ends that stands at the end of a line; undefined where none does. */
export function closingTime(line: string): { readonly start: number; readonly end: number } | undefined {
  const tail = line.slice(-longest);
  if (!/\p{Nd}[\s\p{L}.)\]]{0,12}$/u.test(tail)) return undefined;
  const from = lineEnd(tail);
  if (from === undefined) return undefined;
  const [before = ""] = /^[\s([–—|•·,-]*/.exec(tail.slice(from)) ?? [];
  const start = line.length - tail.length + from + before.length;
  return { start, end: Math.max(start, withoutEnd(line, /[\s)\]]/).length) };
}

/** True for a text that is a time, a day or how long ago something was, with the words that stand around these, and no more. */
export function isTimeText(text: string): boolean {
  if (text === "" || text.length > longest) return false;
  const stamp = parseWrittenTime(text);
  if (stamp === undefined) return parseWrittenDay(text) !== undefined || isRelativeTime(text);
  return stamp.zoneName === undefined || stamp.offset !== undefined || zonesNamed(stamp.zoneName).length > 0;
}

/** True for the minute of a match or the over of an innings, "63'" or "87.5 overs": what pages of sport tell instead of a time. */
export const isClockText = (text: string): boolean => text.length < 24 && /^\d/.test(text) && isMatchClock(text);
