/** On a page of a long event: the posts of its other pages that the reader asks for too, below those of this page. */

import { make } from "../make.ts";
import { message } from "../messages.ts";
import type { PostList } from "../post-list.ts";
import { hitList } from "./hit.ts";
import type { Term } from "./query.ts";
import { loadPageIndex, type PageIndex } from "./search-index.ts";

/** How many are listed; the page with all posts has the rest. */
const most = 100;

export interface OtherPages {
  /**
   * Shows those that pass as well, with the terms marked; none where there are no `terms`. `told` hears later how many there are,
   * unless something else was asked for by then; undefined where it is not known.
   */
  readonly look: (terms: readonly Term[] | undefined, told: (count: number | undefined) => void) => void;
  /** Goes to the page of the post, if there is one of that id. */
  readonly lead: (id: string) => void;
  /** Undefined where it cannot be read. */
  readonly event: () => Promise<PageIndex | undefined>;
}

export function searchOtherPages({ stream, posts, passes }: PostList): OtherPages {
  const here = new Set(posts.map(({ article }) => article.id));
  const section = make("nav", { className: "elsewhere", id: "elsewhere", hidden: true });
  section.ariaLabel = message("elsewhere");
  [...stream.querySelectorAll(".day")].at(-1)?.after(section);
  let loading: Promise<PageIndex | undefined> | undefined;
  const load = (): Promise<PageIndex | undefined> => {
    loading ??= loadPageIndex("").catch(() => {
      loading = undefined;
      return undefined;
    });
    return loading;
  };
  let asked: readonly Term[] | undefined;
  const show = (event: PageIndex, terms: readonly Term[]): number => {
    const found = event.posts.filter((post) => !here.has(post.id) && passes(post));
    const standing = { event, folder: "", query: location.search, terms, withYear: false };
    section.hidden = found.length === 0;
    section.replaceChildren(
      make("h2", {}, message("elsewhere")),
      hitList(found.slice(0, most), standing, (post) => message("onPage", { number: post.standing + 1 })),
    );
    return found.length;
  };
  return {
    lead: (id) => {
      void load().then((event) => {
        const post = event?.posts.find((one) => one.id === id);
        if (post !== undefined) location.replace(`${event?.files[post.standing]}#${id}`);
      });
    },
    event: load,
    look: (terms, told) => {
      asked = terms;
      if (terms === undefined) {
        section.hidden = true;
        return;
      }
      void load().then((event) => {
        if (asked === terms) told(event && show(event, terms));
      });
    },
  };
}
