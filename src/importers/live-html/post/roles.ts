/** From the pieces of text of a post to roles in its head and foot: time, name, label, button. All other pieces are its text. */
import { withoutEnd } from "../../../base/without-end.ts";
import { dividerMark, separator } from "../../account/furniture-words.ts";
import type { Element } from "../../html/inline.ts";
import { isCalled } from "../../html/names.ts";
import { isByline, isLeaf } from "../../saved-page/bylines.ts";
import { type ElementTime, timeOfElement } from "../../saved-page/element-times.ts";
import { furnitureIn, type Proof } from "../../saved-page/furniture.ts";
import { type Range, spacedText, type View } from "../../saved-page/view.ts";
import { closingTime, isTimeText } from "../../written-time/bare-times.ts";
import { parseWrittenTime } from "../../written-time/written-time.ts";
import { mayBeBare, openingParts, type Part, type PostFacts, readLine } from "./line.ts";
import { loneHeading } from "./lone-heading.ts";

export interface Roles {
  readonly parts: readonly Part[];
  readonly furniture: ReadonlyMap<number, Proof>;
  /** All elements with times, in reading order. */
  readonly marked: readonly ElementTime[];
  /** The index of the first piece of the post's text. */
  readonly body: number;
}

export const labelCall = / (?:label|kicker|tag|badge|eyebrow|flag|key event|key moment|rubrik|pill|chip) /;

