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

/** Reads from the beginning of a text up to the first word that is no part of a time. */
export function scanTime(text: string): TimeScan {
  const clocks: (TimePart<ClockAt> & { zone?: ZoneAt })[] = [];
  const days: TimePart<Day | Either>[] = [];
  const seen = { relative: false, yesterday: false, weekday: false, short: false };
  let [from, end, behind] = [0, 0, -1];
  const namedWeekdays = new Set<number | undefined>();
  let update = false;
  let joining = false;
  const significant = (to: number): void => {
    from = to;
    end = to;
    joining = false;
  };
  while (from < text.length) {
    between.lastIndex = from;
    const gap = between.exec(text);
    if (gap !== null) {
      from += gap[0].length;
      continue;
    }
    relativeTime.lastIndex = from;
    const ago = relativeTime.exec(text);
    if (ago !== null) {
      seen.relative = true;
      significant(from + ago[0].length);
      continue;
    }
    const date = dateAt(text, from);
    if (date !== undefined) {
      days.push({ what: date.day, update });
      significant(date.end);
      continue;
    }
    const clock = clockAt(text, from);
    // "19.31 Uhr: At 19:31": the second time belongs to a sentence.
    if (clock !== undefined && joining && !update && clocks.length > 0) break;
    if (clock !== undefined) {
      clocks.push({ what: clock, update });
      significant(clock.end);
      behind = clock.end;
      continue;
    }
    const last = clocks.at(-1);
    const zone = last === undefined || last.zone !== undefined ? undefined : zoneAt(text, from, behind);
    if (last !== undefined && zone !== undefined) {
      last.zone = zone;
      significant(zone.end);
      continue;
    }
    const found = timeWordAt(text, from);
    if (found === undefined) break;
    if (found.kind === "weekday" || found.kind === "short" || found.kind === "yesterday") {
      seen[found.kind] = true;
      if (found.kind !== "yesterday")
        namedWeekdays.add(weekdayOf(text.slice(from, found.end).toLowerCase().replace(/\.$/, "")));
      joining = false;
    } else if (found.kind === "closing") {
      if (clocks.length === 0 && days.length === 0 && !found.opens) break;
      significant(found.end);
    } else {
      joining = true;
      if (found.kind === "update") update = true;
    }
    from = found.end;
  }
  const [dayOfWeek] = namedWeekdays;
  const one = namedWeekdays.size === 1 && dayOfWeek !== undefined ? { dayOfWeek } : {};
  return { clocks, days, ...seen, ...one, whole: from >= text.length && !joining, end };
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
