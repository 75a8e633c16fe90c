/** A saved BBC live page as they have been since 2023: `article[data-testid=content-post]`, classes with generated prefixes. */

import { isEditorsLine, isSummaryOf, pagesWarning } from "./bbc-page.ts";
import {
  classesOf,
  elementsIn,
  findAll,
  hasClassPart,
  isTestId,
  isWithin,
  lineOf,
  parentOf,
  shortLineOf,
  type Tree,
} from "./html-dom.ts";
import { first, type HtmlForm, htmlImporter } from "./html-form.ts";
import { attribute, type Element } from "./html-inline.ts";
import { linesOf } from "./html-lines.ts";
import type { PageParts } from "./html-page.ts";
import type { PostParts } from "./html-post.ts";

const form: HtmlForm = {
  name: "bbc-html",
  title: "A saved BBC live page (2023 and later)",
  recognises: (html) => (/content-post["'\s]/.test(html) || html.includes("accessible-timestamp") ? 0.9 : 0),
  posts: (page) => {
    const posts = findAll(page, (element) => isTestId(element, "content-post"));
    return posts.length > 0 ? posts : findAll(page, (element) => element.tagName === "article" && isStamped(element));
  },
  post: postParts,
  page: pageParts,
  warnings: pagesWarning,
};

export const bbcHtml = htmlImporter(form);

const isStamped = (element: Element): boolean =>
  first(element, (one) => isTestId(one, "timestamp", "accessible-timestamp")) !== undefined;

function postParts(post: Element): PostParts {
  const header = first(post, ({ tagName }) => tagName === "header") ?? post;
  const heading = first(header, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const accessible = findAll(post, (one) => isTestId(one, "timestamp", "accessible-timestamp"));
  const visible = findAll(
    post,
    (one) => hasClassPart(one, "Timestamp") && !accessible.some((stamp) => stamp === one || isWithin(one, stamp)),
  );
  // More times than these are no longer those of one post.
  const stamps = [...accessible, ...visible].slice(0, 20);
  const stampless = (element: Element): boolean =>
    !stamps.some((stamp) => stamp === element || isWithin(element, stamp) || isWithin(stamp, element));
  const named = (name: RegExp) =>
    first(post, (one) => classesOf(one).some((each) => name.test(each)) && stampless(one) && lineOf(one) !== "");
  const headline =
    named(/(?:^|-)(?:HeadlineText|LinkPostHeadline|Headline)$/) ??
    (heading &&
      [...elementsIn(heading)].find(
        (one) =>
          one.tagName === "span" && stampless(one) && lineOf(one) !== "" && !/^breaking$/i.test(shortLineOf(one) ?? ""),
      ));
  const breaking = first(
    header,
    (one) =>
      stampless(one) &&
      one !== headline &&
      /^breaking(?: news)?$/i.test(shortLineOf(one) ?? "") &&
      !isInside(one, headline),
  );
  return {
    source: attribute(post, "id") ?? (heading && attribute(heading, "id")) ?? permalinkOf(post),
    stamps,
    headline,
    untitled: true,
    label: named(/(?:^|-)(?:Label|PostLabel|LabelText)$/),
    breaking,
    subheadline: named(/(?:^|-)Subheadline$/i),
    context: findAll(post, (one) => hasClassPart(one, "Context")),
    bylines: bylinesOf(post),
    controls: findAll(
      post,
      (one) => hasClassPart(one, "ShareTools", "SharePopover", "ShareButton") || isTestId(one, "share-tools"),
    ),
  };
}

const isInside = (element: Element, outer: Element | undefined): boolean =>
  outer !== undefined && (element === outer || isWithin(element, outer));

/** `<page>?post=asset%3A<id>#post`, as the share button has it. */
const permalinkOf = (post: Element): string | undefined => {
  for (const one of elementsIn(post)) {
    const href = attribute(one, "href") ?? "";
    const id = /[?&]post=([^&#]+)/.exec(href)?.[1];
    if (id !== undefined) return decodeURIComponent(id.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  }
  return undefined;
};

/** Names and roles where their elements say so; else the two lines of the element that is called "Contributor". */
function bylinesOf(post: Element): NonNullable<PostParts["bylines"]> {
  const all = (name: RegExp) =>
    findAll(post, (one) => classesOf(one).some((each) => name.test(each)) && lineOf(one) !== "");
  const names = all(/(?:Contributor|Author|Byline)Name$/);
  const roles = all(/(?:Contributor|Author|Byline)(?:Role|Description|JobTitle)$/);
  if (names.length > 0) return names.map((name, index) => ({ name, role: roles[index] }));
  const [contributor] = all(/(?:^|-)(?:Text)?Contributor(?:s|Wrapper|Container|Info)?$/);
  if (contributor === undefined) return [];
  const lines = linesOf(contributor.childNodes).flatMap(([node]) => parentElements(node));
  const [name, role] = [...new Set(lines)];
  return name === undefined ? [{ name: contributor }] : [{ name, role }];
}

const parentElements = (node: Parameters<typeof parentOf>[0] | undefined): readonly Element[] => {
  if (node === undefined) return [];
  if ("tagName" in node) return [node];
  const parent = parentOf(node);
  return parent === undefined ? [] : [parent];
};

function pageParts(page: Tree): PageParts {
  const title = first(page, ({ tagName }) => tagName === "h1");
  const summary = [...elementsIn(page)].find(isSummaryOf);
  const editors = findAll(page, (one) => isEditorsLine(one) && !(summary !== undefined && isWithin(one, summary)));
  return { title, summary, editors, publisher: "BBC" };
}
