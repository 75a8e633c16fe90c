/** From an offset in a text to the time of day that begins there: "10.32am", "18h03", "18 Uhr", "kl. 18.03", "下午6:03", "noon". */
import { midnightWords, noonWords } from "./time-words.ts";

export interface Clock {
  /** 24 only with minute 0: the end of the day. */
  readonly hour: number;
  readonly minute: number;
  /** On a clock of 12 hours: "told" with am or pm, "open" without. Absent on a clock of 24 hours. */
  readonly half?: "told" | "open";
  /** The word "midnight", which can mean the beginning or the end of a day. */
  readonly midnight?: true;
}

export interface ClockAt {
  readonly clock: Clock;
  readonly end: number;
  /** Four digits without a separator, which can be a year or any number. */
  readonly bare?: true;
  /** "2h" or "18h" alone, which can be a duration. */
  readonly doubtful?: true;
}

const halves =
  /(\d{1,2})(?: ?[:.h] ?(\d{2})(?:[:.]\d{2}(?:[.,]\d{1,6})?)?)?(?: ?(?:([ap])\. ?m\.?|([ap])m\.?|([ap])(?<=\d\w))|[ ]?(?:(ص|صباحا|صباحًا|ق\.ظ|π\.?μ\.?)|(م|مساء|مساءً|ب\.ظ|μ\.?μ\.?)))(?![\p{L}\d])/iuy;
const spokenHalves = /12(?:[:.]00)? ?(noon|midday|midnight)(?!\p{L})/iuy;
const hours =
  /(\d{1,2})( ?)(?:h|heures?|horas?|hs|ч)\.?(?: ?(\d{2})(?: ?(?:min(?:utes|utos)?|m|мин)\.?)?)?(?![\p{L}\d])/iuy;
const uhr = /(\d{1,2})(?:[:.](\d{2}))? ?(?:uhr|uur)(?: (\d{2})(?![\d:.]))?(?!\p{L})/iuy;
const before =
  /(?:kl|klo|kello|godz|ore|alle ore|alle|saat|a las|a la|as|às|um|o godz)\.?:? (\d{1,2})(?:[:.](\d{2}))?(?![\d:.]\d|\d)/iuy;
const plain = /(\d{1,2})(?: ?: ?|\.)(\d{2})(?!\d)(?:[:.]\d{2}(?:[.,]\d{1,6})?(?!\d))?(?![:.]\d)/y;
const eastern =
  /(上午|下午|午前|午後|오전|오후|早上|清晨|晚上|凌晨|傍晚|中午|낮|저녁|밤|새벽|아침|정오)? ?(\d{1,2})(?: ?[:.] ?(\d{2})(?:[:.]\d{2})?(?!\d)|[時时點点시](?: ?(\d{1,2}) ?[分분])?)/uy;
const digits = /([012]\d)([0-5]\d)(?!\d)( ?(?:h|hrs?|hours|uhr)\.?(?!\p{L}))?/iuy;
const word = /\p{L}[\p{L}-]*(?: \p{L}+)?/uy;

/** The time of day that begins at an offset of a text; undefined where none does. */
export function clockAt(text: string, from: number): ClockAt | undefined {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const first = text.charCodeAt(from);
  if (first < 48 || first > 57) return inWords(text, from, at);
  const spoken = at(spokenHalves);
  if (spoken !== null) {
    const midnight = spoken[1]?.toLowerCase() === "midnight";
    return { clock: midnight ? midnightClock : { hour: 12, minute: 0, half: "told" }, end: from + spoken[0].length };
  }
  const half = at(halves);
  if (half !== null) {
    const clock = halfClock(half);
    return clock && { clock, end: from + half[0].length };
  }
  const east = eastWith(at(eastern), from);
  if (east !== undefined) return east;
  const named = at(uhr);
  if (named !== null) return timed(named, from, named[1], named[2] ?? named[3]);
  const hour = at(hours);
  if (hour !== null) {
    const found = timed(hour, from, hour[1], hour[3]);
    const glued = hour[3] === undefined && hour[2] === "" && /^\d\d?h$/i.test(hour[0]) && !hour[0].startsWith("0");
    return found && (glued ? { ...found, doubtful: true } : found);
  }
  const usual = at(plain);
  if (usual !== null) {
    const found = timed(usual, from, usual[1], usual[2]);
    const open = found !== undefined && /^[1-9]$|^1[0-2]$/.test(usual[1] ?? "");
    return found && (open ? { ...found, clock: { ...found.clock, half: "open" } } : found);
  }
  const four = at(digits);
  if (four === null) return undefined;
  const found = timed(four, from, four[1], four[2]);
  return found && (four[3] === undefined ? { ...found, bare: true } : found);
}

const midnightClock: Clock = { hour: 0, minute: 0, midnight: true };

function inWords(text: string, from: number, at: (pattern: RegExp) => RegExpExecArray | null): ClockAt | undefined {
  const led = at(before);
  if (led !== null && !/^\s?(?:[ap]\.? ?m|h\b|uhr|h\d)/i.test(text.slice(from + led[0].length)))
    return timed(led, from, led[1], led[2]);
  const east = eastWith(at(eastern), from);
  if (east !== undefined) return east;
  const found = at(word)?.[0];
  if (found === undefined) return undefined;
  for (const name of [found, found.split(" ")[0] ?? found]) {
    const end = from + name.length;
    if (noonWords.has(name.toLowerCase())) return { clock: { hour: 12, minute: 0 }, end };
    if (midnightWords.has(name.toLowerCase())) return { clock: midnightClock, end };
  }
  return undefined;
}

function timed(
  match: RegExpExecArray,
  from: number,
  writtenHour: string | undefined,
  past: string | undefined,
): ClockAt | undefined {
  const [hour, minute] = [Number(writtenHour), Number(past ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return { clock: { hour, minute }, end: from + match[0].length };
}

function halfClock(match: RegExpExecArray): Clock | undefined {
  const [writtenHour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  const mark = (match[3] ?? match[4] ?? match[5])?.toLowerCase();
  const after = mark === undefined ? match[7] !== undefined : mark === "p";
  if (minute > 59 || writtenHour > 23) return undefined;
  if (writtenHour >= 1 && writtenHour <= 12)
    return { hour: (writtenHour % 12) + (after ? 12 : 0), minute, half: "told" };
  // In "18:03 PM" and "0:15 AM" the half of the day is redundant.
  return match[2] !== undefined && after === writtenHour > 12 ? { hour: writtenHour, minute, half: "told" } : undefined;
}

/** A time with a Chinese, Japanese or Korean word for the half of the day. With "noon", the hour decides about the half. */
function eastWith(match: RegExpExecArray | null, from: number): ClockAt | undefined {
  if (match === null || (match[1] === undefined && match[3] !== undefined)) return undefined;
  const found = timed(match, from, match[2], match[3] ?? match[4]);
  if (found === undefined || match[1] === undefined) return found;
  const { hour, minute } = found.clock;
  if (hour > 12) return found;
  const later = /下午|午後|오후|晚上|傍晚|저녁|밤/.test(match[1]) || (/中午|낮|정오/.test(match[1]) && hour < 6);
  const noon = /中午|낮|정오/.test(match[1]) && hour === 12;
  return { ...found, clock: { hour: noon ? 12 : (hour % 12) + (later ? 12 : 0), minute, half: "told" } };
}
