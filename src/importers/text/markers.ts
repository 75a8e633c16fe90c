/** From the lines of a copied live page to the times of its posts, and to the place of the time in a post. */

import { networkPhrase, pointsHeading, surePhrase } from "../account/furniture-words.ts";
import { bylineWords, dayWords } from "../account/text-furniture.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import { withLoneTimes } from "./lone-times.ts";
import { bulletMark, isPersonLike } from "./marks.ts";
import { closes, footFrom } from "./surroundings.ts";
import { isBlank, isFlat, type Line, linesBetween } from "./text.ts";
import { hourLineOf, type TimeLine, timeLineOf } from "./times.ts";
import { withHours } from "./whole-hours.ts";

export interface Marker {
  readonly line: number;
  readonly time: TimeLine;
  /** The last line of its time: a second time, or that of a change, can stand right below. */
  readonly last: number;
  /** The number of a line beside it such as "2h ago". */
  readonly ago?: number;
  /** The number of a line further down with the time of a change. */
  readonly updated?: number;
}

/** "start": a post begins with its time; "below headline": with its headline, and the time is below; "end": it ends with its time. */
export type Layout = "start" | "below headline" | "end";

export interface Marks {
  readonly markers: readonly Marker[];
  readonly layout: Layout;
  /** Times at the head of the page, which belong to no post. */
  readonly ofPage: readonly { readonly line: number; readonly time: TimeLine }[];
  /** Blocks are separated by the ends of lines alone. */
  readonly flat: boolean;
  /** The line behind the last post. Other stories, links and the imprint stand below it. */
  readonly to: number;
}

/** True for a line of the fixed words around posts. */
export const isFurnitureLine = (text: string): boolean =>
  text.length <= 60 && (surePhrase.test(text) || networkPhrase.test(text));

/** True for a line that is only a date, as above the posts of a day. */
export const isDayLine = (text: string): boolean =>
  text.length <= 60 && (dayWords.test(text) || (parseWrittenDay(text) !== undefined && timeLineOf(text) === undefined));

