/** A date as pages write it, at a place in a text: "17 May 2024", "May 17", "17.05.2024", "2024-05-17", "17 de mayo", "5月17日". */
import { isDate } from "../../model/instant.ts";
import { monthOf } from "./time-words.ts";

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

export interface DateAt {
  /** "doubtful" for dates such as 3/4/2024, which can be two. */
  readonly day: Day | "doubtful";
  readonly end: number;
}

const iso = /(\d{4})-(\d\d)-(\d\d)(?!\d)(?:t(?=\d))?/iy;
const yearFirst = /(\d{4})[/.](\d\d?)[/.](\d\d?)\.?(?!\d)/y;
const dots = /(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d|\d\d)(?![\d:.])/y;
const dotsAlone = /(\d{1,2})\. ?(\d{1,2})\.(?!\d)/y;
const slashes = /(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/y;
const characters = /(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일號号]/y;
const dayFirst =
  /(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)? ?(?:of |de |d’|d')?-?(\p{L}[\p{L}\p{M}]{1,14})\.?(?!\p{L})(?:,? ?(?:del? |г\. ?)?-?((?:19|20)\d\d)(?!\d)(?: ?(?:г|р)\.(?!\p{L}))?)?(?!\d)/iuy;
const monthFirst =
  /(\p{L}[\p{L}\p{M}]{2,14})\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.h] ?\d)(?:,? ((?:19|20)\d\d)(?!\d))?/iuy;

const whole = (year: string | undefined): number | undefined => (year === undefined ? undefined : Number(year));

/** The date that begins at a place of a text. */
export function dateAt(text: string, from: number): DateAt | undefined {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const dated = (match: RegExpExecArray, day: number, month: number, year?: number): DateAt | undefined =>
    isDate(year ?? 2000, month, day)
      ? { day: { day, month, ...(year !== undefined && { year }) }, end: from + match[0].length }
      : undefined;
  const first = at(iso) ?? at(yearFirst);
  if (first !== null) return dated(first, Number(first[3]), Number(first[2]), Number(first[1]));
  const dotted = at(dots);
  const found = dotted && dated(dotted, Number(dotted[1]), Number(dotted[2]), fullYear(dotted[3] ?? ""));
  if (found) return found;
  const short = at(dotsAlone);
  if (short !== null) return dated(short, Number(short[1]), Number(short[2]));
  const slashed = at(slashes);
  if (slashed !== null) {
    const [a, b, year] = [Number(slashed[1]), Number(slashed[3]), Number(slashed[4])];
    if (a > 12 || a === b) return dated(slashed, a, b, year);
    return b > 12 ? dated(slashed, b, a, year) : { day: "doubtful", end: from + slashed[0].length };
  }
  const east = at(characters);
  if (east !== null) return dated(east, Number(east[3]), Number(east[2]), whole(east[1]));
  const named = at(dayFirst);
  const month = named === null ? undefined : monthOf(named[2] ?? "");
  if (named !== null && month !== undefined) return dated(named, Number(named[1]), month, whole(named[3]));
  const turned = at(monthFirst);
  const other = turned === null ? undefined : monthOf(turned[1] ?? "");
  return turned === null || other === undefined ? undefined : dated(turned, Number(turned[2]), other, whole(turned[3]));
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
