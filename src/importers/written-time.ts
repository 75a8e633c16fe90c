/** Times in other words than a stamp's: "10.32am", "May 17, 2024 at 5:32 a.m. EDT", "17.05.2024, 10:32 Uhr", "Le 17 mai à 10h32". */
import { instantsInZone, isDate } from "../model/instant.ts";
import { monthNumber } from "../model/month-names.ts";
import { zoneNameOffset, zonesNamed } from "../model/zone-names.ts";
import type { Stamp } from "./stamp.ts";

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

const longest = 120;
/** Months of other languages, by the letters that tell them apart. */
const foreignMonths: readonly (readonly [pattern: RegExp, month: number])[] = [
  [/^(?:januar|jänner|janvier|enero|ene|gennaio|janeiro|januari)$/, 1],
  [/^(?:februar|février|févr|febrero|febbraio|fevereiro|februari)$/, 2],
  [/^(?:märz|mär|mars|marzo|março|maart)$/, 3],
  [/^(?:april|avril|avr|abril|abr|aprile)$/, 4],
  [/^(?:mai|mayo|maggio|maio|mei)$/, 5],
  [/^(?:juni|juin|junio|giugno|junho)$/, 6],
  [/^(?:juli|juillet|juil|julio|luglio|julho)$/, 7],
  [/^(?:août|agosto|ago|augustus)$/, 8],
  [/^(?:septembre|septiembre|settembre|setembro)$/, 9],
  [/^(?:oktober|okt|octobre|octubre|ottobre|outubro)$/, 10],
  [/^(?:novembre|noviembre|novembro)$/, 11],
  [/^(?:dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro)$/, 12],
];

const monthOf = (name: string): number | undefined =>
  monthNumber(name) ?? foreignMonths.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];

/** Words that stand around times and say nothing of them. */
const fillers =
  /\b(?:first published|last updated|published|posted|updated|aktualisiert|veröffentlicht|publi[ée]e?|mis à jour|publicado|actualizado|on|at|le|um|el|a las?|kl|uhr|hrs|today|local time|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|(?<=\s|^)à(?=\s|$)|[•·|–—()/,:-]/giu;
const relative =
  /(?:\b(?:about |over )?(?:\d{1,3}|an?|one)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\.?\s*ago\b|\bjust now\b|\b(?:vor|il y a|hace|há)\s+(?:\d{1,3}|einer?|une?|una?)\s+\p{L}{1,10}\b)/giu;

/** True for a time that only says how long ago something was when the page was captured. */
export const isRelativeTime = (text: string): boolean =>
  text.length <= longest &&
  text.search(relative) !== -1 &&
  text.replace(relative, " ").replace(fillers, " ").trim() === "";

/** Reads a text that is a time and no more; undefined for all others, and for dates such as 3/4/2024 that can be two. */
export function parseWrittenTime(written: string): Stamp | undefined {
  if (written.length > longest || !/\d/.test(written)) return undefined;
  const text = written.replace(/[\u00a0\u202f]/g, " ").replace(relative, " ");
  const numeric = takeNumericDate(text);
  if (numeric === "doubtful") return undefined;
  const time = takeTime(numeric.rest);
  if (time === undefined) return undefined;
  const named = numeric.day === undefined ? takeNamedDate(time.rest) : { day: numeric.day, rest: time.rest };
  const zone = zoneOf(named.rest, { ...time.clock, ...named.day });
  return zone === undefined ? undefined : { ...time.clock, ...named.day, ...zone };
}

/** Reads a text that is a date with its year and no more, as it stands above the posts of a day. */
export function parseWrittenDay(text: string): Day | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  const numeric = takeNumericDate(text);
  if (numeric === "doubtful") return undefined;
  const { day, rest } = numeric.day === undefined ? takeNamedDate(text) : numeric;
  return day?.year !== undefined && rest.replace(fillers, " ").trim() === "" ? day : undefined;
}

/** Times, dates, or how long ago something was, and no other word: each piece that stands between clocks is one of these. */
export const isShownTime = (text: string): boolean =>
  text
    .split(/(?<=ago)(?=\d)|(?<=[A-Z]{2,5})(?=\d)|(?<=\d[ap]m)(?=\d)/)
    .every(
      (piece) => isRelativeTime(piece) || parseWrittenTime(piece) !== undefined || parseWrittenDay(piece) !== undefined,
    );

