/** From the lines of a copied live page to what holds for all its posts: its day, and how posts show headlines and names. */

import { dayNumber, instantsInZone, isDate } from "../../model/instant.ts";
import type { FoundPage } from "../../model/live-page.ts";
import { firstOf, isFurnitureLine, isHeadline, isNameAlone, type Marker, type Marks } from "../text/markers.ts";
import type { PostRange } from "../text/ranges.ts";
import type { Line } from "../text/text.ts";
import { type PageDay, pageDays } from "../times/page-days.ts";
import { leadingTimeLength, parseWrittenDay, parseWrittenTime } from "../written-time/written-time.ts";

/** The days that the head of the page names, the surest first. */
export function pageDaysOf(
  { ofPage }: Marks,
  { title, panel }: Pick<FoundPage, "title" | "panel">,
  zone: string,
): readonly PageDay[] {
  const times = ofPage.flatMap(({ time: { stamp, update } }): PageDay[] => {
    if (stamp?.year === undefined || stamp.month === undefined || stamp.day === undefined) return [];
    const { year, month, day, hour, minute } = stamp;
    if (!isDate(year, month, day)) return [];
    const [instant] = instantsInZone({ year, month, day, hour: hour % 24, minute }, zone).instants;
    return [
      {
        from: "the time at the head of the page",
        kind: update ? "end" : "day",
        day: dayNumber(year, month, day),
        ...(update && instant !== undefined && { epoch: instant.epoch }),
      },
    ];
  });
  const titles = title === undefined ? [] : [title];
  return [...times, ...pageDays({ text: "", clues: { metas: [] }, lines: panel.flatMap(datesOf), titles }, zone)];
}

/** The date with which a line begins, before its other words, or that stands beside a time: "As of 17 May 2024, 10:40". */
function datesOf(line: string): readonly string[] {
  const stamp = line.length <= 100 ? parseWrittenTime(line) : undefined;
  if (stamp?.year !== undefined && stamp.month !== undefined && stamp.day !== undefined)
    return [`${stamp.year}-${String(stamp.month).padStart(2, "0")}-${String(stamp.day).padStart(2, "0")}`];
  const date = line.slice(0, leadingTimeLength(line));
  return parseWrittenDay(date) === undefined ? [] : [date];
}

/** What most posts of a page have in common. */
export interface PageHabits {
  /** The editors, and names that stand alone on a line among the first lines of more than one post. */
  readonly names: ReadonlySet<string>;
  /** Most posts begin with a headline, so that a question above a text counts as one. */
  readonly headed: boolean;
  /** Most posts name their authors, so that a name below a headline counts as one. */
  readonly signed: boolean;
  /** Posts begin with the name of the author, and the time stands below it. */
  readonly namedAbove: boolean;
}

export function lineHabitsOf(
  lines: readonly Line[],
  ranges: readonly PostRange[],
  markers: readonly Marker[],
  editors: readonly string[],
): PageHabits {
  const counts = new Map<string, number>();
  let [titled, long, opened] = [0, 0, 0];
  for (const [post, { from, to }] of ranges.entries()) {
    const first = firstTexts(lines, from, to, markers[post]);
    const [opening, ...others] = first;
    if (others.length > 0 && opening !== undefined) {
      long += 1;
      if (isHeadline(opening)) titled += 1;
    }
    if (opening !== undefined && from < firstOf(markers[post] ?? { line: from }) && isNameAlone(opening)) opened += 1;
    for (const text of first) if (isNameAlone(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const names = new Set([...editors, ...[...counts].flatMap(([name, count]) => (count > 1 ? [name] : []))]);
  const signatures = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const signed = signatures * 2 > ranges.length;
  return { names, headed: titled * 2 > long, signed, namedAbove: names.size > 0 && opened * 5 >= ranges.length * 4 };
}

/** The lines above the posts. A second page that was pasted below the first begins with the same lines. */
export interface PageHead {
  readonly title?: string | undefined;
  readonly lines: ReadonlySet<string>;
}

export const headOf = (lines: readonly Line[], to: number, title: string | undefined): PageHead => ({
  title,
  lines: new Set(lines.slice(0, to).map(({ text }) => text)),
});

/** The line of a post at which the head of another page begins: its title, and only lines of the head below. `to` where there is none. */
export function headAgainFrom(
  lines: readonly Line[],
  { from, to }: PostRange,
  { title, lines: head }: PageHead,
): number {
  if (title === undefined) return to;
  for (let index = to - 1; index > from; index -= 1) {
    const { text = "" } = lines[index] ?? {};
    if (text === title && lines[index - 1]?.text === "") return index;
    if (!head.has(text) && text !== "") return to;
  }
  return to;
}

/** The first three texts of a post at most, without its time and buttons. */
function firstTexts(lines: readonly Line[], from: number, to: number, marker: Marker | undefined): readonly string[] {
  const texts: string[] = [];
  for (let index = from; index < to && texts.length < 3; index += 1) {
    const { text = "" } = lines[index] ?? {};
    const own = index === marker?.line ? text.slice(marker.time.from, marker.time.to) : text;
    if (own !== "" && index !== marker?.updated && index !== marker?.ago && !isFurnitureLine(own)) texts.push(own);
  }
  return texts;
}
