/** The text of a BBC live page, as extractors and clipboards give it: numbered posts with "published at", and older layouts. */
import type { FoundPage, FoundPost } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import { quoted } from "./account.ts";
import { readBody } from "./bbc-text-body.ts";
import { findEmbedEnds } from "./bbc-text-embeds.ts";
import { isCut, takeTail } from "./bbc-text-ending.ts";
import { readHead } from "./bbc-text-head.ts";
import { type PostHead, readHeading } from "./bbc-text-heading.ts";
import { isBlank, type Line, nextWords, splitLines } from "./bbc-text-lines.ts";
import { readOpening, type Style } from "./bbc-text-opening.ts";
import type { Passage } from "./bbc-text-passage.ts";
import type { PostStart } from "./bbc-text-start.ts";
import { findStarts, type Starts } from "./bbc-text-starts.ts";
import type { Importer, Reading, ReadOptions } from "./contract.ts";
import { makePen, type Pen } from "./pen.ts";
import { makePictureNames, nameFigures, namePictures } from "./picture-names.ts";
import { placer } from "./position.ts";
import { timePosts } from "./time-posts.ts";

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
  if (/^[ \t\xa0]*(?:\d{1,3}\.\s+)?Posted at \d{1,2}:\d\d/m.test(start)) return 0.85;
  if (/\bpublished at \d{1,2}:\d\d/.test(start)) return 0.7;
  const header = /^(?:Live Reporting|All times stated are UK|Summary)\s*$/m.test(start);
  const numbered = /^ {1,3}\d{1,4}\. \S/m.test(start);
  return header && numbered ? 0.6 : numbered ? 0.3 : header ? 0.2 : 0.05;
}

function read(text: string, options: ReadOptions): Reading {
  const pen = makePen(text);
  const at = placer(text);
  const lines = splitLines(text);
  const found = findStarts(lines);
  const first = found.starts[0]?.line ?? lines.length;
  const end = takeTail(lines, first, pen);
  const flat = !found.numbered && isFlat(lines);
  const names = makePictureNames();
  const head = readHead(lines, Math.min(first, end), pen, flat, options.title);
  const page = nameSummary(head, names);
  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], offset: number, message: string, hint: string): void => {
    problems.push({ severity, file: options.file, ...at(offset), message, hint });
  };
  if (found.starts.length === 0) {
    problems.push(noPosts(options.file));
    return { page, posts: [], order: "newest-first", account: pen.account(), problems };
  }
  const posts = found.starts.map((start, index) => {
    const to = found.starts[index + 1]?.line ?? end;
    return readPost(lines, start, Math.max(to, start.heading + 1), pen, index, styleOf(found, start), flat);
  });
  reportStray(lines, found, end, report);
  const last = posts.at(-1);
  if (last !== undefined && nextWords(lines, end, lines.length) === lines.length && endsInside(posts, last, text)) {
    posts[posts.length - 1] = { ...last, post: { ...last.post, truncated: true } };
    report(
      "warning",
      text.trimEnd().length,
      `The capture ends inside the post ${last.post.headline === undefined ? "at its end" : quoted(last.post.headline)}`,
      "Import a whole capture of the page later: the post is then completed",
    );
  }
  const timed = timePosts(posts, text, options, report);
  return {
    page,
    posts: timed.posts.map((post) => namePictures(post, names)),
    order: timed.order,
    account: pen.account(),
    problems,
  };
}

/** The last post is cut: in its heading, in its text, or before the stamp that all others have. */
function endsInside(posts: readonly ReadPost[], { head, post }: ReadPost, text: string): boolean {
  const lacksStamp = head.stamp === undefined && head.clock === undefined && post.blocks.length === 0;
  const othersHave = posts.some((other) => other.head.stamp !== undefined || other.head.clock !== undefined);
  return head.cut || (lacksStamp && othersHave) || isCut(post.blocks, text.endsWith("\n"));
}

const nameSummary = (page: FoundPage, names: ReturnType<typeof makePictureNames>): FoundPage =>
  page.summary === undefined ? page : { ...page, summary: nameFigures(page.summary, (figure) => names(figure, "")) };

export interface ReadPost {
  readonly head: PostHead;
  readonly post: FoundPost;
}

function readPost(
  lines: readonly Line[],
  start: PostStart,
  to: number,
  pen: Pen,
  index: number,
  style: Style,
  flat: boolean,
): ReadPost {
  const head = readHeading(lines, start, to, pen, index);
  const passage: Passage = {
    lines,
    from: head.next,
    to,
    pen,
    flat,
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

/** True for a capture whose blocks are separated by the ends of lines only. */
function isFlat(lines: readonly Line[]): boolean {
  let blank = 0;
  for (const line of lines) if (isBlank(line)) blank += 1;
  return blank * 10 < lines.length;
}

const noPosts = (file: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message:
    'Cannot find a post in the capture: expected lines that end like "published at 11:02 British Summer Time 3 July"',
  hint: "Copy the whole live page, with the times and numbers of its posts, and import that text",
});

type Report = (severity: Problem["severity"], offset: number, message: string, hint: string) => void;

/** Lines further out than the posts are no part of them: they are kept with the post above, and said. */
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
