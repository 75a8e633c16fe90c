/** The search on a live page: shows the posts that match the query in the box. */

import type { PostList } from "../post-list.ts";
import { setQueryParameter } from "../query-parameters.ts";
import { highlight } from "./highlight.ts";
import { matchesAll, parseQuery, type Term } from "./query.ts";

/** A control that filters posts. */
export interface FilterControl {
  /** True where it filters now. */
  readonly isOn: () => boolean;
  readonly clear: () => void;
}

export interface PageSearch extends FilterControl {
  readonly terms: () => readonly Term[];
}

export function searchPage(box: HTMLInputElement, list: PostList): PageSearch {
  const read = () => parseQuery(box.value);
  let wait = 0;
  const search = (): void => {
    const terms = read();
    setQueryParameter("q", box.value.trim());
    list.setFilter("words", terms.length === 0 ? undefined : (post) => matchesAll(post.folded(), terms));
  };
  list.onChange(() => highlight(list.shown(), read()));
  // The folded texts are made before the first key, a few posts at a time.
  const prepare = (from: number): void => {
    for (const post of list.posts.slice(from, from + 50)) post.folded();
    if (from < list.posts.length) setTimeout(prepare, 0, from + 50);
  };
  box.addEventListener("focus", () => prepare(0), { once: true });
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(search, 100);
  });
  if (box.value !== "") search();
  return {
    terms: read,
    isOn: () => read().length > 0,
    clear: () => {
      clearTimeout(wait);
      box.value = "";
      search();
    },
  };
}
