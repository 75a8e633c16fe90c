/** Any saved live page: posts are the elements that repeat and each tell machines a time. Best effort, and said to be so. */

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
import { attribute, type Element } from "./html-inline.ts";
import type { PageParts } from "./html-page.ts";
import { isMachineTime, type PostParts } from "./html-post.ts";

const form: HtmlForm = {
  name: "live-html",
  title: "Any saved live page",
  recognises: (html) =>
    (html.match(/<time\b[^>]{0,400}\b(?:data-)?(?:date)?time\s*=/gi)?.length ?? 0) >= 3 ||
    /data-first-publish=/.test(html)
      ? 0.3
      : 0,
  posts: findPosts,
  post: postParts,
  page: pageParts,
  warnings: () => [
    {
      message: "The page is of no form that is known here: its posts were found by their times alone",
      hint: "Compare the archive with the page: what is no post, delete; what is missing, write",
    },
  ],
};

export const liveHtml = htmlImporter(form);

const timeNames = ["datetime", "data-datetime", "data-time", "data-first-publish", "data-published", "data-timestamp"];

/** The time that an element tells machines, as ISO 8601 with an offset. */
function timeIn(element: Element): string | undefined {
  if (element.tagName !== "time" && attribute(element, "data-first-publish") === undefined) return undefined;
  for (const { name, value: written } of element.attrs) {
    if (!timeNames.includes(name)) continue;
    const value = written.trim();
    const normal = value.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, "$1T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
    if (isMachineTime(normal)) return normal;
    if (/^1\d{12}$/.test(value)) return new Date(Number(value)).toISOString();
  }
  return undefined;
}

/** What elements of one kind have in common: their tag and a class, none that holds a number of their own. */
function kindsOf(element: Element): readonly string[] {
  const names = classesOf(element).filter((name) => !/\d{3}/.test(name));
  return names.length === 0 ? [element.tagName] : names.map((name) => `${element.tagName}.${name}`);
}

const holders = new Set(["article", "section", "div", "li", "dd", "tr"]);

interface Group {
  readonly elements: readonly Element[];
  /** Characters in all of them. */
  readonly words: number;
}

/** The elements of the kind that holds the most words of the page, each with a time of its own. */
function findPosts(page: Tree): readonly Element[] {
  const marked = findAll(page, (one) => /\bliveBlogUpdate\b/.test(attribute(one, "itemprop") ?? ""));
  if (marked.length > 0) return marked;
  const groups = new Map<string, Element[]>();
  const seen = new Set<Element>();
  for (const time of elementsIn(page)) {
    if (timeIn(time) === undefined) continue;
    for (let one: Element | undefined = time; one !== undefined && !seen.has(one); one = parentOf(one)) {
      seen.add(one);
      if (!holders.has(one.tagName)) continue;
      for (const kind of kindsOf(one)) {
        const group = groups.get(kind);
        if (group === undefined) groups.set(kind, [one]);
        else group.push(one);
      }
    }
  }
  let best: Group | undefined;
  for (const group of groups.values()) {
    const all = new Set(group);
    const elements = group.filter((one) => !hasAbove(one, all));
    if (elements.length < 3 || elements.some((one) => timesIn(one) > 3)) continue;
    const words = elements.map((one) => lineOf(one).length);
    const total = words.reduce((sum, length) => sum + length, 0);
    // Lists of other stories have a line each: posts have more to say.
    if (total / elements.length < 60) continue;
    if (best === undefined || total > best.words) best = { elements, words: total };
  }
  return best?.elements ?? [];
}

function hasAbove(element: Element, all: ReadonlySet<Element>): boolean {
  for (let above = parentOf(element); above !== undefined; above = parentOf(above)) if (all.has(above)) return true;
  return false;
}

function timesIn(element: Element): number {
  const found = new Set<string>();
  for (const one of elementsIn(element)) {
    const time = timeIn(one);
    if (time !== undefined) found.add(time);
  }
  return found.size;
}

