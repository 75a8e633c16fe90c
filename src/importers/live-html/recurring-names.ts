/** Names of writers that no class tells: in each post the same place in its head or foot, names alone, and some of them again and again. */
import { elementsIn, parentOf, shortLineOf } from "../html/html.ts";
import { attribute, type Element, isElement, wordsOf } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";
import { isCalled } from "../html/names.ts";
import { isByline, writerNote } from "../saved-page/bylines.ts";
import { looksLikeName } from "./post/marks.ts";

const holders = new Set(["span", "div", "b", "strong", "cite", "small", "em", "address"]);
/** A name may stand there that is not the writer's. */
const otherCall =
  / (?:player|players|scorer|spieler|jugador|joueur|athlete|rider|driver|team|tag|topic|kicker|label|category|title|headline|titre|titel|speaker|quote|caption|credit|name) /;
const quoting = new Set([
  "blockquote",
  "figure",
  "figcaption",
  "table",
  "ul",
  "ol",
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
/** Characters before a name in the head of a post, or behind one in its foot: a time, a place. */
const longestBeside = 60;
/** Of a post with more such elements none is asked: it is a table, or a list. */
const mostLeaves = 60;

interface Place {
  readonly names: Element[];
  readonly posts: Set<number>;
  other: boolean;
}

/** Marks the elements that hold such names. */
export function markRecurringNames(posts: readonly Element[]): void {
  const places = new Map<string, Place>();
  for (const [index, post] of posts.entries()) {
    const leaves = leavesOf(post);
    if (leaves.length > mostLeaves) continue;
    for (const leaf of leaves) addPlace(places, leaf, post, index);
  }
  for (const { names, posts: held, other } of places.values()) {
    const said = names.map((one) => shortLineOf(one));
    if (other || names.length < 3 || held.size < names.length || held.size * 2 < posts.length) continue;
    // One alone may be a button, and names that never come again may be anybody's.
    const different = new Set(said).size;
    if (different < 2 || different === said.length) continue;
    for (const name of names) setAttribute(name, writerNote, "");
  }
}

function addPlace(places: Map<string, Place>, leaf: Element, post: Element, index: number): void {
  const line = shortLineOf(leaf, 100);
  if (line === "") return;
  const key = placeOf(leaf, post);
  if (key === undefined) return;
  const place = places.get(key) ?? { names: [], posts: new Set<number>(), other: false };
  places.set(key, place);
  const isName = line !== undefined && looksLikeName(line) && !isByline(leaf) && !isCalled(leaf, otherCall);
  if (isName && isAtEdge(leaf, post)) {
    place.names.push(leaf);
    place.posts.add(index);
  } else place.other = true;
}

/** Elements of words alone, beside which stand no words but those of other elements. Stops when they are too many for a head. */
function leavesOf(post: Element): readonly Element[] {
  const leaves: Element[] = [];
  // A parent may have very many children: it is looked at once for all of them.
  const bare = new Map<Element, boolean>();
  for (const one of elementsIn(post)) {
    if (leaves.length > mostLeaves) break;
    if (!holders.has(one.tagName) || one.childNodes.length === 0 || one.childNodes.some(isElement)) continue;
    const parent = parentOf(one);
    if (parent === undefined) continue;
    if (!bare.has(parent)) bare.set(parent, hasNoWordsOfItsOwn(parent));
    if (bare.get(parent)) leaves.push(one);
  }
  return leaves;
}

const hasNoWordsOfItsOwn = (parent: Element): boolean =>
  parent.childNodes.every((node) => isElement(node) || !("value" in node) || node.value.trim() === "");

/** What it and the elements above it are, and the how manieth of them it is. */
function placeOf(leaf: Element, post: Element): string | undefined {
  let key = "";
  for (let one: Element | undefined = leaf; one !== undefined && one !== post; one = parentOf(one)) {
    const above: Element | undefined = parentOf(one);
    if (key.length > 400 || (one !== leaf && quoting.has(one.tagName))) return undefined;
    const before = above === undefined || above === post ? 0 : countBefore(above, one);
    key += `${one.tagName}.${(attribute(one, "class") ?? "").slice(0, 80)} ${before}<`;
  }
  return key;
}

/** Elements with words before it. */
const countBefore = (above: Element, one: Element): number =>
  above.childNodes
    .slice(0, Math.min(above.childNodes.indexOf(one), 20))
    .filter((node) => isElement(node) && shortLineOf(node, 1) !== "").length;

/** With hardly a word before it or behind it, and with others in the post. */
function isAtEdge(leaf: Element, post: Element): boolean {
  const all = wordsOf([post]).replace(/\s+/g, " ").trim();
  const line = wordsOf([leaf]).replace(/\s+/g, " ").trim();
  const [at, last] = [all.indexOf(line), all.lastIndexOf(line)];
  return (
    all.length > line.length + 8 &&
    at !== -1 &&
    (at <= longestBeside || all.length - last - line.length <= longestBeside)
  );
}
