/** From the text of a BBC live page, by an extractor or a clipboard, to a live page: numbered posts with "published at", and older layouts. */

import { savePage } from "../../captures/save-page.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { quoted } from "../account/account.ts";
import { placer } from "../account/position.ts";
import { makeSpanRecorder, type SpanRecorder } from "../account/span-recorder.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { makePictureNames, nameFigures, namePictures } from "../picture-names.ts";
import type { TextPassage } from "../text/passage.ts";
import { looksAt, postsIn } from "../text/plausible.ts";
import { findRepeats, mayRepeat, repeatsWarning, withoutRepeats } from "../text/repeated-posts.ts";
import { isFlat, type Line, nextWords, splitLines } from "../text/text.ts";
import { timePosts } from "../times/time-posts.ts";
import { readBody } from "./body.ts";
import { findEmbedEnds } from "./embeds.ts";
import { isCut, takeTail } from "./ending.ts";
import { readHead } from "./head.ts";
import { type PostHead, readHeading } from "./heading.ts";
import { readOpening, type Style } from "./opening.ts";
import { joinHeads, makeHeadRecorder, splitPages } from "./pages.ts";
import type { PostStart } from "./start.ts";
import { findStarts, type Starts, stampIn } from "./starts.ts";

export const bbcText: Importer = {
  name: "bbc-text",
  title: "Text of a BBC live page",
  evidence: "text",
  recognises,
  read,
};

