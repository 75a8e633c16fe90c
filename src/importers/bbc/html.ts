/** From a saved BBC live page of 2023 or later to a live page: `article[data-testid=content-post]`, classes with generated prefixes. */

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

/** An element with its classes. A post is searched many times, so its list is made once. */
interface NamedElement {
  readonly element: Element;
  readonly names: readonly string[];
}

function postParts(post: Element): PostParts {
  const all = elementsIn(post);
  const named = all
    .map((element) => ({ element, names: classesOf(element) }))
    .filter(({ element, names }) => names.length > 0 || attribute(element, "data-testid") !== undefined);
  const header = all.find(({ tagName }) => tagName === "header") ?? post;
  const heading = find(header, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const stamps = stampsIn(named);
  const first = (name: RegExp) =>
    named.find(
      ({ element, names }) =>
        names.some((one) => name.test(one)) && isApart(element, stamps) && textOfElement(element) !== "",
    )?.element;
  const headline = first(/(?:^|-)(?:HeadlineText|LinkPostHeadline|Headline)$/) ?? spanWithHeadline(heading, stamps);
  return {
    source: attribute(post, "id") ?? (heading && attribute(heading, "id")) ?? permalinkOf(all),
    stamps,
    headline,
    untitled: true,
    label: first(/(?:^|-)(?:Label|PostLabel|LabelText)$/),
    breaking: find(
      header,
      (one) =>
        /^breaking(?: news)?$/i.test(shortLineOf(one, 20) ?? "") &&
        isApart(one, stamps) &&
        !(headline !== undefined && (one === headline || isWithin(one, headline))),
    ),
    subheadline: first(/(?:^|-)Subheadline$/i),
    context: outermost(named, ({ names }) => hasPart(names, "Context")),
    bylines: bylinesIn(named),
    phrases: playerTexts(all),
    controls: controlsIn(named),
  };
}

/** The outermost elements that pass a test, in the order of the page. */
function outermost(elements: readonly NamedElement[], test: (one: NamedElement) => boolean): readonly Element[] {
  const found: Element[] = [];
  for (const one of elements)
    if (test(one) && !isWithin(one.element, found.at(-1) ?? one.element)) found.push(one.element);
  return found;
}

/** The stamps of a post, those for screen readers first. More than 20 belong to several posts. */
function stampsIn(named: readonly NamedElement[]): readonly Element[] {
  // One element may hold the time for screen readers and the visible one: its remaining text is read last.
  const spoken = named.flatMap(({ element }) => (isTestId(element, "accessible-timestamp") ? [element] : []));
  const others = outermost(named, ({ element }) => isTestId(element, "timestamp") && !spoken.includes(element));
  const accessible = [...spoken, ...others];
  const visible = outermost(
    named,
    ({ element, names }) =>
      hasPart(names, "Timestamp") && !accessible.some((stamp) => stamp === element || isWithin(element, stamp)),
  );
  return [...accessible, ...visible].slice(0, 20);
}

/** True for an element that is not a stamp, holds none and lies in none. */
const isApart = (element: Element, stamps: readonly Element[]): boolean =>
  !stamps.some((stamp) => stamp === element || isWithin(element, stamp) || isWithin(stamp, element));

const spanWithHeadline = (heading: Element | undefined, stamps: readonly Element[]): Element | undefined =>
  heading &&
  elementsIn(heading).find(
    (one) =>
      one.tagName === "span" &&
      isApart(one, stamps) &&
      textOfElement(one) !== "" &&
      !/^breaking$/i.test(shortLineOf(one) ?? ""),
  );

const controlsIn = (named: readonly NamedElement[]): readonly Element[] => [
  ...outermost(
    named,
    ({ element, names }) =>
      hasPart(names, "ShareTools", "SharePopover", "ShareButton") || isTestId(element, "share-tools"),
  ),
  ...outermost(named, ({ names }) =>
    names.some((name) => /(?:^|-)Contributors?(?:Image|Wrapper|Container)?$/.test(name)),
  ).flatMap(portraitsIn),
];

/** True if a class is the name, or ends with it after a generated prefix: `ssrcss-1q0x1qg-Paragraph`. */
const hasPart = (names: readonly string[], ...parts: readonly string[]): boolean =>
  names.some((name) => parts.some((part) => name === part || name.endsWith(`-${part}`)));

/** The id in the address of the share button: `<page>?post=asset%3A<id>#post`. */
const permalinkOf = (elements: readonly Element[]): string | undefined => {
  for (const one of elements) {
    const href = attribute(one, "href") ?? "";
    const id = /[?&]post=([^&#]+)/.exec(href)?.[1];
    if (id !== undefined) return decodeURIComponent(id.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  }
  return undefined;
};

/** Names and roles from elements of their own; else the two lines of the element with the name "Contributor". */
function bylinesIn(named: readonly NamedElement[]): NonNullable<PostParts["bylines"]> {
  const all = (pattern: RegExp) =>
    outermost(named, ({ element, names }) => names.some((name) => pattern.test(name)) && textOfElement(element) !== "");
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
