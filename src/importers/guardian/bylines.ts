/** Who wrote a post of the Guardian: names in its header or above its text, with portraits or without. */
import { classesOf, elementsIn, findAll, isWithin, parentOf, shortLineOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { isQuoted } from "../saved-page/bylines.ts";
import type { PostParts } from "../saved-page/post/parts.ts";

export interface GuardianBylines {
  readonly bylines: NonNullable<PostParts["bylines"]>;
  /** The pictures of those who wrote it: no figures of the post. */
  readonly portraits: readonly Element[];
}

/** `others` are the elements of the header that are no names: the headline, marks. */
export function guardianBylines(
  post: Element,
  header: Element | undefined,
  others: readonly Element[],
): GuardianBylines {
  const named = findAll(post, (one) => isNamed(one) && isShortLine(one) && !isQuoted(one, post)).flatMap(people);
  const found =
    named.length > 0 ? named : [...(header === undefined ? [] : linesInHeader(header, others)), ...withPortrait(post)];
  // More than these are no longer the writers of one post.
  const lines = [...new Set(found)].slice(0, 20);
  const bylines = lines.map(partsOf).filter((one) => one !== undefined);
  const names = bylines.map(({ name }) => textOfElement(name));
  return { bylines, portraits: portraitsOf(post, lines, names) };
}

const isShortLine = (one: Element): boolean => (shortLineOf(one, 300) ?? "") !== "";

/** "block-elements--no-byline" says that there is none, "has-contributor" that it is elsewhere. */
const isNamed = (one: Element): boolean =>
  classesOf(one).some((name) => /(?:^|[-_])(?<!(?:no|without|has|with)[-_])(?:byline|contributors?)$/i.test(name)) ||
  attribute(one, "rel") === "author" ||
  attribute(one, "itemprop") === "author";

/** Several people in one element: each in an element of their own, which holds others, such as a portrait. */
function people(line: Element): readonly Element[] {
  const named = elementsIn(line)
    .filter((one) => isNamed(one) && isShortLine(one))
    .slice(0, 40);
  if (named.length > 0) return named.filter((one) => !named.some((other) => other !== one && isWithin(other, one)));
  const inner = line.childNodes.filter(isElement).filter((one) => textOfElement(one) !== "");
  const apart = inner.length > 1 && inner.every((one) => one.childNodes.some(isElement) || one.tagName === "li");
  return apart ? inner.flatMap(people) : [line];
}

const marks = /^(?:pinned|key events?|summary|live|updated?|breaking(?: news)?|share|new)$/i;

/** A name as a line: not long, and no sentence. */
const isName = (line: string): boolean =>
  /^[\p{Lu}\p{Lo}]|^(?:the|von|van|de|al|el|bin|ibn)\b/u.test(line) &&
  line.length <= 80 &&
  !/[.!?:;]$|\d{1,2}[.:]\d\d/.test(line);

/** The lines of a header that are neither its time nor its headline, each with the element in which it stands alone. */
function linesInHeader(header: Element, others: readonly Element[]): readonly Element[] {
  const found: Element[] = [];
  for (const child of header.childNodes) {
    if (!isElement(child) || others.some((one) => one === child || isWithin(one, child))) continue;
    if (leadsElsewhere(child)) continue;
    const line = shortLineOf(child, 160);
    if (line !== undefined && line !== "") found.push(child);
  }
  return found.flatMap(people).filter((one) => {
    const line = shortLineOf(one, 160) ?? "";
    return isName(line) && !marks.test(line);
  });
}

/** Buttons, lists and pictures with captions are no names. */
const leadsElsewhere = (element: Element): boolean =>
  [element, ...elementsIn(element)].some(({ tagName }) => ["button", "time", "figure", "ul"].includes(tagName));

/** Names beside a picture that is called as they are, outside of figures. */
function withPortrait(post: Element): readonly Element[] {
  return elementsIn(post).flatMap((image) => {
    const alt = (attribute(image, "alt") ?? "").trim();
    if (image.tagName !== "img" || alt === "" || isQuoted(image, post)) return [];
    const line = around(image, post);
    return line !== undefined && shortLineOf(line, 200) === alt ? [line] : [];
  });
}

/** The nearest element around a portrait that has words. */
function around(image: Element, post: Element): Element | undefined {
  let above = parentOf(image);
  for (let steps = 0; steps < 4 && above !== undefined && above !== post; steps += 1) {
    if (shortLineOf(above, 200) !== "") return above;
    above = parentOf(above);
  }
  return undefined;
}

/** The first words of a line are the name, what stands in an element behind it is the role. */
function partsOf(line: Element): { readonly name: Element; readonly role?: Element } | undefined {
  const pieces = elementsIn(line).filter(
    (one) =>
      textOfElement(one) !== "" && !one.childNodes.some((child) => isElement(child) && textOfElement(child) !== ""),
  );
  const [name, role] = pieces;
  if (name === undefined || role === undefined || pieces.length > 2) return { name: line };
  return textOfElement(line).replace(/\s+/g, "") === (textOfElement(name) + textOfElement(role)).replace(/\s+/g, "")
    ? { name, role }
    : { name: line };
}

/** Pictures in a byline, or beside a name that they are called by: with the fixed words that say what they are, or without. */
function portraitsOf(post: Element, lines: readonly Element[], names: readonly string[]): readonly Element[] {
  return elementsIn(post).filter((image) => {
    if (image.tagName !== "img" || isQuoted(image, post)) return false;
    const alt = (attribute(image, "alt") ?? "")
      .trim()
      .replace(
        /^(?:(?:profile )?(?:picture|photo|portrait|image|avatar|headshot) of )|(?:'s|’s)? (?:profile )?(?:picture|photo|portrait|image|avatar|headshot)$/i,
        "",
      );
    const inLine = lines.some((line) => isWithin(image, line));
    return (inLine && alt === "") || names.includes(alt);
  });
}
