/** A saved BBC live page as they have been since 2023: `article[data-testid=content-post]`, classes with generated prefixes. */

import {
  classesOf,
  elementsIn,
  find,
  findAll,
  isTestId,
  isWithin,
  parentOf,
  shortLineOf,
  type Tree,
  textOfElement,
} from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import type { HtmlForm } from "../saved-page/html-form.ts";
import type { PageParts } from "../saved-page/page.ts";
import type { PostParts } from "../saved-page/post/parts.ts";
import { htmlImporter } from "../saved-page/saved-page.ts";
import { isEditorsLine, pagesWarning, playerTexts, portraitsIn, summaryIn } from "./bbc.ts";

const form: HtmlForm = {
  name: "bbc-html",
  title: "A saved BBC live page (2023 and later)",
  recognises: (html) => (/content-post["'\s]/.test(html) || html.includes("accessible-timestamp") ? 0.9 : 0),
  posts: (page) => {
    const posts = findAll(page, (element) => isTestId(element, "content-post"));
    const stamped = (tagName: string) => findAll(page, (one) => one.tagName === tagName && isStamped(one));
    return posts.length > 0 ? posts : ([stamped("article"), stamped("li")].find((found) => found.length > 0) ?? []);
  },
  post: postParts,
  page: pageParts,
  warnings: pagesWarning,
};

export const bbcHtml = htmlImporter(form);

const isStamped = (element: Element): boolean =>
  find(element, (one) => isTestId(one, "timestamp", "accessible-timestamp")) !== undefined;

function postParts(post: Element): PostParts {
  // Looked through many times: once as a list, with the names that tell what is what.
  const all = elementsIn(post);
  const called = all
    .map((element) => ({ element, names: classesOf(element) }))
    .filter(({ element, names }) => names.length > 0 || attribute(element, "data-testid") !== undefined);
  const outermost = (test: (element: Element, names: readonly string[]) => boolean): readonly Element[] => {
    const found: Element[] = [];
    for (const { element, names } of called)
      if (test(element, names) && !isWithin(element, found.at(-1) ?? element)) found.push(element);
    return found;
  };
  const header = all.find(({ tagName }) => tagName === "header") ?? post;
  const heading = find(header, ({ tagName }) => /^h[1-6]$/.test(tagName));
  // The time for screen readers and the one that is shown may stand in one element: what is left of that is read last.
  const spoken = called.flatMap(({ element }) => (isTestId(element, "accessible-timestamp") ? [element] : []));
  const accessible = [...spoken, ...outermost((one) => isTestId(one, "timestamp") && !spoken.includes(one))];
  const visible = outermost(
    (one, names) => hasPart(names, "Timestamp") && !accessible.some((stamp) => stamp === one || isWithin(one, stamp)),
  );
  // More times than these are no longer those of one post.
  const stamps = [...accessible, ...visible].slice(0, 20);
  const stampless = (element: Element): boolean =>
    !stamps.some((stamp) => stamp === element || isWithin(element, stamp) || isWithin(stamp, element));
  const named = (name: RegExp) =>
    called.find(
      ({ element, names }) =>
        names.some((one) => name.test(one)) && stampless(element) && textOfElement(element) !== "",
    )?.element;
  const headline =
    named(/(?:^|-)(?:HeadlineText|LinkPostHeadline|Headline)$/) ??
    (heading &&
      elementsIn(heading).find(
        (one) =>
          one.tagName === "span" &&
          stampless(one) &&
          textOfElement(one) !== "" &&
          !/^breaking$/i.test(shortLineOf(one) ?? ""),
      ));
  const breaking = find(
    header,
    (one) =>
      /^breaking(?: news)?$/i.test(shortLineOf(one, 20) ?? "") &&
      one !== headline &&
      stampless(one) &&
      !isInside(one, headline),
  );
  return {
    source: attribute(post, "id") ?? (heading && attribute(heading, "id")) ?? permalinkOf(all),
    stamps,
    headline,
    untitled: true,
    label: named(/(?:^|-)(?:Label|PostLabel|LabelText)$/),
    breaking,
    subheadline: named(/(?:^|-)Subheadline$/i),
    context: outermost((_, names) => hasPart(names, "Context")),
    bylines: bylinesOf((name) =>
      outermost((one, names) => names.some((each) => name.test(each)) && textOfElement(one) !== ""),
    ),
    phrases: playerTexts(all),
    controls: [
      ...outermost(
        (one, names) => hasPart(names, "ShareTools", "SharePopover", "ShareButton") || isTestId(one, "share-tools"),
      ),
      ...outermost((_, names) =>
        names.some((name) => /(?:^|-)Contributors?(?:Image|Wrapper|Container)?$/.test(name)),
      ).flatMap(portraitsIn),
    ],
  };
}

/** True where a class is the name, or ends in it behind a generated prefix: `ssrcss-1q0x1qg-Paragraph`. */
const hasPart = (names: readonly string[], ...parts: readonly string[]): boolean =>
  names.some((name) => parts.some((part) => name === part || name.endsWith(`-${part}`)));

const isInside = (element: Element, outer: Element | undefined): boolean =>
  outer !== undefined && (element === outer || isWithin(element, outer));

/** `<page>?post=asset%3A<id>#post`, as the share button has it. */
const permalinkOf = (elements: readonly Element[]): string | undefined => {
  for (const one of elements) {
    const href = attribute(one, "href") ?? "";
    const id = /[?&]post=([^&#]+)/.exec(href)?.[1];
    if (id !== undefined) return decodeURIComponent(id.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  }
  return undefined;
};

/** Names and roles where their elements say so; else the two lines of the element that is called "Contributor". */
function bylinesOf(all: (name: RegExp) => readonly Element[]): NonNullable<PostParts["bylines"]> {
  const names = all(/(?:Contributor|Author|Byline)Name$/);
  const roles = all(/(?:Contributor|Author|Byline)(?:Role|Description|JobTitle)$/);
  if (names.length > 0) return names.map((name, index) => ({ name, role: roles[index] }));
  const [contributor] = all(/(?:^|-)(?:Text)?Contributor(?:s|Wrapper|Container|Info)?$/);
  if (contributor === undefined) return [];
  const lines = linesOfNodes(contributor.childNodes).flatMap(([node]) => parentElements(node));
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
  const title = find(page, ({ tagName }) => tagName === "h1");
  const summary = summaryIn(page);
  const editors = findAll(page, (one) => isEditorsLine(one) && !(summary !== undefined && isWithin(one, summary)));
  return { title, summary, editors, publisher: "BBC" };
}
