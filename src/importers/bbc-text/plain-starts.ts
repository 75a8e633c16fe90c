/** From the numbered lines of a capture to the posts without a stamp: some layouts have no stamps, and some pages lack one. */

import { isBlank, type Line, nextWords } from "../text/text.ts";
import { isLiveHeader, isSummaryHeading } from "./marks.ts";
import type { PostStart } from "./start.ts";

/** Adds posts that begin with a number alone: all numbers, in a layout without stamps; else the numbers that fill gaps between stamped posts. */
export function withPlain(
  lines: readonly Line[],
  certain: readonly PostStart[],
  numbers: ReadonlyMap<number, number>,
): PostStart[] {
  const numbered = certain.filter(({ number }) => number !== undefined);
  const indent = numbered[0] === undefined ? undefined : lines[numbered[0].line]?.indent;
  if (certain.length > 0 && (indent === undefined || indent > 3)) return [...certain];
  return indent === undefined ? plainOnly(lines, [...numbers]) : fillGaps(lines, certain, [...numbers], indent);
}

function fillGaps(
  lines: readonly Line[],
  certain: readonly PostStart[],
  numbers: readonly (readonly [number, number])[],
  indent: number,
): PostStart[] {
  const starts: PostStart[] = [];
  const taken = new Set(certain.flatMap(({ line, heading }) => [line, heading]));
  const open = numbers.filter(([index]) => !taken.has(index) && lines[index]?.indent === indent);
  let at = 0;
  let last = 0;
  for (const [place, start] of [...certain, undefined].entries()) {
    const gap: PostStart[] = [];
    let next = last + 1;
    for (; at < open.length; at += 1) {
      const [index, number] = open[at] ?? [0, 0];
      if (start !== undefined && index > start.line) break;
      if (number === next && (place > 0 || start === undefined || number < (start.number ?? 0))) {
        gap.push({ kind: "plain", line: index, heading: index, number });
        next += 1;
      }
    }
    const fits = start === undefined ? indent > 0 : start.number === next;
    if (fits) starts.push(...gap);
    if (start === undefined) break;
    starts.push(start);
    last = start.number ?? last;
  }
  return starts;
}

const headerLine = (line: Line): boolean => line.indent < 2 && isLiveHeader(line.text);

/** In a layout without stamps: the numbers after the header, or after the summary if that is a numbered list itself. */
function plainOnly(lines: readonly Line[], numbers: readonly (readonly [number, number])[]): PostStart[] {
  const header = lines.findLastIndex(headerLine);
  const summary = lines.findIndex((line) => isSummaryHeading(line.text));
  const inset = numbers.filter(([index]) => (lines[index]?.indent ?? 0) >= 1 && (lines[index]?.indent ?? 0) <= 3);
  const flush = header === -1 && summary === -1 ? [] : inOrder(numbers.filter(([index]) => lines[index]?.indent === 0));
  let chosen = (inset.length > 0 ? inset : flush).filter(([index]) => index > header);
  if (header === -1 && summary !== -1) {
    const again = chosen.findIndex(([, number], at) => at > 0 && number === 1);
    const isSummary = again !== -1 || !chosen.some(([index]) => hasBody(lines, index));
    if (isSummary && nextWords(lines, summary + 1, lines.length) === chosen[0]?.[0])
      chosen = again === -1 ? [] : chosen.slice(again);
  }
  return chosen.map(([index, number]) => ({ kind: "plain", line: index, heading: index, number }));
}

const inOrder = (numbers: readonly (readonly [number, number])[]) => {
  let next = numbers[0]?.[1] ?? 0;
  return numbers.filter(([, number]) => {
    if (number !== next) return false;
    next += 1;
    return true;
  });
};

const hasBody = (lines: readonly Line[], index: number): boolean => {
  const below = lines[nextWords(lines, index + 1, lines.length)];
  return below !== undefined && below.indent > (lines[index]?.indent ?? 0) && !isBlank(below);
};
