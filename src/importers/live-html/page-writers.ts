/** From the elements between a page's title and its first post to notes on those that hold only names: the writers of the page. */
import { byWordsOfName } from "../account/by-words.ts";
import { betweenNames, bylineWords, nameSplit } from "../account/text-furniture.ts";
import { findAll, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isByline } from "../saved-page/bylines.ts";
import { isPersonLike, isSureRole } from "../text/marks.ts";
import type { Look } from "./look.ts";

/** The attribute that holds the note. */
export const pageWriterNote = "data-page-writer-note";

const longest = 160;
const most = 12;

export function notePageWriters(page: Tree, posts: readonly Element[], look: Look): void {
  const all = new Set(posts);
  let titled = false;
  let passed = false;
  const found: Element[] = [];
  const behind: Element[] = [];
  findAll(page, (one) => {
    if (all.has(one)) {
      passed = true;
      return true;
    }
    if (one.tagName === "h1") {
      titled ||= (shortLineOf(one) ?? "") !== "";
      return true;
    }
    if (!titled || found.length >= most) return false;
    if (["nav", "footer", "aside", "form", "button", "figure", "blockquote", "dialog"].includes(one.tagName))
      return true;
    if (!holdsNames(one) || look.isElsewhere(one)) return false;
    (passed ? behind : found).push(one);
    return true;
  });
  // A name above each post, beside it, is not a writer of the page.
  const besides = new Set(behind.map(({ parentNode }) => parentNode));
  for (const one of found) if (!besides.has(one.parentNode)) one.attrs.push({ name: pageWriterNote, value: "" });
}

/** True for "By Ann Bell and Bo Carr"; without "By" only if the element has the name of an author's. */
function holdsNames(one: Element): boolean {
  const line = shortLineOf(one, longest);
  if (line === undefined || line === "" || line.length > longest) return false;
  const isCalledSo = one.tagName === "address" || attribute(one, "rel") === "author" || isByline(one);
  const by = bylineWords.exec(line)?.[0].length ?? 0;
  if (by === 0 && !isCalledSo) return false;
  const names = line.slice(byWordsOfName(line) === 0 && isCalledSo ? 0 : by).split(nameSplit);
  const [first = "", ...others] = names.map((name) => name.trim());
  const isName = (name: string): boolean => isPersonLike(name) && !isSureRole(name) && !betweenNames.test(name);
  return isName(first) && others.every((name) => isName(name) || (isSureRole(name) && isPersonLike(name)));
}
