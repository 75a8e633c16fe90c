/** From the first lines of a post to its head: number, label, headline, stamp, and whether it is breaking. */
import type { PostField } from "../account/account-span.ts";
import { losses } from "../account/losses.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { isPersonLike, isSureRole, numberMark } from "../text/marks.ts";
import { isBlank, type Line, nextWords } from "../text/text.ts";
import { repeats } from "../times/stamp-truth.ts";
import { isCutStamp, parseStamp, type Stamp } from "../written-time/stamp.ts";
import { isPlainLine, opensLegend } from "./figures.ts";
import { isShareTool } from "./marks.ts";
import type { PostStart } from "./start.ts";
import { knownLabel, postedAt, stampIn } from "./starts.ts";

export interface PostHead {
  readonly label?: string;
  readonly headline?: string;
  readonly clock?: string;
  readonly breaking: boolean;
  readonly stamp?: Stamp;
  /** The offset of the stamp in the capture. */
  readonly stampAt?: number;
  /** The capture ends inside the heading. */
  readonly cut: boolean;
  /** The first line of the body. */
  readonly next: number;
}

type Draft = { -readonly [Key in keyof PostHead]: PostHead[Key] };

interface HeadingContext {
  readonly lines: readonly Line[];
  readonly to: number;
  readonly recorder: SpanRecorder;
  readonly post: number;
  readonly draft: Draft;
}

const isBreaking = (text: string): boolean => /^breaking(?: news)?:?$/i.test(text.trim());

/** Reads the head of post number `post` (from 0), which ends before line `to`. */
export function readHeading(
  lines: readonly Line[],
  start: PostStart,
  to: number,
  recorder: SpanRecorder,
  post: number,
): PostHead {
  const draft: Draft = { breaking: false, cut: false, next: start.heading + 1 };
  const context: HeadingContext = { lines, to, recorder, post, draft };
  const first = lines[start.line];
  const heading = lines[start.heading];
  if (first === undefined || heading === undefined) return draft;
  const mark = start.number === undefined ? undefined : numberMark(first.text);
  if (mark !== undefined) recorder.lose("post number", first.start, first.start + mark.mark.length);
  const from = first.start + (mark?.after ?? 0);
  if (start.kind === "stamped") {
    if (start.line !== start.heading) takeLabel(context, from, first.end);
    takeStamped(context, start.line === start.heading ? from : heading.start, heading.end);
  } else if (start.kind === "posted") {
    if (start.line !== start.heading) takeHeadline(context, from, first.end);
    takePosted(context, start.line === start.heading ? from : heading.start, heading.end);
    if (start.line === start.heading) takeHeadlineBelow(context);
  } else takePlain(context, from, heading.end);
  takeUnderHeading(context);
  return draft;
}

const keep = ({ recorder, post }: HeadingContext, field: PostField, start: number, end: number): string =>
  recorder.keep({ post, field }, start, end);

function takeLabel(context: HeadingContext, start: number, end: number): void {
  const words = context.recorder.peek(start, end);
  if (isBreaking(words)) {
    keep(context, "breaking", start, end);
    context.draft.breaking = true;
    return;
  }
  const label = keep(context, "label", start, end);
  if (label !== "") context.draft.label = context.draft.label === undefined ? label : `${context.draft.label} ${label}`;
}

function takeHeadline(context: HeadingContext, start: number, end: number): void {
  const words = context.recorder.peek(start, end).trim();
  if (losses.untitled.pattern.test(words)) {
    context.recorder.lose("untitled", start, end);
    return;
  }
  const headline = keep(context, "headline", start, end);
  if (headline !== "") context.draft.headline = headline;
}

function takeStamped(context: HeadingContext, from: number, end: number): void {
  const text = context.recorder.peek(from, end);
  const at = stampIn(text);
  if (at === undefined) {
    takeHeadline(context, from, end);
    return;
  }
  takeHeadline(context, from, from + at.words);
  context.recorder.lose("published at", from + at.words, from + at.stamp);
  if (at.clock) context.draft.clock = keep(context, "clock", from + at.stamp, from + at.end);
  else takeStamp(context, from + at.stamp, from + at.end);
  takeLabel(context, from + at.end, end);
}

function takeStamp(context: HeadingContext, start: number, end: number): void {
  const stamp = parseStamp(context.recorder.peek(start, end).trim())?.stamp;
  keep(context, "stamp", start, end);
  if (stamp === undefined) return;
  context.draft.stamp = stamp;
  context.draft.stampAt = start;
}

function takePosted(context: HeadingContext, from: number, end: number): void {
  const text = context.recorder.peek(from, end);
  const words = postedAt(text) ?? 0;
  const stampEnd = from + words + (parseStamp(text.slice(words))?.end ?? 0);
  context.recorder.lose("published at", from, from + words);
  takeStamp(context, from + words, stampEnd);
  takeLabel(context, stampEnd, end);
}

