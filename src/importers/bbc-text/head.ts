/** From the lines before the posts to the page: title, panel, summary, media. The live header and its furniture are counted as lost. */
import type { Block } from "../../model/block.ts";
import type { FoundPage } from "../../model/live-page.ts";
import type { PageField } from "../account/account-span.ts";
import type { LossKind } from "../account/losses.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { isPersonLike } from "../text/marks.ts";
import { lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import { isBlank, type Line, nextWords, sameWords } from "../text/text.ts";
import { readBlock, textGroup } from "./body.ts";
import { findEmbedEnds } from "./embeds.ts";
import { readAltLine } from "./figures.ts";
import { isLicenceNotice, isLiveHeader, isSummaryHeading, isViewerCount } from "./marks.ts";

interface Draft {
  title?: string;
  editors: string[];
  panel: string[];
  summary?: Block[];
  /** The points of the summary were read; of what follows, only pictures and recordings belong to it. */
  summed: boolean;
  /** True between "Live Reporting" and the posts. */
  header: boolean;
  licence: boolean;
  texts: number;
}

export function readHead(
  lines: readonly Line[],
  to: number,
  recorder: SpanRecorder,
  flat: boolean,
  title?: string,
): FoundPage {
  const draft: Draft = { editors: [], panel: [], summed: false, header: false, licence: false, texts: 0 };
  const passage: TextPassage = {
    lines,
    from: 0,
    to,
    recorder,
    flat,
    place: (part) => ({ page: part === "body" ? "summary" : part }),
    embedEnds: findEmbedEnds(lines, 0, to),
  };
  let at = nextWords(lines, 0, to);
  while (at < to) at = nextWords(lines, Math.max(at + 1, readPart(passage, draft, at, title)), to);
  const { editors, panel, summary } = draft;
  const named = draft.title ?? title;
  return {
    ...(named === undefined ? {} : { title: named }),
    editors,
    panel,
    ...(summary === undefined ? {} : { summary }),
  };
}

/** Reads the part that begins on a line and gives the line after it. */
function readPart(passage: TextPassage, draft: Draft, at: number, title: string | undefined): number {
  const line = lineAt(passage, at);
  const furniture = furnitureOf(draft, line.text);
  if (furniture !== undefined) {
    passage.recorder.lose(furniture, line.start, line.end);
    if (furniture === "summary") draft.summary ??= [];
    if (furniture === "live header" && /^Live Reporting$/i.test(line.text)) draft.header = true;
    if (furniture === "licence notice") draft.licence = true;
    return at + 1;
  }
  if (readEditors(passage, draft, line)) return at + 1;
  const found = readBlock(passage, at, true);
  if (found !== undefined) {
    addToSummary(draft, found.blocks);
    if (found.blocks.some(({ kind }) => kind === "list")) draft.summed = true;
    return found.next;
  }
  const group = textGroup(passage, at);
  const end = firstFurniture(passage, draft, at + 1, group.end);
  readText(passage, draft, at, group.alt && end === group.end ? end - 1 : end, title);
  if (!group.alt || end < group.end) return end;
  const figure = readAltLine(passage, group.end - 1);
  addToSummary(draft, figure.blocks);
  return figure.next;
}

function addToSummary(draft: Draft, blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  draft.summary ??= [];
  for (const block of blocks) draft.summary.push(block);
}

/** The first line of furniture: text and furniture can be adjacent lines. */
function firstFurniture(passage: TextPassage, draft: Draft, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const { text } = lineAt(passage, index);
    if (furnitureOf(draft, text) !== undefined || editorWords.test(text)) return index;
  }
  return to;
}

function furnitureOf(draft: Draft, text: string): LossKind | undefined {
  if (isSummaryHeading(text)) return "summary";
  if (isLiveHeader(text)) return "live header";
  if (isViewerCount(text)) return "viewer count";
  return isLicenceNotice(text) && (draft.licence || !/^Find out more$/i.test(text)) ? "licence notice" : undefined;
}

const editorWords = /^(?:(?:Edited|Written|Produced|Reporting|Live reporting) by:?|By)(?=\s)/i;

/** Reads "Edited by A, B and C" and "By A and B"; below "Live Reporting" also names alone. */
function readEditors(passage: TextPassage, draft: Draft, line: Line): boolean {
  const words = editorWords.exec(line.text)?.[0].length ?? 0;
  const names = line.text.slice(words).trim();
  const named = words > 0 && (isPersonLike(names) || !/^by/i.test(line.text));
  const bare = words === 0 && draft.header && isPersonLike(names);
  if (names === "" || !(named || bare) || names.length > 400) return false;
  passage.recorder.lose("edited by", line.start, line.start + words);
  let from = line.start + words;
  const list = line.text.slice(words);
  const take = (end: number): void => {
    const name = passage.recorder.keep({ page: "editors" }, from, end);
    if (name !== "") draft.editors.push(name);
  };
  for (const match of list.matchAll(/\s{0,9},\s{0,9}and\s|\s{0,9},\s|\s(?:and|&)\s/g)) {
    const at = line.start + words + match.index;
    take(at);
    passage.recorder.lose("name separator", at, at + match[0].length);
    from = at + match[0].length;
  }
  take(line.end);
  return true;
}

function readText(passage: TextPassage, draft: Draft, from: number, to: number, title: string | undefined): void {
  if (from >= to) return;
  draft.texts += 1;
  if (draft.summary !== undefined && !draft.summed && !draft.header) {
    for (let index = from; index < to; index += 1) {
      const paragraph = paragraphOf(passage, lineAt(passage, index));
      if (paragraph !== undefined) draft.summary.push(paragraph);
    }
    return;
  }
  const keep = (page: PageField, index: number): string => {
    const line = lineAt(passage, index);
    return passage.recorder.keep({ page }, line.start, line.end);
  };
  let at = from;
  const early = draft.summary === undefined && draft.title === undefined;
  if (early && isTitle(passage, draft, from, to, title)) {
    const words = keep("title", from);
    if (words !== "") draft.title = words;
    at += 1;
  }
  for (; at < to; at += 1) {
    const words = keep("panel", at);
    if (words !== "") draft.panel.push(words);
  }
}

/** True for the first line of a capture, unless it begins a score panel. A given title decides, else its look. */
function isTitle(passage: TextPassage, draft: Draft, from: number, to: number, title: string | undefined): boolean {
  const { text } = lineAt(passage, from);
  if (title !== undefined) return sameWords(text, title);
  if (draft.texts > 1 || text.length > 200 || isScore(text)) return false;
  const words = text.split(" ").length;
  const below = to === from + 1 || isBlank(lineAt(passage, from + 1)) ? "" : lineAt(passage, from + 1).text;
  if (below === "") return /\p{L}{2}/u.test(text);
  if (words >= 4) return /^\p{L}|^["“'‘]/u.test(text);
  return to - from === 2 && words >= 2 && !isScore(below);
}

/** Numbers with one or two names: "Home 2 - 1 Away", "Halden 226", "17". */
const isScore = (text: string): boolean =>
  /\d\s*[-–:]\s*\d/.test(text) || (/\d[.,%]*$/.test(text) && text.split(" ").length <= 3) || /^[\d\W]+$/.test(text);
