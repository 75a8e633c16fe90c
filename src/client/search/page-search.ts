/** The search box: shows the posts of this page that have all the words and phrases. */

import type { PostList } from "../post-list.ts";
import { setQueryParameter } from "../query-parameters.ts";
import { highlight } from "./highlight.ts";
import { matchesAll, parseQuery, type Term } from "./query.ts";

/** A control that chooses posts. */
export interface FilterControl {
  /** Whether it chooses anything now. */
  readonly isOn: () => boolean;
  readonly clear: () => void;
}

export interface PageSearch extends FilterControl {
  readonly terms: () => readonly Term[];
}

export function searchPage(box: HTMLInputElement, stage: PostList): PageSearch {
  const read = () => parseQuery(box.value);
  let wait = 0;
  const look = (): void => {
    const terms = read();
    setQueryParameter("q", box.value.trim());
    stage.setFilter("words", terms.length === 0 ? undefined : (post) => matchesAll(post.folded(), terms));
  };
  stage.onChange(() => highlight(stage.shown(), read()));
  // What is compared is worked out before the first key, a few posts at a time.
  const prepare = (from: number): void => {
    for (const post of stage.posts.slice(from, from + 50)) post.folded();
    if (from < stage.posts.length) setTimeout(prepare, 0, from + 50);
  };
  box.addEventListener("focus", () => prepare(0), { once: true });
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(look, 100);
  });
  if (box.value !== "") look();
  return {
    terms: read,
    isOn: () => read().length > 0,
    clear: () => {
      clearTimeout(wait);
      box.value = "";
      look();
    },
  };
}
