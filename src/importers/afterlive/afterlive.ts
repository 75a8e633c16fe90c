/** From a page that this program built to the same live page. */
import { webAddress } from "../../markdown/address.ts";
import { type InferredPart, inferredParts } from "../../model/live-page.ts";
import { writable } from "../account/word-ledger.ts";
import type { Importer } from "../contract.ts";
import { find, findAll, hasClass, parentOf, type Tree, takeOut, textOfElement } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import type { HtmlForm } from "../saved-page/html-form.ts";
import type { PageParts } from "../saved-page/page.ts";
import type { PostParts } from "../saved-page/post/parts.ts";
import { htmlImporter } from "../saved-page/saved-page.ts";
import { cardReader } from "./cards.ts";
import { readData } from "./data.ts";

const form: HtmlForm = {
  name: "afterlive",
  title: "A page that afterlive built",
  recognises: (html) => (/<meta name="?generator"? content="?afterlive\b/.test(html) ? 1 : 0),
  posts: (page) => findAll(page, (element) => element.tagName === "article" && hasClass(element, "post")),
  post: postParts,
  own: cardReader,
  page: pageParts,
  warnings: (page, posts) => {
    const stubs = findAll(
      page,
      (one) =>
        one.tagName === "li" && parentOf(parentOf(one) ?? one)?.tagName === "nav" && attribute(one, "id") !== undefined,
    );
    return stubs.length === 0
      ? []
      : [
          {
            message: `The page holds ${posts} posts of ${posts + stubs.length}: the others stand on other pages of the event`,
            hint: "Import its page.json, or its all.html: they hold the whole event",
          },
        ];
  },
};

const html = htmlImporter(form);

export const builtPages: Importer = {
  ...html,
  recognises: (text) => (isData(text) ? 1 : html.recognises(text)),
  read: (text, options) => (isData(text) ? readData(text, options) : html.read(text, options)),
};

const isData = (text: string): boolean => /^\s*\{[\s\S]{0,200}"generator"\s*:\s*"afterlive"/.test(text.slice(0, 1000));

function postParts(post: Element): PostParts {
  const heading = find(post, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const named = (name: string) => find(heading, (one) => hasClass(one, name));
  const [time] = heading === undefined ? [] : findAll(heading, ({ tagName }) => tagName === "time");
  const breaking = named("breaking");
  const inferred = named("inferred");
  const text = find(post, (one) => hasClass(one, "text"));
  const allInText = (name: string) =>
    (text?.childNodes ?? []).filter((node): node is Element => "tagName" in node && hasClass(node, name));
  const inText = (name: string) => allInText(name)[0];
  const context = inText("context");
  const truncated = inText("truncated");
  const corrections = allInText("correction");
  const when = named("when");
  const untimed = when !== undefined && hasClass(when, "untimed") ? when : undefined;
  return {
    time: time && attribute(time, "datetime"),
    stamps: time === undefined ? [] : [time],
    clock: named("clock"),
    phrases: [inferred, truncated, untimed, breaking, ...allInText("updated"), ...corrections.map(firstWord)].flatMap(
      (element) => (element === undefined ? [] : [[element, "archive words"] as const]),
    ),
    corrections,
    inferred: inferred === undefined ? [] : inferredIn(inferred),
    truncated: truncated !== undefined,
    isBreaking: breaking !== undefined,
    label: heading && find(heading, (one) => hasClass(one, "label") && one !== breaking),
    headline: named("headline"),
    subheadline: inText("subheadline"),
    context: context === undefined ? [] : findAll(context, ({ tagName }) => tagName === "span"),
    bylines: (heading === undefined ? [] : findAll(heading, (one) => hasClass(one, "byline"))).flatMap((byline) => {
      const name = find(byline, (one) => hasClass(one, "name"));
      const role = find(byline, (one) => hasClass(one, "role"));
      if (role !== undefined) withoutComma(role);
      return name === undefined ? [] : [{ name, role }];
    }),
    controls: heading === undefined ? [] : findAll(heading, (one) => hasClass(one, "hidden")),
  };
}

/** The word before a correction. */
const firstWord = (correction: Element): Element | undefined => find(correction, ({ tagName }) => tagName === "b");

function inferredIn(element: Element): readonly InferredPart[] {
  const parts = (attribute(element, "data-parts") ?? "").split(" ");
  return inferredParts.filter((part) => parts.includes(part));
}

/** Removes the comma between a name and a role: it belongs to neither. */
function withoutComma(role: Element): void {
  const [text] = role.childNodes;
  if (text !== undefined && "value" in text) text.value = text.value.replace(/^[,،，]\s*/, "");
}

function pageParts(page: Tree): PageParts {
  const lead = find(page, (one) => hasClass(one, "lead"));
  const title = find(lead, ({ tagName }) => tagName === "h1");
  const facts = find(page, (one) => hasClass(one, "facts"));
  const publisher = find(facts, (one) => one.tagName === "a" && /external/.test(attribute(one, "rel") ?? ""));
  const panel = find(page, (one) => hasClass(one, "panel"));
  const summary = find(page, (one) => hasClass(one, "summary") && one.tagName === "section");
  // This program adds the heading of the summary and its links to posts; they are not words of the page.
  const isOurs = (one: Element): boolean => hasClass(one, "support") || attribute(one, "id") === "the_summary";
  for (const own of summary === undefined ? [] : findAll(summary, isOurs)) {
    takeOut(own);
    page.childNodes.push(own);
  }
  const publishedBy = fact(page, "publisher");
  const editors = fact(page, "editors");
  return {
    title,
    source: webAddress((publisher && attribute(publisher, "href")) ?? ""),
    ...(publishedBy !== undefined && { publisher: writable(textOfElement(publishedBy)) }),
    editors: editors === undefined ? [] : findAll(editors, ({ tagName }) => tagName === "span"),
    panel: panel === undefined ? [] : findAll(panel, ({ tagName }) => tagName === "span"),
    summary,
  };
}

/** The value of a name in a list of facts. */
const fact = (page: Tree, name: string): Element | undefined =>
  find(
    find(page, (one) => one.tagName === "div" && hasClass(one, name)),
    ({ tagName }) => tagName === "dd",
  );
