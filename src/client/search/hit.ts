/** A post that was found, as a line that leads to it: its time, its headline, and the words that answer, marked. */

import { make } from "../make.ts";
import { language } from "../messages.ts";
import { dateInWords } from "../time/local-clock.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { matchRanges, type Term } from "./query.ts";
import type { IndexedPost, PageIndex } from "./search-index.ts";

export interface HitContext {
  readonly event: PageIndex;
  /** Of the live page: "" or ends in "/". */
  readonly folder: string;
  /** Of the address of a page that shows the same: `?q=river`. */
  readonly query: string;
  readonly terms: readonly Term[];
  /** Whether days are said with their year: where several events stand together. */
  readonly withYear: boolean;
}

/** The address of a page of the event that shows the same search. */
export const hitAddress = ({ folder, query }: HitContext, file: string): string => folder + file + query;

/** Newest first; a day is said once. `beside`: what else is to be said of a post, in words of the interface. */
export function hitList(
  posts: readonly IndexedPost[],
  standing: HitContext,
  beside: (post: IndexedPost) => string,
): HTMLOListElement {
  let day = "";
  return make(
    "ol",
    { className: "hits" },
    ...posts.map((post) => {
      const same = post.time.slice(0, 10) === day;
      day = post.time.slice(0, 10);
      return hit(post, standing, same, beside(post));
    }),
  );
}

function hit(post: IndexedPost, standing: HitContext, sameDay: boolean, beside: string): HTMLLIElement {
  const { event, terms } = standing;
  const lines = post.text.split("\n");
  const own = { lang: event.language, dir: event.direction };
  const headline = { text: post.headline, spots: matchRanges(post.headline, terms) };
  const body = excerptOf([...lines, ...post.labels, post.signed], terms);
  const name = post.headline === "" ? body : headline;
  const link = make(
    "a",
    { href: `${hitAddress(standing, event.files[post.standing] ?? "index.html")}#${post.id}` },
    when(post, sameDay, standing.withYear),
    " ",
    make("span", { className: name === body ? "name words" : "name", ...own }, ...marked(name)),
  );
  const line = make("li", {}, link);
  if (name !== body && body.text !== "") line.append(make("p", { className: "excerpt", ...own }, ...marked(body)));
  if (beside !== "") line.append(make("p", { className: "stands" }, beside));
  return line;
}

function when({ time, zone }: IndexedPost, sameDay: boolean, withYear: boolean): HTMLElement {
  const at = make("span", { className: "at" });
  if (time === "") return at;
  const date = dateInWords(time.slice(0, 10), language(), withYear);
  const clock = make("time", { dateTime: time }, make("b", {}, time.slice(11, 16)), " ");
  clock.append(make("span", { className: "zone" }, zone));
  at.append(...(sameDay ? [] : [make("span", { className: "date" }, date), " "]), clock);
  return at;
}

function marked({ text, spots }: Excerpt): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of spots) {
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
