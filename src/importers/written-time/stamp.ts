/** The grammar of a printed time: "04:28 British Summer Time 17 May", "12:15", "23:58 11 Feb", and the clock of a match. */
import { monthNumber, weekdayNumber } from "../../model/month-names.ts";
import { zoneNameOffset } from "../../model/zone-names.ts";
import type { Either } from "./written-date.ts";

/** What a stamp says, and no more. A date may be impossible: only its form is known here. */
export interface Stamp {
  /** 24 only with minute 0: the end of the day. */
  readonly hour: number;
  readonly minute: number;
  /** On a clock of 12 hours, whether morning or afternoon is said; absent where the clock is one of 24. */
  readonly half?: "told" | "open";
  /** Midnight in a word: it does not say which end of a day is meant. */
  readonly midnight?: true;
  /** "Yesterday". */
  readonly daysAgo?: number;
  /** The zone in the capture's words. */
  readonly zoneName?: string;
  /** Minutes east of UTC; undefined where no zone stands, or where our table has not got its name. */
  readonly offset?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** The date beside it, where that is not one alone. */
  readonly either?: Either;
  /** The day of the week that it calls its date, 1 to 7, where that was another one. */
  readonly wrongWeekday?: number;
}

export interface StampReading {
  readonly stamp: Stamp;
  /** Where the stamp ends in the text: what follows is a label glued behind it, such as "Breaking". */
  readonly end: number;
}

const longestStamp = 140;
const token = /[A-Za-z]+|\d+|\S/g;
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a text that is a stamp from its first character to its last, but for a label glued behind; else undefined. */
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
  return { stamp: { ...clock, ...zone.said, ...date?.said }, end };
}

/** What may stand behind a stamp: nothing, or a few words glued to it, or "Breaking". */
const isTail = (tail: string): boolean =>
  tail.trim() === "" || /^[A-Z][A-Za-z]*(?: [A-Za-z]+){0,3}\s*$/.test(tail) || /^\s*Breaking\s*$/i.test(tail);

interface Zone {
  readonly said: { readonly zoneName?: string; readonly offset?: number };
  readonly end: number;
}

function parseZone(tokens: readonly Token[], text: string, start: number, last: boolean): Zone | undefined {
  const words = weekdayNumber(tokens.at(-1)?.text.replace(/,$/, "") ?? "") === undefined ? tokens : tokens.slice(0, -1);
  const plain = words.filter(({ text: word }) => word !== ",");
  if (plain.length === 0) return { said: {}, end: start };
  const first = plain[0]?.start ?? start;
  const end = plain.at(-1)?.end ?? start;
  const name = text.slice(first, end);
  if (!last && first === start) return undefined;
  const known = first === start ? undefined : zoneNamed(name);
  if (known !== undefined) return { said: known, end };
  if (!last) return undefined;
  // "12:15Breaking", "22:33 British Summer TimeBreaking": the label is glued to the time or to the zone's last word.
  if (first === start) return { said: {}, end: start };
  const glued = /^(.*[a-z]|.*\bBST|.*\bGMT|.*\bUTC)(?=[A-Z][a-z]+(?: [a-z]+)*$)/.exec(name)?.[1];
  const before = glued === undefined ? undefined : zoneNamed(glued);
  if (before !== undefined && glued !== undefined) return { said: before, end: first + glued.length };
  const apart = /^(.*\S)\s+Breaking$/i.exec(name)?.[1];
  const beside = apart === undefined ? undefined : zoneNamed(apart);
  if (beside !== undefined && apart !== undefined) return { said: beside, end: first + apart.length };
  return /^Breaking$/i.test(name) ? { said: {}, end: start } : undefined;
}

/** A name that looks like a zone's is one, known or not: dropping it in silence would be worse than asking. */
function zoneNamed(name: string): { zoneName: string; offset?: number } | undefined {
  const zoneName = name.replace(/\s+/g, " ");
  const offset = zoneNameOffset(zoneName);
  if (offset !== undefined) return { zoneName, offset };
  return /^(?:[A-Z]{2,5}|(?:[A-Z][a-z]+ ){1,4}Time)$/.test(zoneName) && !["BREAKING", "AM", "PM"].includes(zoneName)
    ? { zoneName }
    : undefined;
}

interface Day {
  readonly said: { readonly day: number; readonly month: number; readonly year?: number };
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
  const said = { day: Number(first.text), month: month.number };
  const whole = month.length === second.text.length;
  if (!whole || third === undefined || !/^(?:19|20)\d\d$/.test(third.text))
    return { said, end: second.start + month.length };
  return { said: { ...said, year: Number(third.text) }, end: third.end };
}

/** The month that a word is, or begins with where a label is glued to it: "MayBreaking". */
function monthAtStart(word: string): { number: number; length: number } | undefined {
  const whole = monthNumber(word);
  if (whole !== undefined) return { number: whole, length: word.length };
  const glued = /^([A-Z]?[a-z]+)[A-Z]/.exec(word)?.[1];
  const number = glued === undefined ? undefined : monthNumber(glued);
  return number === undefined || glued === undefined ? undefined : { number, length: glued.length };
}

/** True for the clock of a match, as it stands in the place of a time: "88 overs", "45 mins", "90'+3 mins". */
export const isMatchClock = (text: string): boolean =>
  /^\d{1,3}(?:\.\d)? overs?$|^\d{1,3}(?:['’](?: ?\+ ?\d{1,2}['’]?)?(?: mins?| minutes?)?|(?: ?\+ ?\d{1,2})? (?:mins?|minutes?))$|^(?:HT|FT|AET)$/.test(
    text,
  );

/** True for what is left of a stamp where a capture ends inside it: "04:2", "04:28 British Sum", "04:28 GMT 17". */
export const isCutStamp = (text: string): boolean =>
  text.length < 60 &&
  /^(?:\d{1,2}(?::(?:\d{1,2}(?: [A-Za-z]+){0,4}(?: \d{1,2}(?: [A-Za-z]*(?: \d{0,4})?)?)?)?)?)?$/.test(text);
