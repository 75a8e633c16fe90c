/** From the headings of a page to its title: the heading that agrees best with its head and its structured data. */
import { wordsIn } from "../../base/words.ts";
import { find, parentOf, shortLineOf } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";

/** The heading whose words agree best with one of the titles; without titles, the first heading that can be a title. */
export function titleAmong(headings: readonly Element[], titles: readonly string[]): Element | undefined {
  const worded = headings.flatMap((element) => {
    const line = shortLineOf(element, 400) ?? "";
    return line === "" ? [] : [{ element, words: new Set(wordsIn(line)) }];
  });
  const known = titles.map((title) => new Set(wordsIn(title))).filter(({ size }) => size > 0);
  let best: { readonly element: Element; readonly score: number } | undefined;
  for (const { element, words } of worded) {
    const agreed = Math.max(0, ...known.map((title) => agreement(words, title)));
    const score = agreed * (isSite(element) ? 0.4 : 1) + (isMarked(element) ? 0.1 : 0);
    if (score > (best?.score ?? 0)) best = { element, score };
  }
  if (best !== undefined && best.score >= 0.5) return best.element;
  const marked = worded.find(({ element }) => isMarked(element));
  if (marked !== undefined) return marked.element;
  const firsts = worded.filter(({ element }) => element.tagName === "h1" && !isSite(element));
  // A single one is the title of the page, in other words than in its head.
  return known.length > 0 && firsts.length > 1 ? undefined : firsts[0]?.element;
}

const isMarked = (element: Element): boolean => / headline /.test(` ${attribute(element, "itemprop") ?? ""} `);

/** True for the name of the site or of one of its sections. */
function isSite(element: Element): boolean {
  const link = find(element, ({ tagName }) => tagName === "a");
  if (link !== undefined && shortLineOf(link) === shortLineOf(element)) return true;
  for (
    let one: Element | undefined = element, height = 0;
    one !== undefined && height < 5;
    height += 1, one = parentOf(one)
  )
    if (
      one.tagName === "nav" ||
      isCalled(one, / (?:logo|brand|site (?:name|title|header)|masthead|nav|navigation|menu) /)
    )
      return true;
  return false;
}

/** How far a heading and a title have the same words: 1 for the same words, 0.7 or more where one has all words of the other. */
function agreement(heading: ReadonlySet<string>, title: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of heading) if (title.has(word)) shared += 1;
  const [less, more] = [Math.min(heading.size, title.size), Math.max(heading.size, title.size)];
  if (less === 0) return 0;
  // One word that a long title has too is the name of a section of the site.
  return heading.size === 1 && more > 2 ? shared / more : (shared / less) * 0.7 + (shared / more) * 0.3;
}

/** A title without the names of the site before or behind it. */
export function withoutSite(title: string, sites: readonly string[]): string {
  const names = new Set(sites.map(plain).filter((name) => name !== ""));
  let alone = title.trim();
  if (alone.length > 500) return alone;
  for (let turn = 0; turn < 3; turn += 1) {
    const behind = /^(.*\S)\s*(?:\s[-–—|·:•»]|[|•»])\s*([^-–—|·•»]{1,60})$/u.exec(alone);
    const before = /^([^-–—|·•»]{1,60}?)\s*(?:\s[-–—|·•»]|[|•»])\s*(\S.*)$/u.exec(alone);
    if (behind?.[1] !== undefined && names.has(plain(behind[2] ?? ""))) alone = behind[1].trim();
    else if (before?.[2] !== undefined && names.has(plain(before[1] ?? ""))) alone = before[2].trim();
    else break;
  }
  return alone;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|der|die|das|le|la|il|el)\s+/, "")
    .replace(/\.(?:com|org|net|de|fr|it|es|ch|at|nl|co\.uk|[a-z]{2})$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
