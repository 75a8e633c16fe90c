/** From a Guardian post to its bylines: names in its header or above its text, with or without portraits. */
import { classesOf, elementsIn, findAll, isWithin, parentOf, shortLineOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { isQuoted } from "../saved-page/bylines.ts";
import type { PostParts } from "../saved-page/post/parts.ts";

export interface GuardianBylines {
  readonly bylines: NonNullable<PostParts["bylines"]>;
  /** Portraits of the writers; they are not figures of the post. */
  readonly portraits: readonly Element[];
}

/** `others` are the elements of the header that are not names: the headline, marks. */
export function guardianBylines(
  post: Element,
  header: Element | undefined,
  others: readonly Element[],
): GuardianBylines {
  const named = findAll(post, (one) => isNamed(one) && isShortLine(one) && !isQuoted(one, post)).flatMap(people);
  const found =
    named.length > 0 ? named : [...(header === undefined ? [] : linesInHeader(header, others)), ...withPortrait(post)];
  // More than 20 are not the writers of one post.
  const lines = [...new Set(found)].slice(0, 20);
  const bylines = lines.map(partsOf).filter((one) => one !== undefined);
  const names = bylines.map(({ name }) => textOfElement(name));
  return { bylines, portraits: portraitsOf(post, lines, names) };
}

const isShortLine = (one: Element): boolean => (shortLineOf(one, 300) ?? "") !== "";

/** "block-elements--no-byline" means that there is none, "has-contributor" that it is elsewhere. */
const isNamed = (one: Element): boolean =>
  classesOf(one).some((name) => /(?:^|[-_])(?<!(?:no|without|has|with)[-_])(?:byline|contributors?)$/i.test(name)) ||
  attribute(one, "rel") === "author" ||
  attribute(one, "itemprop") === "author";

/** The elements of several people in one line: each holds further elements, such as a portrait. */
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

/** True for a line that can be a name: short, and not a sentence. */
const isName = (line: string): boolean =>
  /^[\p{Lu}\p{Lo}]|^(?:the|von|van|de|al|el|bin|ibn)\b/u.test(line) &&
  line.length <= 80 &&
  !/[.!?:;]$|\d{1,2}[.:]\d\d/.test(line);

/** The lines of a header that are neither time nor headline, each as the element that holds only this line. */
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

/** Buttons, lists and pictures with captions are not names. */
const leadsElsewhere = (element: Element): boolean =>
  [element, ...elementsIn(element)].some(({ tagName }) => ["button", "time", "figure", "ul"].includes(tagName));

/** The lines beside a picture with the same name as its alt text, outside of figures. */
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

/** The first words of a line are the name; words in an element after it are the role. */
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

/** Portraits: pictures in a byline, or with a writer's name as alt text, with or without fixed words such as "Picture of". */
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
