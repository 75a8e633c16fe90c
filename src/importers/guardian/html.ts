/** From a saved Guardian live page, before or since 2021, to a live page: each element with an id `block-<id>` is a post. */

import {
  classesOf,
  elementsIn,
  find,
  findAll,
  hasClass,
  isWithin,
  parentOf,
  shortLineOf,
  type Tree,
} from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { splitText, type Text } from "../html/split.ts";
import { isQuoted } from "../saved-page/bylines.ts";
import type { HtmlForm } from "../saved-page/html-form.ts";
import type { PageParts } from "../saved-page/page.ts";
import { noteOlderWording, olderWordingsWarning } from "../saved-page/post/older-wording.ts";
import type { PostParts } from "../saved-page/post/parts.ts";
import { htmlImporter } from "../saved-page/saved-page.ts";
import { guardianWarnings, keyEventsIn } from "./around.ts";
import { guardianBylines } from "./bylines.ts";
import { ownFigure } from "./figures.ts";

const blockId = /^(?:pinned-)?block-([\da-f]{24})$/i;

const form: HtmlForm = {
  name: "guardian-html",
  title: "A saved Guardian live page",
  recognises: (html) => (/\bid=["']?(?:pinned-)?block-[\da-f]{24}\b/i.test(html) ? 0.9 : 0),
  prepare: preparePage,
  posts: findPosts,
  post: postParts,
  own: ownFigure,
  page: pageParts,
  warnings: guardianWarnings,
};

export const guardianHtml = htmlImporter(form);

const idOf = (element: Element): string | undefined => blockId.exec(attribute(element, "id") ?? "")?.[1];

/** The id in the link of the time: the copy of a pinned post has no id of its own. */
function idBehindTime(post: Element): string | undefined {
  const header = find(post, ({ tagName }) => tagName === "header");
  const link = find(
    header,
    (one) => one.tagName === "a" && find(one, ({ tagName }) => tagName === "time") !== undefined,
  );
  return /block-([\da-f]{24})$/i.exec((link && attribute(link, "href")) ?? "")?.[1];
}

/** Gives pinned copies the id of their post, and marks the posts that the page lists as key events. */
function preparePage(page: Tree): void {
  for (const post of findAll(page, (one) => one.tagName === "article" && hasClass(one, "block"))) {
    const id = idOf(post) === undefined ? idBehindTime(post) : undefined;
    if (id !== undefined) post.attrs.push({ name: "id", value: `pinned-block-${id}` });
  }
  const posts = findAll(page, (one) => idOf(one) !== undefined);
  const key = keyEventsIn(page, posts);
  for (const post of posts) if (key.has(idOf(post) ?? "")) post.attrs.push({ name: "data-key-event", value: "true" });
}

/** The posts, each once: the copy of a pinned post stands above all others. */
function findPosts(page: Tree, say: (message: string, hint: string) => void): readonly Element[] {
  const all = findAll(page, (one) => idOf(one) !== undefined);
  const kept = new Map<string, Element>();
  for (const post of all) {
    const id = idOf(post) ?? "";
    const before = kept.get(id);
    if (before === undefined || !isPinned(post)) kept.set(id, post);
  }
  const copies = all.filter((post) => kept.get(idOf(post) ?? "") !== post);
  const older = copies.filter((copy) => noteOlderWording(copy, kept.get(idOf(copy) ?? "") ?? copy)).length;
  if (older > 0) say(...olderWordingsWarning(older));
  const left = all.length - kept.size;
  if (left > 0) say(`Copies of pinned posts were left out: ${left}`, "Nothing is to be done: each post is there once");
  const adverts = [...elementsIn(page)].filter(
    (one) => isAdvert(one) && !all.some((post) => one === post || isWithin(post, one)),
  ).length;
  if (adverts > 0)
    say(
      `Adverts and appeals for support were left out: ${adverts}`,
      "Nothing is to be done: they are no part of the live page",
    );
  const posts = new Set(kept.values());
  return all.filter((post) => posts.has(post));
}

function isPinned(post: Element): boolean {
  if (/^pinned-/.test(attribute(post, "id") ?? "")) return true;
  for (let one: Element | undefined = post; one !== undefined; one = parentOf(one))
    if (/^pinned-post/.test(attribute(one, "id") ?? "") || classesOf(one).some((name) => /^pinned/i.test(name)))
      return true;
  return false;
}

const isAdvert = (one: Element): boolean =>
  hasClass(one, "is-epic") ||
  hasClass(one, "ad-slot") ||
  /^(?:liveblog-epic|dfp-ad--)/.test(attribute(one, "id") ?? "") ||
  attribute(one, "name") === "LiveBlogEpic";

function postParts(post: Element): PostParts {
  const all = [...elementsIn(post)];
  const header = all.find(({ tagName }) => tagName === "header") ?? post;
  const times = all.filter((one) => one.tagName === "time" && !isQuoted(one, post));
  const published =
    times.find((one) => attribute(one, "itemprop") === "datePublished" || hasAbove(one, post, "published-time")) ??
    times.find((one) => !isUpdate(one, post));
  const updated = times.find((one) => one !== published && isUpdate(one, post));
  const headline =
    all.find((one) => hasClass(one, "block-title")) ?? find(header, ({ tagName }) => tagName === "h2") ?? undefined;
  const key = all.find((one) => /^key event$/i.test(shortLineOf(one, 20) ?? "") && !isWithin(headline ?? one, one));
  const summary = all.find(
    (one) => /^summary$/i.test(shortLineOf(one, 20) ?? "") && one !== headline && hasClass(one, "block-label"),
  );
  const id = idOf(post);
  const parted = [headline, key].filter((one) => one !== undefined);
  const { bylines, portraits } = guardianBylines(post, header === post ? undefined : header, parted);
  for (const caption of findAll(post, ({ tagName }) => tagName === "figcaption")) partCredit(caption);
  return {
    ...(id !== undefined && { source: id }),
    time: published && attribute(published, "datetime"),
    updated: updated && attribute(updated, "datetime"),
    stamps: [
      ...(published === undefined ? [] : [around(published, post, headline)]),
      ...(updated === undefined ? [] : [around(updated, post, headline)]),
      ...all.filter((one) => hasClass(one, "block-time")),
      ...findAll(header, (one) => /^\d{1,2}[.:]\d\d(?:\s?[ap]m)? [A-Z]{2,4}$/.test(shortLineOf(one, 20) ?? "")),
    ],
    headline,
    label: summary,
    keyEvent: hasClass(post, "is-key-event") || attribute(post, "data-key-event") !== undefined || key !== undefined,
    bylines,
    controls: [
      ...all.filter((one) => hasClass(one, "block-share") || isAdvert(one) || hasClass(one, "rich-link__read-more")),
      ...(key === undefined ? [] : [key]),
      ...portraits,
    ],
  };
}

function hasAbove(one: Element, post: Element, name: string): boolean {
  for (let above: Element | undefined = one; above !== undefined && above !== post; above = parentOf(above))
    if (hasClass(above, name)) return true;
  return false;
}

const isUpdate = (time: Element, post: Element): boolean =>
  hasAbove(time, post, "updated-time") || /^Updated\b/i.test(shortLineOf(around(time, post, undefined), 60) ?? "");

/** The outermost element around a time, inside its header: the words beside the time belong to it. */
function around(time: Element, post: Element, headline: Element | undefined): Element {
  let line = time;
  for (let above = parentOf(time); above !== undefined && above !== post; above = parentOf(above)) {
    const words = shortLineOf(above, 60);
    if (words === undefined || words.length > 60 || above.tagName === "header") break;
    if (headline !== undefined && isWithin(headline, above)) break;
    if (find(above, ({ tagName }) => tagName === "button") !== undefined) break;
    line = above;
  }
  return line;
}

/** Puts the credit into an element of its own: "The ferry. Photograph: Bo Carr/Agency". */
function partCredit(caption: Element): void {
  const place = caption.childNodes.findLastIndex(
    (node) => node.nodeName === "#text" && "value" in node && node.value.trim() !== "",
  );
  const text = caption.childNodes[place];
  if (text === undefined || isElement(text) || !("value" in text)) return;
  const last = text.value.lastIndexOf(".") + 1;
  const start = text.value.slice(last).search(/(?:Photograph|Composite|Illustration|Photo|Video|Graphic|Source):/);
  if (start === -1) return;
  splitText(text as Text, last + start);
  const credit = splitText(text as Text, text.value.length);
  credit.attrs = [{ name: "class", value: "credit" }];
}

const gu = (name: string) => (one: Element) => attribute(one, "data-gu-name") === name;

/** The paragraphs and points of an element; the element itself if it has none. */
function linesIn(element: Element): readonly Element[] {
  const lines = findAll(element, ({ tagName }) => tagName === "p" || tagName === "li");
  return lines.length === 0 ? [element] : lines;
}

function pageParts(page: Tree): PageParts {
  const standfirst = find(page, gu("standfirst")) ?? find(page, (one) => hasClass(one, "content__standfirst"));
  const writers = find(page, ({ tagName }) => tagName === "address") ?? find(page, (one) => hasClass(one, "byline"));
  return {
    title: find(page, ({ tagName }) => tagName === "h1"),
    publisher: "The Guardian",
    editors: writers === undefined ? [] : [writers],
    panel: standfirst === undefined ? [] : linesIn(standfirst),
  };
}
