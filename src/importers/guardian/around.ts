/** From the parts around the posts of a saved Guardian page to the ids of its key events, and warnings about missing pages and media. */

import { elementsIn, findAll, parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { findJson, isObject, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import { pageOf } from "../paging.ts";
import { isEmptyFigure } from "./figures.ts";

/** The ids of the posts in the page's lists of key events: in links, and in the data of its islands. */
export function keyEventsIn(page: Tree, posts: readonly Element[]): ReadonlySet<string> {
  const ids = new Set<string>();
  // An element that holds posts is not a list of key events, even with such a name.
  const around = new Set<Element>(posts);
  for (const post of posts)
    for (let above = parentOf(post); above !== undefined && !around.has(above); above = parentOf(above))
      around.add(above);
  const names = ["id", "class", "data-link-name", "data-component", "name"];
  const isCalled = (one: Element): boolean => names.some((name) => /key-? ?events?/i.test(attribute(one, name) ?? ""));
  for (const place of findAll(page, (one) => isCalled(one) && !around.has(one)))
    for (const one of [place, ...elementsIn(place)]) {
      const id = /block-([\da-f]{24})(?:$|[&#])/i.exec(attribute(one, "href") ?? "")?.[1];
      if (id !== undefined) ids.add(id);
      const props = attribute(one, "props");
      for (const { id: named } of props === undefined ? [] : eventsIn(props)) ids.add(String(named));
    }
  return ids;
}

const eventsIn = (props: string): readonly JsonObject[] =>
  objectsWith((object) => Array.isArray(object.keyEvents), findJson(props).values).flatMap(({ keyEvents }) =>
    oneOrMany(keyEvents).filter(isObject),
  );

/** Warnings about what the capture lacks. */
export function guardianWarnings(page: Tree): readonly { readonly message: string; readonly hint: string }[] {
  const pages = pagesIn(page);
  const empty = findAll(page, (one) => one.tagName === "figure").filter(isEmptyFigure).length;
  return [
    ...(pages === undefined
      ? []
      : [
          {
            message: pageOf(pages.page, pages.total),
            hint: "Import the other pages too: they become one live page",
          },
        ]),
    ...(empty === 0
      ? []
      : [
          {
            message: `Recordings and embeds of which the capture holds neither address nor words: ${empty}`,
            hint: "Look at the page, and write their addresses into the posts: Source: https://...",
          },
        ]),
  ];
}

const namesOfPaging = /(?:^|[-_])(?:liveblog-navigation|pagination|paging|page-?numbers?)/i;

/** The numbers in "1 of 5" in the navigation between pages. */
function pagesIn(page: Tree): { readonly page: string; readonly total: string } | undefined {
  const names = ["id", "class", "aria-label", "data-component", "data-link-name", "data-testid"];
  const places = findAll(page, (one) => names.some((name) => namesOfPaging.test(attribute(one, name) ?? "")));
  const navs = findAll(page, (one) => one.tagName === "nav" || attribute(one, "role") === "navigation");
  for (const place of [...places, ...navs]) {
    const numbers = /(?:^|\D)(\d{1,4})\s?(?:of|\/)\s?(\d{1,4})(?=\D|$)/i.exec(
      (shortLineOf(place, 200) ?? "").replace(/\s+/g, " "),
    );
    const [current = "", total = ""] = numbers?.slice(1) ?? [];
    if (Number(total) >= 2 && Number(current) >= 1 && Number(current) <= Number(total)) return { page: current, total };
  }
  return undefined;
}
