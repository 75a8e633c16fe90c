/** The controls above a stream: search, filters, and how many posts they leave. */

import { filters } from "./filters.ts";
import { make } from "./make.ts";
import { say, sayFound } from "./messages.ts";
import type { Stage } from "./post-list.ts";
import { jumpTo } from "./reading/jump.ts";
import { findBox } from "./search/find-box.ts";
import { type Elsewhere, lookElsewhere } from "./search/other-pages.ts";
import { searchIn } from "./search/page-search.ts";

export interface Toolbar {
  readonly add: (element: HTMLElement) => void;
}

export function openToolbar(stage: Stage): Toolbar {
  const { box, clearing, form } = findBox("searchEvent", () => {
    clear();
    box.focus();
  });
  const search = searchIn(box, stage);
  const elsewhere = stage.whole === undefined ? undefined : lookElsewhere(stage);
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
  const more = make("a", { className: "more" }, stage.whole?.textContent ?? "");
  const others = [...stage.stream.querySelectorAll(".order a")].map(
    (link) => [link, link.getAttribute("href")] as const,
  );
  const tell = (): void => {
    clearing.hidden = !isOn();
    for (const [link, href] of others) link.setAttribute("href", `${href}${location.search}`);
    more.hidden = stage.whole === undefined || !isOn();
    more.href = stage.whole?.href ?? "";
    result.value = isOn() ? resultOf(stage, search.isOn()) : "";
    elsewhere?.look(isOn() ? search.terms() : undefined, (count) => {
      result.value =
        count === undefined
          ? `${result.value} ${say("notSearched", { name: say("elsewhere") })}`
          : say("hereAndElsewhere", { here: stage.shown().length, elsewhere: count });
    });
  };
  stage.afterwards(tell);
  tell();
  stage.stream.querySelector(".day")?.before(form, make("p", { className: "results" }, result, " ", more));
  comeTo(stage, clear, elsewhere);
  return { add: (element) => form.append(element) };
}

function resultOf({ posts, shown }: Stage, searched: boolean): string {
  const count = shown().length;
  if (!searched) return say("showing", { count, total: posts.length });
  return count === 0 ? say("nothingFound") : sayFound(count);
}

/** A link to a post that is not shown shows all posts; one to a post that stands on another page leads there. */
function comeTo({ posts }: Stage, clear: () => void, elsewhere: Elsewhere | undefined): void {
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
