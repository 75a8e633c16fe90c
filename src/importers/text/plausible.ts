/** From a text to whether it is a live page: enough times in one order, with sentences between them, and neither data nor a programme. */

import { findMarks, isDayLine, isHeadline, type Marker, type Marks } from "./markers.ts";
import { findRanges, type PostRange } from "./ranges.ts";
import { isBlank, type Line, splitLines } from "./text.ts";

/** In characters: only the beginning of a text is tested. */
export const looksAt = 60_000;
const leastPosts = 3;

export const isLivePage = (text: string): boolean => postsIn(text) >= leastPosts;

/** The number of posts in a text; 0 where it is no live page. */
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

/** True for code and for tables with commas or tabs: most lines end with the same signs or have the same number of them. */
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

/** True where most times are earlier than the one above, or most are later. Times on two sides of a day's line do not count. */
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

/** True where the line of a day stands between two times. */
const isOtherDay = (lines: readonly Line[], before: Marker, after: Marker): boolean =>
  lines.slice(before.last + 1, after.line).some(({ text }) => isDayLine(text));

/** True for times that get later down the page and are all multiples of five minutes, as those of a programme. */
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

/** Fewer times that get later down the page belong to a timetable, a plan or messages between two people. */
const leastRising = 5;

/**
 * True for a live page with short posts: its times go one way with few exceptions, and most posts have a sentence, if only "No news.".
 * Programmes and timetables never begin with the latest time. Where times get later down the page, each must stand alone on its line.
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

/** True where a line of the post is longer than a title, or ends as a sentence does. */
function hasSentence(lines: readonly Line[], from: number, to: number, marker: Marker | undefined): boolean {
  for (let index = from; index < to; index += 1) {
    const { text = "" } = lines[index] ?? {};
    const words = index === marker?.line ? text.slice(marker.time.from, marker.time.to) : text;
    if (words.length >= 60 || (words.length >= 20 && !isHeadline(words) && /[.!?…。؟।”"]$/u.test(words))) return true;
  }
  return false;
}
