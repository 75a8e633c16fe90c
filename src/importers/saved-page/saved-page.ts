/** From a form of saved pages, which says where the posts and their parts are, to the importer of that form. */
import { saveAgain } from "../../captures/save-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import { squeeze } from "../account/written-words.ts";
import { type Importer, type Reading, type ReadOptions, withoutLivePage } from "../contract.ts";
import { deepestTags } from "../html/depth.ts";
import { isMarkup, parseHtml, type Tree, takeOut } from "../html/html.ts";
import { type Element, silent, wordsOf } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import { isFlattened } from "../html/parser.ts";
import { unreadEmbedsWarning } from "../media/embeds.ts";
import { linksToPosts, namedApart, namedOn } from "../named-posts.ts";
import { saysOther } from "../other-titles.ts";
import { makeNamedPictures } from "../pictures.ts";
import { takeReplayOff } from "../rendered/replay-prefix.ts";
import { dateLines, dayClues, pageDays, pageMoments } from "../times/page-days.ts";
import { timePosts, untimedWarning } from "../times/time-posts.ts";
import { keepUnresolved } from "../times/unresolved-times.ts";
import type { HtmlForm } from "./html-form.ts";
import { readPageParts } from "./page.ts";
import { type About, plainPage } from "./plain.ts";
import { loseOlderWordings } from "./post/older-wording.ts";
import type { Timed } from "./post/parts.ts";
import { readPost } from "./post/post.ts";
import { countUnnamed, type Unnamed, unnamedWarning } from "./unnamed-links.ts";

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
  const page: SavedPage = { tree, about, form, options, words };
  const { elements, leftOut } = findPosts(page);
  if (elements.length === 0) return withoutPosts(page, leftOut.at(-1));
  const problems = [...(form.warnings?.(tree, elements.length) ?? []), ...leftOut, ...warningsOfTree(page)].map(
    ({ message, hint }) => fileProblem(options.file, message, hint, "warning"),
  );
  for (const element of elements) takeOut(element);
  const lines = dateLines(tree);
  const read = readParts(page, elements);
  loseRemainder(page, read.page.title);
  const all = words.text();
  const titles = [...new Set([read.page.title, about.title].filter((title) => title !== undefined))];
  const report = (severity: Problem["severity"], _: number, message: string, hint: string): void => {
    problems.push(fileProblem(options.file, message, hint, severity));
  };
  const timed = timePosts(read.posts, all, options, report, () =>
    pageDays({ text, clues, lines, titles, source: read.page.source }, options.zone),
  );
  const moments = timed.zoneGuessed ? pageMoments(text, clues) : [];
  const untimed = timed.posts.filter(({ published }) => published === undefined);
  const refused = problems.some(({ severity }) => severity === "error");
  if (untimed.length > 0 && !refused) report("warning", 0, ...untimedWarning(untimed));
  const kept = keepUnresolved(timed.posts, words.account(), all);
  const unread = unreadEmbedsWarning(kept.posts);
  if (unread !== undefined) report("warning", 0, ...unread);
  const unnamed = unnamedWarning(read.unnamed);
  if (unnamed !== undefined) report("warning", 0, unnamed.message, unnamed.hint);
  return {
    page: read.page,
    posts: kept.posts.map(read.pictures.named),
    order: timed.order,
    zoneGuessed: timed.zoneGuessed,
    ...(moments.length > 0 && { moments }),
    account: kept.account,
    words: all,
    pictures: read.pictures.addresses,
    ...namedApart(namedOn(links, read.page.source), timed.posts),
    problems,
  };
}

/** A page that is being read: each step takes what it reads out of the tree. */
interface SavedPage {
  readonly tree: Tree;
  readonly about: About;
  readonly form: HtmlForm;
  readonly options: ReadOptions;
  readonly words: WordLedger;
}

/** A warning about the whole page, for the person. */
interface PageWarning {
  readonly message: string;
  readonly hint: string;
}

