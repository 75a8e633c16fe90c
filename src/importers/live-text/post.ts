/** From the lines of one post of a copied live page to its time, headline, authors and blocks. */

import type { FoundPost } from "../../model/live-page.ts";
import type { PostField } from "../account/account-span.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { silentRecorder } from "../account/span-recorder.ts";
import { dayWords } from "../account/text-furniture.ts";
import { isLabel, tellsBreaking, tellsKeyEvent } from "../text/labels.ts";
import {
  firstOf,
  isFurnitureLine,
  isHeadline,
  isNameAlone,
  type Layout,
  type Marker,
  mayBeHeadline,
} from "../text/markers.ts";
import { isSureRole } from "../text/marks.ts";
import { lineAt, type TextPassage } from "../text/passage.ts";
import type { DayParts, PostRange } from "../text/ranges.ts";
import { isBlank, type Line, nextWords } from "../text/text.ts";
import { timeLineOf } from "../text/times.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { loseFurniture, readTextBody } from "./body.ts";
import { namesOnLine } from "./names.ts";
import { headAgainFrom, type PageHabits, type PageHead } from "./page.ts";

export interface TextPost {
  readonly head: { readonly stamp?: Stamp; readonly stampAt: number };
  readonly post: FoundPost;
  /** Minutes before the capture, where its time says no more than that. */
  readonly ago?: number;
  /** When it was changed. */
  readonly updated?: Stamp;
}

export interface PostInput {
  readonly lines: readonly Line[];
  readonly range: PostRange;
  readonly marker: Marker;
  readonly layout: Layout;
  readonly flat: boolean;
  readonly days: ReadonlyMap<number, DayParts>;
  readonly habits: PageHabits;
  readonly pageHead: PageHead;
  readonly recorder: SpanRecorder;
  readonly post: number;
}

export function readTextPost(input: PostInput): TextPost {
  const { marker, recorder, post, layout, flat, habits } = input;
  const { names, signed, namedAbove } = habits;
  const isName = (text: string, below: boolean): boolean => names.has(text) || (signed && below && isNameAlone(text));
  const line = input.lines[marker.line];
  const updated = updatedOf(input);
  const passage: TextPassage = {
    ...linesOf(input),
    recorder,
    flat,
    place: (field) => ({ post, field }),
    embedEnds: new Map(),
  };
  const keep = (field: PostField, at: number): string => {
    const { start, end } = lineAt(passage, at);
    return recorder.keep({ post, field }, start, end);
  };
  const skip = (at: number): number => {
    let next = nextWords(passage.lines, at, passage.to);
    for (let behind = loseFurniture(passage, next); behind > next; behind = loseFurniture(passage, next))
      next = nextWords(passage.lines, behind, passage.to);
    return next;
  };
  const opening = skip(0);
  const labelled = isLabelAt(passage, opening, skipAfter(passage, opening), (text) => isName(text, false));
  const { text: word } = lineAt(passage, opening);
  const label = labelled ? keep(tellsBreaking(word) ? "breaking" : "label", opening) : undefined;
  const from = labelled ? skip(opening + 1) : opening;
  const above = namedAbove && input.range.from !== firstOf(marker);
  const first = readBylines(passage, from, (text) => isName(text, above), keep, post);
  let { at } = first;
  const { bylines } = first;
  const hasHeadline = layout === "below headline" && input.range.from !== firstOf(marker) && bylines.length === 0;
  let headline: string | undefined;
  if (at < passage.to && (hasHeadline || isHeadlineAt(passage, at, habits.headed || labelled))) {
    headline = keep("headline", at);
    const more = readBylines(passage, skip(at + 1), (text) => isName(text, true), keep, post);
    bylines.push(...more.bylines);
    at = more.at;
  }
  const end = bylines.length > 0 ? passage.to : takeLastByline(passage, at, bylines, post);
  const blocks = readTextBody({ ...passage, from: at, to: end });
  const { stamp, ago } = marker.time;
  return {
    head: { ...(stamp !== undefined && { stamp }), stampAt: (line?.start ?? 0) + marker.time.start },
    post: {
      inferred: [],
      breaking: labelled && tellsBreaking(word),
      ...(label !== undefined && label !== "" && !tellsBreaking(word) && { label }),
      ...(labelled && tellsKeyEvent(word) && { keyEvent: true }),
      ...(headline !== undefined && headline !== "" && { headline }),
      context: [],
      bylines,
      truncated: false,
      blocks,
    },
    ...(ago !== undefined && { ago }),
    ...(updated !== undefined && { updated }),
  };
}

