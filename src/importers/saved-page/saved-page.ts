/** Importers of saved pages: a form says where a page's posts and their parts are, the rest is the same for all of them. */
import { saveAgain } from "../../captures/save-page.ts";
import { type Block, isMedia } from "../../model/block.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import type { Place } from "../account/account-span.ts";
import { longestFurniture, losses, type PhraseKind } from "../account/losses.ts";
import { textsIn, unreadTexts } from "../account/unread-markup.ts";
import { makeWords, type Words } from "../account/words.ts";
import { squeeze, writtenWords } from "../account/written-words.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { setApart } from "../html/apart.ts";
import { type BlockReader, type OwnReading, readBlocks } from "../html/blocks.ts";
import { deepestTags } from "../html/depth.ts";
import { findAll, isWithin, parsePage, type Tree, takeOut } from "../html/html.ts";
import { type Element, silent, wordsOf } from "../html/inline.ts";
import { linesOf } from "../html/lines.ts";
import { isFlattened } from "../html/parser.ts";
import { unreadSaid, withoutUnread } from "../media/embeds.ts";
import { type Desk, mediaReader } from "../media/media.ts";
import { linksToPosts, namedApart, namedOn } from "../named-posts.ts";
import { saysOther } from "../other-titles.ts";
import { makePictures, type Pictures } from "../pictures.ts";
import { takeReplayOff } from "../rendered/replay-prefix.ts";
import { loseUnseen, mediaWords } from "../rendered/unseen.ts";
import { dateLines, dayClues, pageDays, pageMoments } from "../times/page-days.ts";
import { timePosts, untimedSaid } from "../times/time-posts.ts";
import { keepUntold } from "../times/untold-times.ts";
import { isFurniture } from "./furniture.ts";
import { settleCopies, takeHidden } from "./hidden.ts";
import { type PageParts, readPageParts } from "./page.ts";
import { type About, plainPage } from "./plain.ts";
import { type PostParts, readPostParts, type Timed } from "./post.ts";
import { countUnnamed, type Unnamed, unnamedSaid } from "./unnamed-links.ts";

export interface HtmlForm {
  /** As reports and `captures.yaml` name it. */
  readonly name: string;
  readonly title: string;
  /** How sure it is, from the capture's text alone: quickly, since every form is asked. */
  recognises(html: string): number;
  /** Marks elements by what links say as the page writes them: afterwards they are whole addresses, or empty. */
  prepare?(page: Tree): void;
  /** The posts' own elements, none within another, in the order of the page; `say` is told what was left out. */
  posts(
    page: Tree,
    say: (message: string, hint: string) => void,
    signs: { readonly events: boolean; readonly captured?: number | undefined; readonly source?: string | undefined },
  ): readonly Element[];
  /** The parts of a post that are not its body. */
  post(post: Element): PostParts;
  /** How it writes blocks that other pages have not got. */
  own?(element: Element, desk: Desk, reader: BlockReader): OwnReading | undefined;
  /** The parts of the page that are no posts; asked when the posts have been taken out. */
  page(page: Tree, about: About): PageParts;
  /** What a person must know of such a page, such as that it is one of several. */
  warnings?(page: Tree, posts: number): readonly { readonly message: string; readonly hint: string }[];
}

export const htmlImporter = (form: HtmlForm): Importer => ({
  name: form.name,
  title: form.title,
  evidence: "whole",
  recognises: (text) => (/^[\s\ufeff]*</.test(text.slice(0, 2000)) ? form.recognises(text) : 0),
  read: (text, options) => readPage(text, options, form),
});

