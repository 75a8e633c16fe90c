/** Any saved live page: posts are the elements that repeat and each tell a time. Best effort, and said to be so. */

import { find, isWithin, shortLineOf, type Tree } from "./html-dom.ts";
import { type HtmlForm, htmlImporter } from "./html-form.ts";
import { attribute } from "./html-inline.ts";
import { isCalled } from "./html-names.ts";
import type { PageParts } from "./html-page.ts";
import { anyPostParts } from "./live-parts.ts";
import { findPosts } from "./live-posts.ts";

const form: HtmlForm = {
  name: "live-html",
  title: "Any saved live page",
  recognises: (html) => (looksLive(html) ? 0.3 : 0),
  posts: findPosts,
  post: anyPostParts,
  page: pageParts,
  warnings: () => [
    {
      message: "The page is of no form that is known here: its posts were found by their times alone",
      hint: "Compare the archive with the page: what is no post, delete; what is missing, write",
    },
  ],
};

export const liveHtml = htmlImporter(form);

const counts = (html: string, pattern: RegExp, least: number): boolean => {
  let count = 0;
  for (const _ of html.matchAll(pattern)) if (++count >= least) return true;
  return false;
};

/** Times for machines or for people, or the names that systems for live pages give to posts. */
const looksLive = (html: string): boolean =>
  counts(html, /<time\b/gi, 3) ||
  counts(
    html,
    /\b(?:data-[a-z-]{0,40}(?:time|date|publish|epoch|utime)[a-z-]{0,40}|datetime)\s*=\s*["']?[12]\d{3}/gi,
    3,
  ) ||
  counts(
    html,
    /\b(?:live[-_]?(?:blog|story|feed|post|entry|event|update|ticker)|liveBlogUpdate|lb-post|ncpost|tik4-|scrbbl)/gi,
    1,
  ) ||
  counts(html, />\s*(?:[012]?\d[:.h][0-5]\d|1?\d\s?[ap]m)(?!\d)[^<]{0,100}</gi, 3);

function pageParts(page: Tree): PageParts {
  const publisher = find(page, (one) => one.tagName === "h1" && attribute(one, "class")?.includes("logo") === true);
  const title =
    find(page, (one) => one.tagName === "h1" && attribute(one, "itemprop") === "headline") ??
    find(page, (one) => one.tagName === "h1" && one !== publisher && (shortLineOf(one) ?? "") !== "");
  const summary = find(
    page,
    (one) =>
      ["section", "div", "aside", "ul"].includes(one.tagName) &&
      isCalled(one, / (?:summary|key ?points|key takeaways|highlights|what we know) /) &&
      find(one, ({ tagName }) => tagName === "li") !== undefined,
  );
  const standfirst = find(
    page,
    (one) =>
      isCalled(one, / (?:standfirst|dek|subheading|subheadline|strapline|lede|lead text|article summary) /) &&
      (shortLineOf(one, 600) ?? "") !== "" &&
      !(title !== undefined && (one === title || isWithin(title, one) || isWithin(one, title))) &&
      !(summary !== undefined && (one === summary || isWithin(summary, one) || isWithin(one, summary))),
  );
  return { title, summary, panel: standfirst === undefined ? [] : [standfirst] };
}
