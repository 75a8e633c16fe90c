/** From a text to the time at its beginning: its clocks, dates, zones and the words around these. */
import {
  changeWords,
  closingWords,
  joiningWords,
  openingWords,
  relativeTime,
  shortWeekdays,
  weekdayOf,
  weekdays,
  yesterdayWords,
} from "./time-words.ts";
import { type ClockAt, clockAt } from "./written-clock.ts";
import { type Day, dateAt, type Either } from "./written-date.ts";
import { type ZoneAt, zoneAt } from "./written-zone.ts";

export interface TimePart<What> {
  readonly what: What;
  /** It follows a word such as "Updated". */
  readonly update: boolean;
}

export interface TimeScan {
  readonly clocks: readonly (TimePart<ClockAt> & { readonly zone?: ZoneAt })[];
  readonly days: readonly TimePart<Day | Either>[];
  readonly relative: boolean;
  readonly yesterday: boolean;
  readonly weekday: boolean;
  /** The day of the week, 1 (Monday) to 7, where the text names exactly one. */
  readonly dayOfWeek?: number;
  /** The whole text is a time. */
  readonly whole: boolean;
  /** The offset behind the time, without joining words such as "at". */
  readonly end: number;
  /** It has a short weekday such as "Sat", which counts only beside a date. */
  readonly short: boolean;
}

const between = /[\s,;:·•|–—\-()（）[\]/.،、～~]+/y;
const word = /\p{L}[\p{L}\p{M}'’-]*\.?/uy;

/** What was read of a text up to an offset. */
interface Progress {
  from: number;
  /** The offset behind the time, and behind its last clock; -1 without a clock. */
  end: number;
  behindClock: number;
  readonly clocks: (TimePart<ClockAt> & { zone?: ZoneAt })[];
  readonly days: TimePart<Day | Either>[];
  readonly seen: { relative: boolean; yesterday: boolean; weekday: boolean; short: boolean };
  readonly namedWeekdays: Set<number | undefined>;
  /** A word such as "Updated" was read. */
  update: boolean;
  /** The last word joins, such as "at". */
  joining: boolean;
}

/** Reads from the beginning of a text up to the first word that is no part of a time. */
export function scanTime(text: string): TimeScan {
  const progress: Progress = {
    from: 0,
    end: 0,
    behindClock: -1,
    clocks: [],
    days: [],
    seen: { relative: false, yesterday: false, weekday: false, short: false },
    namedWeekdays: new Set(),
    update: false,
    joining: false,
  };
  while (progress.from < text.length) if (!readGap(text, progress) && !readPart(text, progress)) break;
  const { from, end, clocks, days, seen, namedWeekdays, joining } = progress;
  const [dayOfWeek] = namedWeekdays;
  const one = namedWeekdays.size === 1 && dayOfWeek !== undefined ? { dayOfWeek } : {};
  return { clocks, days, ...seen, ...one, whole: from >= text.length && !joining, end };
}

function readGap(text: string, progress: Progress): boolean {
  const length = lengthAt(between, text, progress.from);
  progress.from += length;
  return length > 0;
}

/** The length of what a sticky pattern matches at an offset; 0 where it matches nothing. */
function lengthAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Reads a date, a clock, a zone or a word. False where the text at the offset is no part of a time. */
function readPart(text: string, progress: Progress): boolean {
  const { from, clocks, update, joining } = progress;
  const ago = lengthAt(relativeTime, text, from);
  if (ago > 0) {
    progress.seen.relative = true;
    return endAt(progress, from + ago);
  }
  const date = dateAt(text, from);
  if (date !== undefined) {
    progress.days.push({ what: date.day, update });
    return endAt(progress, date.end);
  }
  const clock = clockAt(text, from);
  if (clock !== undefined) {
    // "19.31 Uhr: At 19:31": the second time belongs to a sentence.
    if (joining && !update && clocks.length > 0) return false;
    clocks.push({ what: clock, update });
    progress.behindClock = clock.end;
    return endAt(progress, clock.end);
  }
  const last = clocks.at(-1);
  const zone = last === undefined || last.zone !== undefined ? undefined : zoneAt(text, from, progress.behindClock);
  if (last !== undefined && zone !== undefined) {
    last.zone = zone;
    return endAt(progress, zone.end);
  }
  return readWord(text, progress);
}

/** The time reaches to an offset. */
function endAt(progress: Progress, end: number): true {
  progress.from = end;
  progress.end = end;
  progress.joining = false;
  return true;
}

function readWord(text: string, progress: Progress): boolean {
  const { from, clocks, days, seen, namedWeekdays } = progress;
  const found = timeWordAt(text, from);
  if (found === undefined) return false;
  if (found.kind === "closing")
    return (found.opens || clocks.length > 0 || days.length > 0) && endAt(progress, found.end);
  progress.from = found.end;
  switch (found.kind) {
    case "yesterday":
      seen.yesterday = true;
      progress.joining = false;
      return true;
    case "weekday":
    case "short":
      seen[found.kind] = true;
      namedWeekdays.add(weekdayOf(text.slice(from, found.end).toLowerCase().replace(/\.$/, "")));
      progress.joining = false;
      return true;
    default:
      progress.joining = true;
      if (found.kind === "update") progress.update = true;
      return true;
  }
}

interface WordAt {
  readonly kind: "weekday" | "short" | "yesterday" | "update" | "opening" | "joining" | "closing";
  readonly end: number;
  /** It can stand before a time too, as "today". */
  readonly opens?: boolean;
}

/** The longest known phrase at an offset, of at most three words; undefined where there is none. */
export function timeWordAt(text: string, from: number): WordAt | undefined {
  const ends: number[] = [];
  for (let at = from; ends.length < 3; at += 1) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (found === null) break;
    at += found[0].length;
    ends.push(at);
    if (text[at] !== " ") break;
  }
  for (const end of ends.reverse()) {
    const phrase = text.slice(from, end).toLowerCase().replace(/\.$/, "");
    if (weekdays.has(phrase)) return { kind: "weekday", end };
    if (yesterdayWords.has(phrase)) return { kind: "yesterday", end };
    if (changeWords.has(phrase)) return { kind: "update", end };
    if (openingWords.has(phrase)) return { kind: "opening", end };
    if (closingWords.has(phrase))
      return { kind: "closing", end, opens: /^(?!uhr|h$|hrs|hours|hs|uur|ч|hod|น|local)/.test(phrase) };
    if (joiningWords.has(phrase)) return { kind: "joining", end };
    if (shortWeekdays.has(phrase)) return { kind: "short", end };
  }
  return undefined;
}
