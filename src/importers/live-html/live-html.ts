/** From any saved live page to a live page: its posts are elements that repeat and have times. The result is a guess, and a warning states that. */

import { find, findAll, isWithin, type Tree } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import type { HtmlForm } from "../saved-page/html-form.ts";
import type { PageParts } from "../saved-page/page.ts";
import type { About } from "../saved-page/plain.ts";
import { htmlImporter } from "../saved-page/saved-page.ts";
import { titleAmong } from "../saved-page/title.ts";
import { leadNote, summaryNote } from "./lead.ts";
import { pageWriterNote } from "./page-writers.ts";
import { anyPostParts } from "./post/post.ts";
import { findPosts } from "./posts.ts";

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

/** A time directly after a tag, in the words of many newsrooms: "10.32am", "noon", "13h30", "kl. 13.30", "下午1:30". */
const beginningTime =
  />\s*[[(]?(?:\p{L}{1,10}\.?:? ?)?(?:\p{Nd}{1,2}\s?(?:[:.h]\s?\p{Nd}{2}|[时時點点시]\s?\p{Nd}{0,2})|\p{Nd}{1,2}\s?(?:[ap]\.?\s?m\b|Uhr\b|h\b)|noon\b|midday\b)(?!\p{Nd})/giu;

/** "13:45 by Nell Ashby" at the end of a text. */
const timeAndName =
  /(?<!\d)[012]?\d[:.h][0-5]\d(?:\s?(?:Uhr|h|[ap]\.?m\.?))?\s(?:by|von|par|por|di|door|av|af)\s[^<\d]{3,60}</gi;

/** True for a page with times for machines or people, or with a name that systems for live pages give to posts. */
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
  counts(html, beginningTime, 3) ||
  counts(html, />\s*\d{1,3}(?:(?:['’]|&(?:#0?39|apos|rsquo);)(?:\s?\+\s?\d{1,2}\S{0,7})?|\.\d overs?)\s*</gi, 3) ||
  counts(html, /(?<!\d)[012]?\d[:.h][0-5]\d(?:\s?(?:Uhr|h|[ap]m))?[)\]]?\s*</gi, 3) ||
  counts(html, timeAndName, 3);

function pageParts(page: Tree, about: About): PageParts {
  const headings = findAll(page, (one) => one.tagName === "h1" || attribute(one, "itemprop") === "headline");
  const second = findAll(page, ({ tagName }) => tagName === "h2");
  const title = titleAmong(headings, about.titles ?? []) ?? agreeing(second, about);
  const isApart = (one: Element): boolean =>
    title === undefined || (one !== title && !isWithin(title, one) && !isWithin(one, title));
  const summary = find(page, (one) => attribute(one, summaryNote) !== undefined && isApart(one));
  const panel = findAll(page, (one) => attribute(one, leadNote) !== undefined && isApart(one));
  const editors = findAll(page, (one) => attribute(one, pageWriterNote) !== undefined && isApart(one));
  return { title, summary, editors, panel: panel.filter((one) => summary === undefined || !isWithin(one, summary)) };
}

/** A heading of a lower level, if the page's head has the same title. */
const agreeing = (headings: readonly Element[], about: About): Element | undefined =>
  (about.titles ?? []).length === 0 ? undefined : titleAmong(headings, about.titles ?? []);
