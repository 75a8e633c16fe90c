/** Filters of the posts on a page: by label, byline and day, key events, pictures. Each is offered where it tells posts apart. */
import { make } from "./make.ts";
import { language, message } from "./messages.ts";
import type { PostList, SearchablePost } from "./post-list.ts";
import { queryParameter, setQueryParameter } from "./query-parameters.ts";
import type { FilterControl } from "./search/page-search.ts";
import { dateInWords } from "./time/local-clock.ts";

/** All filters, or one of them. */
export interface Filters extends FilterControl {
  readonly element: HTMLElement;
}

/** What a filter consists of. A choice is a text, "" for none. */
interface FilterParts {
  /** Its parameter in the query of the page's address. */
  readonly name: string;
  readonly element: HTMLElement;
  /** What of a post can be chosen. */
  readonly valuesOf: (post: SearchablePost) => readonly string[];
  readonly chosen: () => string;
  /** Shows a choice among all that are offered. */
  readonly show: (choice: string, offered: readonly string[]) => void;
}

interface Filter extends Filters, Pick<FilterParts, "name"> {
  /** Offers what tells these posts apart, and chooses what the address asks for. */
  readonly offer: (posts: readonly SearchablePost[]) => void;
}

/** `event`: where this page is one of several, loads all posts of the event; called when the reader opens the filters. */
export function filters(
  list: PostList,
  event: (() => Promise<{ readonly posts: readonly SearchablePost[] } | undefined>) | undefined,
): Filters {
  const days = new Map(list.posts.map(({ date, day }) => [date, day.querySelector("h2")?.textContent ?? ""]));
  const dayOf = (date: string): string =>
    event === undefined ? (days.get(date) ?? "") : dateInWords(date, language(), true);
  const all = [
    choice("label", message("label"), ({ labels }) => labels),
    choice("by", message("byline"), ({ bylines }) => bylines),
    choice("day", message("day"), ({ date }) => (date === "" ? [] : [date]), dayOf),
    tick("key", message("onlyKeyEvents"), ({ key }) => key),
    tick("pictures", message("onlyPictures"), ({ pictures }) => pictures),
  ].map((parts) => filter(list, parts));
  const details = make(
    "details",
    { className: "filters" },
    make("summary", {}, message("filter")),
    make("div", {}, ...all.map(({ element }) => element)),
  );
  const offer = (posts: readonly SearchablePost[]): void => {
    for (const one of all) one.offer(posts);
    details.hidden = all.every(({ element }) => element.hidden);
  };
  offer(list.posts);
  details.open = all.some(({ name }) => queryParameter(name) !== "");
  if (event !== undefined) {
    details.hidden = false;
    details.addEventListener("toggle", () => void event().then((known) => known && offer(known.posts)));
  }
  return {
    element: details,
    isOn: () => all.some((one) => one.isOn()),
    clear: () => {
      for (const one of all) one.clear();
    },
  };
}

/** A select; `textOf`: how a value is called. */
function choice(
  name: string,
  words: string,
  valuesOf: FilterParts["valuesOf"],
  textOf = (value: string): string => value,
): FilterParts {
  // Without a name of its own, a select in a label is also named by its choice.
  const select = make("select", { ariaLabel: words });
  return {
    name,
    element: make("label", {}, words, " ", select),
    valuesOf,
    chosen: () => select.value,
    show: (value, offered) => {
      const options = offered.map((one) => make("option", { value: one }, textOf(one)));
      select.replaceChildren(make("option", { value: "" }, message("any")), ...options);
      select.value = offered.includes(value) ? value : "";
    },
  };
}

/** A checkbox, whose only value is "1". */
function tick(name: string, words: string, has: (post: SearchablePost) => boolean): FilterParts {
  const box = make("input", { type: "checkbox" });
  return {
    name,
    element: make("label", { className: "tick" }, box, " ", words),
    valuesOf: (post) => (has(post) ? ["1"] : []),
    chosen: () => (box.checked ? "1" : ""),
    show: (value, offered) => {
      box.checked = offered.includes(value);
    },
  };
}

function filter(list: PostList, { name, element, valuesOf, chosen, show }: FilterParts): Filter {
  let offered: readonly string[] = [];
  const choose = (): void => {
    const now = chosen();
    setQueryParameter(name, now);
    list.setFilter(name, now === "" ? undefined : (post) => valuesOf(post).includes(now));
  };
  element.addEventListener("change", choose);
  return {
    name,
    element,
    isOn: () => chosen() !== "",
    clear: () => {
      show("", offered);
      choose();
    },
    offer: (posts) => {
      const before = chosen();
      const values = [...new Set(posts.flatMap(valuesOf))].sort();
      element.hidden = values.every((one) => posts.every((post) => valuesOf(post).includes(one)));
      offered = element.hidden ? [] : values;
      show(before || queryParameter(name), offered);
      if (chosen() !== before) choose();
    },
  };
}
