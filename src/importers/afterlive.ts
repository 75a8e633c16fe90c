/** A live page that this program built: the same posts come back. */
import { webAddress } from "../markdown/address.ts";
import { type Block, type MediaKind, mediaKinds } from "../model/block.ts";
import { type InferredPart, inferredParts } from "../model/live-page.ts";
import { type BlockReader, type OwnReading, readBlocks } from "./html-blocks.ts";
import { elementsIn, find, findAll, hasClass, isWithin, lineOf, type Tree, takeOut } from "./html-dom.ts";
import { mediaBlock } from "./html-embeds.ts";
import { first, type HtmlForm, htmlImporter } from "./html-form.ts";
import { attribute, type Element } from "./html-inline.ts";
import { type Desk, legend } from "./html-media.ts";
import type { PageParts } from "./html-page.ts";
import type { PostParts } from "./html-post.ts";
import { losses } from "./losses.ts";
import { writable } from "./words.ts";

const form: HtmlForm = {
  name: "afterlive",
  title: "A page that afterlive built",
  recognises: (html) => (/<meta name="?generator"? content="?afterlive\b/.test(html) ? 1 : 0),
  posts: (page) => findAll(page, (element) => element.tagName === "article" && hasClass(element, "post")),
  post: postParts,
  own: cardReader,
  page: pageParts,
};

export const afterlive = htmlImporter(form);

function postParts(post: Element): PostParts {
  const heading = first(post, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const named = (name: string) => first(heading, (one) => hasClass(one, name));
  const [time] = heading === undefined ? [] : findAll(heading, ({ tagName }) => tagName === "time");
  const breaking = named("breaking");
  const inferred = named("inferred");
  const text = first(post, (one) => hasClass(one, "text"));
  const inText = (name: string) =>
    text?.childNodes.find((node): node is Element => "tagName" in node && hasClass(node, name));
  const context = inText("context");
  const truncated = inText("truncated");
  const when = named("when");
  const untimed = when !== undefined && hasClass(when, "untimed") ? when : undefined;
  return {
    time: time && attribute(time, "datetime"),
    stamps: time === undefined ? [] : [time],
    clock: named("clock"),
    phrases: [inferred, truncated, untimed].flatMap((element) =>
      element === undefined ? [] : [[element, "archive words"] as const],
    ),
    inferred: inferred === undefined ? [] : inferredIn(lineOf(inferred)),
    truncated: truncated !== undefined,
    breaking,
    label: heading && find(heading, (one) => hasClass(one, "label") && one !== breaking),
    headline: named("headline"),
    subheadline: inText("subheadline"),
    context: context === undefined ? [] : findAll(context, ({ tagName }) => tagName === "span"),
    bylines: (heading === undefined ? [] : findAll(heading, (one) => hasClass(one, "byline"))).flatMap((byline) => {
      const name = first(byline, (one) => hasClass(one, "name"));
      const role = first(byline, (one) => hasClass(one, "role"));
      if (role !== undefined) withoutComma(role);
      return name === undefined ? [] : [{ name, role }];
    }),
    controls: heading === undefined ? [] : findAll(heading, (one) => hasClass(one, "hidden")),
  };
}

const words: Readonly<Record<InferredPart, string>> = { year: "year", date: "date", zone: "time zone" };
const inferredIn = (line: string): readonly InferredPart[] =>
  inferredParts.filter((part) => line.includes(words[part]));

/** The comma that stands between a name and a role is no part of either. */
function withoutComma(role: Element): void {
  const [text] = role.childNodes;
  if (text !== undefined && "value" in text) text.value = text.value.replace(/^, /, "");
}

/** The cards that stand for what the archive does not hold. */
function cardReader(element: Element, desk: Desk, reader: BlockReader): OwnReading | undefined {
  if (element.tagName !== "figure") return undefined;
  if (hasClass(element, "absent")) return () => [absentFigure(element, desk)];
  const kind = mediaKinds.find((one) => hasClass(element, `media-${one}`));
  return kind === undefined ? undefined : (depth) => [mediaCard(kind, element, desk, reader, depth)];
}

function losePhrase(element: Element | undefined, desk: Desk): void {
  if (element === undefined || !losses["archive words"].pattern.test(lineOf(element))) return;
  desk.words.lose(lineOf(element), "archive words");
  takeOut(element);
}

function absentFigure(figure: Element, desk: Desk): Block {
  losePhrase(
    first(figure, (one) => hasClass(one, "kind")),
    desk,
  );
  const credit = legend(figure, "credit", desk);
  const caption = legend(figure, "caption", desk);
  const alt = desk.words.keep(lineOf(figure), desk.place("body"));
  return desk.pictures.figure(
    { alt, ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    [],
  );
}

function mediaCard(kind: MediaKind, card: Element, desk: Desk, reader: BlockReader, depth: number): Block {
  losePhrase(
    first(card, (one) => hasClass(one, "kind")),
    desk,
  );
  const original = first(card, (one) => hasClass(one, "original"));
  const link = first(original, ({ tagName }) => tagName === "a");
  const source = webAddress((link && attribute(link, "href")) ?? "");
  losePhrase(original, desk);
  const from = first(card, (one) => hasClass(one, "from"));
  const said = (name: string): string | undefined => {
    const element = first(from, (one) => hasClass(one, name));
    return element && lineOf(element);
  };
  const [author, provider, date] = [said("author"), said("provider"), said("date")];
  const kept = author === undefined ? "" : desk.words.keep(author, desk.place("author")).trim();
  if (from !== undefined) takeOut(from);
  const credit = legend(card, "credit", desk);
  const caption = legend(card, "caption", desk);
  const text = first(card, ({ tagName }) => tagName === "blockquote");
  const blocks = text === undefined ? [] : readBlocks(text.childNodes, reader, depth);
  return {
    ...mediaBlock(kind, { source, provider }, blocks),
    ...(kept !== "" && { author: kept }),
    ...(date !== undefined && writable(date) !== "" && { date: writable(date) }),
    ...(caption.length > 0 && { caption }),
    ...(credit.length > 0 && { credit }),
  };
}

function pageParts(page: Tree): PageParts {
  const lead = first(page, (one) => hasClass(one, "lead"));
  const title = first(lead, ({ tagName }) => tagName === "h1");
  const facts = first(page, (one) => hasClass(one, "facts"));
  const publisher = first(facts, (one) => one.tagName === "a" && /external/.test(attribute(one, "rel") ?? ""));
  const panel = first(page, (one) => hasClass(one, "panel"));
  const summary = first(page, (one) => hasClass(one, "summary") && one.tagName === "section");
  const publishedBy = factOf(page, /^Published by$/);
  const editors = factOf(page, /^Written and edited by$/);
  return {
    title,
    source: webAddress((publisher && attribute(publisher, "href")) ?? ""),
    ...(publishedBy !== undefined && { publisher: writable(lineOf(publishedBy)) }),
    editors: editors === undefined ? [] : [editors],
    panel: panel === undefined ? [] : findAll(panel, ({ tagName }) => tagName === "span"),
    summary,
  };
}

/** What stands beside a name in a list of facts. */
function factOf(page: Tree, name: RegExp): Element | undefined {
  for (const term of elementsIn(page)) {
    if (term.tagName !== "dt" || !name.test(lineOf(term))) continue;
    const list = term.parentNode;
    if (list !== null && "tagName" in list) return find(list, (one) => one.tagName === "dd" && !isWithin(one, term));
  }
  return undefined;
}
