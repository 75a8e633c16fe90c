/** From the lines above the posts of a copied live page to its title, authors, summary and panel. Its menu is counted as lost. */
import type { Block } from "../../model/block.ts";
import type { FoundPage } from "../../model/live-page.ts";
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
  /** The title that the person gave. */
  readonly title?: string;
}

/** What was read of the head. */
interface Head {
  title?: string;
  readonly editors: string[];
  readonly panel: string[];
  summary?: Block[];
  /** The summary has its list of points. */
  listed: boolean;
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
  const head: Head = { editors: [], panel: [], listed: false };
  const menuTo = menuEnd(lines, to);
  const titleAt = titleLine(lines, menuTo, to, title);
  const isMenu = titleAt !== undefined && (inMenu(lines, titleAt) || (menuTo > 0 && titleAt >= menuTo));
  const readLine = (at: number): number => {
    const line = lineAt(passage, at);
    if (isMenu && at < titleAt) recorder.lose("around the page", line.start, line.end);
    else if (days.has(at)) recorder.lose(dayWords.test(line.text) ? "day word" : "day line", line.start, line.end);
    else if (at === titleAt) head.title = recorder.keep({ page: "title" }, line.start, line.end);
    else return readBelowTitle(passage, at, head);
    return at + 1;
  };
  for (let at = nextWords(lines, 0, to); at < to; ) at = nextWords(lines, Math.max(at + 1, readLine(at)), to);
  const { editors, panel, summary } = head;
  const named = head.title || title;
  return { ...(named !== undefined && { title: named }), editors, panel, ...(summary !== undefined && { summary }) };
}

/** Reads a line of the summary, of names or of the panel, or a whole list. Gives the line behind it. */
function readBelowTitle(passage: TextPassage, at: number, head: Head): number {
  const { recorder } = passage;
  const line = lineAt(passage, at);
  if (pointsHeading.test(line.text)) {
    recorder.lose("summary heading", line.start, line.end);
    head.summary ??= [];
    return at + 1;
  }
  const behind = loseFurniture(passage, at);
  if (behind > at) return behind;
  const list = head.summary === undefined ? undefined : readLists(passage, at, true);
  if (list !== undefined) {
    head.summary?.push(...list.blocks);
    head.listed = true;
    return list.next;
  }
  if (head.summary !== undefined && !head.listed) {
    const paragraph = paragraphOf(passage, line);
    if (paragraph !== undefined) head.summary.push(paragraph);
    return at + 1;
  }
  const names = namesOnLine(line, recorder, { page: "editors" });
  if (names !== undefined) head.editors.push(...names);
  else {
    const words = recorder.keep({ page: "panel" }, line.start, line.end);
    if (words !== "") head.panel.push(words);
  }
  return at + 1;
}

const wordCount = (text: string): number => text.split(/\s+/).length;
const isShort = ({ text }: Line): boolean => wordCount(text) <= 3 && text.length <= 30 && !/[.!?:]$/.test(text);

/** The first line, or below a menu the first line of more words. Where a person gave the title, only the line with its words. */
function titleLine(lines: readonly Line[], from: number, to: number, title: string | undefined): number | undefined {
  const all = [...lines.keys()].slice(0, to).filter((index) => !isBlank(lines[index]));
  if (title !== undefined) return all.find((index) => sameWords(lines[index]?.text ?? "", title));
  const words = all.filter((index) => index >= from);
  const long = words.find((index) => !isShort(lines[index] as Line));
  const place = long === undefined ? -1 : words.indexOf(long);
  const [above, below] = words.map((index) => lines[index]?.text ?? "");
  // The name of the publisher can stand between a link past the menu and the headline.
  const named = from > 0 && mayNameHouse(above ?? "") && below !== undefined && !isOther(below);
  const first = named ? words[1] : words[0];
  const text = lines[first ?? -1]?.text ?? "";
  if (place >= leastMenu) return long;
  return first === undefined || text.length > 300 || pointsHeading.test(text) || bulletMark(text) !== undefined
    ? undefined
    : first;
}

/** True for a line that cannot be the title: of an author, a day or the points of a summary, or a sentence. */
const isOther = (text: string): boolean =>
  pointsHeading.test(text) || bylineWords.test(text) || isDayLine(text) || !isHeadline(text) || wordCount(text) < 3;

/** The most lines of words that can stand above the headline and its menu. */
const mostAbove = 40;

/** The first line below the links past a menu, the menu itself and a word such as "Live"; 0 where the page begins with none of them. */
function menuEnd(lines: readonly Line[], to: number): number {
  let [end, above, own] = [0, 0, 0];
  for (let index = 0; index < to && above < mostAbove; index += 1) {
    const { text = "" } = lines[index] ?? {};
    if (text === "") continue;
    const isMenu = isSkipLink(text) || isMenuLine(text);
    if (pointsHeading.test(text) || bylineWords.test(text) || isDayLine(text)) break;
    // Below more lines than the name of a publisher takes, a menu no longer stands above the headline.
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

/** True where the lines above the title are a menu. */
function inMenu(lines: readonly Line[], title: number): boolean {
  const words = lines.slice(0, title).filter((line) => !isBlank(line));
  return words.length >= leastMenu && words.every(isShort);
}
