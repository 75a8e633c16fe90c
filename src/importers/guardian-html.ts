/** A saved Guardian live page, as they are now and as they were before 2021: an element with the id `block-<id>` a post. */
import {
  classesOf,
  elementsIn,
  find,
  findAll,
  hasClass,
  isWithin,
  lineOf,
  parentOf,
  shortLineOf,
  type Tree,
} from "./html-dom.ts";
import { type HtmlForm, htmlImporter } from "./html-form.ts";
import { attribute, type Element, isElement } from "./html-inline.ts";
import type { PageParts } from "./html-page.ts";
import type { PostParts } from "./html-post.ts";
import { splitText, type Text } from "./html-split.ts";
import { isQuoted } from "./live-bylines.ts";
import { pageOf } from "./paging.ts";

const blockId = /^(?:pinned-)?block-([\da-f]{24})$/i;

const form: HtmlForm = {
  name: "guardian-html",
  title: "A saved Guardian live page",
  recognises: (html) => (/\bid=["']?(?:pinned-)?block-[\da-f]{24}\b/i.test(html) ? 0.9 : 0),
  posts: findPosts,
  post: postParts,
  page: pageParts,
  warnings: pageWarnings,
};

export const guardianHtml = htmlImporter(form);

const idOf = (element: Element): string | undefined => blockId.exec(attribute(element, "id") ?? "")?.[1];

/** The posts, each once: the copy of a pinned one stands above them all. */
function findPosts(page: Tree, say: (message: string, hint: string) => void): readonly Element[] {
  const all = findAll(page, (one) => idOf(one) !== undefined);
  const kept = new Map<string, Element>();
  for (const post of all) {
    const id = idOf(post) ?? "";
    const before = kept.get(id);
    if (before === undefined || !isPinned(post)) kept.set(id, post);
  }
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
    keyEvent: hasClass(post, "is-key-event") || key !== undefined,
    bylines: bylinesOf(post).map((name) => ({ name })),
    controls: [
      ...all.filter((one) => hasClass(one, "block-share") || isAdvert(one) || hasClass(one, "rich-link__read-more")),
      ...(key === undefined ? [] : [key]),
      ...portraitsOf(post),
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

/** The line of a time: what stands beside it belongs to it, up to its header. */
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

/** Who wrote a post: a line with a portrait or without, before its text. */
function bylinesOf(post: Element): readonly Element[] {
  const named = findAll(
    post,
    (one) =>
      (hasClass(one, "block-elements__byline") || hasClass(one, "byline") || attribute(one, "rel") === "author") &&
      lineOf(one) !== "",
  );
  if (named.length > 0) return named;
  return portraitsOf(post).flatMap((image) => {
    const line = parentOf(image)?.tagName === "picture" ? parentOf(parentOf(image) ?? image) : parentOf(image);
    const alt = attribute(image, "alt")?.trim() ?? "";
    const name = line && find(line, (one) => one.tagName !== "img" && shortLineOf(one, 100) === alt && alt !== "");
    return name === undefined ? [] : [name];
  });
}

/** The pictures of writers stand in no figure, and are called as they are. */
const portraitsOf = (post: Element): readonly Element[] =>
  [...elementsIn(post)].filter((one) => {
    const alt = attribute(one, "alt")?.trim() ?? "";
    const beside = parentOf(one)?.tagName === "picture" ? parentOf(parentOf(one) ?? one) : parentOf(one);
    if (one.tagName !== "img" || isQuoted(one, post) || beside === undefined || beside === post) return false;
    return alt !== "" && shortLineOf(beside, 100) === alt;
  });

/** "The ferry. Photograph: Bo Carr/Agency": the credit as an element of its own. */
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

/** The paragraphs and points of an element; itself where it has none. */
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

function pageWarnings(page: Tree): readonly { readonly message: string; readonly hint: string }[] {
  const pages =
    find(page, (one) => one.tagName === "nav" && /pagination/i.test(attribute(one, "aria-label") ?? "")) ??
    find(page, (one) => hasClass(one, "liveblog-navigation"));
  const told = /(\d{1,4})\s*of\s*(\d{1,4})/.exec(pages === undefined ? "" : lineOf(pages));
  if (told === null || Number(told[2]) < 2) return [];
  return [
    {
      message: pageOf(told[1], told[2] ?? ""),
      hint: "Import the other pages too: they become one live page",
    },
  ];
}
