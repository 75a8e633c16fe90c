/** Pictures that stand behind an empty element, as an `<img>`: scripts and styles show them so. */

import { attribute, type Element, type Node } from "../html/inline.ts";
import { makeElement } from "../html/make.ts";
import { showsSomething } from "../media/embed-element.ts";
import { addressesOf, backgroundOf, isUnseen } from "../media/pictures.ts";

const holders = new Set(["div", "span", "a", "figure", "section", "i", "p"]);
const lazyNames = ["data-bg", "data-bgset", "data-background", "data-background-image"];
const pictureName = /image|img|photo|picture|bild|foto|media|visual/i;
const noPicture = /icon|avatar|logo|sprite|bg-pattern|spacer|placeholder|button|share/i;

/** The picture of an element that holds nothing else; undefined for all others. */
export function openBackground(element: Element): readonly Node[] | undefined {
  if (!holders.has(element.tagName) || element.attrs.length === 0) return undefined;
  const lazy = lazyNames.some((name) => attribute(element, name) !== undefined);
  if (!lazy && backgroundOf(element) === undefined) return undefined;
  const called = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`.slice(0, 500);
  const shown = attribute(element, "role") === "img" || pictureName.test(called) || lazy;
  if (!shown || noPicture.test(called) || showsSomething(element.childNodes)) return undefined;
  if (addressesOf(element).length === 0 || isUnseen(element)) return undefined;
  const image = makeElement("img", { alt: attribute(element, "aria-label") ?? attribute(element, "title") });
  image.attrs = [...element.attrs.filter(({ name }) => name !== "href"), ...image.attrs];
  return element.tagName === "figure" ? [makeElement("figure", {}, [image])] : [image];
}