function recognises(text: string): number {
  const start = text.slice(0, 200_000);
  if (/^\s*[<{[]/.test(start)) return 0;
  if (/\Spublished at \d{1,2}:\d\d/.test(start)) return 0.95;
  if (/^[ \t\u00a0]{0,80}(?:\d{1,3}\.[ \t\u00a0]{1,80})?Posted at \d{1,2}:\d\d/m.test(start)) return 0.85;
  if (/\bpublished at \d/.test(start) && stampedLines(start)) return 0.7;
  const header = /^(?:Live Reporting|All times stated are UK|Summary)[ \t\r]{0,80}$/m.test(start);
  const numbered = start.slice(0, looksAt).match(/^ {1,3}\d{1,4}\. \S/gm)?.length ?? 0;
  if (!header && numbered === 0) return 0;
  // Pages of other newsrooms also have summaries and numbered lists, but their posts have times, unlike this layout.
  if (postsIn(start) > numbered) return 0;
  return header && numbered > 0 ? 0.6 : numbered > 0 ? 0.3 : 0.2;
}

/** True if a line ends with "published at" and its stamp; in the middle of a sentence these are words. */
const stampedLines = (text: string): boolean =>
  splitLines(text).some((line) => line.text.includes("published at") && stampIn(line.text) !== undefined);

function read(text: string, options: ReadOptions): Reading {
  const recorder = makeSpanRecorder(text);
  const at = placer(text);
  const names = makePictureNames();
  const problems: Problem[] = [];
  const report: Report = (severity, offset, message, hint) => {
    problems.push({ severity, file: options.file, ...at(offset), message, hint });
  };
  const pages = readPages(splitPages(splitLines(text)), recorder, report, options.title);
  const page = nameSummary(joinHeads(pages.map(({ head }) => head)), names);
  const posts = pages.flatMap((one) => one.posts);
  if (posts.length === 0) {
    problems.push(noPosts(options.file));
    return { page, posts: [], order: "newest-first", account: recorder.account(), problems };
  }
  const last = posts.at(-1);
  if (last !== undefined && pages.at(-1)?.open === true && endsInside(posts, last, text)) {
    posts[posts.length - 1] = { ...last, post: { ...last.post, truncated: true } };
    report(
      "warning",
      text.trimEnd().length,
      `The capture ends inside the post ${last.post.headline === undefined ? "at its end" : quoted(last.post.headline)}`,
      "Import a whole capture of the page later: the post is then completed",
    );
  }
  const printed = pages.flatMap((one, page) =>
    one.posts.map(({ head: { stamp } }) => (stamp === undefined ? undefined : { page, stamp })),
  );
  const repeats = mayRepeat(posts)
    ? findRepeats(timePosts(posts, text, options, () => undefined).posts, printed)
    : new Map<number, number>();
  if (repeats.size > 0) report("warning", ...repeatsWarning(repeats.size));
  const timed = timePosts(
    posts.filter((_, index) => !repeats.has(index)),
    text,
    options,
    report,
  );
  return {
    page,
    posts: timed.posts.map((post) => namePictures(post, names)),
    order: timed.order,
    account: withoutRepeats(recorder.account(), repeats),
    problems,
  };
}

interface ReadPage {
  readonly head: FoundPage;
  readonly posts: readonly BbcTextPost[];
  /** No words follow its last post. */
  readonly open: boolean;
}

function readPages(
  parts: readonly (readonly Line[])[],
  recorder: SpanRecorder,
  report: Report,
  title: string | undefined,
): readonly ReadPage[] {
  const pages: ReadPage[] = [];
  const earlier = new Set<string>();
  let count = 0;
  for (const lines of parts) {
    const found = findStarts(lines);
    const first = found.starts[0]?.line ?? lines.length;
    const end = takeTail(lines, first, recorder);
    const flat = !found.numbered && isFlat(lines);
    const named = title ?? pages.find(({ head }) => head.title !== undefined)?.head.title;
    const added = new Set<string>();
    const head = readHead(lines, Math.min(first, end), makeHeadRecorder(recorder, earlier, added), flat, named);
    for (const words of added) earlier.add(words);
    const posts = found.starts.map((start, index) => {
      const to = Math.max(found.starts[index + 1]?.line ?? end, start.heading + 1);
      return readPost({ lines, recorder, flat }, start, to, count + index, styleOf(found, start));
    });
    count += posts.length;
    reportStray(lines, found, end, report);
    pages.push({ head, posts, open: nextWords(lines, end, lines.length) === lines.length });
  }
  return pages;
}

/** True if the last post is cut: in its heading, in its text, or before the stamp that all others have. */
function endsInside(posts: readonly BbcTextPost[], { head, post }: BbcTextPost, text: string): boolean {
  const lacksStamp = head.stamp === undefined && head.clock === undefined && post.blocks.length === 0;
  const othersHave = posts.some((other) => other.head.stamp !== undefined || other.head.clock !== undefined);
  return head.cut || (lacksStamp && othersHave) || isCut(post.blocks, text.endsWith("\n"));
}

const nameSummary = (page: FoundPage, names: ReturnType<typeof makePictureNames>): FoundPage =>
  page.summary === undefined ? page : { ...page, summary: nameFigures(page.summary, (figure) => names(figure, "")) };

export interface BbcTextPost {
  readonly head: PostHead;
  readonly post: FoundPost;
}

type PageText = Pick<TextPassage, "lines" | "recorder" | "flat">;

/** Reads post number `index` (from 0 in the reading), which ends before line `to`. */
function readPost(page: PageText, start: PostStart, to: number, index: number, style: Style): BbcTextPost {
  const { lines, recorder } = page;
  const head = readHeading(lines, start, to, recorder, index);
  const passage: TextPassage = {
    ...page,
    from: head.next,
    to,
    place: (field) => ({ post: index, field }),
    embedEnds: findEmbedEnds(lines, head.next, to),
  };
  const { next, ...opening } = readOpening(passage, style, index);
  const blocks = readBody({ ...passage, from: next });
  const { label, headline, clock, breaking } = head;
  const post: FoundPost = {
    inferred: [],
    breaking,
    ...(label === undefined ? {} : { label }),
    ...(headline === undefined ? {} : { headline }),
    ...(clock === undefined ? {} : { clock }),
    ...opening,
    truncated: false,
    blocks,
  };
  return { head, post };
}

const styleOf = ({ numbered }: Starts, { kind }: PostStart): Style =>
  kind === "stamped" ? (numbered ? "new" : "copy") : "old";

const noPosts = (file: string): Problem =>
  fileProblem(
    file,
    'Cannot find a post in the capture: expected lines that end like "published at 11:02 British Summer Time 3 July"',
    savePage,
  );

type Report = (severity: Problem["severity"], offset: number, message: string, hint: string) => void;

/** Warns of the first line that is indented less than the posts: it does not belong to them, but stays in the post above. */
function reportStray(lines: readonly Line[], { starts, indented }: Starts, end: number, report: Report): void {
  const first = starts[0];
  if (!indented || first === undefined) return;
  for (let index = nextWords(lines, first.line, end); index < end; index = nextWords(lines, index + 1, end)) {
    const line = lines[index];
    if (line === undefined || line.indent > 0) continue;
    report(
      "warning",
      line.start,
      `${quoted(line.text)} stands outside the posts: it is kept in the post above`,
      "Remove it there if it belongs to the page around the posts",
    );
    return;
  }
}
