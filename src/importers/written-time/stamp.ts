/** From a printed time to its parts: "04:28 British Summer Time 17 May", "12:15", "23:58 11 Feb". Also the clock of a match. */
import { monthNumber, weekdayNumber } from "../../model/month-names.ts";
import { zoneNameOffset } from "../../model/zone-names.ts";
import type { Either } from "./written-date.ts";

/** The parts of a printed time. The date may not exist: only its form is checked here. */
export interface Stamp {
  /** 24 only with minute 0: the end of the day. */
  readonly hour: number;
  readonly minute: number;
  /** On a clock of 12 hours: "told" with am or pm, "open" without. Absent on a clock of 24 hours. */
  readonly half?: "told" | "open";
  /** The word "midnight", which can mean the beginning or the end of a day. */
  readonly midnight?: true;
  /** 1 for "yesterday". */
  readonly daysAgo?: number;
  /** The zone in the words of the capture. */
  readonly zoneName?: string;
  /** Minutes east of UTC; undefined without a zone, and for a zone whose name is unknown. */
  readonly offset?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** The date beside it, where that is ambiguous. */
  readonly either?: Either;
  /** The day of the week beside its date, 1 (Monday) to 7, where it is wrong. */
  readonly wrongWeekday?: number;
}

export interface StampReading {
  readonly stamp: Stamp;
  /** The offset behind the stamp. A label without a blank before it may follow, such as "Breaking". */
  readonly end: number;
}

const longestStamp = 140;
const token = /[A-Za-z]+|\d+|\S/g;
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a text that is a stamp, with at most a label behind it; undefined for all other texts. */
export function parseStamp(text: string): StampReading | undefined {
  if (text.length > longestStamp) return undefined;
  const time = /^\s*([01]?\d|2[0-3]):([0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?/.exec(text);
  if (time === null) return undefined;
  const start = time[0].length;
  const clock = { hour: Number(time[1]), minute: Number(time[2]) };
  const tokens = [...text.slice(start).matchAll(token)].map((match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  const digits = tokens.findIndex(({ text: word }) => /^\d/.test(word));
  const words = digits === -1 ? tokens : tokens.slice(0, digits);
  const date = digits === -1 ? undefined : parseDate(tokens.slice(digits));
  if (digits !== -1 && date === undefined) return undefined;
  const zone = parseZone(words, text, start, date === undefined);
  if (zone === undefined) return undefined;
  const end = date?.end ?? zone.end;
  if (!isTail(text.slice(end))) return undefined;
  return { stamp: { ...clock, ...zone.parts, ...date?.parts }, end };
}

/** True for what may follow a stamp: nothing, a few words without a blank before them, or "Breaking". */
const isTail = (tail: string): boolean =>
  tail.trim() === "" || /^[A-Z][A-Za-z]*(?: [A-Za-z]+){0,3}\s*$/.test(tail) || /^\s*Breaking\s*$/i.test(tail);

interface Zone {
  readonly parts: { readonly zoneName?: string; readonly offset?: number };
  readonly end: number;
}

function parseZone(tokens: readonly Token[], text: string, start: number, last: boolean): Zone | undefined {
  const words = weekdayNumber(tokens.at(-1)?.text.replace(/,$/, "") ?? "") === undefined ? tokens : tokens.slice(0, -1);
  const plain = words.filter(({ text: word }) => word !== ",");
  if (plain.length === 0) return { parts: {}, end: start };
  const first = plain[0]?.start ?? start;
  const end = plain.at(-1)?.end ?? start;
  const name = text.slice(first, end);
  if (!last && first === start) return undefined;
  const known = first === start ? undefined : zoneNamed(name);
  if (known !== undefined) return { parts: known, end };
  if (!last) return undefined;
  // "12:15Breaking", "22:33 British Summer TimeBreaking": the label is glued to the time or to the zone's last word.
  if (first === start) return { parts: {}, end: start };
  const glued = /^(.*[a-z]|.*\bBST|.*\bGMT|.*\bUTC)(?=[A-Z][a-z]+(?: [a-z]+)*$)/.exec(name)?.[1];
  const before = glued === undefined ? undefined : zoneNamed(glued);
  if (before !== undefined && glued !== undefined) return { parts: before, end: first + glued.length };
  const apart = /^(.*\S)\s+Breaking$/i.exec(name)?.[1];
  const beside = apart === undefined ? undefined : zoneNamed(apart);
  if (beside !== undefined && apart !== undefined) return { parts: beside, end: first + apart.length };
  return /^Breaking$/i.test(name) ? { parts: {}, end: start } : undefined;
}

/** A name with the form of a zone's is one, known or not: an unknown zone is reported, not dropped. */
function zoneNamed(name: string): { zoneName: string; offset?: number } | undefined {
  const zoneName = name.replace(/\s+/g, " ");
  const offset = zoneNameOffset(zoneName);
  if (offset !== undefined) return { zoneName, offset };
  return /^(?:[A-Z]{2,5}|(?:[A-Z][a-z]+ ){1,4}Time)$/.test(zoneName) && !["BREAKING", "AM", "PM"].includes(zoneName)
    ? { zoneName }
    : undefined;
}

interface Day {
  readonly parts: { readonly day: number; readonly month: number; readonly year?: number };
  readonly end: number;
}

function parseDate(tokens: readonly Token[]): Day | undefined {
  const [first, ...after] = tokens;
  const ordinal = /^(?:st|nd|rd|th)$/.test(after[0]?.text ?? "") && after[0]?.start === first?.end ? 1 : 0;
  const second = after[ordinal];
  const third = after[ordinal + 1];
  if (first === undefined || second === undefined || !/^\d{1,2}$/.test(first.text) || second.start === first.end)
    return undefined;
  const month = monthAtStart(second.text);
  if (month === undefined) return undefined;
  const parts = { day: Number(first.text), month: month.number };
  const whole = month.length === second.text.length;
  if (!whole || third === undefined || !/^(?:19|20)\d\d$/.test(third.text))
    return { parts, end: second.start + month.length };
  return { parts: { ...parts, year: Number(third.text) }, end: third.end };
}

/** The month that a word is, or with which it begins before a label: "MayBreaking". */
function monthAtStart(word: string): { number: number; length: number } | undefined {
  const whole = monthNumber(word);
  if (whole !== undefined) return { number: whole, length: word.length };
  const glued = /^([A-Z]?[a-z]+)[A-Z]/.exec(word)?.[1];
  const number = glued === undefined ? undefined : monthNumber(glued);
  return number === undefined || glued === undefined ? undefined : { number, length: glued.length };
}

/** True for the clock of a match, which stands in the place of a time: "88 overs", "45 mins", "90'+3 mins". */
export const isMatchClock = (text: string): boolean =>
  /^\d{1,3}(?:\.\d)? overs?$|^\d{1,3}(?:['’](?: ?\+ ?\d{1,2}['’]?)?(?: mins?| minutes?)?|(?: ?\+ ?\d{1,2})? (?:mins?|minutes?))$|^(?:HT|FT|AET)$/.test(
    text,
  );

/** True for the beginning of a stamp, where the capture ends inside it: "04:2", "04:28 British Sum", "04:28 GMT 17". */
export const isCutStamp = (text: string): boolean =>
  text.length < 60 &&
  /^(?:\d{1,2}(?::(?:\d{1,2}(?: [A-Za-z]+){0,4}(?: \d{1,2}(?: [A-Za-z]*(?: \d{0,4})?)?)?)?)?)?$/.test(text);
