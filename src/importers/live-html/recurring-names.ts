/**
 * From posts to marks on the elements with their writers' names, if no class shows them: the same place in each post, only names,
 * some repeated.
 */
import { elementsIn, parentOf, shortLineOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, isElement } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";
import { isCalled } from "../html/names.ts";
import { isByline, writerNote } from "../saved-page/bylines.ts";
import { looksLikeName } from "./post/marks.ts";

const holders = new Set(["span", "div", "b", "strong", "cite", "small", "em", "address"]);
/** Elements with these names can hold a name that is not the writer's. */
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
/** Between a name and the edge of its post, in head or foot, stand at most this many characters: a time, a place. */
const longestBeside = 60;
/** A post with more such elements is a table or a list, and is not searched. */
const mostLeaves = 60;

interface Place {
  readonly names: Element[];
  readonly posts: Set<number>;
  other: boolean;
}

/** Marks the elements with such names. */
export function markRecurringNames(posts: readonly Element[]): void {
  const places = new Map<string, Place>();
  for (const [index, post] of posts.entries()) {
    const leaves = leavesOf(post);
    if (leaves.length > mostLeaves) continue;
    for (const leaf of leaves) addPlace(places, leaf, post, index);
  }
  for (const { names, posts: held, other } of places.values()) {
    const lines = names.map((one) => shortLineOf(one));
    if (other || names.length < 3 || held.size < names.length || held.size * 2 < posts.length) continue;
    // A single name may be a button, and names that never repeat may be anyone's.
    const different = new Set(lines).size;
    if (different < 2 || different === lines.length) continue;
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

/** Elements with only words, whose siblings are elements too. Stops when they are too many for a head. */
function leavesOf(post: Element): readonly Element[] {
  const leaves: Element[] = [];
  // A parent may have very many children, so it is tested once for all of them.
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

/** The tags and classes of the element and of those above it, with its index among siblings that have words. */
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

/** The number of elements with words before it. */
const countBefore = (above: Element, one: Element): number =>
  above.childNodes
    .slice(0, Math.min(above.childNodes.indexOf(one), 20))
    .filter((node) => isElement(node) && shortLineOf(node, 1) !== "").length;

/** True if few words stand before or after it, and the post has others. */
function isAtEdge(leaf: Element, post: Element): boolean {
  const all = textOfElement(post);
  const line = textOfElement(leaf);
  const [at, last] = [all.indexOf(line), all.lastIndexOf(line)];
  return (
    all.length > line.length + 8 &&
    at !== -1 &&
    (at <= longestBeside || all.length - last - line.length <= longestBeside)
  );
}
