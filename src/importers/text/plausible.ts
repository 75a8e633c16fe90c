/** Whether a text is that of a live page: enough times that go one way, with sentences between them, and neither data nor a programme. */

import { findMarks, isDayLine, isHeadline, type Marker, type Marks } from "./markers.ts";
import { findRanges, type PostRange } from "./ranges.ts";
import { isBlank, type Line, splitLines } from "./text.ts";

/** How much of a text is looked at. */
export const looksAt = 60_000;
const leastPosts = 3;

export const isLivePage = (text: string): boolean => postsIn(text) >= leastPosts;

/** How many posts stand in a text; 0 where it is none of a live page. */
export function postsIn(text: string): number {
  const start = text.slice(0, looksAt);
  if (/^[\s\ufeff]*(?:[<{]|\[\s*[[{"\]])/.test(start) || !/\p{Nd}|\bago\b/u.test(start)) return 0;
  const lines = splitLines(start);
  if (isData(lines)) return 0;
  const marks = findMarks(lines);
  const { markers } = marks;
  if (markers.length < leastPosts || !goOneWay(lines, markers) || isProgramme(markers)) return 0;
  const { posts } = findRanges(lines, marks);
  let wordy = 0;
  for (const [index, { from, to }] of posts.entries()) if (hasSentence(lines, from, to, markers[index])) wordy += 1;
  if (wordy >= 2 && wordy * 3 >= markers.length) return markers.length;
  return isTerse(lines, marks, posts) ? markers.length : 0;
}

/** Code, tables with commas or tabs: most lines end or are parted by the same signs. */
function isData(lines: readonly Line[]): boolean {
  let [words, code, tables] = [0, 0, 0];
  let parts = -1;
  for (const line of lines) {
    if (isBlank(line)) continue;
    words += 1;
    if (/[{};]$|^(?:import|export|const|let|function|def|class|#include|\/\/|\/\*)\b/.test(line.text)) code += 1;
    // A time and a tab before the words of a post make no table.
    const count = line.text.replace(/^\d{1,2}[:.h]\d\d[^\t,;]{0,8}\t/, "").split(/,(?=\S)|;(?=\S)|\t/).length - 1;
    if (count >= 1 && count === parts) tables += 1;
    parts = count;
  }
  return code * 4 > words || tables * 2 > words;
}

const minuteOf = ({ time: { stamp, ago } }: Marker): number =>
  stamp === undefined ? -(ago ?? 0) : stamp.hour * 60 + stamp.minute;

/** Most times are earlier than the one above, or most are later; a page that tells dates can turn at midnight. */
function goOneWay(lines: readonly Line[], markers: readonly Marker[]): boolean {
  let [falls, rises] = [0, 0];
  for (const [index, marker] of markers.entries()) {
    const before = markers[index - 1];
    if (before === undefined || isOtherDay(lines, before, marker)) continue;
    const gap = minuteOf(before) - minuteOf(marker);
    if (gap > 0) falls += 1;
    if (gap < 0) rises += 1;
  }
  return Math.max(falls, rises) >= (falls + rises) * 0.6;
}

/** The line of a day stands between two times. */
const isOtherDay = (lines: readonly Line[], before: Marker, after: Marker): boolean =>
  lines.slice(before.last + 1, after.line).some(({ text }) => isDayLine(text));

/** Times that go up by whole steps are those of a programme. */
const isProgramme = (markers: readonly Marker[]): boolean =>
  markers.length >= 5 &&
  markers.every((marker, index) => {
    const before = markers[index - 1];
    return (
      marker.time.stamp !== undefined &&
      minuteOf(marker) % 5 === 0 &&
      (before === undefined || minuteOf(marker) > minuteOf(before))
    );
  });

/** Fewer times that go up are those of a timetable, a plan or two people's messages. */
const leastRising = 5;

/**
 * A live page whose posts are short: its times go one way, with hardly a step back, and most posts say a sentence, if only "No news.".
 * No programme and no timetable goes down with its times; where they go up, the posts must be lines below their times.
 */
function isTerse(lines: readonly Line[], { markers }: Marks, posts: readonly PostRange[]): boolean {
  let [falls, rises, sentences] = [0, 0, 0];
  for (const [index, marker] of markers.entries()) {
    const { from, to } = posts[index] ?? { from: 0, to: 0 };
    if (hasShortSentence(lines, from, to, marker)) sentences += 1;
    const before = markers[index - 1];
    if (before === undefined) continue;
    const gap = minuteOf(before) - minuteOf(marker);
    if (gap > 0) falls += 1;
    if (gap < 0) rises += 1;
  }
  const steps = (falls + rises) * 0.8;
  if (sentences * 2 < markers.length) return false;
  if (falls > 0 && falls >= steps) return true;
  return rises >= steps && markers.length >= leastRising && markers.every(({ time }) => time.kind === "alone");
}

function hasShortSentence(lines: readonly Line[], from: number, to: number, marker: Marker): boolean {
  for (let index = from; index < to; index += 1) {
    const { text = "" } = lines[index] ?? {};
    const words = index === marker.line ? text.slice(marker.time.from, marker.time.to) : text;
    if (/\p{L}\p{L}[.!?…。؟।]+["”’»)]?(?:\s|$)/u.test(words.slice(0, 300))) return true;
  }
  return false;
}

/** Something in a post is longer than a title, or ends as a sentence does. */
function hasSentence(lines: readonly Line[], from: number, to: number, marker: Marker | undefined): boolean {
  for (let index = from; index < to; index += 1) {
    const { text = "" } = lines[index] ?? {};
    const words = index === marker?.line ? text.slice(marker.time.from, marker.time.to) : text;
    if (words.length >= 60 || (words.length >= 20 && !isHeadline(words) && /[.!?…。؟।”"]$/u.test(words))) return true;
  }
  return false;
}
