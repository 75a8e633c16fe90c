/** From the lines of a post that hold times to its time. Only the time is taken out of a line: other words stay in the post. */
import { isDate } from "../../../model/instant.ts";
import { losses } from "../../account/losses.ts";
import type { WordLedger } from "../../account/word-ledger.ts";
import { elementsIn, isWithin, parentOf, takeOut } from "../../html/html.ts";
import { type Element, wordsOf } from "../../html/inline.ts";
import { linesOfNodes } from "../../html/lines.ts";
import { machineTime } from "../../times/json-moment.ts";
import { repeats } from "../../times/stamp-truth.ts";
import type { MachineClue, TimeClues } from "../../times/time-agreement.ts";
import { trailingTime } from "../../written-time/line-times.ts";
import { isMatchClock, parseStamp, type Stamp } from "../../written-time/stamp.ts";
import {
  type Day,
  isShownTime,
  leadingTimeLength,
  parseWrittenTime,
  tellsChange,
} from "../../written-time/written-time.ts";
import { isHour } from "../element-times.ts";
import { cutLine, type TextLine, textLines } from "../text-line.ts";

/** Where the times of a post stand. */
export interface TimeParts {
  /** Elements with printed times: the first that can be read, and is not of a change, is that of the post. */
  readonly stamps?: readonly Element[];
  /** Those of `stamps` with the time of a change. */
  readonly changes?: readonly Element[];
  /** A machine time, with an offset or without. */
  readonly time?: string | undefined;
  /** All machine times where there are several, the surest first, each with the name of its attribute. */
  readonly times?: readonly { readonly from: string; readonly machine: string }[];
  /** The day that the page prints above the post, for printed times without a date. */
  readonly day?: Day | undefined;
}

export interface PostTime {
  /** The printed time of a post without machine times. */
  readonly stamp?: Stamp;
  /** As the page writes it. */
  readonly written?: string;
  readonly clock?: string;
  /** The times of a post with machine times. */
  readonly clues?: TimeClues;
}

/** A piece of a line that is a time. */
interface Piece {
  readonly line: TextLine;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly stamp?: Stamp;
  readonly isChange: boolean;
}

const isMain = ({ stamp, isChange }: Piece): boolean => stamp !== undefined && !isChange;

export function readTimes(parts: TimeParts, whole: Element, post: number, words: WordLedger, zone: string): PostTime {
  const machine = machineClues(parts, zone);
  const pieces: Piece[] = [];
  let clock: string | undefined;
  const stamps = (parts.stamps ?? []).filter((element) => isWithin(element, whole));
  const days = stamps.map(dayOfElement);
  for (const element of stamps) {
    for (const nodes of linesOfNodes([element])) {
      const line = textLines(nodes);
      const [joined] = line;
      if (joined.text === "") continue;
      const opening = /^,?\s*(?:published|posted)\s+at\s+/i.exec(joined.text)?.[0] ?? "";
      const rest = joined.text.slice(opening.length);
      if (isMatchClock(rest) && (clock ?? rest) === rest) {
        const place = { post, field: "clock" } as const;
        words.lose(opening.trim(), "published at");
        if (clock === undefined) clock = words.keep(rest, place);
        else words.lose(rest, "second copy", place);
        cutLine(joined, 0, joined.text.length);
      } else if (losses["published at"].pattern.test(joined.text)) {
        words.lose(joined.text, "published at");
        cutLine(joined, 0, joined.text.length);
      } else
        for (const piece of pieceOf(line, parts.changes?.includes(element) === true, tellsHour(element))) {
          const mayBeMain = piece.stamp !== undefined && !piece.isChange && machine.length === 0;
          if (!isShownTime(piece.text) && (!mayBeMain || pieces.some(isMain))) continue;
          pieces.push(piece);
          cutLine(piece.line, piece.start, piece.end);
        }
    }
  }
  const main =
    pieces.find(isMain) ?? (machine.length > 0 ? undefined : pieces.find(({ stamp }) => stamp !== undefined));
  for (const piece of pieces) {
    const { text } = piece;
    if (piece === main && machine.length === 0) words.keep(text, { post, field: "stamp" });
    else if (machine.length === 0 && main !== undefined && repeats(main.stamp, text))
      words.lose(text, "repeated stamp", { post, field: "body" });
    else words.lose(text, "shown time", { post, field: "body" });
  }
  for (const element of stamps) if (wordsOf([element]).trim() === "") takeOut(element);
  const day = parts.day ?? days.find((one) => one !== undefined);
  const stamp = main?.stamp && (main.stamp.month === undefined ? { ...main.stamp, ...day } : main.stamp);
  return {
    ...(clock !== undefined && { clock }),
    ...(machine.length > 0
      ? { clues: { machine, ...(stamp !== undefined && { shown: stamp }) } }
      : stamp !== undefined && { stamp, ...(main !== undefined && { written: main.text }) }),
  };
}

