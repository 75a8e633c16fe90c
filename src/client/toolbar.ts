/** The controls above a stream: search, filters, and how many posts they leave. */
import { lookElsewhere } from "./elsewhere.ts";
import { filters } from "./filter.ts";
import { showKeys } from "./keyboard.ts";
import { make, makeButton } from "./make.ts";
import type { Stage } from "./posts.ts";
import { searchBox } from "./search.ts";
import { say, sayFound } from "./words.ts";

export interface Toolbar {
  readonly add: (element: HTMLElement) => void;
}

export function openToolbar(stage: Stage): Toolbar {
  const search = searchBox(stage);
  const elsewhere = stage.whole === undefined ? undefined : lookElsewhere(stage);
  const choosers = [search, filters(stage, elsewhere?.posts)];
  const clear = (): void => {
    for (const chooser of choosers) chooser.clear();
  };
  const isOn = (): boolean => choosers.some((chooser) => chooser.isOn());
  const clearing = makeButton(say("clear"), () => {
    clear();
    search.element.focus();
  });
  const keys = makeButton("?", showKeys);
  keys.className = "help";
  keys.ariaLabel = say("keyboard");
  // A live region says what changes in it only if it stood there before.
  const result = make("output", { className: "result" });
  const form = make(
    "form",
    { className: "tools" },
    make("div", { className: "find" }, search.element, clearing, keys),
    ...choosers.slice(1).map(({ element }) => element),
  );
  form.role = "search";
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
  comeTo(stage, clear);
  return { add: (element) => form.append(element) };
}

function resultOf({ posts, shown }: Stage, searched: boolean): string {
  const count = shown().length;
  if (!searched) return say("showing", { count, total: posts.length });
  return count === 0 ? say("nothingFound") : sayFound(count);
}

/** A link to a post that is not shown shows all posts. */
function comeTo({ posts }: Stage, clear: () => void): void {
  const come = (): void => {
    const wanted = posts.find(({ article }) => article.id === location.hash.slice(1));
    if (!wanted?.place.hidden) return;
    clear();
    wanted.article.scrollIntoView({ block: "start" });
  };
  addEventListener("hashchange", come);
  come();
}
