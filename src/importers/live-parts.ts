/** The parts of a post of any live page, by what elements are called and by what stands before the text. */
import { elementsIn, find, findAll, isWithin, lineOf, parentOf, shortLineOf } from "./html-dom.ts";
import { attribute, type Element, isElement, wordsOf } from "./html-inline.ts";
import { hasName, isCalled } from "./html-names.ts";
import type { PostParts } from "./html-post.ts";
import { firstText, splitText } from "./html-split.ts";
import { machineTimesOf, shownTimes, type Told, timeTold } from "./html-times.ts";
import { bylinesOf, isByline, isLeaf, isQuoted, isRelated, isShort } from "./live-bylines.ts";
import { dayNote } from "./live-days.ts";
import { leadingTime } from "./live-flow.ts";
import { parseWrittenDay } from "./written-time.ts";

const controlCall =
  / (?:share|sharing|shares?box|share bar|social share|social links|toolbar|tools|permalink|copy link|actions?|action bar|reactions?|comments? link|ad|ads|advert|adverts|advertisement|adslot|sponsored|promo|promos|newsletter|related|bookmark|save|follow|signup|subscribe|feedback|outbrain|taboola|recirc|avatar|userpic) /;
const labelCall = / (?:label|kicker|tag|badge|eyebrow|flag|key event|key moment) /;
const headlineCall = / (?:headline|title|subject) /;
const sources = [
  "data-block-id",
  "data-post-id",
  "data-js-post-id",
  "data-entry-id",
  "data-id",
  "data-nid",
  "data-tik-id",
  "id",
  "itemid",
];

export function anyPostParts(post: Element): PostParts {
  frameFigures(post);
  const all = [...elementsIn(post)];
  const start = startOfText(all);
  const before = start === undefined ? all : all.slice(0, all.indexOf(start));
  const headings = before.filter((one) => /^h[1-6]$/.test(one.tagName) && lineOf(one) !== "");
  const heading =
    headings.find((one) => leadingTime(lineOf(one)) < lineOf(one).length) ??
    before.find((one) => attribute(one, "itemprop") === "headline" && lineOf(one) !== "") ??
    before.find(
      (one) => isCalled(one, headlineCall) && isLeaf(one) && (shortLineOf(one) ?? "") !== "" && !isByline(one),
    );
  const begun =
    headings[0] ??
    heading ??
    (start?.tagName === "p" || start?.tagName === "div" ? start : all.find(({ tagName }) => tagName === "p"));
  const leading = begun === undefined ? undefined : splitTime(begun);
  const told = timesOf(post, all, before, leading);
  const apart = (one: Element): boolean => one !== heading && !isRelated(one, heading) && one !== leading;
  const days = before.filter(
    (one) => isLeaf(one) && parseWrittenDay(shortLineOf(one, 60) ?? "") !== undefined && apart(one),
  );
  const shown = shownTimes(all, new Set(before)).filter((one) => apart(one) && !isQuoted(one, post));
  const stamps = [
    ...(leading === undefined ? [] : [leading]),
    ...told.map(({ element }) => (element === post ? undefined : lineAround(element, post, apart))),
    ...shown,
    ...days,
  ].filter((one) => one !== undefined);
  const timed = (one: Element): boolean => stamps.some((stamp) => stamp === one || isRelated(one, stamp));
  const label = before.find(
    (one) => isCalled(one, labelCall) && apart(one) && !timed(one) && isShort(one, 40) && isLeaf(one),
  );
  const isBreaking = label !== undefined && /^breaking(?: news)?:?$/i.test(lineOf(label));
  const bylines = bylinesOf(post, (one) => apart(one) && !timed(one) && one !== label);
  const changed = told.find(({ updated, machine }) => updated && machine !== undefined)?.machine;
  return {
    source: sourceOf(post),
    ...machineTimesOf(told, leading !== undefined || shown.length > 0),
    changes: told.flatMap(({ updated, element }) => (updated ? lineAround(element, post, apart) : [])),
    updated: attribute(post, "data-last-updated") ?? changed,
    day: parseWrittenDay((days[0] && shortLineOf(days[0], 60)) ?? attribute(post, dayNote) ?? ""),
    stamps,
    headline: heading,
    ...(isBreaking ? { breaking: label } : { label }),
    keyEvent:
      hasName(post, /^(?:is-)?key-?event$/i) || (label !== undefined && /^key (?:event|moment)$/i.test(lineOf(label))),
    bylines: bylines.names,
    phrases: bylines.between,
    controls: findAll(
      post,
      (one) =>
        (isCalled(one, controlCall) || bylines.pictures.includes(one)) &&
        apart(one) &&
        !timed(one) &&
        isControl(one, start) &&
        !bylines.names.some(({ name, role }) => isRelated(name, one) || name === one || role === one),
    ),
  };
}