/** True for a line that can be a headline: short, and without a full stop at its end. A question or an exclamation can be one. */
export const mayBeHeadline = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 160 &&
  !/[.…:;,。،؛]["'”’»)\]]*$/u.test(text) &&
  /\p{L}/u.test(text) &&
  bulletMark(text) === undefined &&
  !isFurnitureLine(text) &&
  !pointsHeading.test(text) &&
  !bylineWords.test(text);

/** True for a line that can be a headline and is no question or exclamation. */
export const isHeadline = (text: string): boolean => mayBeHeadline(text) && !/[!?؟！？]["'”’»)\]]*$/u.test(text);

/** Finds the times of posts. They stand alone on their lines, before other words, or behind them: the most frequent kind counts. */
export function findMarks(lines: readonly Line[]): Marks {
  const flat = isFlat(lines);
  const all: Marker[] = [];
  const hours: Marker[] = [];
  for (const [line, { text }] of lines.entries()) {
    if (text === "" || text.length > 20_000) continue;
    const time = timeLineOf(text);
    if (time !== undefined) all.push({ line, time, last: line });
    const hour = time === undefined ? hourLineOf(text) : undefined;
    if (hour !== undefined) hours.push({ line, time: hour, last: line });
  }
  const chosen = chooseKind(
    lines,
    withUpdates(
      lines,
      inPairs(
        lines,
        withHours(lines, all, hours, (line) => opensBlock(lines, line)),
      ),
    ),
    flat,
  );
  const { ofPage, markers } = withoutPageTimes(lines, withoutFootTimes(lines, chosen));
  const to = footOf(lines, markers);
  return { markers, layout: layoutOf(to < lines.length ? lines.slice(0, to) : lines, markers, flat), ofPage, flat, to };
}

/** Removes times such as "2h ago" below a heading of other stories, where posts have times of day. */
function withoutFootTimes(lines: readonly Line[], chosen: readonly Marker[]): readonly Marker[] {
  const last = chosen.findLastIndex((one) => !isAgo(one));
  const [before, after] = [chosen[last], chosen[last + 1]];
  if (last + 1 < leastTimes || before === undefined || after === undefined) return chosen;
  const isClosed = lines.slice(before.last + 1, after.line).some(({ text }) => closes(text));
  return isClosed ? chosen.slice(0, last + 1) : chosen;
}

/** The line at which the foot of the page begins: below the last time and at least one line of its post. */
function footOf(lines: readonly Line[], markers: readonly Marker[]): number {
  const last = markers.at(-1);
  if (last === undefined) return lines.length;
  // A line right below a time that stands alone can be a headline with any words.
  const below = lines[last.last + 1];
  return footFrom(lines, last.time.kind === "alone" && !isBlank(below) ? last.last + 1 : last.last);
}

/** Joins "2h ago" and "14.05 BST" on two lines to one time. Where posts have both, "2h ago" alone is no time of a post. */
function inPairs(lines: readonly Line[], all: readonly Marker[]): readonly Marker[] {
  const found: Marker[] = [];
  let pairs = 0;
  for (const one of all) {
    const before = found.at(-1);
    const beside =
      before?.time.kind === "alone" && one.time.kind === "alone" && linesBetween(lines, before.last, one.line) === 0;
    if (before === undefined || !beside || isAgo(before) === isAgo(one) || before.ago !== undefined || isNote(before))
      found.push(one);
    else {
      pairs += 1;
      found[found.length - 1] = isAgo(before)
        ? { ...one, ago: before.line }
        : { ...before, ago: one.line, last: one.line };
    }
  }
  return pairs < 2 ? found : found.filter((one) => !isAgo(one));
}

const isAgo = ({ time }: Marker): boolean => time.stamp === undefined;
const isNote = ({ time }: Marker): boolean => time.kind === "alone" && time.update;

/** Gives times of changes to the post above, where posts have other times. Before the first post they stay as they are. */
function withUpdates(lines: readonly Line[], all: readonly Marker[]): readonly Marker[] {
  const others = all.filter((one) => one.time.kind === "alone" && !isNote(one)).length;
  const apart = all.filter(({ time }) => time.kind !== "alone").length;
  if (Math.max(others, apart) <= all.filter(isNote).length - 1) return all;
  const found: Marker[] = [];
  for (const one of all) {
    const before = found.at(-1);
    if (!isNote(one) || before === undefined || isNote(before)) found.push(one);
    else if (before.updated === undefined) {
      const near = linesBetween(lines, before.last, one.line) === 0;
      found[found.length - 1] = { ...before, updated: one.line, ...(near && { last: one.line }) };
    }
  }
  return found;
}

function chooseKind(lines: readonly Line[], all: readonly Marker[], flat: boolean): readonly Marker[] {
  const of = (kind: TimeLine["kind"]) => all.filter(({ time }) => time.kind === kind);
  const standing = (candidates: readonly Marker[]) => {
    const free = candidates.filter(({ line }) => opensBlock(lines, line));
    return flat || free.length * 5 < candidates.length ? candidates : free;
  };
  const withLone = (candidates: readonly Marker[]) => withLoneTimes(candidates, all, (line) => opensBlock(lines, line));
  const kinds = [of("alone"), withLone(standing(of("before"))), withLone(standing(of("behind")))];
  const chosen = kinds.reduce((best, one) => (postsAmong(one) > postsAmong(best) ? one : best));
  if (chosen.length >= leastTimes) return chosen;
  // The posts stand right below one another.
  const packed = [of("before"), of("behind")].find((one) => one.length >= leastTimes && areInBlock(lines, one));
  return packed ?? chosen;
}

/** The number of times, without those of changes where there are others. */
function postsAmong(markers: readonly Marker[]): number {
  const posts = markers.filter((one) => !isNote(one)).length;
  return posts === 0 ? markers.length : posts;
}

/** The fewest times of a live page. */
const leastTimes = 3;

/** True where no blank line stands between the first of them and the last. */
const areInBlock = (lines: readonly Line[], markers: readonly Marker[]): boolean =>
  !lines.slice(markers[0]?.line, markers.at(-1)?.line).some(isBlank);

const opensBlock = (lines: readonly Line[], line: number): boolean => {
  const above = lines[line - 1];
  return above === undefined || isBlank(above) || isDayLine(above.text) || isFurnitureLine(above.text);
};

const headLines = 8;

/** Separates the times of the page: they stand near its head and have another form than those of the posts. */
function withoutPageTimes(
  lines: readonly Line[],
  chosen: readonly Marker[],
): { readonly ofPage: readonly Marker[]; readonly markers: readonly Marker[] } {
  const [first, second, ...others] = chosen;
  const none = { ofPage: [], markers: chosen };
  if (first === undefined || second === undefined || others.length === 0) return none;
  let above = 0;
  for (let index = 0; index < first.line; index += 1) if (!isBlank(lines[index])) above += 1;
  if (above > headLines || above === 0) return none;
  const rest = [second, ...others];
  const alike = rest.filter(({ time }) => formOf(time) === formOf(first.time)).length;
  if (alike * 5 > rest.length || isOldestFirst(rest, first)) return none;
  const inner = withoutPageTimes(lines, rest);
  return { ofPage: [first, ...inner.ofPage], markers: inner.markers };
}

const formOf = ({ stamp, update }: TimeLine): string =>
  `${update} ${stamp?.month !== undefined} ${stamp === undefined}`;

/** True for the earliest time of a page with the oldest post first: it can be that of the first post, which alone has a date. */
function isOldestFirst(rest: readonly Marker[], first: Marker): boolean {
  const [next, below] = rest;
  const minute = (one: Marker | undefined): number =>
    (one?.time.stamp?.hour ?? 0) * 60 + (one?.time.stamp?.minute ?? 0);
  return !first.time.update && minute(next) < minute(below) && minute(first) <= minute(next);
}

function layoutOf(lines: readonly Line[], markers: readonly Marker[], flat: boolean): Layout {
  const [first] = markers;
  const last = markers.at(-1);
  if (first === undefined || last === undefined || first.time.kind === "before") return "start";
  const after = contentFrom(lines, last.last + 1, lines.length) < lines.length;
  if (first.time.kind === "behind") {
    const sentences = markers.filter(
      ({ line, time }) => !isHeadline((lines[line]?.text ?? "").slice(time.from, time.to)),
    );
    return !after && sentences.length * 2 > markers.length ? "end" : "start";
  }
  const inner = markers.slice(1);
  const share = (fits: (marker: Marker, index: number) => boolean): number =>
    inner.length === 0 ? 0 : inner.filter(fits).length / inner.length;
  const blankAbove = (marker: Marker) => isBlank(lines[firstOf(marker) - 1]);
  const blankBelow = (marker: Marker) => isBlank(lines[marker.last + 1]);
  if (!flat && after && share((marker) => blankAbove(marker) && !blankBelow(marker)) > 0.6) return "start";
  const above = (marker: Marker, index: number): string => textAbove(lines, marker, markers[index]?.last ?? -1, flat);
  const opened = share((marker, index) => above(marker, index) !== "");
  const titled = share((marker, index) => isHeadline(above(marker, index)) && !isNameAlone(above(marker, index)));
  // Only right above the time: a name further up can belong to the text above.
  const named = share((marker) => namesSomebody(lines[firstOf(marker) - 1]?.text ?? "")) >= 0.8;
  if (after && opened >= 0.8 && (titled >= 0.4 || named)) return "below headline";
  if (!after) return "end";
  return !flat && share((marker) => !blankAbove(marker) && blankBelow(marker)) > 0.6 ? "end" : "start";
}

/** The first line of a time. */
export const firstOf = ({ line, ago }: Pick<Marker, "line" | "ago">): number => Math.min(line, ago ?? line);

/** The line above its time with which a post begins: its headline, above a name or not, or a name alone; -1 where there is none. */
export function openingAbove(lines: readonly Line[], marker: Marker, after: number): number {
  const above = contentAbove(lines, firstOf(marker), after);
  const { text = "" } = lines[above] ?? {};
  if (!namesSomebody(text)) return mayBeHeadline(text) ? above : -1;
  const higher = contentAbove(lines, above, after);
  const { text: title = "" } = lines[higher] ?? {};
  return isHeadline(title) && !isNameAlone(title) ? higher : above;
}

/** The text of the line above its time with which a post begins, where the text above is apart from it; "" where there is none. */
function textAbove(lines: readonly Line[], marker: Marker, after: number, flat: boolean): string {
  const above = openingAbove(lines, marker, after);
  const alone = flat || isBlank(lines[above - 1]) || isFurnitureLine(lines[above - 1]?.text ?? "");
  const more = above !== -1 && contentAbove(lines, above, after) !== -1;
  return more && alone ? (lines[above]?.text ?? "") : "";
}

const namesSomebody = (text: string): boolean => isNameAlone(text) || (text.length <= 80 && bylineWords.test(text));

/** A name alone on a line: two to four words. */
export const isNameAlone = (text: string): boolean =>
  text.length <= 60 && !/[,&]/.test(text) && isPersonLike(text) && text.split(" ").length <= 4;

/** The first line in `from` to `to` that is neither blank nor furniture; `to` where there is none. */
function contentFrom(lines: readonly Line[], from: number, to: number): number {
  let index = from;
  while (index < to && (isBlank(lines[index]) || isFurnitureLine(lines[index]?.text ?? ""))) index += 1;
  return index;
}

/** The last line above `line` and below `after` that is not blank, furniture or a day; -1 where there is none. */
function contentAbove(lines: readonly Line[], line: number, after: number): number {
  for (let index = line - 1; index > after; index -= 1) {
    const text = lines[index]?.text ?? "";
    if (text !== "" && !isFurnitureLine(text) && !isDayLine(text)) return index;
  }
  return -1;
}
