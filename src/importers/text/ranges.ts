/** From the times of a copied live page to the lines of each post, and to the lines between posts that are days. */

import { pointsHeading } from "../account/furniture-words.ts";
import { todayWords, yesterdayHeadings } from "../account/text-furniture.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import { firstOf, isDayLine, isFurnitureLine, isHeadline, type Marks, openingAbove } from "./markers.ts";
import { bulletMark } from "./marks.ts";
import { isBlank, type Line } from "./text.ts";

/** The first line of a post, and the one behind its last. */
export interface PostRange {
  readonly from: number;
  readonly to: number;
}

/** The date that the line of a day gives to the times below it. */
export type DayParts = Pick<Stamp, "day" | "month" | "year" | "daysAgo">;

export interface Ranges {
  readonly posts: readonly PostRange[];
  readonly days: ReadonlyMap<number, DayParts>;
}

export function findRanges(lines: readonly Line[], marks: Marks): Ranges {
  const starts = startsOf(lines, marks);
  const days = daysAt(lines, starts, marks);
  const posts = starts.map((from, index): PostRange => ({ from, to: starts[index + 1] ?? marks.to }));
  return { posts, days };
}

function startsOf(lines: readonly Line[], { markers, layout, ofPage }: Marks): readonly number[] {
  if (layout === "start") return markers.map(firstOf);
  const floor = ofPage.at(-1)?.line ?? -1;
  if (layout === "end")
    return markers.map(({ line }, index) => {
      const before = markers[index - 1];
      return before === undefined ? firstOfPosts(lines, floor + 1, line) : before.last + 1;
    });
  const title = lines.findIndex((line) => !isBlank(line) && !isFurnitureLine(line.text));
  return markers.map((marker, index) => {
    const after = markers[index - 1]?.last ?? Math.max(floor, title);
    const above = openingAbove(lines, marker, after);
    return above === -1 ? firstOf(marker) : above;
  });
}

/** The first line of the first post, where posts end with their times: below the title, the summary and the rest of the head. */
function firstOfPosts(lines: readonly Line[], from: number, to: number): number {
  const words = [...lines.keys()]
    .slice(from, to)
    .filter((index) => !isBlank(lines[index]) && !isFurnitureLine(lines[index]?.text ?? ""));
  const text = (index: number | undefined): string => lines[index ?? -1]?.text ?? "";
  const head = words.findLastIndex(
    (index) => isDayLine(text(index)) || pointsHeading.test(text(index)) || bulletMark(text(index)) !== undefined,
  );
  const own = words.slice(Math.max(head + 1, 1));
  const headline = own.findLast((index, place) => isHeadline(text(index)) && place < own.length - 1);
  return headline ?? own[0] ?? to;
}

/** The lines of days between posts and in the head of the page. */
function daysAt(
  lines: readonly Line[],
  starts: readonly number[],
  { layout, markers }: Marks,
): ReadonlyMap<number, DayParts> {
  const days = new Map<number, DayParts>();
  const add = (index: number): boolean => {
    const { text = "" } = lines[index] ?? {};
    if (text === "" || isFurnitureLine(text)) return true;
    const day = isDayLine(text) ? dayOf(text) : undefined;
    if (day !== undefined) days.set(index, day);
    return day !== undefined;
  };
  const first = starts[0] ?? 0;
  for (let index = 0; index < first; index += 1) add(index);
  for (const [place, start] of starts.entries()) {
    if (layout === "end") for (let index = start; index < (markers[place]?.line ?? start) && add(index); ) index += 1;
    else for (let index = start - 1; index > (markers[place - 1]?.last ?? -1) && add(index); ) index -= 1;
  }
  return days;
}

function dayOf(text: string): DayParts | undefined {
  if (todayWords.test(text)) return { daysAgo: 0 };
  if (yesterdayHeadings.test(text)) return { daysAgo: 1 };
  return parseWrittenDay(text);
}