/** The lines of a post without its time, the note of its change, and the days that stand around it. */
function linesOf({
  lines,
  range,
  marker,
  days,
  pageHead,
  recorder,
  post,
}: PostInput): Pick<TextPassage, "lines" | "from" | "to"> {
  const own: Line[] = [];
  const end = headAgainFrom(lines, range, pageHead);
  for (let index = range.from; index < range.to; index += 1) {
    const line = lines[index] as Line;
    if (index === marker.line) {
      const rest = takeTime(line, marker, recorder, post);
      if (rest !== undefined) own.push(rest);
      // The line below a time begins another block.
      else if (own.length > 0) own.push({ ...line, end: line.start, text: "" });
    } else if (index === marker.ago) recorder.lose("relative time", line.start, line.end, { post, field: "stamp" });
    else if (index === marker.updated) recorder.lose("updated time", line.start, line.end, { post, field: "stamp" });
    else if (days.has(index)) recorder.lose(dayWords.test(line.text) ? "day word" : "day line", line.start, line.end);
    else if (index >= end) recorder.lose("around the page", line.start, line.end);
    else own.push(line);
  }
  return { lines: own, from: 0, to: own.length };
}

/** Takes the time out of its line. Gives the other words of the line; undefined where there are none. */
function takeTime(line: Line, { time }: Marker, recorder: SpanRecorder, post: number): Line | undefined {
  const at = (offset: number): number => line.start + offset;
  const of = { post, field: "stamp" } as const;
  if (time.stamp === undefined) recorder.lose("relative time", at(time.start), at(time.end), of);
  else recorder.keep(of, at(time.start), at(time.end));
  recorder.lose("time mark", at(time.kind === "before" ? 0 : time.to), at(time.start));
  recorder.lose("time mark", at(time.end), time.kind === "before" ? at(time.from) : line.end);
  if (time.to <= time.from) return undefined;
  if (time.kind === "before") recorder.lose("time mark", at(time.to), line.end);
  return { ...line, start: at(time.from), end: at(time.to), text: line.text.slice(time.from, time.to) };
}

const updatedOf = ({ lines, marker }: PostInput): Stamp | undefined =>
  marker.updated === undefined ? undefined : timeLineOf(lines[marker.updated]?.text ?? "")?.stamp;

/** True for a word such as "Analysis" above a headline. */
function isLabelAt(passage: TextPassage, at: number, next: number, isName: (text: string) => boolean): boolean {
  if (at >= passage.to || next >= passage.to || !isLabel(lineAt(passage, at).text)) return false;
  const { text } = lineAt(passage, next);
  return mayBeHeadline(text) && !isLabel(text) && !isName(text) && !isNameAlone(text);
}

const skipAfter = (passage: TextPassage, at: number): number => nextWords(passage.lines, at + 1, passage.to);

/** True for a short line that does not end as a sentence does, with more of the post below it. */
function isHeadlineAt(passage: TextPassage, at: number, headed: boolean): boolean {
  const { text } = lineAt(passage, at);
  if (!(headed ? mayBeHeadline(text) : isHeadline(text))) return false;
  let next = nextWords(passage.lines, at + 1, passage.to);
  while (next < passage.to && isFurnitureLine(lineAt(passage, next).text))
    next = nextWords(passage.lines, next + 1, passage.to);
  return next < passage.to;
}

/** Takes the name of the author at the end of a post, and the buttons below it. Gives the line that ends the text. */
function takeLastByline(passage: TextPassage, from: number, bylines: { name: string }[], post: number): number {
  let at = passage.to - 1;
  while (at > from && (isBlank(lineAt(passage, at)) || isFurnitureLine(lineAt(passage, at).text))) at -= 1;
  const behind = nextWords(passage.lines, at + 1, passage.to);
  const trial: TextPassage = { ...passage, recorder: silentRecorder };
  const onlyButtons = nextWords(passage.lines, loseFurniture(trial, behind), passage.to) >= passage.to;
  if (at <= from || !onlyButtons) return passage.to;
  const names = namesOnLine(lineAt(passage, at), passage.recorder, { post, field: "byline" });
  if (names === undefined) return passage.to;
  bylines.push(...names.map((name) => ({ name })));
  loseFurniture(passage, behind);
  return at;
}

interface Bylines {
  readonly bylines: { name: string; role?: string }[];
  /** The line behind them. */
  readonly at: number;
}

function readBylines(
  passage: TextPassage,
  from: number,
  isName: (text: string) => boolean,
  keep: (field: PostField, at: number) => string,
  post: number,
): Bylines {
  const line = lineAt(passage, from);
  if (isBlank(line) || nextWords(passage.lines, from + 1, passage.to) >= passage.to) return { bylines: [], at: from };
  const named = namesOnLine(line, passage.recorder, { post, field: "byline" });
  const below = lineAt(passage, from + 1);
  const role = !isBlank(below) && isSureRole(below.text) && from + 2 < passage.to ? from + 1 : undefined;
  if (named === undefined && !(isName(line.text) || (role !== undefined && isNameAlone(line.text))))
    return { bylines: [], at: from };
  const bylines = (named ?? [keep("byline", from)])
    .filter(Boolean)
    .map((name): { name: string; role?: string } => ({ name }));
  const last = bylines.at(-1);
  let next = from + 1;
  if (role !== undefined && last !== undefined && named === undefined) {
    const words = keep("byline", role);
    if (words !== "") last.role = words;
    next = role + 1;
  }
  return { bylines, at: nextWords(passage.lines, next, passage.to) };
}
