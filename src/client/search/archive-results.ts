/** What a search over the archive shows: for each live page its posts that answer, or that it could not be searched. */

import { make, makeButton } from "../make.ts";
import { foundMessage, message } from "../messages.ts";
import { type HitContext, hitAddress, hitList } from "./hit.ts";
import { nearestWords } from "./nearest-words.ts";
import { matchesAll, type Term } from "./query.ts";
import type { IndexedPost, PageIndex } from "./search-index.ts";

/** How many posts of a live page are listed; its own search has the rest. */
const most = 5;

export function pageResults(standing: HitContext, posts: readonly IndexedPost[]): HTMLElement {
  const { title, language, direction } = standing.event;
  const href = hitAddress(standing, "index.html");
  const heading = make("h2", {}, make("a", { href, lang: language, dir: direction }, title));
  const section = make("section", {}, heading, make("p", { className: "count" }, foundMessage(posts.length)));
  section.append(hitList(posts.slice(0, most), standing, () => ""));
  if (posts.length > most) section.append(make("p", { className: "rest" }, make("a", { href }, message("allFound"))));
  return section;
}

/** `list`: of live pages, which may know the title; without a folder nothing is known at all. */
export function failedResult(folder: string, list: HTMLElement): HTMLElement {
  const href = `${folder}index.html`;
  const known = [...list.querySelectorAll("h2 a")].find((link) => link.getAttribute("href") === href);
  const [before = "", after = ""] = message("notSearched", { name: "\n" }).split("\n");
  const name = folder === "" ? document.title : make("a", { href }, known?.textContent ?? folder.slice(0, -1));
  return make("p", { className: "failed" }, before, name, after);
}

/** To look for like words in more would hold up the page. */
const mostCompared = 3_000_000;

function enoughOf(posts: readonly IndexedPost[]): readonly string[] {
  const texts: string[] = [];
  let size = 0;
  for (const { headline, text, signed } of posts) {
    if (size > mostCompared) break;
    texts.push(headline, text, signed);
    size += text.length;
  }
  return texts;
}

/** Other words for a question that nothing answers; undefined where there are none that are like its own. */
export function suggestions(
  terms: readonly Term[],
  events: readonly PageIndex[],
  ask: (question: string) => void,
): HTMLElement | undefined {
  const posts = events.flatMap((event) => event.posts);
  const texts = enoughOf(posts);
  const wanting = terms.filter((term) => !term.whole && !posts.some((post) => matchesAll(post.folded(), [term])));
  const choices = terms.map((term) => {
    if (wanting.includes(term)) return nearestWords(term.text, texts);
    return [term.whole ? `"${term.text}"` : term.text];
  });
  if (wanting.length === 0 || choices.some((words) => words.length === 0)) return undefined;
  // Where several words are wanting, the most like of each.
  const count = wanting.length === 1 ? Math.max(...choices.map((words) => words.length)) : 1;
  const questions = Array.from({ length: count }, (_, index) =>
    choices.map((words) => words[Math.min(index, words.length - 1)]).join(" "),
  );
  const buttons = questions.map((question) => makeButton(question, () => ask(question)));
  return make("p", { className: "nearest" }, message("nearest"), ...buttons.flatMap((button) => [" ", button]));
}
