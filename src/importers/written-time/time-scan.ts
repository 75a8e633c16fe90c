/** Goes from the beginning of a text as far as it is a time: its clocks, dates, zones and the words that stand around these. */
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
  /** Which day of the week stands beside the first date, 1 to 7, where one alone does. */
  readonly dayOfWeek?: number;
  /** All of the text is of a time. */
  readonly whole: boolean;
  /** Where its first time ends, without the words that only join it to more. */
  readonly end: number;
  /** Short weekdays, which count beside a date alone. */
  readonly short: boolean;
}

const between = /[\s,;:·•|–—\-()（）[\]/.،、～~]+/y;
const word = /\p{L}[\p{L}\p{M}'’-]*\.?/uy;

/** Goes from the beginning of a text as far as it is a time. */
export function scanTime(text: string): TimeScan {
  const clocks: (TimePart<ClockAt> & { zone?: ZoneAt })[] = [];
  const days: TimePart<Day | Either>[] = [];
  const seen = { relative: false, yesterday: false, weekday: false, short: false };
  let [from, end, behind] = [0, 0, -1];
  const weekdaysSaid = new Set<number | undefined>();
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
    // "19.31 Uhr: At 19:31": the second is of a sentence.
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
    const said = timeWordAt(text, from);
    if (said === undefined) break;
    if (said.kind === "weekday" || said.kind === "short" || said.kind === "yesterday") {
      seen[said.kind] = true;
      if (said.kind !== "yesterday")
        weekdaysSaid.add(weekdayOf(text.slice(from, said.end).toLowerCase().replace(/\.$/, "")));
      joining = false;
    } else if (said.kind === "closing") {
      if (clocks.length === 0 && days.length === 0 && !said.opens) break;
      significant(said.end);
    } else {
      joining = true;
      if (said.kind === "update") update = true;
    }
    from = said.end;
  }
  const [dayOfWeek] = weekdaysSaid;
  const one = weekdaysSaid.size === 1 && dayOfWeek !== undefined ? { dayOfWeek } : {};
  return { clocks, days, ...seen, ...one, whole: from >= text.length && !joining, end };
}

interface WordAt {
  readonly kind: "weekday" | "short" | "yesterday" | "update" | "opening" | "joining" | "closing";
  readonly end: number;
  /** "today" can stand before a time as well. */
  readonly opens?: boolean;
}

/** The words of up to three that are known, the longest first. */
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
    const said = text.slice(from, end).toLowerCase().replace(/\.$/, "");
    if (weekdays.has(said)) return { kind: "weekday", end };
    if (yesterdayWords.has(said)) return { kind: "yesterday", end };
    if (changeWords.has(said)) return { kind: "update", end };
    if (openingWords.has(said)) return { kind: "opening", end };
    if (closingWords.has(said))
      return { kind: "closing", end, opens: /^(?!uhr|h$|hrs|hours|hs|uur|ч|hod|น|local)/.test(said) };
    if (joiningWords.has(said)) return { kind: "joining", end };
    if (shortWeekdays.has(said)) return { kind: "short", end };
  }
  return undefined;
}
