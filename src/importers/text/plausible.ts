/** Whether a text is that of a live page: enough times that go one way, with sentences between them, and neither data nor a programme. */

import { findMarks, isHeadline, type Marker } from "./markers.ts";
import { findRanges } from "./ranges.ts";
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
  if (markers.length < leastPosts || !goOneWay(markers) || isProgramme(markers)) return 0;
  const { posts } = findRanges(lines, marks);
  let wordy = 0;
  for (const [index, { from, to }] of posts.entries()) if (hasSentence(lines, from, to, markers[index])) wordy += 1;
  return wordy < 2 || wordy * 3 < markers.length ? 0 : markers.length;
}

/** Code, tables with commas or tabs: most lines end or are parted by the same signs. */
function isData(lines: readonly Line[]): boolean {
  let [words, code, tables] = [0, 0, 0];
  let parts = -1;
  for (const line of lines) {
    if (isBlank(line)) continue;
    words += 1;
    if (/[{};]$|^(?:import|export|const|let|function|def|class|#include|\/\/|\/\*)\b/.test(line.text)) code += 1;
    const count = line.text.split(/,(?=\S)|;(?=\S)|\t/).length - 1;
    if (count >= 1 && count === parts) tables += 1;
    parts = count;
  }
  return code * 4 > words || tables * 2 > words;
}

const minuteOf = ({ time: { stamp, ago } }: Marker): number =>
  stamp === undefined ? -(ago ?? 0) : stamp.hour * 60 + stamp.minute;

/** Most times are earlier than the one above, or most are later; a page that tells dates can turn at midnight. */
function goOneWay(markers: readonly Marker[]): boolean {
  let [falls, rises] = [0, 0];
  for (const [index, marker] of markers.entries()) {
    const before = markers[index - 1];
    if (before === undefined) continue;
    const gap = minuteOf(before) - minuteOf(marker);
    if (gap > 0) falls += 1;
    if (gap < 0) rises += 1;
  }
  return Math.max(falls, rises) >= (falls + rises) * 0.6;
}

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

/** Something in a post is longer than a title, or ends as a sentence does. */
function hasSentence(lines: readonly Line[], from: number, to: number, marker: Marker | undefined): boolean {
  for (let index = from; index < to; index += 1) {
    const { text = "" } = lines[index] ?? {};
    const words = index === marker?.line ? text.slice(marker.time.from, marker.time.to) : text;
    if (words.length >= 60 || (words.length >= 20 && !isHeadline(words) && /[.!?…。؟।”"]$/u.test(words))) return true;
  }
  return false;
}
