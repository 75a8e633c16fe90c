/** From a capture, its account and what was written to the problems: every character is kept or lost, and the account is true. */
import type { Problem } from "../../model/problem.ts";
import { isWrittenStamp } from "../times/stamp-truth.ts";
import { lossCheck } from "./account-losses.ts";
import { type Account, placeKey, type Span } from "./account-span.ts";
import { withoutInvisible } from "./invisible.ts";
import { isRegion, type LossKind, lossKinds } from "./losses.ts";
import { placer } from "./position.ts";
import { isSpace, type WrittenReading, type WrittenWords, writtenWords } from "./written-words.ts";

/**
 * The parts of a capture that are neither in `written`, as it was read back from the Markdown, nor rightly lost; none if all is well.
 * The posts of `written` have the order of the reading. `file` names the capture in the problems.
 */
export function unaccounted(
  text: string,
  account: Account,
  written: WrittenReading,
  file = "capture",
): readonly Problem[] {
  const at = placer(text);
  const problems: Problem[] = [];
  const report = (offset: number, message: string, hint: string): void => {
    problems.push({ severity: "error", file, ...at(offset), message, hint });
  };
  checkCoverage(text, account, report);
  const found = writtenWords(written);
  checkLosses(text, account, written, found, report);
  checkPlaces(text, account, written, found, report);
  return problems;
}

type Report = (offset: number, message: string, hint: string) => void;
const importerFault = "This is a fault of the importer: please report it with the capture";

function checkCoverage(text: string, account: Account, report: Report): void {
  let reached = 0;
  for (const { start, end } of account) {
    if (start < reached || end < start || end > text.length)
      report(
        Math.min(start, text.length),
        `Cannot account for ${quoted(text.slice(start, end))}: it is counted twice`,
        importerFault,
      );
    else checkGap(text, reached, start, report);
    reached = Math.max(reached, end);
  }
  checkGap(text, reached, text.length, report);
}

function checkGap(text: string, start: number, end: number, report: Report): void {
  const gap = text.slice(start, end);
  const first = gap.search(/\S/);
  if (first !== -1)
    report(start + first, `Cannot account for ${quoted(gap)}: it was neither kept nor counted as lost`, importerFault);
}

function checkLosses(
  text: string,
  account: Account,
  written: WrittenReading,
  found: WrittenWords,
  report: Report,
): void {
  const isRightlyLost = lossCheck(text, account, written, found);
  for (const [index, span] of account.entries())
    if ("lost" in span && !isRightlyLost(span, index))
      report(
        span.start,
        `Cannot drop ${quoted(text.slice(span.start, span.end))}: it is not exactly a loss of the kind "${span.lost}"`,
        importerFault,
      );
}

function checkPlaces(
  text: string,
  account: Account,
  written: WrittenReading,
  found: WrittenWords,
  report: Report,
): void {
  const expected = new Map<string, Span[]>();
  for (const span of account) {
    if (!("into" in span)) continue;
    const key = placeKey(span.into);
    const spans = expected.get(key);
    if (spans === undefined) expected.set(key, [span]);
    else spans.push(span);
  }
  for (const [key, spans] of expected) {
    const words = found.get(key) ?? "";
    if (key.endsWith("/stamp")) checkStamps(text, spans, written, report);
    else if (key.endsWith("/breaking")) checkBreaking(text, spans, words, report);
    else checkWords(text, spans, key, words, report);
  }
  for (const [key, words] of found)
    if (!expected.has(key) && key !== "page/title" && !/\/(?:breaking|provider)$/.test(key))
      report(
        0,
        `Cannot account for ${quoted(words)}: it was written as ${placeName(key)} but is not in the capture`,
        importerFault,
      );
}

function checkWords(text: string, spans: readonly Span[], key: string, words: string, report: Report): void {
  let reached = 0;
  for (const { start, end } of spans) {
    const way = follow(text, start, end, words, reached);
    reached = way.reached;
    if (way.at === end) continue;
    report(
      way.at,
      `Cannot account for ${quoted(text.slice(start, end))}: it is not where it should be in ${placeName(key)}`,
      "Nothing was lost silently: what was written differs from the capture here",
    );
    return;
  }
  if (words.slice(reached).trim() !== "")
    report(
      spans.at(-1)?.end ?? 0,
      `Cannot account for ${quoted(words.slice(reached))}: it was written in ${placeName(key)} but is not in the capture there`,
      importerFault,
    );
}