/** Buttons, adverts and the like, never what holds the text of the post. */
const isControl = (one: Element, start: Element | undefined): boolean =>
  !(start !== undefined && (one === start || isWithin(start, one))) &&
  find(one, ({ tagName }) => ["blockquote", "iframe", "figure", "video"].includes(tagName)) === undefined &&
  lineOf(one).length < 200;

/** The first element that is a piece of the post's text, not of its head. */
const startOfText = (all: readonly Element[]): Element | undefined =>
  all.find(
    (one) =>
      ["p", "ul", "ol", "blockquote", "table"].includes(one.tagName) && lineOf(one).length > 60 && !isByline(one),
  ) ??
  all.find(
    (one) =>
      isCalled(one, / (?:body|content|text|article body) /) &&
      lineOf(one).length > 30 &&
      find(one, (inner) => /^h[1-6]$/.test(inner.tagName) || inner.tagName === "time" || isByline(inner)) === undefined,
  );

/** The times in the head of a post; those elsewhere in it only where the head tells none, or where they are of changes. */
function timesOf(
  post: Element,
  all: readonly Element[],
  before: readonly Element[],
  leading: Element | undefined,
): readonly Told[] {
  const own = timeTold(post);
  const found = all.flatMap((one) => (isQuoted(one, post) ? [] : (timeTold(one) ?? [])));
  const head = new Set(before);
  const first = found.filter(({ element }) => head.has(element));
  const known = own !== undefined || leading !== undefined || first.some(({ updated }) => !updated);
  const rest = found.filter(({ element }) => !head.has(element));
  const later = known ? rest.filter(({ updated }) => updated) : rest.slice(0, 1);
  const told = own?.machine === undefined ? [] : [own];
  // Machines' times are sure; those in words may lack the date.
  return [...told, ...[...first, ...later].sort((a, b) => rank(a) - rank(b))];
}

const rank = ({ machine, relative }: Told): number => (machine !== undefined ? 0 : relative ? 2 : 1);

/** "10.32am: Tugs arrive": the time put into an element of its own. */
function splitTime(element: Element): Element | undefined {
  const line = wordsOf([element]).replace(/\s+/g, " ").trim();
  const length = leadingTime(line);
  const text = length === 0 ? undefined : firstText(element);
  if (text === undefined) return undefined;
  const blank = /^\s*/.exec(text.value)?.[0].length ?? 0;
  const here = leadingTime(text.value.slice(blank));
  return here === 0 ? undefined : splitText(text, blank + here);
}

/** The line that a time stands on, with words such as "Updated" before it. */
function lineAround(time: Element, post: Element, apart: (element: Element) => boolean): Element {
  let line = time;
  for (let above = parentOf(time); above !== undefined && above !== post; above = parentOf(above)) {
    if (!isShort(above, 60) || !apart(above) || isByline(above) || find(above, isByline) !== undefined) break;
    if (find(above, (one) => /^h[1-6]$/.test(one.tagName) || isCalled(one, labelCall)) !== undefined) break;
    line = above;
  }
  return line;
}

const captionCall = / caption /;
const creditCall = / (?:credit|credits|copyright|attribution|photographer) /;

/** Makes a figure of a picture with a caption or a credit beside it, where a page makes one of other elements. */
function frameFigures(post: Element): void {
  for (const image of findAll(post, ({ tagName }) => tagName === "img")) {
    let frame = parentOf(image);
    for (let height = 0; frame !== undefined && frame !== post && height < 6; height += 1, frame = parentOf(frame)) {
      if (["figure", "blockquote"].includes(frame.tagName)) break;
      const caption = find(frame, (one) => isCalled(one, captionCall) && isShort(one, 600));
      const credit = find(
        frame,
        (one) => isCalled(one, creditCall) && !isCalled(one, captionCall) && isShort(one, 200),
      );
      if (caption === undefined && credit === undefined) continue;
      if (
        find(frame, ({ tagName }) => ["h1", "h2", "h3", "h4", "time", "article", "figure"].includes(tagName)) !==
        undefined
      )
        break;
      frame.tagName = "figure";
      if (caption !== undefined && !(credit !== undefined && isRelated(caption, credit))) {
        caption.tagName = "figcaption";
        // It may be called an attribution too.
        caption.attrs = [];
      }
      break;
    }
  }
}

/** The publisher's own id: of the post, or of an element that is all of it. */
function sourceOf(post: Element): string | undefined {
  for (let one: Element | undefined = post, depth = 0; one !== undefined && depth < 3; depth += 1) {
    for (const name of sources) {
      const value = attribute(one, name)?.trim();
      if (value !== undefined && value !== "") return value.replace(/^pinned-/, "");
    }
    const inner: readonly Element[] = one.childNodes.filter((node): node is Element => isElement(node));
    one = inner.length === 1 ? inner[0] : undefined;
  }
  return undefined;
}
