/** What stands before the posts of a copied live page: its menu, title, authors, summary, and what else it says. */
import type { Block } from "../../model/block.ts";
import type { FoundPage } from "../../model/live-page.ts";
import type { PageField } from "../account/account-span.ts";
import { pointsHeading } from "../account/furniture-words.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { bylineWords, dayWords } from "../account/text-furniture.ts";
import { readLists } from "../text/lists.ts";
import { isDayLine, isHeadline } from "../text/markers.ts";
import { bulletMark } from "../text/marks.ts";
import { lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import type { DayParts } from "../text/ranges.ts";
import { isLiveWord, isMenuLine, isSkipLink, mayNameHouse } from "../text/surroundings.ts";
import { isBlank, type Line, nextWords, sameWords } from "../text/text.ts";
import { loseFurniture } from "./body.ts";
import { namesOnLine } from "./names.ts";

interface HeadInput {
  readonly lines: readonly Line[];
  /** The first line of the first post. */
  readonly to: number;
  readonly recorder: SpanRecorder;
  readonly flat: boolean;
  readonly days: ReadonlyMap<number, DayParts>;
  /** As the person named the page. */
  readonly title?: string;
}

export function readTextHead({ lines, to, recorder, flat, days, title }: HeadInput): FoundPage {
  const passage: TextPassage = {
    lines,
    from: 0,
    to,
    recorder,
    flat,
    place: (part) => ({ page: part === "body" ? "summary" : part }),
    embedEnds: new Map(),
  };
  const editors: string[] = [];
  const panel: string[] = [];
  let summary: Block[] | undefined;
  let listed = false;
  const menuTo = menuEnd(lines, to);
  const titleAt = titleLine(lines, menuTo, to, title);
  let found: string | undefined;
  const keep = (page: PageField, { start, end }: Line): string => recorder.keep({ page }, start, end);
  const isMenu = titleAt !== undefined && (inMenu(lines, titleAt) || (menuTo > 0 && titleAt >= menuTo));
  const readLine = (at: number): number => {
    const line = lineAt(passage, at);
    if (isMenu && at < titleAt) {
      recorder.lose("around the page", line.start, line.end);
      return at + 1;
    }
    if (days.has(at)) {
      recorder.lose(dayWords.test(line.text) ? "day word" : "day line", line.start, line.end);
      return at + 1;
    }
    if (at === titleAt) {
      found = keep("title", line);
      return at + 1;
    }
    if (pointsHeading.test(line.text)) {
      recorder.lose("summary heading", line.start, line.end);
      summary ??= [];
      return at + 1;
    }
    const behind = loseFurniture(passage, at);
    if (behind > at) return behind;
    const list = summary === undefined ? undefined : readLists(passage, at, true);
    if (list !== undefined) {
      summary?.push(...list.blocks);
      listed = true;
      return list.next;
    }
    if (summary !== undefined && !listed) {
      const paragraph = paragraphOf(passage, line);
      if (paragraph !== undefined) summary.push(paragraph);
      return at + 1;
    }
    const names = namesOnLine(line, recorder, { page: "editors" });
    if (names !== undefined) editors.push(...names);
    else {
      const words = keep("panel", line);
      if (words !== "") panel.push(words);
    }
    return at + 1;
  };
  for (let at = nextWords(lines, 0, to); at < to; ) at = nextWords(lines, Math.max(at + 1, readLine(at)), to);
  const named = found === undefined || found === "" ? title : found;
  return { ...(named !== undefined && { title: named }), editors, panel, ...(summary !== undefined && { summary }) };
}

const wordCount = (text: string): number => text.split(/\s+/).length;
const isShort = ({ text }: Line): boolean => wordCount(text) <= 3 && text.length <= 30 && !/[.!?:]$/.test(text);

/** The first line; where that is one of a menu, the first of more words. A title that a person gave is only its own line. */
function titleLine(lines: readonly Line[], from: number, to: number, title: string | undefined): number | undefined {
  const all = [...lines.keys()].slice(0, to).filter((index) => !isBlank(lines[index]));
  if (title !== undefined) return all.find((index) => sameWords(lines[index]?.text ?? "", title));
  const words = all.filter((index) => index >= from);
  const long = words.find((index) => !isShort(lines[index] as Line));
  const place = long === undefined ? -1 : words.indexOf(long);
  const [above, below] = words.map((index) => lines[index]?.text ?? "");
  // The name of the house, between a link past the menu and the headline.
  const named = from > 0 && mayNameHouse(above ?? "") && below !== undefined && !isOther(below);
  const first = named ? words[1] : words[0];
  const text = lines[first ?? -1]?.text ?? "";
  if (place >= leastMenu) return long;
  return first === undefined || text.length > 300 || pointsHeading.test(text) || bulletMark(text) !== undefined
    ? undefined
    : first;
}

/** A line that is a headline of nothing: of an author, a day, the points of a summary, or a sentence. */
const isOther = (text: string): boolean =>
  pointsHeading.test(text) || bylineWords.test(text) || isDayLine(text) || !isHeadline(text) || wordCount(text) < 3;

/** The most lines of words that can stand above the headline and its menu. */
const mostAbove = 40;

/** The line behind the links past a menu, the menu in a line, and the word that the page is live; 0 where it begins with none. */
function menuEnd(lines: readonly Line[], to: number): number {
  let [end, above, own] = [0, 0, 0];
  for (let index = 0; index < to && above < mostAbove; index += 1) {
    const { text = "" } = lines[index] ?? {};
    if (text === "") continue;
    const isMenu = isSkipLink(text) || isMenuLine(text);
    if (pointsHeading.test(text) || bylineWords.test(text) || isDayLine(text)) break;
    // A menu below more than the name of a house is no longer above the headline.
    if (isMenu ? own > 1 : own > 3) break;
    if (isMenu || (isLiveWord(text) && (end > 0 || above === 0))) {
      end = index + 1;
      own = 0;
    } else own += 1;
    above += 1;
  }
  return nextWords(lines, end, to) < to ? end : 0;
}

/** Fewer short lines above the title are no menu. */
const leastMenu = 3;

/** The lines above the title are those of a menu. */
function inMenu(lines: readonly Line[], title: number): boolean {
  const words = lines.slice(0, title).filter((line) => !isBlank(line));
  return words.length >= leastMenu && words.every(isShort);
}