interface Dated {
  readonly day?: Day;
  readonly rest: string;
}

function takeNumericDate(text: string): Dated | "doubtful" {
  const iso = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)T?/.exec(text);
  if (iso !== null) return dated(text, iso, Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const dots = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text);
  if (dots !== null) return dated(text, dots, Number(dots[1]), Number(dots[2]), Number(dots[3]));
  const slashes = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/.exec(text);
  if (slashes === null) return { rest: text };
  const [first, second, year] = [Number(slashes[1]), Number(slashes[2]), Number(slashes[3])];
  if (first > 12 || first === second) return dated(text, slashes, first, second, year);
  return second > 12 ? dated(text, slashes, second, first, year) : "doubtful";
}

function takeNamedDate(text: string): Dated {
  for (const match of text.matchAll(
    /(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(\p{L}{3,10})\.?,?(?:\s+(?:del?\s+)?((?:19|20)\d\d))?(?!\d)/giu,
  )) {
    const month = monthOf(match[2] ?? "");
    if (month !== undefined) return dated(text, match, Number(match[1]), month, yearOf(match[3]));
  }
  for (const match of text.matchAll(
    /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+((?:19|20)\d\d))?(?![\d:])/giu,
  )) {
    const month = monthOf(match[1] ?? "");
    if (month !== undefined) return dated(text, match, Number(match[2]), month, yearOf(match[3]));
  }
  return { rest: text };
}

const yearOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function dated(text: string, match: RegExpExecArray, day: number, month: number, year: number | undefined): Dated {
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  if (!isDate(year ?? 2000, month, day)) return { rest: text };
  return { day: { day, month, ...(year !== undefined && { year }) }, rest };
}

function takeTime(
  text: string,
): { readonly clock: { readonly hour: number; readonly minute: number }; readonly rest: string } | undefined {
  const match =
    /(?<![\d:.])(\d{1,2})(?::|\.|\s?h\s?)(\d{2})(?![\d])(?:[:.](\d{2})(?:[.,]\d{1,6})?)?\s*([ap])?(?:(?<=[ap])\.?\s?m\b\.?)?(?!\p{L}{3})/iu.exec(
      text,
    ) ?? /(?<![\d:.])(\d{1,2})()()\s*([ap])\.?m\b\.?/i.exec(text);
  if (match === null) return undefined;
  const half = match[4]?.toLowerCase();
  const [told, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (told > 23 || minute > 59 || (half !== undefined && (told === 0 || told > 12))) return undefined;
  const hour = half === undefined ? told : (told % 12) + (half === "p" ? 12 : 0);
  return {
    clock: { hour, minute },
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
  };
}

/** What is left of a time is its zone, or nothing; undefined where it is something else. */
function zoneOf(
  text: string,
  at: { readonly hour: number; readonly minute: number } & Partial<Day>,
): { readonly zoneName?: string; readonly offset?: number } | undefined {
  const offset = /(?<!\p{L})(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d\d))?(?!\d)/u.exec(text);
  const rest = (offset === null ? text : text.replace(offset[0], " "))
    .replace(fillers, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (offset !== null) {
    const east = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return rest === "" ? { zoneName: offset[0].trim(), offset: offset[1] === "-" ? -east : east } : undefined;
  }
  if (rest === "" || rest === "h") return {};
  const known = zoneNameOffset(rest) ?? (rest === "Z" ? 0 : undefined);
  if (known !== undefined) return { zoneName: rest, offset: known };
  const [zone] = /^[A-Z]T$/.test(rest) ? zonesNamed(rest) : [];
  if (zone !== undefined && at.year !== undefined && at.month !== undefined && at.day !== undefined) {
    const [instant] = instantsInZone({ ...at, year: at.year, month: at.month, day: at.day }, zone).instants;
    if (instant !== undefined) return { zoneName: rest, offset: instant.offset };
  }
  return /^[A-Z]{2,5}$/.test(rest) ? { zoneName: rest } : undefined;
}
