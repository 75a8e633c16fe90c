/** The head of a post: its number, label, headline, stamp, and whether it is breaking. */
import type { PostField } from "../account/account-span.ts";
import { losses } from "../account/losses.ts";
import type { Pen } from "../account/pen.ts";
import { isPersonLike, isSureRole, numberMark } from "../text/marks.ts";
import { isBlank, type Line, nextWords } from "../text/text.ts";
import { repeats } from "../times/stamp-truth.ts";
import { isCutStamp, parseStamp, type Stamp } from "../written-time/stamp.ts";
import { isPlain, opensLegend } from "./figures.ts";
import { isShareTool } from "./marks.ts";
import type { PostStart } from "./start.ts";
import { knownLabel, postedAt, stampIn } from "./starts.ts";

export interface PostHead {
  readonly label?: string;
  readonly headline?: string;
  readonly clock?: string;
  readonly breaking: boolean;
  readonly stamp?: Stamp;
  /** Where the stamp begins in the capture. */
  readonly stampAt?: number;
  /** The heading itself is cut by the end of the capture. */
  readonly cut: boolean;
  /** The first line of the body. */
  readonly next: number;
}

type Draft = { -readonly [Key in keyof PostHead]: PostHead[Key] };

interface Desk {
  readonly lines: readonly Line[];
  readonly to: number;
  readonly pen: Pen;
  readonly post: number;
  readonly draft: Draft;
}

const isBreaking = (text: string): boolean => /^breaking(?: news)?:?$/i.test(text.trim());

/** Reads the head of post number `post` (from 0), which ends before line `to`. */
export function readHeading(lines: readonly Line[], start: PostStart, to: number, pen: Pen, post: number): PostHead {
  const draft: Draft = { breaking: false, cut: false, next: start.heading + 1 };
  const desk: Desk = { lines, to, pen, post, draft };
  const first = lines[start.line];
  const heading = lines[start.heading];
  if (first === undefined || heading === undefined) return draft;
  const mark = start.number === undefined ? undefined : numberMark(first.text);
  if (mark !== undefined) pen.lose("post number", first.start, first.start + mark.mark.length);
  const from = first.start + (mark?.after ?? 0);
  if (start.kind === "stamped") {
    if (start.line !== start.heading) takeLabel(desk, from, first.end);
    takeStamped(desk, start.line === start.heading ? from : heading.start, heading.end);
  } else if (start.kind === "posted") {
    if (start.line !== start.heading) takeHeadline(desk, from, first.end);
    takePosted(desk, start.line === start.heading ? from : heading.start, heading.end);
    if (start.line === start.heading) takeHeadlineBelow(desk);
  } else takePlain(desk, from, heading.end);
  takeUnderHeading(desk);
  return draft;
}

const keep = ({ pen, post }: Desk, field: PostField, start: number, end: number): string =>
  pen.keep({ post, field }, start, end);

function takeLabel(desk: Desk, start: number, end: number): void {
  const words = desk.pen.peek(start, end);
  if (isBreaking(words)) {
    keep(desk, "breaking", start, end);
    desk.draft.breaking = true;
    return;
  }
  const label = keep(desk, "label", start, end);
  if (label !== "") desk.draft.label = desk.draft.label === undefined ? label : `${desk.draft.label} ${label}`;
}

function takeHeadline(desk: Desk, start: number, end: number): void {
  const words = desk.pen.peek(start, end).trim();
  if (losses.untitled.pattern.test(words)) {
    desk.pen.lose("untitled", start, end);
    return;
  }
  const headline = keep(desk, "headline", start, end);
  if (headline !== "") desk.draft.headline = headline;
}

function takeStamped(desk: Desk, from: number, end: number): void {
  const text = desk.pen.peek(from, end);
  const at = stampIn(text);
  if (at === undefined) {
    takeHeadline(desk, from, end);
    return;
  }
  takeHeadline(desk, from, from + at.words);
  desk.pen.lose("published at", from + at.words, from + at.stamp);
  if (at.clock) desk.draft.clock = keep(desk, "clock", from + at.stamp, from + at.end);
  else takeStamp(desk, from + at.stamp, from + at.end);
  takeLabel(desk, from + at.end, end);
}

function takeStamp(desk: Desk, start: number, end: number): void {
  const stamp = parseStamp(desk.pen.peek(start, end).trim())?.stamp;
  keep(desk, "stamp", start, end);
  if (stamp === undefined) return;
  desk.draft.stamp = stamp;
  desk.draft.stampAt = start;
}

function takePosted(desk: Desk, from: number, end: number): void {
  const text = desk.pen.peek(from, end);
  const words = postedAt(text) ?? 0;
  const stampEnd = from + words + (parseStamp(text.slice(words))?.end ?? 0);
  desk.pen.lose("published at", from, from + words);
  takeStamp(desk, from + words, stampEnd);
  takeLabel(desk, stampEnd, end);
}

