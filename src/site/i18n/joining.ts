/** Joins the members of a list and the days of a span, as several languages do. */
import { type CalendarTime, dayOf } from "../time/clock.ts";

/** "a, b and c". `comma` and `and` include their spaces. */
export const joinList =
  (comma: string, and: string) =>
  (parts: readonly string[]): string =>
    parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`;

/** "16–17 May 2024", "31 May – 1 June 2024": the first day without what the last day repeats. */
export const dateSpan =
  (words: Readonly<Record<"day" | "dayAndMonth" | "date", (time: CalendarTime) => string>>) =>
  (first: CalendarTime, last: CalendarTime): string => {
    if (dayOf(first) === dayOf(last)) return words.date(first);
    if (first.year !== last.year) return `${words.date(first)} – ${words.date(last)}`;
    if (first.month !== last.month) return `${words.dayAndMonth(first)} – ${words.date(last)}`;
    return `${words.day(first)}–${words.date(last)}`;
  };
