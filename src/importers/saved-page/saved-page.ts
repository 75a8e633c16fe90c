/** Importers of saved pages: a form says where a page's posts and their parts are, the rest is the same for all of them. */
import { saveAgain } from "../../captures/save-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import { squeeze } from "../account/written-words.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { deepestTags } from "../html/depth.ts";
import { isMarkup, parseHtml, type Tree, takeOut } from "../html/html.ts";
import { type Element, silent, wordsOf } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import { isFlattened } from "../html/parser.ts";
import { unreadSaid } from "../media/embeds.ts";
import { linksToPosts, namedApart, namedOn } from "../named-posts.ts";
import { saysOther } from "../other-titles.ts";
import { makeNamedPictures } from "../pictures.ts";
import { takeReplayOff } from "../rendered/replay-prefix.ts";
import { dateLines, dayClues, pageDays, pageMoments } from "../times/page-days.ts";
import { timePosts, untimedSaid } from "../times/time-posts.ts";
import { keepUntold } from "../times/untold-times.ts";
import type { HtmlForm } from "./html-form.ts";
import { readPageParts } from "./page.ts";
import { type About, plainPage } from "./plain.ts";
import { loseOlderWordings } from "./post/older-wording.ts";
import type { Timed } from "./post/parts.ts";
import { readPost } from "./post/post.ts";
import { countUnnamed, type Unnamed, unnamedSaid } from "./unnamed-links.ts";

export const htmlImporter = (form: HtmlForm): Importer => ({
  name: form.name,
  title: form.title,
  evidence: "whole",
  readsHead: true,
  recognises: (text) => (isMarkup(text) ? form.recognises(text) : 0),
  read: (text, options) => readPage(text, options, form),
});

function readPage(text: string, options: ReadOptions, form: HtmlForm): Reading {
  const words = makeWordLedger();
  const tree = parseHtml(text);
  for (const toolbar of takeReplayOff(tree)) words.lose(wordsOf([toolbar]), "replay toolbar");
  const links = linksToPosts(tree);
  const clues = dayClues(tree);
  form.prepare?.(tree);
  const about = plainPage(tree, options.frames, options.address);
  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], _: number, message: string, hint: string): void => {
    problems.push(fileProblem(options.file, message, hint, severity));
  };
  const warn = (said: Said | undefined): void => {
    if (said !== undefined) report("warning", 0, said.message, said.hint);
  };
  const left: Said[] = [];
  const signs = {
    events: about.events === true,
    captured: options.captured?.epoch,
    source: about.source ?? options.address,
  };
  const elements: Element[] = [...form.posts(tree, (message, hint) => left.push({ message, hint }), signs)];
  if (elements.length === 0) return withoutPosts(options.file, form, isFlattened(tree), left.at(-1));
  for (const said of form.warnings?.(tree, elements.length) ?? []) warn(said);
  for (const said of left) warn(said);
  warn(framesSaid(about.unreadFrames));
  if (isFlattened(tree)) warn(flat);
  for (const element of elements) takeOut(element);
  const lines = dateLines(tree);
  const pictures = makeNamedPictures();
  const unnamed: Unnamed = { links: 0, recordings: 0, pictures: 0 };
  const parts = form.page(tree, about);
  if (parts.summary !== undefined) countUnnamed(parts.summary, unnamed);
  const page = readPageParts(parts, about, { words, pictures });
  // Each post is let go when it is read: the tree of a long page is large.
  const waiting = elements.splice(0).reverse();
  const read: Timed[] = [];
  for (let post = waiting.pop(); post !== undefined; post = waiting.pop())
    read.push(readPost(post, read.length, form, { words, pictures, unnamed, zone: options.zone }));
  loseOlderWordings(tree, words);
  for (const child of tree.childNodes) loseRest(child, words);
  loseTitles(about, options.title ?? page.title, words);
  const all = words.text();
  const titles = [...new Set([page.title, about.title].filter((title) => title !== undefined))];
  const timed = timePosts(read, all, options, report, () =>
    pageDays({ text, clues, lines, titles, source: page.source }, options.zone),
  );
  const moments = timed.zoneGuessed ? pageMoments(text, clues) : [];
  const untimed = timed.posts.filter(({ published }) => published === undefined);
  const refused = problems.some(({ severity }) => severity === "error");
  if (untimed.length > 0 && !refused) report("warning", 0, ...untimedSaid(untimed));
  const kept = keepUntold(timed.posts, words.account(), all);
  const unread = unreadSaid(kept.posts);
  if (unread !== undefined) report("warning", 0, ...unread);
  warn(unnamedSaid(unnamed));
  return {
    page,
    posts: kept.posts.map(pictures.named),
    order: timed.order,
    zoneGuessed: timed.zoneGuessed,
    ...(moments.length > 0 && { moments }),
    account: kept.account,
    words: all,
    pictures: pictures.addresses,
    ...namedApart(namedOn(links, page.source), timed.posts),
    problems,
  };
}

/** What a person is told of the whole page. */
interface Said {
  readonly message: string;
  readonly hint: string;
}

/** Where something was `said` and nothing found, that is why. */
function withoutPosts(file: string, form: HtmlForm, tooDeep: boolean, said: Said | undefined): Reading {
  const notFound = { message: `Cannot find a post in the capture, which was read as: ${form.title}`, hint: saveAgain };
  const why = tooDeep ? deep : (said ?? notFound);
  return {
    page: { editors: [], panel: [] },
    posts: [],
    order: "newest-first",
    account: [],
    words: "",
    problems: [fileProblem(file, why.message, why.hint)],
  };
}

/** What the head calls the page in words that neither its title nor anything else has. */
function loseTitles({ titles = [], publisher = "" }: About, written: string | undefined, words: WordLedger): void {
  const others = titles.filter((title) => saysOther(title, written ?? "", [publisher]));
  if (others.length === 0) return;
  const told = squeeze(words.text());
  for (const title of new Set(others)) if (!told.includes(squeeze(title))) words.lose(title, "other title");
}

/** All words that were not read: what stands around the live page. */
function loseRest(node: Tree["childNodes"][number], words: WordLedger): void {
  if ("childNodes" in node && !("tagName" in node && silent.has(node.tagName)))
    for (const line of linesOfNodes([node])) words.lose(wordsOf(line), "around the page");
}

const flat = {
  message: `The tags of the page are nested more than ${deepestTags} deep: deeper ones were left out, their words were not`,
  hint: "Compare the archive with the page where links or lists matter",
};

const deep: Said = {
  message: `Cannot read the capture: its tags are nested more than ${deepestTags} deep`,
  hint: "Copy the text of the page into a file and import that",
};

const framesSaid = (count = 0): Said | undefined =>
  count === 0
    ? undefined
    : {
        message: `Frames lie too deep in other frames, or are too many: ${count} of them were not read`,
        hint: "Open what they show, and import that alone",
      };