/** In the older layout "Breaking" stands before the headline. */
function takeOldHeadline(context: HeadingContext, start: number, end: number): void {
  const words =
    /^Breaking(?: news)?:?(?:\s+(?=[\p{Lu}\d"“'‘£$€])|(?=\p{Lu}))/u.exec(context.recorder.peek(start, end))?.[0]
      .length ?? 0;
  if (words > 0) takeLabel(context, start, start + words);
  takeHeadline(context, start + words, end);
}

/** In the older layout with stamps a label may follow the stamp, then a headline may follow as a block of its own. */
function takeHeadlineBelow(context: HeadingContext): void {
  const { lines, draft, to } = context;
  const glued = lines[draft.next];
  const afterGlued = nextWords(lines, draft.next + 1, to);
  if (
    draft.next < to &&
    glued !== undefined &&
    isLabelLine(glued.text) &&
    (isBreaking(glued.text) || isHeadlineAt(lines, afterGlued, to))
  ) {
    takeLabel(context, glued.start, glued.end);
    draft.next += 1;
  }
  const index = nextWords(lines, draft.next, to);
  const line = lines[index];
  if (line === undefined || index >= to || !isHeadlineAt(lines, index, to)) return;
  takeOldHeadline(context, line.start, line.end);
  draft.next = index + 1;
}

const isLabelLine = (text: string): boolean =>
  knownLabel.test(text) ||
  (text !== "" && text.length <= 30 && text.split(" ").length <= 4 && !/[.!?:;,…]$/.test(text));

/** True for one line alone that is not a sentence of a text and has text after it. */
function isHeadlineAt(lines: readonly Line[], index: number, to: number): boolean {
  const line = lines[index];
  if (line === undefined || index >= to || !isPlainLine(line.text) || opensLegend(lines[index + 1]?.text ?? ""))
    return false;
  if (!isBlank(lines[index + 1]) && index + 1 < to && isPlainLine(lines[index + 1]?.text ?? "")) return false;
  const { text } = line;
  if (text.length > 200 || /[:;,]$|[^.]\.$/.test(text) || (text.length > 110 && /[!?]$/.test(text))) return false;
  const below = nextWords(lines, index + 1, to);
  const beneath = lines[below]?.text ?? "";
  if (isPersonLike(text) && isSureRole(beneath) && nextWords(lines, below + 1, to) < to && below < to) return false;
  const more = below < to && !isShareTool(beneath);
  return more || !/[.!?…]$/.test(text);
}

const known = (text: string): boolean => knownLabel.test(text) && !isBreaking(text);

/** Reads a numbered line without a stamp: "1949: GOAL" of the oldest pages, a label, or a headline. */
function takePlain(context: HeadingContext, start: number, end: number): void {
  const { lines, draft, to, recorder } = context;
  const text = context.recorder.peek(start, end);
  const time = /^([01]\d|2[0-3])[0-5]\d(?=:(?:\s|$))/.exec(text);
  if (time !== null) {
    keep(context, "stamp", start, start + 4);
    draft.stamp = { hour: Number(text.slice(0, 2)), minute: Number(text.slice(2, 4)) };
    draft.stampAt = start;
    recorder.lose("time mark", start + 4, start + 5);
    const rest = text.slice(5);
    const capitals = /^\s*(?:\p{Lu}[\p{Lu}\d' -]+)(?=[:]?$)/u.test(rest);
    if (capitals) takeLabel(context, start + 5, end);
    else takeOldHeadline(context, start + 5, end);
    return;
  }
  const below = nextWords(lines, draft.next, to);
  const line = lines[below];
  if (known(text) && line !== undefined && below < to && isHeadlineAt(lines, below, to)) {
    takeLabel(context, start, end);
    draft.next = below + 1;
    takeOldHeadline(context, line.start, line.end);
    return;
  }
  const cut = to === lines.length && nextWords(lines, draft.next, to) >= to ? text.lastIndexOf("published at") : -1;
  if (cut !== -1 && isCutStamp(text.slice(cut + "published at".length).trim())) {
    takeHeadline(context, start, start + cut);
    recorder.lose("cut stamp", start + cut, end);
    draft.cut = true;
  } else takeOldHeadline(context, start, end);
}

/** Reads the lines below a heading: "Breaking" alone, and in browser copies the visible form of the stamp. */
function takeUnderHeading(context: HeadingContext): void {
  const { lines, draft, to, recorder } = context;
  for (let more = 0; more < 3; more += 1) {
    const index = nextWords(lines, draft.next, to);
    const line = lines[index];
    if (line === undefined || index >= to) return;
    if (isBreaking(line.text) && !draft.breaking) takeLabel(context, line.start, line.end);
    else if (repeats(draft.stamp, line.text)) {
      const again = parseStamp(line.text)?.stamp;
      recorder.lose("repeated stamp", line.start, line.end, { post: context.post, field: "stamp" });
      draft.stamp = { ...again, ...draft.stamp, hour: draft.stamp?.hour ?? 0, minute: draft.stamp?.minute ?? 0 };
    } else return;
    draft.next = index + 1;
  }
}
