/** Results of a search over the archive: the posts of a live page that match, a live page that could not be read, suggestions. */

import { make, makeButton } from "../make.ts";
import { foundMessage, message } from "../messages.ts";
import { type HitContext, hitAddress, hitList } from "./hit.ts";
import { nearestWords } from "./nearest-words.ts";
import { matchesAll, type Term } from "./query.ts";
import type { IndexedPost, PageIndex } from "./search-index.ts";

/** How many posts of a live page are listed; the rest is a search on its own page. */
const most = 5;

export function pageResults(context: HitContext, posts: readonly IndexedPost[]): HTMLElement {
  const { title, language, direction } = context.index;
  const href = hitAddress(context, "index.html");
  const heading = make("h2", {}, make("a", { href, lang: language, dir: direction }, title));
  const section = make("section", {}, heading, make("p", { className: "count" }, foundMessage(posts.length)));
  section.append(hitList(posts.slice(0, most), context, () => ""));
  if (posts.length > most) section.append(make("p", { className: "rest" }, make("a", { href }, message("allFound"))));
  return section;
}

/** `list`: the live pages on the front page, which may hold the title. `folder`: "" where the list of folders itself is missing. */
export function failedResult(folder: string, list: HTMLElement): HTMLElement {
  const href = `${folder}index.html`;
  const known = [...list.querySelectorAll("a")].find((link) => link.getAttribute("href") === href);
  const [before = "", after = ""] = message("notSearched", { name: "\n" }).split("\n");
  const name = folder === "" ? document.title : make("a", { href }, known?.textContent ?? folder.slice(0, -1));
  return make("p", { className: "failed" }, before, name, after);
}

/** Characters; to compare words with more would block the page. */
const mostCompared = 3_000_000;

function textsOf(posts: readonly IndexedPost[]): readonly string[] {
  const texts: string[] = [];
  let size = 0;
  for (const { headline, text, signed } of posts) {
    if (size > mostCompared) break;
    texts.push(headline, text, signed);
    size += text.length;
  }
  return texts;
}

/** Buttons with other queries for one that no post matches; undefined where no word of a post is like its words. */
export function suggestions(
  terms: readonly Term[],
  indexes: readonly PageIndex[],
  ask: (query: string) => void,
): HTMLElement | undefined {
  const posts = indexes.flatMap((index) => index.posts);
  const texts = textsOf(posts);
  const missing = terms.filter((term) => !term.whole && !posts.some((post) => matchesAll(post.folded(), [term])));
  const choices = terms.map((term) => {
    if (missing.includes(term)) return nearestWords(term.text, texts);
    return [term.whole ? `"${term.text}"` : term.text];
  });
  if (missing.length === 0 || choices.some((words) => words.length === 0)) return undefined;
  // Where several words are missing, one query has the nearest of each.
  const count = missing.length === 1 ? Math.max(...choices.map((words) => words.length)) : 1;
  const queries = Array.from({ length: count }, (_, index) =>
    choices.map((words) => words[Math.min(index, words.length - 1)]).join(" "),
  );
  const buttons = queries.map((query) => makeButton(query, () => ask(query)));
  return make("p", { className: "nearest" }, message("nearest"), ...buttons.flatMap((button) => [" ", button]));
}
