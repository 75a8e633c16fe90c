/** From a saved BBC live page of 2015 to 2023 to a live page: `article.lx-stream-post`. */

import { classesOf, elementsIn, find, findAll, hasClass, type Tree, textOfElement } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import type { HtmlForm } from "../saved-page/html-form.ts";
import type { PageParts } from "../saved-page/page.ts";
import type { PostParts } from "../saved-page/post/parts.ts";
import { htmlImporter } from "../saved-page/saved-page.ts";
import { isEditorsLine, pagesWarning, playerTexts, portraitsIn, summaryIn } from "./bbc.ts";

const form: HtmlForm = {
  name: "bbc-lx",
  title: "A saved BBC live page (2015 to 2023)",
  recognises: (html) => (/\blx-stream-post\b/.test(html) ? 0.95 : 0),
  posts: (page) => findAll(page, (element) => hasClass(element, "lx-stream-post")),
  post: postParts,
  page: pageParts,
  warnings: pagesWarning,
};

export const bbcLx = htmlImporter(form);

function postParts(post: Element): PostParts {
  const named = (...names: readonly string[]) =>
    find(post, (one) => names.some((name) => hasClass(one, name)) && textOfElement(one) !== "");
  const all = (...names: readonly string[]) =>
    findAll(post, (one) => names.some((name) => hasClass(one, name)) && textOfElement(one) !== "");
  const breaking = named("lx-stream-post__breaking", "qa-breaking-label");
  const title =
    named("lx-stream-post__header-title", "qa-post-title") ?? find(named("lx-stream-post__header"), isHeadline);
  const roles = all("qa-contributor-role", "lx-stream-post__contributor-description");
  const id = attribute(post, "id")?.replace(/^post_/, "");
  return {
    ...(id !== undefined && id !== "" && { source: id }),
    stamps: all("lx-stream-post__meta-time"),
    // The word "Breaking" is taken out first; what remains of its title is the headline.
    headline: named("lx-stream-post__header-text") ?? (title === breaking ? undefined : title),
    untitled: true,
    label: named("qa-post-label", "lx-stream-post__icon-label"),
    breaking,
    isBreaking: hasClass(post, "lx-stream-post--breaking"),
    bylines: all("qa-contributor-name", "lx-stream-post__contributor-name").map((name, index) => ({
      name,
      role: roles[index],
    })),
    phrases: playerTexts([...elementsIn(post)]),
    controls: [
      ...all("lx-stream-post__contributor").flatMap(portraitsIn),
      ...all("lx-stream-post__share-tools", "qa-share-tools", "lx-stream-post__reactions", "qa-reactions"),
    ],
  };
}

const isHeadline = (one: Element): boolean =>
  (/^h[1-6]$/.test(one.tagName) || attribute(one, "role") === "heading") && textOfElement(one) !== "";

function pageParts(page: Tree): PageParts {
  const headers = ["lx-c-session-header__title", "lx-commentary__title"];
  return {
    title:
      find(page, (one) => headers.some((name) => hasClass(one, name))) ?? find(page, ({ tagName }) => tagName === "h1"),
    summary: summaryIn(page),
    editors: findAll(page, (one) => classesOf(one).includes("qa-live-reporter") || isEditorsLine(one)),
    publisher: "BBC",
  };
}
