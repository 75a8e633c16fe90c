/** From the lines of a capture to the places where posts begin: by number and stamp, by stamp, or by number in layouts without stamps. */

import { bulletMark, numberMark } from "../text/marks.ts";
import { isBlank, type Line, nextWords } from "../text/text.ts";
import { isMatchClock, parseStamp } from "../written-time/stamp.ts";
import { isLiveHeader, isShareTool, isSummaryHeading } from "./marks.ts";
import { withPlain } from "./plain-starts.ts";
import type { PostStart } from "./start.ts";

/** "published at" with its stamp at the end of a line; offsets in the line's text. */
export interface StampAt {
  readonly words: number;
  readonly stamp: number;
  readonly end: number;
  readonly glued: boolean;
  readonly clock: boolean;
}

const publishedAt = "published at";

/** The last "published at" of a text if a stamp follows it up to the end of the line. */
export function stampIn(text: string): StampAt | undefined {
  const words = text.lastIndexOf(publishedAt);
  if (words === -1) return undefined;
  const behind = text.slice(words + publishedAt.length);
  const stamp = words + publishedAt.length + (behind.length - behind.trimStart().length);
  const rest = text.slice(stamp);
  if (stamp === words + publishedAt.length) return undefined;
  const before = text.slice(Math.max(0, words - 8), words);
  const glued = words === 0 || /(?:[^\s-]|\u00a0)$/.test(before);
  if (/(?:^|\s)(?:re|un|pre)$/i.test(before)) return undefined;
  const start = /,\s*$/.test(text.slice(0, words)) ? text.slice(0, words).trimEnd().length - 1 : words;
  if (isMatchClock(rest)) return { words: start, stamp, end: text.length, glued, clock: true };
  const reading = parseStamp(rest);
  return reading === undefined ? undefined : { words: start, stamp, end: stamp + reading.end, glued, clock: false };
}

/** The length of "Posted at " if the text is only that and a stamp; else undefined. */
export function postedAt(text: string): number | undefined {
  const words = /^Posted at\s+/i.exec(text)?.[0].length;
  return words === undefined || parseStamp(text.slice(words)) === undefined ? undefined : words;
}

export interface Starts {
  readonly starts: readonly PostStart[];
  /** Posts are numbered and indented more than the lines around them. */
  readonly indented: boolean;
  readonly numbered: boolean;
}

export function findStarts(lines: readonly Line[]): Starts {
  const stamps = new Map<number, StampAt>();
  const numbers = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const stamp = line.text.includes(publishedAt) ? stampIn(line.text) : undefined;
    if (stamp !== undefined) stamps.set(index, stamp);
    const mark = /^\d/.test(line.text) ? numberMark(line.text) : undefined;
    if (mark?.number !== undefined) numbers.set(index, mark.number);
  }
  const anyGlued = [...stamps.values()].some(({ glued }) => glued);
  if (anyGlued) for (const index of looseInText(lines, stamps, numbers)) stamps.delete(index);
  const certain = certainStarts(lines, stamps, numbers);
  const starts = withPlain(lines, certain, numbers).filter(
    (start) => start.kind !== "plain" || hasWords(lines, start.line),
  );
  const marked = starts.filter(({ number }) => number !== undefined);
  return {
    starts,
    indented: marked.length > 0 && marked.every(({ line }) => (lines[line]?.indent ?? 0) > 0),
    numbered: marked.length > 0,
  };
}

/**
 * The stamps that belong to a sentence: where other headlines are joined to their stamps, those after a space. A person may have
 * separated one stamp: a line is a heading if it has a number and the indent of the posts.
 */
function looseInText(
  lines: readonly Line[],
  stamps: ReadonlyMap<number, StampAt>,
  numbers: ReadonlyMap<number, number>,
): readonly number[] {
  const indentOf = (index: number): number => lines[index]?.indent ?? 0;
  const glued = [...stamps].filter(([index, stamp]) => stamp.glued && numbers.has(index));
  const posts = new Set(glued.map(([index]) => indentOf(index)));
  return [...stamps]
    .filter(([index, stamp]) => !stamp.glued && !(numbers.has(index) && posts.has(indentOf(index))))
    .map(([index]) => index);
}

/** False for a number at the end of a capture. */
const hasWords = (lines: readonly Line[], index: number): boolean =>
  !/^\d+\.$/.test(lines[index]?.text ?? "") || nextWords(lines, index + 1, lines.length) < lines.length;

function certainStarts(
  lines: readonly Line[],
  stamps: ReadonlyMap<number, StampAt>,
  numbers: ReadonlyMap<number, number>,
): PostStart[] {
  const starts: PostStart[] = [];
  const taken = new Set<number>();
  const spaced = [...stamps.values()].every(({ glued }) => !glued);
  const numbered = spaced && [...stamps.keys()].some((index) => numbers.has(index));
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) || taken.has(index)) continue;
    const number = numbers.get(index);
    if (number !== undefined) {
      const start = numberedStart(lines, stamps, numbers, index, number);
      if (start === undefined) continue;
      starts.push(start);
      taken.add(start.heading);
    } else if (stamps.has(index) && !numbered) {
      starts.push({ kind: "stamped", line: labelAbove(lines, index, starts.at(-1)?.heading ?? -1), heading: index });
    } else if (postedAt(line.text) !== undefined) starts.push({ kind: "posted", line: index, heading: index });
  }
  return starts;
}

function numberedStart(
  lines: readonly Line[],
  stamps: ReadonlyMap<number, StampAt>,
  numbers: ReadonlyMap<number, number>,
  index: number,
  number: number,
): PostStart | undefined {
  const text = lines[index]?.text ?? "";
  const words = text.slice(numberMark(text)?.after ?? 0);
  if (stamps.has(index)) return { kind: "stamped", line: index, heading: index, number };
  if (postedAt(words) !== undefined) return { kind: "posted", line: index, heading: index, number };
  if (words.length > 90) return undefined;
  const below = nextWords(lines, index + 1, Math.min(index + 4, lines.length));
  if (numbers.has(below)) return undefined;
  if (stamps.has(below)) return { kind: "stamped", line: index, heading: below, number };
  return postedAt(lines[below]?.text ?? "") === undefined
    ? undefined
    : { kind: "posted", line: index, heading: below, number };
}

/** The line where a post begins in a copy without numbers: a label is a short line directly above a heading, below a blank or a button. */
function labelAbove(lines: readonly Line[], heading: number, after: number): number {
  const above = lines[heading - 1];
  if (heading - 1 <= after || above === undefined || isBlank(above)) return heading;
  const free = isBlank(lines[heading - 2]) || isShareTool(lines[heading - 2]?.text ?? "");
  const known = knownLabel.test(above.text);
  const short = above.text.length <= 40 && !/[.!?:;,…"”'’]$/.test(above.text) && bulletMark(above.text) === undefined;
  const furniture = isShareTool(above.text) || isLiveHeader(above.text) || isSummaryHeading(above.text);
  return !furniture && (known || (free && short && !/^(?:Edited )?by /i.test(above.text))) ? heading - 1 : heading;
}

/** Labels that are known by their words; others are known only by their place. */
export const knownLabel =
  /^(?:Analysis|At a glance|Breaking(?: news)?|Explainer|Reality check|Fact check|BBC Verify|Your questions answered|Eyewitness)$/i;