/**
 * Compares a piece of the text with the words from `from` on, without white space. `at` is `end` if they agree, else the place where
 * they differ.
 */
function follow(
  text: string,
  start: number,
  end: number,
  words: string,
  from: number,
): { at: number; reached: number } {
  let reached = from;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    while (isSpace(words.charCodeAt(reached))) reached += 1;
    if (words.charCodeAt(reached) !== code) return { at, reached };
    reached += 1;
  }
  return { at: end, reached };
}

function checkStamps(text: string, spans: readonly Span[], written: WrittenReading, report: Report): void {
  for (const span of spans) {
    if (!("into" in span) || !("post" in span.into)) continue;
    const words = withoutInvisible(text.slice(span.start, span.end));
    const published = written.posts[span.into.post]?.published;
    if (published === undefined || !isWrittenStamp(words, published))
      report(
        span.start,
        `Cannot account for the time ${quoted(words)}: what was written is another time, or none`,
        "Nothing was written as long as this stands",
      );
  }
}

function checkBreaking(text: string, spans: readonly Span[], written: string, report: Report): void {
  for (const { start, end } of spans)
    if (written === "" || !/^breaking(?: news)?:?$/i.test(text.slice(start, end).trim().replace(/\s+/g, " ")))
      report(
        start,
        `Cannot account for ${quoted(text.slice(start, end))}: the post is not marked as breaking`,
        importerFault,
      );
}

const placeName = (key: string): string => {
  const [where, field] = key.split("/");
  return where === "page" ? `the page's ${field}` : `the ${field} of post ${Number(where) + 1}`;
};

/** The text in quotation marks, on one line, of at most 80 characters. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}

export interface LedgerLine {
  readonly kind: LossKind;
  readonly count: number;
  /** The first five lines of the capture on which it stands, from 1. */
  readonly lines: readonly number[];
  /** Only for a region: nothing is proved about its words. */
  readonly region?: LeftRegion;
}

/** Describes the text that was left out as a region. */
export interface LeftRegion {
  /** The number of words in all its pieces. */
  readonly words: number;
  /** The beginnings of its pieces, each once, in the order of the capture: at most `mostBeginnings` of at most `longestBeginning` characters. */
  readonly begins: readonly string[];
  /** The beginning of the piece with the most words. */
  readonly longest: string;
}

const mostBeginnings = 100;
const longestBeginning = 200;

/** Counts what was lost, by kind in the order of the closed list, for the report and for captures.yaml. */
export function ledger(account: Account, text: string): readonly LedgerLine[] {
  const at = placer(text);
  const spans = Map.groupBy(
    account.filter((span) => "lost" in span),
    ({ lost }) => lost,
  );
  return lossKinds.flatMap((kind) => {
    const all = spans.get(kind);
    if (all === undefined) return [];
    const lines = all.slice(0, 5).map(({ start }) => at(start).line);
    const region = isRegion(kind) ? { region: regionOf(all.map(({ start, end }) => text.slice(start, end))) } : {};
    return [{ kind, count: all.length, lines, ...region }];
  });
}

/** Describes pieces of text that were left out. */
export function regionOf(pieces: readonly string[]): LeftRegion {
  const begins = new Set<string>();
  let words = 0;
  let most = 0;
  let longest = "";
  for (const piece of pieces) {
    const count = countWords(piece);
    words += count;
    if (begins.size < mostBeginnings) begins.add(beginningOf(piece));
    if (count <= most) continue;
    most = count;
    longest = beginningOf(piece);
  }
  return { words, begins: [...begins], longest };
}

/** Counts runs of characters that are not white space. */
function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) count += 1;
  return count;
}

function beginningOf(text: string): string {
  const line = text
    .slice(0, longestBeginning * 3)
    .trim()
    .replace(/\s+/g, " ");
  return line.length <= longestBeginning ? line : `${line.slice(0, longestBeginning - 1).toWellFormed()}…`;
}
