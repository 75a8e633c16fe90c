/** From a text of several pages of one live page, one below the other, to the lines of each page and one common head. */
import { type Block, isMedia } from "../../model/block.ts";
import type { FoundPage } from "../../model/live-page.ts";
import { placeKey } from "../account/account-span.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { squeeze } from "../account/written-words.ts";
import { numberMark } from "../text/marks.ts";
import { isBlank, type Line } from "../text/text.ts";
import { isLicenceNotice, isLiveHeader, isSummaryHeading, isViewerCount } from "./marks.ts";
import { postedAt, stampIn } from "./starts.ts";

/** The head of a page has at most this many lines of words, from its title to its first post. */
const longestHead = 24;

/** The lines of each page. A page begins where the title, or the heading of its summary or posts, appears again after posts. */
export function splitPages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const words = [...lines.keys()].filter((index) => !isBlank(lines[index]));
  const lineOf = (place: number): Line | undefined => lines[words[place] ?? -1];
  const first = lineOf(0);
  const title = first !== undefined && !isFurniture(first.text) && !opensPost(first) ? first.text : undefined;
  const starts: number[] = [];
  const headings = new Set<string>();
  let posts = 0;
  let end = -1;
  for (const [place, index] of words.entries()) {
    const line = lines[index];
    if (line === undefined) continue;
    const isHeading = line.indent < 2 && isPageHeading(line.text);
    if (opensPost(line)) {
      posts += 1;
      end = index;
    } else if (line.indent >= 2) end = index;
    else if (posts > 0) {
      const inset = end > -1 && (lines[end]?.indent ?? 0) >= 2;
      if (line.text === title && opensHead(lineOf, place)) starts.push(index);
      else if (isHeading && (inset || headings.has(line.text)))
        starts.push(inset ? firstOutside(lines, end + 1, index) : index);
      else continue;
      posts = 0;
    }
    if (isHeading) headings.add(line.text);
  }
  return [0, ...starts].map((from, at) => lines.slice(from, starts[at]));
}

const isPageHeading = (text: string): boolean => isSummaryHeading(text) || /^Live Reporting$/i.test(text);

const isFurniture = (text: string): boolean =>
  isSummaryHeading(text) || isLiveHeader(text) || isViewerCount(text) || isLicenceNotice(text);

function opensPost({ text, indent }: Line): boolean {
  if (text.includes("published at")) return stampIn(text) !== undefined;
  if (/^\d/.test(text)) return indent >= 1 && indent <= 3 && numberMark(text) !== undefined;
  return postedAt(text) !== undefined;
}

/** True if the fixed lines of a head, or the first post of a page, follow a title. */
function opensHead(lineOf: (place: number) => Line | undefined, title: number): boolean {
  for (let place = title + 1; place < title + longestHead; place += 1) {
    const line = lineOf(place);
    if (line === undefined) return false;
    if (isFurniture(line.text)) return true;
    if (opensPost(line)) return numberMark(line.text)?.number === 1;
  }
  return false;
}

/** The head of the next page begins directly after the posts if it is indented less: with another title, or a score. */
function firstOutside(lines: readonly Line[], from: number, to: number): number {
  let first = from;
  while (first < to && isBlank(lines[first])) first += 1;
  return first;
}

/** A recorder for a page's head. It counts words in `earlier`, from the heads of earlier pages, as copies, and adds all others to `added`. */
export function makeHeadRecorder(
  recorder: SpanRecorder,
  earlier: ReadonlySet<string>,
  added: Set<string>,
): SpanRecorder {
  return {
    ...recorder,
    keep(into, start, end) {
      const key = `${placeKey(into)} ${squeeze(recorder.peek(start, end))}`;
      if (earlier.has(key)) {
        recorder.lose("second copy", start, end, into);
        return "";
      }
      added.add(key);
      return recorder.keep(into, start, end);
    },
  };
}

/** Joins the heads of all pages: the first describes the page, the others add what it lacks. */
export function joinHeads(heads: readonly FoundPage[]): FoundPage {
  const [first, ...others] = heads;
  if (first === undefined || others.length === 0) return first ?? { editors: [], panel: [] };
  const title = heads.find((head) => head.title !== undefined)?.title;
  const summaries = heads.flatMap(({ summary }, index) =>
    summary === undefined ? [] : [index === 0 ? summary : summary.filter(saysMore)],
  );
  return {
    ...first,
    ...(title !== undefined && { title }),
    editors: heads.flatMap(({ editors }) => editors),
    panel: heads.flatMap(({ panel }) => panel),
    ...(summaries.length > 0 && { summary: summaries.flat() }),
  };
}

/** False for a recording that an earlier page describes completely. */
const saysMore = (block: Block): boolean => !isMedia(block) || block.kind === "embed" || block.caption !== undefined;
