/** The controls above a stream: search, filters, and how many posts pass them. */

import { filters } from "./filters.ts";
import { make } from "./make.ts";
import { foundMessage, message } from "./messages.ts";
import type { PostList } from "./post-list.ts";
import { jumpTo } from "./reading/jump.ts";
import { findBox } from "./search/find-box.ts";
import { type OtherPages, searchOtherPages } from "./search/other-pages.ts";
import { searchPage } from "./search/page-search.ts";

export interface Toolbar {
  readonly add: (element: HTMLElement) => void;
}

export function openToolbar(list: PostList): Toolbar {
  const { box, clearing, form } = findBox("searchEvent", () => {
    clear();
    box.focus();
  });
  const search = searchPage(box, list);
  const otherPages = list.wholeEvent === undefined ? undefined : searchOtherPages(list);
  const filter = filters(list, otherPages?.event);
  const controls = [search, filter];
  const clear = (): void => {
    for (const control of controls) control.clear();
  };
  const isOn = (): boolean => controls.some((control) => control.isOn());
  // A live region is read aloud only where it is on the page before its text changes.
  const result = make("output", { className: "result" });
  form.append(filter.element);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOn()) clear();
  });
  const more = make("a", { className: "more" }, list.wholeEvent?.textContent ?? "");
  const orders = [...list.stream.querySelectorAll(".order a")].map(
    (link) => [link, link.getAttribute("href")] as const,
  );
  const showResult = (): void => {
    clearing.hidden = !isOn();
    for (const [link, href] of orders) link.setAttribute("href", `${href}${location.search}`);
    more.hidden = list.wholeEvent === undefined || !isOn();
    more.href = list.wholeEvent?.href ?? "";
    result.value = isOn() ? resultOf(list, search.isOn()) : "";
    otherPages?.show(isOn() ? search.terms() : undefined, (count) => {
      result.value =
        count === undefined
          ? `${result.value} ${message("notSearched", { name: message("elsewhere") })}`
          : message("hereAndElsewhere", { here: list.shown().length, elsewhere: count });
    });
  };
  list.onChange(showResult);
  showResult();
  list.stream.querySelector(".day")?.before(form, make("p", { className: "results" }, result, " ", more));
  showTarget(clear, otherPages);
  return { add: (element) => form.append(element) };
}

function resultOf({ posts, shown }: PostList, searched: boolean): string {
  const count = shown().length;
  if (!searched) return message("showing", { count, total: posts.length });
  return count === 0 ? message("nothingFound") : foundMessage(count);
}

/** Where the address names a hidden post, shows all posts; where it names a post of another page, goes to that page. */
function showTarget(clear: () => void, otherPages: OtherPages | undefined): void {
  const follow = (): void => {
    const id = location.hash.slice(1);
    const hidden = document.querySelector("[hidden] > :target");
    if (hidden !== null) {
      clear();
      jumpTo(hidden);
    } else if (/^[\w-]+$/.test(id) && document.getElementById(id) === null) otherPages?.goTo(id);
  };
  addEventListener("hashchange", follow);
  follow();
}
