/** The controls above a stream: search, filters, and how many posts they leave. */

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

export function openToolbar(stage: PostList): Toolbar {
  const { box, clearing, form } = findBox("searchEvent", () => {
    clear();
    box.focus();
  });
  const search = searchPage(box, stage);
  const elsewhere = stage.wholeEvent === undefined ? undefined : searchOtherPages(stage);
  const filter = filters(stage, elsewhere?.event);
  const choosers = [search, filter];
  const clear = (): void => {
    for (const chooser of choosers) chooser.clear();
  };
  const isOn = (): boolean => choosers.some((chooser) => chooser.isOn());
  // A live region says what changes in it only if it stood there before.
  const result = make("output", { className: "result" });
  form.append(filter.element);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOn()) clear();
  });
  const more = make("a", { className: "more" }, stage.wholeEvent?.textContent ?? "");
  const others = [...stage.stream.querySelectorAll(".order a")].map(
    (link) => [link, link.getAttribute("href")] as const,
  );
  const tell = (): void => {
    clearing.hidden = !isOn();
    for (const [link, href] of others) link.setAttribute("href", `${href}${location.search}`);
    more.hidden = stage.wholeEvent === undefined || !isOn();
    more.href = stage.wholeEvent?.href ?? "";
    result.value = isOn() ? resultOf(stage, search.isOn()) : "";
    elsewhere?.look(isOn() ? search.terms() : undefined, (count) => {
      result.value =
        count === undefined
          ? `${result.value} ${message("notSearched", { name: message("elsewhere") })}`
          : message("hereAndElsewhere", { here: stage.shown().length, elsewhere: count });
    });
  };
  stage.onChange(tell);
  tell();
  stage.stream.querySelector(".day")?.before(form, make("p", { className: "results" }, result, " ", more));
  comeTo(stage, clear, elsewhere);
  return { add: (element) => form.append(element) };
}

function resultOf({ posts, shown }: PostList, searched: boolean): string {
  const count = shown().length;
  if (!searched) return message("showing", { count, total: posts.length });
  return count === 0 ? message("nothingFound") : foundMessage(count);
}

/** A link to a post that is not shown shows all posts; one to a post that stands on another page leads there. */
function comeTo({ posts }: PostList, clear: () => void, elsewhere: OtherPages | undefined): void {
  const come = (): void => {
    const id = location.hash.slice(1);
    const wanted = posts.find(({ article }) => article.id === id);
    if (wanted?.place.hidden) {
      clear();
      jumpTo(wanted.article);
    } else if (/^[\w-]+$/.test(id) && document.getElementById(id) === null) elsewhere?.lead(id);
  };
  addEventListener("hashchange", come);
  come();
}
