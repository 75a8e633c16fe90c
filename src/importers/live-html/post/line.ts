/** From one line in the head or the foot of a post to its parts, up to the first piece that is the post's text. */

import { byWords, isByWord } from "../../account/by-words.ts";
import { dividerMark, keyEventWords, separator } from "../../account/furniture-words.ts";
import { isElement } from "../../html/inline.ts";
import { type ElementTime, isHour } from "../../saved-page/element-times.ts";
import type { Proof } from "../../saved-page/furniture.ts";
import { gluedText, type Range, spacedText, type View } from "../../saved-page/view.ts";
import { bracketedTime, isClockText, isTimeText, openingTime } from "../../written-time/bare-times.ts";
import { isBareHour, parseDayBeside } from "../../written-time/written-time.ts";
import { looksLikeLabel, looksLikeName } from "./marks.ts";
import { signedTime } from "./signed-time.ts";

export type LineRole = "time" | "name" | "by" | "label" | "separator" | "furniture";

/** Some pieces, or a part of one, with one role. */
export interface Part {
  readonly role: LineRole;
  readonly range: Range;
  /** The characters of the only piece, if only a part of it is meant. */
  readonly cut?: { readonly start: number; readonly end: number };
  readonly text: string;
  /** The element with the time. */
  readonly marked?: ElementTime;
  /** Known only by its looks: it is text if the post has no other words. */
  readonly guessed?: boolean;
}

/** Facts about a post before its lines are read. */
export interface PostFacts {
  readonly view: View;
  readonly headline: Range | undefined;
  readonly markedAt: ReadonlyMap<number, ElementTime>;
  readonly nameAt: ReadonlySet<number>;
  readonly labelAt: ReadonlyMap<number, Range>;
  readonly furniture: ReadonlyMap<number, Proof>;
  /** The minutes past the hour in elements with times, to compare a bare time with them. */
  readonly minutes: ReadonlySet<number>;
  /** An element has the time of the post. */
  readonly timed: boolean;
  /** A text at the beginning is a time of day. */
  readonly clocked: boolean;
}

export interface ReadLine {
  /** The parts from its beginning up to the first piece of the post's text. */
  readonly parts: readonly Part[];
  /** The index of that piece; the end of the line if all its pieces have a role. */
  readonly reached: number;
}

export function readLine(known: PostFacts, { from, to }: Range): ReadLine {
  const parts: Part[] = [];
  let reached = from;
  while (reached < to) {
    const part = dayAt(known, reached, reached === from ? to : reached) ?? partAt(known, reached, to);
    const found = part === undefined ? namesAndTimes(known, reached) : withBy(known, part);
    if (found.length === 0) break;
    parts.push(...found);
    reached = found[0]?.range.to ?? to;
  }
  return { parts, reached };
}

/** A name and the "By" before it in the same text. */
function withBy({ view }: PostFacts, part: Part): readonly Part[] {
  const { range, cut } = part;
  if (part.role !== "name" || cut === undefined || cut.start === 0) return [part];
  const by = { start: 0, end: cut.start };
  return [{ role: "by", range, cut: by, text: (view.pieces[range.from]?.text ?? "").slice(0, cut.start) }, part];
}