/** The older layout: "Breaking" stands in front of the headline. */
function takeOldHeadline(desk: Desk, start: number, end: number): void {
  const words =
    /^Breaking(?: news)?:?(?:\s+(?=[\p{Lu}\d"“'‘£$€])|(?=\p{Lu}))/u.exec(desk.pen.peek(start, end))?.[0].length ?? 0;
  if (words > 0) takeLabel(desk, start, start + words);
  takeHeadline(desk, start + words, end);
}

/** The older layout with stamps: a label right under the stamp, then the headline as a block of its own, if there is one. */
function takeHeadlineBelow(desk: Desk): void {
  const { lines, draft, to } = desk;
  const glued = lines[draft.next];
  const afterGlued = nextWords(lines, draft.next + 1, to);
  if (
    draft.next < to &&
    glued !== undefined &&
    isLabelLine(glued.text) &&
    (isBreaking(glued.text) || isHeadlineAt(lines, afterGlued, to))
  ) {
    takeLabel(desk, glued.start, glued.end);
    draft.next += 1;
  }
  const index = nextWords(lines, draft.next, to);
  const line = lines[index];
  if (line === undefined || index >= to || !isHeadlineAt(lines, index, to)) return;
  takeOldHeadline(desk, line.start, line.end);
  draft.next = index + 1;
}

const isLabelLine = (text: string): boolean =>
  knownLabel.test(text) ||
  (text !== "" && text.length <= 30 && text.split(" ").length <= 4 && !/[.!?:;,…]$/.test(text));

/** One line alone that is no sentence of a text, with something behind it. */
function isHeadlineAt(lines: readonly Line[], index: number, to: number): boolean {
  const line = lines[index];
  if (line === undefined || index >= to || !isPlain(line.text) || opensLegend(lines[index + 1]?.text ?? ""))
    return false;
  if (!isBlank(lines[index + 1]) && index + 1 < to && isPlain(lines[index + 1]?.text ?? "")) return false;
  const { text } = line;
  if (text.length > 200 || /[:;,]$|[^.]\.$/.test(text) || (text.length > 110 && /[!?]$/.test(text))) return false;
  const below = nextWords(lines, index + 1, to);
  const beneath = lines[below]?.text ?? "";
  if (isPersonLike(text) && isSureRole(beneath) && nextWords(lines, below + 1, to) < to && below < to) return false;
  const more = below < to && !isShareTool(beneath);
  return more || !/[.!?…]$/.test(text);
}

const known = (text: string): boolean => knownLabel.test(text) && !isBreaking(text);

/** A numbered line without a stamp: "1949: GOAL" of the oldest pages, a label, or a headline. */
function takePlain(desk: Desk, start: number, end: number): void {
  const { lines, draft, to, pen } = desk;
  const text = desk.pen.peek(start, end);
  const time = /^([01]\d|2[0-3])[0-5]\d(?=:(?:\s|$))/.exec(text);
  if (time !== null) {
    keep(desk, "stamp", start, start + 4);
    draft.stamp = { hour: Number(text.slice(0, 2)), minute: Number(text.slice(2, 4)) };
    draft.stampAt = start;
    pen.lose("time mark", start + 4, start + 5);
    const rest = text.slice(5);
    const capitals = /^\s*(?:\p{Lu}[\p{Lu}\d' -]+)(?=[:]?$)/u.test(rest);
    if (capitals) takeLabel(desk, start + 5, end);
    else takeOldHeadline(desk, start + 5, end);
    return;
  }
  const below = nextWords(lines, draft.next, to);
  const line = lines[below];
  if (known(text) && line !== undefined && below < to && isHeadlineAt(lines, below, to)) {
    takeLabel(desk, start, end);
    draft.next = below + 1;
    takeOldHeadline(desk, line.start, line.end);
    return;
  }
  const cut = to === lines.length && nextWords(lines, draft.next, to) >= to ? text.lastIndexOf("published at") : -1;
  if (cut !== -1 && isCutStamp(text.slice(cut + "published at".length).trim())) {
    takeHeadline(desk, start, start + cut);
    pen.lose("cut stamp", start + cut, end);
    draft.cut = true;
  } else takeOldHeadline(desk, start, end);
}

/** Under a heading: "Breaking" on a line of its own, and in browser copies the visible print of the stamp. */
function takeUnderHeading(desk: Desk): void {
  const { lines, draft, to, pen } = desk;
  for (let more = 0; more < 3; more += 1) {
    const index = nextWords(lines, draft.next, to);
    const line = lines[index];
    if (line === undefined || index >= to) return;
    if (isBreaking(line.text) && !draft.breaking) takeLabel(desk, line.start, line.end);
    else if (repeats(draft.stamp, line.text)) {
      const again = parseStamp(line.text)?.stamp;
      pen.lose("repeated stamp", line.start, line.end, { post: desk.post, field: "stamp" });
      draft.stamp = { ...again, ...draft.stamp, hour: draft.stamp?.hour ?? 0, minute: draft.stamp?.minute ?? 0 };
    } else return;
    draft.next = index + 1;
  }
}
