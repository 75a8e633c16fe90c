/**
 * From the tree of a page that a web archive replays to the page as it was: removes the archive's address before each link, picture and
 * embed, and its toolbar. A page that only links to an archive stays as it is.
 */
import { mayHoldReplay, replayedAt } from "../../captures/notes/replay-address.ts";
import { elementsIn, findAll, type Tree, takeOut } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";

/** Changes the tree and gives the toolbars, which are taken out. Looks at each node a fixed number of times. */
export function takeReplayOff(tree: Tree): readonly Element[] {
  const elements = elementsIn(tree);
  const own = elements.filter(namesPage);
  const isToday = own.some((element) => today.test(addressOf(element) ?? ""));
  const between = toolbarsBetweenNotes(tree, elements);
  const toolbars = findAll(tree, (element) => between.has(element) || isToolbar(element, isToday));
  if (toolbars.length === 0 && !isToday && !looksReplayed(elements)) return [];
  const original = own.map((element) => replayedAt(addressOf(element) ?? "")).find((found) => found !== undefined);
  for (const element of elements)
    for (const one of element.attrs) if (mayHoldReplay(one.value)) one.value = withoutPrefixes(one.value);
  // archive.today gives a page a short address too, which does not contain the original one.
  if (isToday && original !== undefined)
    for (const element of own) for (const one of element.attrs) if (today.test(one.value)) one.value = original.address;
  for (const toolbar of toolbars) takeOut(toolbar);
  return toolbars;
}

/** An address of archive.today under any of its names. */
const today = /^\s*(?:https?:)?\/\/archive\.(?:ph|today|is|li|vn|fo|md)\//i;

/** Removes the prefixes of all addresses in an attribute: one address, a list with widths, or a style with brackets and quotes. */
const withoutPrefixes = (value: string): string =>
  value.replace(/[^\s"'(),]+/g, (one) => (mayHoldReplay(one) ? (replayedAt(one)?.address ?? one) : one));

/** True where the page gives an archive's address as its own, or where most of its addresses are an archive's. */
function looksReplayed(elements: readonly Element[]): boolean {
  let replayed = 0;
  let others = 0;
  for (const element of elements) {
    const address = addressOf(element);
    if (address === undefined || !/^\s*(?:https?:)?\//i.test(address)) continue;
    if (replayedAt(address) === undefined) others += 1;
    else if (namesPage(element) || element.tagName === "base") return true;
    else replayed += 1;
  }
  return replayed >= 3 && replayed > others;
}

/** True for the elements of a page's head that hold the page's own address. */
const namesPage = (element: Element): boolean =>
  element.tagName === "meta"
    ? attribute(element, "property") === "og:url"
    : element.tagName === "link" && /^(?:canonical|bookmark)$/i.test(attribute(element, "rel") ?? "");

const addressOf = (element: Element): string | undefined =>
  element.tagName === "meta" && !namesPage(element)
    ? undefined
    : (attribute(element, "content") ?? attribute(element, "href") ?? attribute(element, "src"));

const isToolbar = (element: Element, isToday: boolean): boolean => {
  const id = attribute(element, "id") ?? "";
  return (
    /^(?:wm-ipp(?:-base|-print)?|_wb_(?:plain|frame_top)_banner|.{0,20}google-cache-hdr)$/.test(id) ||
    (isToday && /^(?:HEADER|FOOTER|hashtags)$/.test(id))
  );
};

/** The elements between the comments with which the Wayback Machine marks the beginning and the end of its toolbar. */
function toolbarsBetweenNotes(tree: Tree, elements: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const { childNodes } of [tree, ...elements]) {
    let begun: Element[] | undefined;
    for (const node of childNodes) {
      const note = noteOf(node);
      if (/^\s{0,9}BEGIN WAYBACK TOOLBAR INSERT/i.test(note)) begun = [];
      else if (/^\s{0,9}END WAYBACK TOOLBAR INSERT/i.test(note)) {
        // Only here: without this comment it is not known how far the toolbar goes.
        for (const element of begun ?? []) found.add(element);
        begun = undefined;
      } else if (isElement(node)) begun?.push(node);
    }
  }
  return found;
}

const noteOf = (node: HtmlNode): string => (node.nodeName === "#comment" && "data" in node ? node.data : "");
