/** What the BBC's pages of all years have in common: the summary, the line of the editors, and that they are leafed through. */

import { classesOf, elementsIn, find, findAll, lineOf, shortLineOf, type Tree } from "./html-dom.ts";
import { attribute, type Element } from "./html-inline.ts";
import { losses } from "./losses.ts";
import { pageOf } from "./paging.ts";

/** The section that begins with the heading "Summary", or that is called so. */
export function isSummaryOf(element: Element): boolean {
  if (!["section", "div", "aside"].includes(element.tagName)) return false;
  if (classesOf(element).some((name) => /summary-points(?:-wrapper)?$/i.test(name))) return true;
  if (attribute(element, "data-testid") === "summary-points") return true;
  const [first] = element.childNodes.filter((node): node is Element => "tagName" in node);
  return (
    first !== undefined &&
    /^h[1-6]$/.test(first.tagName) &&
    losses.summary.pattern.test(lineOf(first)) &&
    find(element, ({ tagName }) => tagName === "ul" || tagName === "ol") !== undefined
  );
}

/** "Edited by A and B", alone in an element. */
export const isEditorsLine = (element: Element): boolean =>
  ["p", "div", "span", "li"].includes(element.tagName) &&
  /^(?:Edited|Written|Produced|Reporting|Live reporting) by:?\s/i.test(shortLineOf(element) ?? "");

/** What stands in the place of recordings that cannot be played. */
export const playerTexts = (elements: readonly Element[]): readonly (readonly [Element, "player text"])[] =>
  elements
    .filter((one) => one.tagName !== "figure" && losses["player text"].pattern.test(shortLineOf(one, 120) ?? ""))
    .map((one) => [one, "player text"]);

/** The pictures of those who wrote a post. */
export const portraitsIn = (contributor: Element): readonly Element[] =>
  findAll(contributor, ({ tagName }) => tagName === "img");

/** "1 of 4", wherever the page says it. */
export function pagesWarning(page: Tree): readonly { readonly message: string; readonly hint: string }[] {
  const number = (name: string): number | undefined => {
    const found = find(page, ({ attrs }) =>
      attrs.some((one) => (one.name === "class" || one.name === "data-testid") && one.value.includes(name)),
    );
    const value = /^\D*(\d{1,4})\D*$/.exec(found === undefined ? "" : lineOf(found))?.[1];
    return value === undefined ? undefined : Number(value);
  };
  let current = number("current-page-number");
  let total = number("total-page-number");
  if (total === undefined)
    for (const one of elementsIn(page)) {
      if (one.childNodes.some((node) => "tagName" in node)) continue;
      const pages = /^(?:page )?(\d{1,4}) of (\d{1,4})$/i.exec(shortLineOf(one) ?? "");
      if (pages !== null) [current, total] = [Number(pages[1]), Number(pages[2])];
    }
  if (total === undefined || total < 2) return [];
  return [
    {
      message: pageOf(current, total),
      hint: "Import the other pages too (?page=2 and so on): they become one live page",
    },
  ];
}
