/** From a BBC page of any year to the parts that all have in common: the summary, the line of the editors, its place among several pages. */

import { losses } from "../account/losses.ts";
import { classesOf, elementsIn, find, findAll, shortLineOf, type Tree, textOfElement } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { parseFragment } from "../html/parser.ts";
import { pageOf } from "../paging.ts";

/** True for a section with the heading or the class of a summary. Its points may be any list, or paragraphs. */
function isSummaryOf(element: Element): boolean {
  if (!["section", "div", "aside", "article", "nav"].includes(element.tagName)) return false;
  if (classesOf(element).some((name) => /summary-points(?:-wrapper)?$/i.test(name))) return true;
  if (attribute(element, "data-testid") === "summary-points") return true;
  const [first, ...others] = element.childNodes
    .filter((node): node is Element => "tagName" in node)
    .filter((one) => shortLineOf(one, 400) !== "");
  if (first === undefined || !isSummaryHeading(first)) return false;
  // A section with another heading holds more than the summary.
  return (
    others.some((one) => find({ childNodes: [one] }, isPoint) !== undefined) &&
    !others.some((one) => find({ childNodes: [one] }, isHeading) !== undefined)
  );
}

/** The summary of a page. If no element holds it alone, a new one does, up to the next heading. */
export function summaryIn(page: Tree): Element | undefined {
  const whole = find(page, isSummaryOf);
  if (whole !== undefined) return whole;
  const heading = find(page, (one) => isHeading(one) && isSummaryHeading(one));
  const above = heading?.parentNode;
  const [section] = parseFragment("<section></section>").childNodes;
  if (heading === undefined || above === null || above === undefined || section === undefined) return undefined;
  const start = above.childNodes.indexOf(heading);
  const rest = above.childNodes.slice(start + 1);
  const next = rest.findIndex((node) => "tagName" in node && !isPoint(node) && node.tagName !== "div");
  const points = next === -1 ? rest : rest.slice(0, next);
  if (find({ childNodes: points }, isPoint) === undefined || !("tagName" in section)) return undefined;
  above.childNodes.splice(start, points.length + 1, section);
  section.parentNode = above;
  section.childNodes = [heading, ...points];
  for (const node of section.childNodes) node.parentNode = section;
  return section;
}

const isPoint = ({ tagName }: Element): boolean => ["ul", "ol", "dl", "menu", "p"].includes(tagName);

const isHeading = (element: Element): boolean =>
  /^h[1-6]$/.test(element.tagName) || attribute(element, "role") === "heading";

/** True for a heading whose only word is "Summary"; it may hold further elements. */
function isSummaryHeading(element: Element): boolean {
  if (!losses.summary.pattern.test(shortLineOf(element, 40) ?? "")) return false;
  return isPoint(element) || find({ childNodes: [element] }, isHeading) !== undefined;
}

/** True for an element whose text is only "Edited by A and B". */
export const isEditorsLine = (element: Element): boolean =>
  ["p", "div", "span", "li"].includes(element.tagName) &&
  /^(?:Edited|Written|Produced|Reporting|Live reporting) by:?\s/i.test(shortLineOf(element) ?? "");

/** The texts in the place of recordings that cannot be played. */
export const playerTexts = (elements: readonly Element[]): readonly (readonly [Element, "player text"])[] =>
  elements
    .filter((one) => one.tagName !== "figure" && losses["player text"].pattern.test(shortLineOf(one, 120) ?? ""))
    .map((one) => [one, "player text"]);

/** The portraits of the writers of a post. */
export const portraitsIn = (contributor: Element): readonly Element[] =>
  findAll(contributor, ({ tagName }) => tagName === "img");

/** Warns where the page shows "1 of 4". */
export function pagesWarning(page: Tree): readonly { readonly message: string; readonly hint: string }[] {
  const number = (name: string): number | undefined => {
    const found = find(page, ({ attrs }) =>
      attrs.some((one) => (one.name === "class" || one.name === "data-testid") && one.value.includes(name)),
    );
    const value = /^\D*(\d{1,4})\D*$/.exec(found === undefined ? "" : textOfElement(found))?.[1];
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
