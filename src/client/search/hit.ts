/** Turns a post that matches into a line that links to it: its time, its headline, an excerpt, the matches marked. */

import { make } from "../make.ts";
import { language } from "../messages.ts";
import { dateInWords } from "../time/local-clock.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { matchRanges, type Term } from "./query.ts";
import type { IndexedPost, PageIndex } from "./search-index.ts";

export interface HitContext {
  readonly index: PageIndex;
  /** The folder of the live page, which ends in "/"; "" on the live page itself, where days need no year. */
  readonly folder: string;
  /** The query of an address that searches for the same: `?q=river`. */
  readonly query: string;
  readonly terms: readonly Term[];
}

/** The address of a page of the event, with the same search. */
export const hitAddress = ({ folder, query }: HitContext, file: string): string => folder + file + query;

/** `posts`: newest first; each day is written once. `note`: words of the interface below a post, "" for none. */
export function hitList(
  posts: readonly IndexedPost[],
  context: HitContext,
  note: (post: IndexedPost) => string,
): HTMLOListElement {
  let day = "";
  return make(
    "ol",
    { className: "hits" },
    ...posts.map((post) => {
      const same = post.time.slice(0, 10) === day;
      day = post.time.slice(0, 10);
      return hit(post, context, same, note(post));
    }),
  );
}

function hit(post: IndexedPost, context: HitContext, sameDay: boolean, note: string): HTMLLIElement {
  const { index, terms } = context;
  const lines = post.text.split("\n");
  const own = { lang: index.language, dir: index.direction };
  const headline = { text: post.headline, ranges: matchRanges(post.headline, terms) };
  const body = excerptOf([...lines, ...post.labels, post.signed], terms);
  const name = post.headline === "" ? body : headline;
  const link = make(
    "a",
    { href: `${hitAddress(context, index.files[post.file] ?? "index.html")}#${post.id}` },
    when(post, sameDay, context.folder !== ""),
    " ",
    make("span", { className: name === body ? "name words" : "name", ...own }, ...marked(name)),
  );
  const line = make("li", {}, link);
  if (name !== body && body.text !== "") line.append(make("p", { className: "excerpt", ...own }, ...marked(body)));
  if (note !== "") line.append(make("p", { className: "stands" }, note));
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

function marked({ text, ranges }: Excerpt): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