/** A character between a text and the time after it. */
const mark = /[([\s–—|•·,-]/;

/** `names` are the indexes of pieces that are names; `own` is the time in the post's own element. */
export function rolesIn(
  view: View,
  headline: Range | undefined,
  names: ReadonlySet<number>,
  own: ElementTime | undefined,
): Roles {
  const marked: ElementTime[] = [];
  const markedAt = new Map<number, ElementTime>();
  const nameAt = new Set(names);
  const labelAt = new Map<number, Range>();
  for (const element of view.elements) {
    const range = view.rangeOf(element);
    const size = range.to - range.from;
    if (view.isQuoted(element)) continue;
    const time = timeOfElement(element);
    if (time !== undefined) {
      marked.push(time);
      if (size <= 12) fill(range, (index) => markedAt.has(index) || markedAt.set(index, time));
    }
    if (size === 0 || size > 12) continue;
    if (isByline(element)) fill(range, (index) => nameAt.add(index));
    else if ((element.tagName === "mark" || isCalled(element, labelCall)) && isLeaf(element))
      fill(range, (index) => labelAt.has(index) || labelAt.set(index, range));
  }
  const machines = [own, ...marked].flatMap((one) => one?.machine ?? []);
  const printed = marked.flatMap(({ element }) => textIn(view, element));
  const minutes = new Set([...machines, ...printed].flatMap((one) => minuteIn(one) ?? []));
  const isMeta = (index: number): boolean =>
    nameAt.has(index) || labelAt.has(index) || isTimeText(view.pieces[index]?.text ?? "");
  const furniture = furnitureIn(view, isMeta, loneHeading(view, headline, isMeta));
  const timed =
    own !== undefined ||
    marked.some(
      ({ updated, machine, element }) => !updated && (machine !== undefined || isTimeText(textIn(view, element))),
    );
  const clocked = view.pieces.slice(0, headPieces).some(({ text }) => parseWrittenTime(text) !== undefined);
  const known: PostFacts = { view, headline, markedAt, nameAt, labelAt, furniture, minutes, timed, clocked };
  const head = headOf(known);
  const foot = footOf(known, head.body, head.parts.some(isTime));
  const middle = marked.flatMap((one) => updateLine(known, one, head.body, foot.start));
  return { parts: [...head.parts, ...middle, ...foot.parts], furniture, marked, body: head.body };
}

/** A time without an element is searched for in this many pieces. */
const headPieces = 12;

/** The minute past the hour in a time for machines or people. */
const minuteIn = (text: string): number | undefined => {
  const minute = /(?:^|[T\s])\d{1,2}\s?[:.h]\s?(\d\d)(?!\d)/.exec(text)?.[1];
  return minute === undefined ? undefined : Number(minute);
};

const isTime = ({ role }: Part): boolean => role === "time";
const textIn = (view: View, element: Element): string => spacedText(view, view.rangeOf(element), 100) ?? "";

function fill({ from, to }: Range, put: (index: number) => unknown): void {
  for (let index = from; index < to; index += 1) put(index);
}

/** A headline stands after at most this many characters of text. */
const longestIntro = 100;

function headOf(known: PostFacts): { readonly parts: readonly Part[]; readonly body: number } {
  const { view, headline } = known;
  const parts: Part[] = [];
  let intro = 0;
  for (const line of view.lines) {
    if (view.pieces[line.from]?.quoted === true) continue;
    const inHeadline = headline !== undefined && line.from >= headline.from && line.to <= headline.to;
    const { parts: found, reached } = readLine(known, line);
    const beside = found.some(isTime);
    if (inHeadline || reached === line.to) {
      const certain = found.filter(({ guessed }) => guessed !== true || beside);
      // Words that have no role in the head are the text.
      if (certain.length < found.length && headline === undefined) return { parts, body: line.from };
      const opening = inHeadline ? openingOf(known, line.from, parts) : certain;
      parts.push(...opening);
      if (inHeadline && opening.some(isTime)) parts.push(...dividerAt(view, headline, line.from + 1));
      continue;
    }
    if (headline !== undefined && reached >= headline.from && reached < headline.to) {
      const opening = openingOf(known, reached, parts);
      parts.push(...found.filter(({ guessed }) => guessed !== true || beside), ...opening);
      if (opening.some(isTime)) parts.push(...dividerAt(view, headline, reached + 1));
      continue;
    }
    if (beside) return { parts: [...parts, ...found, ...barAt(view, reached)], body: reached };
    const first = reached === line.from ? openingOf(known, reached, parts) : [];
    if (first.length > 0) return { parts: [...parts, ...first], body: reached };
    for (let index = line.from; index < line.to; index += 1) intro += view.pieces[index]?.text.length ?? 0;
    if (headline === undefined || headline.from < line.to || intro > longestIntro)
      return { parts: [...parts, ...meta(found)], body: line.from };
  }
  return { parts, body: view.pieces.length };
}

/** A single bar or dot between the time in a headline and its words. */
function dividerAt({ pieces }: View, headline: Range | undefined, index: number): readonly Part[] {
  const text = pieces[index]?.text ?? "";
  return headline !== undefined && index < headline.to - 1 && (separator.test(text) || dividerMark.test(text))
    ? [{ role: "separator", range: { from: index, to: index + 1 }, text }]
    : [];
}

/** A dash, a bar or a colon between the time and the text. */
function barAt(view: View, index: number): readonly Part[] {
  const text = view.pieces[index]?.text ?? "";
  const bar = /^(?:[|–—•·:-]\s+|:)(?=\S)/.exec(text)?.[0] ?? "";
  const range = { from: index, to: index + 1 };
  return bar === "" ? [] : [{ role: "separator", range, cut: { start: 0, end: bar.length }, text: bar }];
}

/** The parts that keep their role even before text on the same line: labels with an element of their own. */
const meta = (found: readonly Part[]): readonly Part[] =>
  found.filter(({ role, guessed }) => role === "label" && guessed !== true);

/** A time at the beginning of a text. If the post already has its time, it needs an element, brackets or a mark such as a colon after it. */
function openingOf(known: PostFacts, index: number, parts: readonly Part[]): readonly Part[] {
  const found = openingParts(known, index);
  if (!known.timed && !parts.some(isTime)) return found;
  const time = found.find(isTime);
  return time === undefined || time.marked !== undefined || found.length > 1 || /[:–—|•·,-]\s*$/.test(time.text)
    ? found
    : [];
}

/** Reads from the last line up: buttons, and lines of times and names; or a time at the end of the text. */
function footOf(
  known: PostFacts,
  body: number,
  timed: boolean,
): { readonly parts: readonly Part[]; readonly start: number } {
  const { view, markedAt } = known;
  const parts: Part[] = [];
  let start = view.pieces.length;
  for (let index = view.lines.length - 1; index >= 0; index -= 1) {
    const line = view.lines[index];
    if (line === undefined || line.from <= body || view.pieces[line.from]?.quoted === true) break;
    const { parts: found, reached } = readLine(known, line);
    const isMeta = found.some(
      ({ role, guessed }) => role === "furniture" || ((role === "time" || role === "name") && guessed !== true),
    );
    if (reached === line.to && isMeta) {
      const beside = found.some(isTime);
      if (!beside && found.some(({ guessed }) => guessed === true)) break;
      parts.unshift(...found);
      start = line.from;
      continue;
    }
    break;
  }
  if (parts.some(isTime) || timed) return { parts, start };
  // The last words of the text, or of its only line.
  const last = start - 1;
  const end = view.pieces[last];
  if (end === undefined || end.quoted || last < body) return { parts, start };
  const range = { from: last, to: last + 1 };
  const marked = markedAt.get(last);
  if (last > body && isTimeText(end.text) && (marked !== undefined || mayBeBare(known, end.text)))
    return {
      parts: [{ role: "time", range, text: end.text, ...(marked !== undefined && { marked }) }, ...parts],
      start,
    };
  const tail = known.timed ? undefined : closingTime(end.text);
  if (tail === undefined || tail.start === 0) return { parts, start };
  const cuts = [
    { role: "separator" as const, start: withoutEnd(end.text.slice(0, tail.start), mark).length, end: tail.start },
    { role: "time" as const, ...tail },
    { role: "separator" as const, start: tail.end, end: end.text.length },
  ];
  return {
    parts: [
      ...cuts.map(({ role, ...cut }): Part => ({ role, range, cut, text: end.text.slice(cut.start, cut.end) })),
      ...parts,
    ],
    start,
  };
}

/** "Updated 10:40" on a line of its own, anywhere in the text. */
function updateLine(known: PostFacts, marked: ElementTime, body: number, end: number): readonly Part[] {
  const { view } = known;
  const range = view.rangeOf(marked.element);
  if (!marked.updated || range.from === range.to || range.from < body || range.to > end) return [];
  const line = lineAt(view, range.from);
  if (line === undefined) return [];
  const { parts, reached } = readLine(known, line);
  return reached === line.to && parts.some(isTime) ? parts.filter(({ guessed }) => guessed !== true) : [];
}

function lineAt({ lines }: View, piece: number): Range | undefined {
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line === undefined) return undefined;
    if (piece < line.from) high = middle - 1;
    else if (piece >= line.to) low = middle + 1;
    else return line;
  }
  return undefined;
}
