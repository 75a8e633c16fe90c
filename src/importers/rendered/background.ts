/** From an empty element with a background picture, of a style or of a script, to an `<img>`. */

import { attribute, type Element, type HtmlNode } from "../html/inline.ts";
import { makeElement, makeText } from "../html/make.ts";
import { showsSomething } from "../media/embed-element.ts";
import { addressesOf, backgroundOf, isUnseen } from "../media/pictures.ts";

const holders = new Set(["div", "span", "a", "figure", "section", "i", "p"]);
const lazyNames = ["data-bg", "data-bgset", "data-background", "data-background-image"];
/** Attributes from which scripts make a picture, where the name of the element says that it is one. */
const sourceNames = [
  "data-image-src",
  "data-image-url",
  "data-image",
  "data-img-src",
  "data-img-url",
  "data-img",
  "data-src",
];
const wordNames = { alt: ["data-alt", "data-image-alt"], caption: ["data-caption"], credit: ["data-credit"] } as const;
const pictureName = /image|img|photo|picture|bild|foto|media|visual/i;
const noPicture = /icon|avatar|logo|sprite|bg-pattern|spacer|placeholder|button|share/i;

/** The picture of an element that shows nothing else, as a figure where it has legends; undefined for all other elements. */
export function openBackground(element: Element): readonly HtmlNode[] | undefined {
  if (!holders.has(element.tagName) || element.attrs.length === 0) return undefined;
  const lazy = lazyNames.some((name) => attribute(element, name) !== undefined);
  const called = ["class", "id", "data-component", "data-type", "data-module"]
    .map((name) => (attribute(element, name) ?? "").slice(0, 300))
    .join(" ");
  const named = pictureName.test(called) && sourceNames.some((name) => attribute(element, name) !== undefined);
  if (!lazy && !named && backgroundOf(element) === undefined) return undefined;
  const shown = attribute(element, "role") === "img" || pictureName.test(called) || lazy;
  if (!shown || noPicture.test(called) || showsSomething(element.childNodes)) return undefined;
  if (addressesOf(element).length === 0 || isUnseen(element)) return undefined;
  const firstOf = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => attribute(element, name)?.trim() || [])[0];
  const image = makeElement("img", { alt: firstOf(["aria-label", "title", ...wordNames.alt]) });
  const taken: readonly string[] = ["href", ...Object.values(wordNames).flat()];
  image.attrs = [...element.attrs.filter(({ name }) => !taken.includes(name)), ...image.attrs];
  const legends = [
    ["caption", firstOf(wordNames.caption)],
    ["credit", firstOf(wordNames.credit)],
  ].flatMap(([name, text]) => (text === undefined ? [] : [makeElement("span", { class: name }, [makeText(text)])]));
  const figcaption = legends.length === 0 ? [] : [makeElement("figcaption", {}, legends)];
  return element.tagName === "figure" || legends.length > 0
    ? [makeElement("figure", {}, [image, ...figcaption])]
    : [image];
}
