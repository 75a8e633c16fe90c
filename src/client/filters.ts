/** The filters: by label, byline and day, key events, posts with pictures; only those that tell posts of the event apart. */

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

interface Filter extends Filters {
  /** In the query of the address. */
  readonly name: string;
  /** Offers what tells these posts apart, and chooses what the address asks for. */
  readonly offer: (posts: readonly SearchablePost[]) => void;
}

/** `event`: where this page is one of several, all posts, asked for when somebody looks for them. */
export function filters(
  stage: PostList,
  event: (() => Promise<{ readonly posts: readonly SearchablePost[] } | undefined>) | undefined,
): Filters {
  const days = new Map(stage.posts.map(({ date, day }) => [date, day.querySelector("h2")?.textContent ?? ""]));
  const dayOf = (date: string): string =>
    event === undefined ? (days.get(date) ?? "") : dateInWords(date, language(), true);
  const all = [
    choice(stage, "label", message("label"), ({ labels }) => labels),
    choice(stage, "by", message("byline"), ({ bylines }) => bylines),
    choice(stage, "day", message("day"), ({ date }) => (date === "" ? [] : [date]), dayOf),
    tick(stage, "key", message("onlyKeyEvents"), ({ key }) => key),
    tick(stage, "pictures", message("onlyPictures"), ({ pictures }) => pictures),
  ];
  const details = make(
    "details",
    { className: "filters" },
    make("summary", {}, message("filter")),
    make("div", {}, ...all.map(({ element }) => element)),
  );
  const offer = (posts: readonly SearchablePost[]): void => {
    for (const filter of all) filter.offer(posts);
    details.hidden = all.every(({ element }) => element.hidden);
  };
  offer(stage.posts);
  details.open = all.some(({ name }) => queryParameter(name) !== "");
  if (event !== undefined) {
    details.hidden = false;
    details.addEventListener("toggle", () => void event().then((known) => known && offer(known.posts)));
  }
  return {
    element: details,
    isOn: () => all.some((filter) => filter.isOn()),
    clear: () => {
      for (const filter of all) filter.clear();
    },
  };
}

function choice(
  stage: PostList,
  name: string,
  words: string,
  valuesOf: (post: SearchablePost) => readonly string[],
  textOf = (value: string): string => value,
): Filter {
  const select = make("select");
  // A label around a select is named by its choice too.
  select.ariaLabel = words;
  const show = (value: string, values: readonly string[]): void => {
    const options = values.map((one) => make("option", { value: one }, textOf(one)));
    select.replaceChildren(make("option", { value: "" }, message("any")), ...options);
    select.value = values.includes(value) ? value : "";
  };
  return filter(stage, name, make("label", {}, words, " ", select), valuesOf, () => select.value, show);
}

function tick(stage: PostList, name: string, words: string, has: (post: SearchablePost) => boolean): Filter {
  const box = make("input", { type: "checkbox" });
  const show = (value: string, values: readonly string[]): void => {
    box.checked = values.includes(value);
  };
  const label = make("label", { className: "tick" }, box, " ", words);
  return filter(
    stage,
    name,
    label,
    (post) => (has(post) ? ["1"] : []),
    () => (box.checked ? "1" : ""),
    show,
  );
}

/** `valuesOf`: what of a post can be chosen; `show`: a choice, "" for none, and what else there is. */
function filter(
  stage: PostList,
  name: string,
  element: HTMLElement,
  valuesOf: (post: SearchablePost) => readonly string[],
  value: () => string,
  show: (value: string, values: readonly string[]) => void,
): Filter {
  let offered: readonly string[] = [];
  const choose = (): void => {
    const now = value();
    setQueryParameter(name, now);
    stage.setFilter(name, now === "" ? undefined : (post) => valuesOf(post).includes(now));
  };
  element.addEventListener("change", choose);
  return {
    name,
    element,
    isOn: () => value() !== "",
    clear: () => {
      show("", offered);
      choose();
    },
    offer: (posts) => {
      const before = value();
      const values = [...new Set(posts.flatMap(valuesOf))].sort();
      element.hidden = values.every((one) => posts.every((post) => valuesOf(post).includes(one)));
      offered = element.hidden ? [] : values;
      show(before || queryParameter(name), offered);
      if (value() !== before) choose();
    },
  };
}