const dayNames: ReadonlySet<string> = new Set(["datetime", "content", "data-date", "title"]);

/** The date of a machine time without a time of day: `<time datetime="2024-05-17">10:32</time>`. */
function dayOfElement(element: Element): Day | undefined {
  const above = parentOf(element);
  for (const one of [element, ...elementsIn(element), ...(above === undefined ? [] : [above])])
    for (const { name, value } of one.attrs) {
      const [, year, month, day] = dayNames.has(name)
        ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value.trim()) ?? []).map(Number)
        : [];
      if (year !== undefined && month !== undefined && day !== undefined && isDate(year, month, day))
        return { year, month, day };
    }
  return undefined;
}

function machineClues({ time, times }: TimeParts, zone: string): readonly MachineClue[] {
  const all = times ?? (time === undefined ? [] : [{ from: "datetime", machine: time }]);
  const named = new Set<string>();
  return all.flatMap(({ from, machine }) => {
    const read = named.has(from) ? undefined : machineTime(machine, zone);
    if (read === undefined) return [];
    named.add(from);
    return [{ from, time: read }];
  });
}

/** True for an element with the note that a whole hour is a time, and for one in or around such an element. */
const tellsHour = (element: Element): boolean => {
  const above = parentOf(element);
  return isHour(element) || (above !== undefined && isHour(above)) || elementsIn(element).some(isHour);
};

/** The time in a line: the whole line, its beginning or its end; none where the line is something else. */
function pieceOf(
  [joined, spaced]: readonly [TextLine, TextLine],
  isChange: boolean,
  hourly: boolean,
): readonly Piece[] {
  const piece = (line: TextLine, start: number, end: number): Piece => {
    const text = line.text.slice(start, end);
    const stamp = parseWrittenTime(text, { called: true, hourly }) ?? stampWithKnownZone(text);
    return { line, text, start, end, ...(stamp !== undefined && { stamp }), isChange: isChange || tellsChange(text) };
  };
  const all = (line: TextLine): Piece => piece(line, 0, line.text.length);
  const wholes = [joined, spaced].map(all).filter(({ text, stamp }) => {
    const glued = parseStamp(text);
    return isShownTime(text) || (stamp !== undefined && (glued === undefined || glued.end === text.length));
  });
  const [whole] = [...wholes].sort((a, b) => worth(b.stamp) - worth(a.stamp));
  if (whole !== undefined) return [whole];
  for (const line of [joined, spaced]) {
    const length = leadingTimeLength(line.text) || (stampWithKnownZone(line.text) && parseStamp(line.text)?.end) || 0;
    if (length > 0)
      return [piece(line, 0, length + (/^[\s,;:·•|–—-]*/.exec(line.text.slice(length))?.[0].length ?? 0))];
  }
  const start = trailingTime(spaced.text);
  const own = start === undefined ? undefined : startOfOwnText(spaced, start);
  return own === undefined ? [] : [piece(spaced, own, spaced.text.length)];
}

/**
 * Where the time at the end of a line begins, if `start` lies in a text node before the last: "They left at 10:45 <time>10.50 BST</time>"
 * ends with the time of the last text node. Undefined where the rest is no time.
 */
function startOfOwnText({ text, from }: TextLine, start: number): number | undefined {
  let own = start;
  while (from[own]?.node !== from.at(-1)?.node && own > 1 && from[own - 2]?.node === from[own]?.node) {
    const node = from[own]?.node;
    const next = from.findIndex((place, index) => index > own && place !== undefined && place.node !== node);
    if (next === -1) return undefined;
    own = next;
  }
  const time = text.slice(own);
  return own === start || parseWrittenTime(time) !== undefined || isShownTime(time) ? own : undefined;
}

/** The stamp in a text; undefined where its zone is unknown, as in "19:05 Half Time". */
function stampWithKnownZone(text: string): Stamp | undefined {
  const stamp = parseStamp(text)?.stamp;
  return stamp?.zoneName === undefined || stamp.offset !== undefined ? stamp : undefined;
}

/** Ranks stamps: one with a date before one without. */
const worth = (stamp: Stamp | undefined): number => (stamp === undefined ? 0 : stamp.month === undefined ? 1 : 2);