function readPage(text: string, options: ReadOptions, form: HtmlForm): Reading {
  const words = makeWords();
  const tree = parsePage(text);
  for (const toolbar of takeReplayOff(tree)) words.lose(wordsOf([toolbar]), "replay toolbar");
  const links = linksToPosts(tree);
  const days = dayClues(tree);
  form.prepare?.(tree);
  const about = plainPage(tree, options.frames, options.address);
  const left: { readonly message: string; readonly hint: string }[] = [];
  const signs = {
    events: about.events === true,
    captured: options.captured?.epoch,
    source: about.source ?? options.address,
  };
  const posts: Element[] = [...form.posts(tree, (message, hint) => left.push({ message, hint }), signs)];
  // Where something was said and nothing found, that is why.
  if (posts.length === 0) {
    const why = isFlattened(tree) ? tooDeep(options.file) : { ...noPosts(options.file, form), ...left.at(-1) };
    return { ...nothing, problems: [why] };
  }
  const said = [
    ...(form.warnings?.(tree, posts.length) ?? []),
    ...left,
    ...framesSaid(about.unreadFrames),
    ...(isFlattened(tree) ? [flat] : []),
  ];
  for (const post of posts) takeOut(post);
  const lines = dateLines(tree);
  const pictures = makePictures();
  const unnamed: Unnamed = { links: 0, recordings: 0 };
  const pageParts = form.page(tree, about);
  if (pageParts.summary !== undefined) countUnnamed(pageParts.summary, unnamed);
  const page = readPageParts(pageParts, about, { words, pictures });
  const problems: Problem[] = said.map((one) => ({
    severity: "warning",
    file: options.file,
    line: 0,
    column: 0,
    ...one,
  }));
  // Each post is let go when it is read: the tree of a long page is large.
  const waiting = posts.splice(0).reverse();
  const read: Timed[] = [];
  for (let post = waiting.pop(); post !== undefined; post = waiting.pop())
    read.push(readPost(post, read.length, form, { words, pictures, unnamed, zone: options.zone }));
  for (const child of tree.childNodes) loseRest(child, words);
  loseTitles(about, options.title ?? page.title, words);
  const report = (severity: Problem["severity"], _: number, message: string, hint: string): void => {
    problems.push({ severity, file: options.file, line: 0, column: 0, message, hint });
  };
  const all = words.text();
  const titles = [page.title, about.title].filter((title) => title !== undefined);
  const timed = timePosts(read, all, options, report, () =>
    pageDays({ text, clues: days, lines, titles: [...new Set(titles)], source: page.source }, options.zone),
  );
  const moments = timed.zoneGuessed ? pageMoments(text, days) : [];
  const untimed = timed.posts.filter(({ published }) => published === undefined);
  const refused = problems.some(({ severity }) => severity === "error");
  if (untimed.length > 0 && !refused) report("warning", 0, ...untimedSaid(untimed));
  const kept = keepUntold(timed.posts, words.account(), all);
  const unread = unreadSaid(kept.posts);
  if (unread !== undefined) report("warning", 0, ...unread);
  const withinSite = unnamedSaid(unnamed);
  if (withinSite !== undefined) report("warning", 0, withinSite.message, withinSite.hint);
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

const nothing = {
  page: { editors: [], panel: [] } as FoundPage,
  posts: [],
  order: "newest-first",
  account: [],
  words: "",
} as const satisfies Partial<Reading>;

/** What the posts of a page are read with. */
interface PageDesk {
  readonly words: Words;
  readonly pictures: Pictures;
  readonly unnamed: Unnamed;
  readonly zone: string;
}

function readPost(post: Element, index: number, form: HtmlForm, desk: PageDesk): Timed {
  const { words, pictures, zone } = desk;
  // One object for each field: a place is named by every word of a post.
  const places = {
    body: { post: index, field: "body" },
    caption: { post: index, field: "caption" },
    credit: { post: index, field: "credit" },
    author: { post: index, field: "author" },
  } as const;
  const place = (field: keyof typeof places): Place => places[field];
  loseUnseen(post, words, place("body"));
  const [texts, before] = [textsIn([post]), words.count()];
  setApart(post);
  const parts = form.post(post);
  /** What pictures in furniture say, such as the name of a writer below a portrait. */
  const labels: string[] = [];
  for (const element of [...(parts.controls ?? []), ...findAll(post, isFurniture)]) {
    if (!isWithin(element, post) || wordsOf([element], longestFurniture).trim().length > longestFurniture) continue;
    for (const line of linesOf([element])) loseControl(wordsOf(line), words, place("body"));
    labels.push(...mediaWords(element));
    takeOut(element);
  }
  const { roles, copies } = takeHidden(post, words, place("body"));
  const { head, post: found } = readPostParts(post, index, parts, words, zone);
  countUnnamed(post, desk.unnamed);
  const body: readonly Block[] = readBlocks(
    (parts.body ?? [post]).flatMap(({ childNodes }) => childNodes),
    mediaReader({ words, place, pictures, roles, ...(form.own !== undefined && { own: form.own }) }),
  );
  const blocks = [...withoutUnread(body), ...settleCopies(copies, body, words, place("body"))];
  for (const text of unreadTexts(texts, [...words.since(before), ...providersIn(blocks)]))
    words.lose(text, "unread markup", place("body"));
  const whole = { ...found, blocks };
  loseLabels(labels, whole, words, place("body"));
  return { head, post: whole };
}

/** Labels of pictures that were taken out: most say what the post says. */
function loseLabels(labels: readonly string[], post: FoundPost, words: Words, of: Place): void {
  if (labels.length === 0) return;
  const written = writtenWords({ page: nothing.page, posts: [post] });
  const kept = [...written.values()].map(squeeze).join("\n");
  for (const label of labels)
    words.lose(label, kept.includes(squeeze(label)) ? "repeated in another form" : "attribute words", of);
}

/** The words of a button or a menu: a fixed phrase where they are one. */
function loseControl(text: string, words: Words, of: Place): void {
  const line = text.trim().replace(/\s+/g, " ");
  const phrase = controlPhrases.find((kind) => losses[kind].pattern.test(line));
  words.lose(text, phrase ?? "controls", of);
}

const controlPhrases = [
  "share tools",
  "read more",
  "key event",
  "furniture",
  "divider mark",
] as const satisfies readonly PhraseKind[];

/** What the head calls the page in words that neither its title nor anything else has. */
function loseTitles({ titles = [], publisher = "" }: About, written: string | undefined, words: Words): void {
  const others = titles.filter((title) => saysOther(title, written ?? "", [publisher]));
  if (others.length === 0) return;
  const told = squeeze(words.text());
  for (const title of new Set(others)) if (!told.includes(squeeze(title))) words.lose(title, "other title");
}

/** All words that nobody read: what stands around the live page. */
function loseRest(node: Tree["childNodes"][number], words: Words): void {
  if ("childNodes" in node && !("tagName" in node && silent.has(node.tagName)))
    for (const line of linesOf([node])) words.lose(wordsOf(line), "around the page");
}

/** Names of sites that embeds are of: they are told by addresses too, so that they are no words of the account. */
const providersIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    isMedia(block)
      ? [...(block.provider === undefined ? [] : [block.provider]), ...providersIn(block.blocks)]
      : block.kind === "list"
        ? block.items.flatMap(providersIn)
        : block.kind === "quote"
          ? providersIn(block.blocks)
          : [],
  );

const flat = {
  message: `The tags of the page are nested more than ${deepestTags} deep: deeper ones were left out, their words were not`,
  hint: "Compare the archive with the page where links or lists matter",
};

const tooDeep = (file: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot read the capture: its tags are nested more than ${deepestTags} deep`,
  hint: "Copy the text of the page into a file and import that",
});

const framesSaid = (count = 0): readonly { readonly message: string; readonly hint: string }[] =>
  count === 0
    ? []
    : [
        {
          message: `Frames lie too deep in other frames, or are too many: ${count} of them were not read`,
          hint: "Open what they show, and import that alone",
        },
      ];

const noPosts = (file: string, form: HtmlForm): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot find a post in the capture, which was read as: ${form.title}`,
  hint: saveAgain,
});
