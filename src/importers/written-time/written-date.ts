/** From an offset in a text to the date that begins there: "17 May 2024", "May 17", "17.05.2024", "2024-05-17", "17 de mayo", "5月17日". */
import { isDate } from "../../model/instant.ts";
import { monthOf } from "./time-words.ts";

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

/** The order of the parts of a date in digits. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** A date with several meanings, such as 3/4/2024, or in a calendar that is not known here, such as 1403/02/28. */
export interface Either {
  readonly written: string;
  /** Its possible meanings; empty where it cannot be read. */
  readonly days: readonly (Day & { readonly year: number; readonly order: DateOrder })[];
}

export interface DateAt {
  readonly day: Day | Either;
  readonly end: number;
}

const iso = /(\d{4})-(\d\d)-(\d\d)(?!\d)(?:t(?=\d))?/iy;
const yearFirst = /(\d{4})[/.](\d\d?)[/.](\d\d?)\.?(?!\d)/y;
const dots = /(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d|\d\d)(?![\d:.])/y;
const dotsAlone = /(\d{1,2})\. ?(\d{1,2})\.(?!\d)/y;
const slashes = /(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/y;
const short = /(\d{1,2})([/-])(\d{1,2})\2(\d\d)(?![\d/-]|[:.]\d)/y;
const roman = /(\d{1,2})(\. ?|[ /-])(I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\2((?:19|20)\d\d)(?![\d/-])/y;
const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/** A text with the form of a date, also in another calendar or with a mistake. */
const dateLike =
  /\d{4}([/.-])\d\d?\1\d\d?(?![\d/-])|\d\d?([/-])\d\d?\2(?:\d{4}|\d\d)(?![\d/-]|[:.]\d)|\d\d?\.\d\d?\.\d{4}(?!\d)|\d\d? \p{L}[\p{L}\p{M}]{1,14} (?:1[34]|25)\d\d(?!\d)(?=\s{0,3}(?:$|[,·|–—-]?\s{0,3}\d\d?[:.]\d\d))/uy;
const characters = /(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일號号]/y;
const dayFirst =
  /(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)? ?(?:of |de |d’|d')?-?(\p{L}[\p{L}\p{M}]{1,14})\.?(?!\p{L})(?:,? ?(?:del? |г\. ?)?-?((?:19|20)\d\d)(?!\d)(?: ?(?:(?:г|р)\.|года|року)(?!\p{L}))?)?(?!\d)/iuy;
/** "2024. május 16.", "2024 m. gegužės 16 d." */
const yearAndName = /((?:19|20)\d\d)(?:\.| m\.)? (\p{L}[\p{L}\p{M}]{2,14})\.? (\d{1,2})(?:\.| d\.)?(?!\d|[:.h] ?\d)/iuy;
/** "16 พฤษภาคม 2567", in the Buddhist era. */
const thai = /(\d{1,2}) ?([\u0e01-\u0e4e]{4,12}) ?(?:พ\.ศ\. ?)?(25\d\d)(?!\d)/y;
const monthFirst =
  /(\p{L}[\p{L}\p{M}]{2,14})\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.h] ?\d)(?:,? ((?:19|20)\d\d)(?!\d))?/iuy;

const whole = (year: string | undefined): number | undefined => (year === undefined ? undefined : Number(year));

/** No live page is older. */
const firstYear = 1990;

/** The date that begins at an offset of a text; undefined where none does. */
export function dateAt(text: string, from: number): DateAt | undefined {
  const found = knownDateAt(text, from);
  dateLike.lastIndex = from;
  const like = dateLike.exec(text)?.[0];
  const unread = (written: string): DateAt => ({ day: { written, days: [] }, end: from + written.length });
  if (found === undefined) return like === undefined ? undefined : unread(like);
  if ("written" in found.day) return found;
  const { year } = found.day;
  // "17 mai 2567": the year belongs to another calendar.
  if (year === undefined) return like !== undefined && like.length > found.end - from ? unread(like) : found;
  return year < firstYear ? unread(text.slice(from, found.end)) : found;
}

function knownDateAt(text: string, from: number): DateAt | undefined {
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
  const dayless = at(dotsAlone);
  if (dayless !== null) return dated(dayless, Number(dayless[1]), Number(dayless[2]));
  const slashed = at(slashes);
  if (slashed !== null) {
    const [a, b, year] = [Number(slashed[1]), Number(slashed[3]), Number(slashed[4])];
    return oneOf(slashed, from, [
      { day: a, month: b, year, order: "dmy" },
      { day: b, month: a, year, order: "mdy" },
    ]);
  }
  const brief = at(short);
  if (brief !== null) {
    const [a, b, c] = [Number(brief[1]), Number(brief[3]), Number(brief[4])];
    return oneOf(brief, from, [
      { day: a, month: b, year: 2000 + c, order: "dmy" },
      { day: b, month: a, year: 2000 + c, order: "mdy" },
      // Dates with the year first have two digits in each part.
      ...(brief[0].length === 8 ? [{ day: c, month: b, year: 2000 + a, order: "ymd" } as const] : []),
    ]);
  }
  const latin = at(roman);
  if (latin !== null) return dated(latin, Number(latin[1]), romans.indexOf(latin[3] ?? "") + 1, Number(latin[4]));
  const east = at(characters);
  if (east !== null) return dated(east, Number(east[3]), Number(east[2]), whole(east[1]));
  const led = at(yearAndName);
  const ledMonth = led === null ? undefined : monthOf(led[2] ?? "");
  if (led !== null && ledMonth !== undefined) return dated(led, Number(led[3]), ledMonth, Number(led[1]));
  const buddhist = at(thai);
  const thaiMonth = buddhist === null ? undefined : monthOf(buddhist[2] ?? "");
  if (buddhist !== null && thaiMonth !== undefined)
    return dated(buddhist, Number(buddhist[1]), thaiMonth, Number(buddhist[3]) - 543);
  const named = at(dayFirst);
  const month = named === null ? undefined : monthOf(named[2] ?? "");
  if (named !== null && month !== undefined) return dated(named, Number(named[1]), month, whole(named[3]));
  const turned = at(monthFirst);
  const other = turned === null ? undefined : monthOf(turned[1] ?? "");
  return turned === null || other === undefined ? undefined : dated(turned, Number(turned[2]), other, whole(turned[3]));
}

/** The date, where all readings of the text give the same one; else all possible dates. */
function oneOf(match: RegExpExecArray, from: number, all: Either["days"]): DateAt {
  const days = all.filter(({ year, month, day }) => isDate(year, month, day));
  const [first] = days;
  const end = from + match[0].length;
  const isOne =
    first !== undefined &&
    days.every(({ year, month, day }) => year === first.year && month === first.month && day === first.day);
  if (!isOne) return { day: { written: match[0], days }, end };
  const { day, month, year } = first;
  return { day: { day, month, year }, end };
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