/** Reads one text of only names and times: "Von Ada Brook, 19:15 Uhr", "16 May 2024 | By Ada Brook". */
function namesAndTimes(known: PostFacts, index: number): readonly Part[] {
  const text = known.view.pieces[index]?.text ?? "";
  const marked = known.markedAt.get(index);
  const inHeadline = known.headline !== undefined && index >= known.headline.from && index < known.headline.to;
  if (text.length > 120 || inHeadline) return [];
  const range = { from: index, to: index + 1 };
  const signed = signedTime(text);
  if (signed !== undefined) {
    const found = signed.map(({ role, ...cut }): Part => ({ role, range, cut, text: text.slice(cut.start, cut.end) }));
    const isKnown = ({ role, text: time }: Part): boolean => role !== "time" || mayBeBare(known, time.trim());
    if (marked === undefined) return found.every(isKnown) ? found : [];
    return found.map((part) => (part.role === "time" ? { ...part, marked } : part));
  }
  if (!/[|•·,–—-]/.test(text)) return [];
  const parts: Part[] = [];
  const add = (role: LineRole, start: number, end: number, guessed = false): void => {
    if (end > start)
      parts.push({ role, range, cut: { start, end }, text: text.slice(start, end), ...(guessed && { guessed }) });
  };
  let reached = 0;
  for (const { 0: segment, index: start } of text.matchAll(
    /[^\s|•·,–—-](?:[^|•·,–—-]*[^\s|•·,–—-])?(?:-[^|•·,–—]*[^\s|•·,–—])?/gu,
  )) {
    const end = start + segment.length;
    const last = parts.at(-1);
    if (last?.role === "time" && last.cut !== undefined && isTimeText(text.slice(last.cut.start, end))) {
      parts.pop();
      add("time", last.cut.start, end);
    } else {
      add("separator", reached, start);
      const by = byWords(segment);
      if (isTimeText(segment)) add("time", start, end);
      else if (looksLikeName(segment.slice(by))) {
        add("by", start, start + by);
        add("name", start + by, end, by === 0);
      } else if (looksLikeLabel(segment)) add("label", start, end, !keyEventWords.test(segment));
      else return [];
    }
    reached = end;
  }
  add("separator", reached, text.length);
  const roles = new Set(parts.map(({ role }) => role));
  const tells = roles.has("name") ? roles.has("by") || roles.has("time") : roles.has("label") && roles.has("time");
  if (!tells) return [];
  if (parts.some((part) => part.role === "time" && marked === undefined && !mayBeBare(known, part.text))) return [];
  return marked === undefined ? parts : parts.map((part) => (part.role === "time" ? { ...part, marked } : part));
}

function partAt(known: PostFacts, from: number, to: number): Part | undefined {
  const { view, markedAt, nameAt, labelAt, furniture } = known;
  const text = view.pieces[from]?.text ?? "";
  const one = { from, to: from + 1 };
  const part = (role: LineRole, range: Range, more: Partial<Part> = {}): Part => ({
    role,
    range,
    text: spacedText(view, range) ?? text,
    ...more,
  });
  if (known.headline !== undefined && from >= known.headline.from && from < known.headline.to) return undefined;
  if (furniture.has(from)) return part("furniture", one);
  const time = timeAt(known, from, to);
  if (time !== undefined) return time;
  if (separator.test(text) || dividerMark.test(text)) return part("separator", one);
  const label = labelAt.get(from);
  if (
    label !== undefined &&
    label.from === from &&
    label.to <= to &&
    !nameAt.has(from) &&
    (spacedText(view, label, 40) ?? "") !== ""
  )
    return looksLikeName(text) && !looksLikeLabel(text) && isMark(known, from)
      ? part("name", label, { guessed: true })
      : part("label", label);
  if (isByWord(text) && from + 1 < to) return part("by", one);
  if (nameAt.has(from) && text.length <= 90) return part("name", one);
  const by = byWords(text);
  if (by > 0 && looksLikeName(text.slice(by)))
    return part("name", one, { cut: { start: by, end: text.length }, text: text.slice(by) });
  if (!markedAt.has(from) && isOwn(known, from)) {
    if (looksLikeLabel(text)) return part("label", one, { guessed: true });
    if (looksLikeName(text)) return part("name", one, { guessed: true });
  }
  return undefined;
}

/** True for a `mark` element around the piece. */
const isMark = ({ view }: PostFacts, index: number): boolean => {
  const parent = view.pieces[index]?.node.parentNode;
  return parent !== null && parent !== undefined && "tagName" in parent && parent.tagName === "mark";
};

/** A date that is a whole line, "16 May", in a post that has its time of day elsewhere. */
function dayAt({ view, headline, markedAt, clocked }: PostFacts, from: number, to: number): Part | undefined {
  if (!clocked || to <= from || to - from > 4 || (headline !== undefined && from >= headline.from)) return undefined;
  const range = { from, to };
  const text = [spacedText(view, range, 40), gluedText(view, range, 40)].find(
    (one) => one !== undefined && parseDayBeside(one) !== undefined,
  );
  const marked = firstMarked(markedAt, range);
  return text === undefined
    ? undefined
    : { role: "time", range, text, ...(marked === undefined ? { guessed: true } : { marked }) };
}

/** True if the text is the whole content of its element. */
function isAlone({ view }: PostFacts, index: number): boolean {
  const parent = view.pieces[index]?.node.parentNode;
  if (parent === null || parent === undefined || !("tagName" in parent) || !isElement(parent)) return false;
  const { from, to } = view.rangeOf(parent);
  return to - from === 1 && from === index;
}