const named = (element: Element, pattern: RegExp): boolean =>
  classesOf(element).some((name) => pattern.test(name)) || pattern.test(attribute(element, "data-testid") ?? "");

const bylineName = /(?:^|[-_])(?:byline|author|contributor|reporter)s?(?:$|[-_])/i;
const controlName =
  /(?:^|[-_])(?:share|sharing|social-share|toolbar|tools|permalink|copy-link|actions?|reactions?|comments?-link|advert|ad|ads|advertisement|promo|newsletter|related)(?:$|[-_])/i;
const labelName = /(?:^|[-_])(?:label|kicker|tag|badge|eyebrow)(?:$|[-_])/i;

function postParts(post: Element): PostParts {
  const own = timeIn(post);
  const holdersOfTime = elementsIn(post).filter((one) => timeIn(one) !== undefined);
  const [shown] = holdersOfTime;
  const headline =
    find(post, (one) => /^h[1-6]$/.test(one.tagName) && lineOf(one) !== "") ??
    find(post, (one) => attribute(one, "itemprop") === "headline");
  const outside = (one: Element): boolean =>
    one !== headline && !(headline !== undefined && (isWithin(one, headline) || isWithin(headline, one)));
  const label = find(
    post,
    (one) => named(one, labelName) && outside(one) && lineOf(one).length > 0 && lineOf(one).length < 40,
  );
  const isBreaking = label !== undefined && /^breaking(?: news)?:?$/i.test(lineOf(label));
  const byline = find(
    post,
    (one) =>
      (named(one, bylineName) || attribute(one, "rel") === "author" || attribute(one, "itemprop") === "author") &&
      outside(one) &&
      lineOf(one).length < 200,
  );
  const stamps = holdersOfTime
    .filter((one) => one.tagName === "time" && outside(one))
    .map((one) => lineAround(one, post, outside));
  return {
    source: sourceOf(post),
    time: own ?? (shown && timeIn(shown)),
    stamps,
    headline,
    ...(isBreaking ? { breaking: label } : { label }),
    bylines: byline === undefined || lineOf(byline) === "" ? [] : [{ name: nameIn(byline) }],
    controls: findAll(
      post,
      (one) => named(one, controlName) && !hasClass(one, "post") && outside(one) && lineOf(one).length < 400,
    ),
  };
}

/** The line that a time stands on, with words such as "Updated" before it. */
function lineAround(time: Element, post: Element, outside: (element: Element) => boolean): Element {
  let line = time;
  for (let above = parentOf(time); above !== undefined && above !== post; above = parentOf(above)) {
    const words = shortLineOf(above, 60);
    if (words === undefined || words.length > 60 || !outside(above)) break;
    line = above;
  }
  return line;
}

/** The person alone, where an element of its own names the person. */
const nameIn = (byline: Element): Element =>
  find(byline, (one) => attribute(one, "itemprop") === "name" || attribute(one, "rel") === "author") ?? byline;

function sourceOf(post: Element): string | undefined {
  for (const name of ["data-block-id", "data-post-id", "data-id", "id", "itemid"]) {
    const value = attribute(post, name)?.trim();
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}

function pageParts(page: Tree): PageParts {
  const title = find(page, ({ tagName }) => tagName === "h1");
  const summary = find(
    page,
    (one) =>
      ["section", "div", "aside", "ul"].includes(one.tagName) &&
      named(one, /(?:^|[-_])(?:summary|key-?points|key-?events|highlights)(?:$|[-_])/i) &&
      find(one, ({ tagName }) => tagName === "li") !== undefined,
  );
  const standfirst = find(
    page,
    (one) =>
      named(one, /(?:^|[-_])(?:standfirst|dek|subheading|strapline)(?:$|[-_])/i) && shortLineOf(one, 600) !== undefined,
  );
  return { title, summary, panel: standfirst === undefined ? [] : [standfirst] };
}