/** The elements of the posts, and a warning for each kind of posts that the form leaves out. */
function findPosts({ tree, about, form, options }: SavedPage): {
  readonly elements: Element[];
  readonly leftOut: readonly PageWarning[];
} {
  const leftOut: PageWarning[] = [];
  const signs = {
    events: about.events === true,
    captured: options.captured?.epoch,
    source: about.source ?? options.address,
  };
  const elements = [...form.posts(tree, (message, hint) => leftOut.push({ message, hint }), signs)];
  return { elements, leftOut };
}

const warningsOfTree = ({ tree, about }: SavedPage): readonly PageWarning[] => [
  ...unreadFramesWarning(about.unreadFrames),
  ...(isFlattened(tree) ? [flattenedWarning] : []),
];

/** Reads the parts of the page that are no posts, then the posts. Empties `elements`: the tree of a long page is large. */
function readParts({ tree, about, form, options, words }: SavedPage, elements: Element[]) {
  const pictures = makeNamedPictures();
  const unnamed: Unnamed = { links: 0, recordings: 0, pictures: 0 };
  const parts = form.page(tree, about);
  if (parts.summary !== undefined) countUnnamed(parts.summary, unnamed);
  const page = readPageParts(parts, about, { words, pictures });
  const waiting = elements.splice(0).reverse();
  const posts: Timed[] = [];
  for (let post = waiting.pop(); post !== undefined; post = waiting.pop())
    posts.push(readPost(post, posts.length, form, { words, pictures, unnamed, zone: options.zone }));
  return { page, posts, pictures, unnamed };
}

/** Counts as lost all words that no earlier step read. */
function loseRemainder({ tree, about, options, words }: SavedPage, title: string | undefined): void {
  loseOlderWordings(tree, words);
  for (const child of tree.childNodes) loseRest(child, words);
  loseTitles(about, options.title ?? title, words);
}

/** The reading of a page without posts. The reason is `leftOut`, the warning about posts that the form left out, where there is one. */
function withoutPosts({ tree, form, options }: SavedPage, leftOut: PageWarning | undefined): Reading {
  const notFound = { message: `Cannot find a post in the capture, which was read as: ${form.title}`, hint: saveAgain };
  const reason = isFlattened(tree) ? tooDeep : (leftOut ?? notFound);
  return withoutLivePage(fileProblem(options.file, reason.message, reason.hint));
}

/** Counts as lost the titles in the head that differ from the title of the page and whose words stand nowhere else. */
function loseTitles({ titles = [], publisher = "" }: About, written: string | undefined, words: WordLedger): void {
  const others = titles.filter((title) => saysOther(title, written ?? "", [publisher]));
  if (others.length === 0) return;
  const known = squeeze(words.text());
  for (const title of new Set(others)) if (!known.includes(squeeze(title))) words.lose(title, "other title");
}

/** Counts as lost the words around the live page: all that are still in the tree. */
function loseRest(node: Tree["childNodes"][number], words: WordLedger): void {
  if ("childNodes" in node && !("tagName" in node && silent.has(node.tagName)))
    for (const line of linesOfNodes([node])) words.lose(wordsOf(line), "around the page");
}

const flattenedWarning: PageWarning = {
  message: `The tags of the page are nested more than ${deepestTags} deep: deeper ones were left out, their words were not`,
  hint: "Compare the archive with the page where links or lists matter",
};

const tooDeep: PageWarning = {
  message: `Cannot read the capture: its tags are nested more than ${deepestTags} deep`,
  hint: "Copy the text of the page into a file and import that",
};

const unreadFramesWarning = (count = 0): readonly PageWarning[] =>
  count === 0
    ? []
    : [
        {
          message: `Frames lie too deep in other frames, or are too many: ${count} of them were not read`,
          hint: "Open what they show, and import that alone",
        },
      ];