/** True if, in addition, the element is not one for paragraphs, headings or cells. */
const isOwn = (known: PostFacts, index: number): boolean => {
  const parent = known.view.pieces[index]?.node.parentNode;
  return (
    isAlone(known, index) &&
    !["p", "td", "dd", "li", "h1", "h2", "h3", "h4", "h5", "h6"].includes(parent?.nodeName.toLowerCase() ?? "")
  );
};

/** The longest run of pieces that is a time. */
function timeAt(known: PostFacts, from: number, to: number): Part | undefined {
  const { view, markedAt } = known;
  for (let end = Math.min(to, from + 8); end > from; end -= 1) {
    const range = { from, to: end };
    const texts = [spacedText(view, range, 100), gluedText(view, range, 100)];
    const marked = firstMarked(markedAt, range);
    const hourly = marked !== undefined && isHour(marked.element);
    const text = texts.find((one) => one !== undefined && (isTimeText(one) || (hourly && isBareHour(one))));
    if (text === undefined) continue;
    if (marked === undefined && !mayBeBare(known, text)) return undefined;
    return { role: "time", range, text, ...(marked !== undefined && { marked }) };
  }
  const marked = markedAt.get(from);
  const text = view.pieces[from]?.text ?? "";
  if (isClockText(text) && isAlone(known, from)) return { role: "time", range: { from, to: from + 1 }, text };
  // A number such as "1432" in an element of times.
  if (
    marked !== undefined &&
    marked.element.childNodes.length === 1 &&
    /^\d{3,4}\s?(?:h|hrs?|hours|uhr)?\.?$/i.test(text)
  )
    return { role: "time", range: { from, to: from + 1 }, text, marked };
  if (marked?.machine === undefined) return undefined;
  // Seconds since 1970, which a script would turn into words.
  if (/^1\d{9}(?:\d{3})?$/.test(text) && Math.abs(Number(text.slice(0, 10)) * 1000 - Date.parse(marked.machine)) < 1000)
    return { role: "time", range: { from, to: from + 1 }, text, marked };
  if (marked.element.tagName !== "time") return undefined;
  // Words of a language that is not read here, with the minute that the attribute for machines has.
  const whole = view.rangeOf(marked.element);
  const minute = /(?<!\d)\d{1,2}[:.h](\d{2})(?!\d)/.exec(spacedText(view, whole, 60) ?? "")?.[1];
  if (whole.from !== from || whole.to > to || minute === undefined || text.length > 60) return undefined;
  if (!/T\d\d:/.test(marked.machine) || Number(/T\d\d:(\d\d)/.exec(marked.machine)?.[1]) !== Number(minute))
    return undefined;
  return openingTime(text) > 0
    ? undefined
    : { role: "time", range: whole, text: spacedText(view, whole) ?? text, marked };
}

function firstMarked(markedAt: ReadonlyMap<number, ElementTime>, { from, to }: Range): ElementTime | undefined {
  for (let index = from; index < to; index += 1) {
    const marked = markedAt.get(index);
    if (marked !== undefined) return marked;
  }
  return undefined;
}

/** True for a time without an element that is credible: it has its date, or is the only time, or repeats a time for machines. */
export function mayBeBare({ minutes, timed }: PostFacts, text: string): boolean {
  if (/\d{4}|\p{L}{3}/u.test(text) && !/^\D*\d{1,2}[:.h]\d{2}\D*$/.test(text)) return true;
  const minute = Number(/[:.h]\s?(\d{2})/.exec(text)?.[1] ?? 0);
  if (minutes.size > 0) return minutes.has(minute);
  return !timed && !/^\d{1,2}\.\d{2}$/.test(text);
}

/** A time at the beginning of a text, with or without brackets. */
export function openingParts(known: PostFacts, index: number): readonly Part[] {
  const text = known.view.pieces[index]?.text ?? "";
  const range = { from: index, to: index + 1 };
  const marked = known.markedAt.get(index);
  const part = (role: LineRole, start: number, end: number): Part => ({
    role,
    range,
    cut: { start, end },
    text: text.slice(start, end),
    ...(role === "time" && marked !== undefined && { marked }),
  });
  const bracket = bracketedTime(text);
  const length = openingTime(text);
  const time = bracket === undefined ? text.slice(0, length) : text.slice(bracket.start, bracket.end);
  if (time === "" || (marked === undefined && !mayBeBare(known, time.trim()))) return [];
  if (bracket === undefined) return [part("time", 0, length)];
  return [
    part("separator", 0, bracket.start),
    part("time", bracket.start, bracket.end),
    part("separator", bracket.end, bracket.length),
  ];
}
