/** On a page of a long event: lists the posts of the other pages that pass the same filters, below the posts of this page. */

import { make } from "../make.ts";
import { message } from "../messages.ts";
import type { PostList } from "../post-list.ts";
import { hitList } from "./hit.ts";
import type { Term } from "./query.ts";
import { loadPageIndex, type PageIndex, retried } from "./search-index.ts";

/** How many are listed; the page of the whole event shows all. */
const most = 100;

export interface OtherPages {
  /**
   * Lists the posts that pass, with the terms marked; without `terms` hides the list. `report` gets their number once the index
   * is loaded, undefined where it cannot be; it is not called where `show` was called again meanwhile.
   */
  readonly show: (terms: readonly Term[] | undefined, report: (count: number | undefined) => void) => void;
  /** Goes to the page of the post with that id, if there is one. */
  readonly goTo: (id: string) => void;
  /** All posts of the event; undefined where its index cannot be loaded. */
  readonly event: () => Promise<PageIndex | undefined>;
}

export function searchOtherPages({ stream, posts, passes }: PostList): OtherPages {
  const here = new Set(posts.map(({ article }) => article.id));
  const section = make("nav", { className: "elsewhere", id: "elsewhere", hidden: true });
  section.ariaLabel = message("elsewhere");
  [...stream.querySelectorAll(".day")].at(-1)?.after(section);
  const load = retried(() => loadPageIndex(""));
  let asked: readonly Term[] | undefined;
  const list = (index: PageIndex, terms: readonly Term[]): number => {
    const found = index.posts.filter((post) => !here.has(post.id) && passes(post));
    const context = { index, folder: "", query: location.search, terms };
    section.hidden = found.length === 0;
    section.replaceChildren(
      make("h2", {}, message("elsewhere")),
      hitList(found.slice(0, most), context, (post) => message("onPage", { number: post.file + 1 })),
    );
    return found.length;
  };
  return {
    goTo: (id) => {
      void load().then((index) => {
        const post = index?.posts.find((one) => one.id === id);
        if (post !== undefined) location.replace(`${index?.files[post.file]}#${id}`);
      });
    },
    event: load,
    show: (terms, report) => {
      asked = terms;
      if (terms === undefined) {
        section.hidden = true;
        return;
      }
      void load().then((index) => {
        if (asked === terms) report(index && list(index, terms));
      });
    },
  };
}
