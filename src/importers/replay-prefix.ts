/**
 * Makes a page that a web archive replays what it was: the archive's address before each link, picture and embed comes off, and its
 * toolbar comes out. A page that only links to an archive stays as it is.
 */
import { mayHoldReplay, replayedAt } from "../captures/replay-address.ts";
import { elementsIn, findAll, type Tree, takeOut } from "./html-dom.ts";
import { attribute, type Element, isElement, type Node } from "./html-inline.ts";

/** Takes prefixes and toolbars out of the tree of a page, and gives the toolbars. Looks at each node a fixed number of times. */
export function takeReplayOff(tree: Tree): readonly Element[] {
  const elements = elementsIn(tree);
  const between = toolbarsBetweenNotes(tree, elements);
  const toolbars = findAll(tree, (element) => between.has(element) || isToolbar(element));
  if (toolbars.length === 0 && !looksReplayed(elements)) return [];
  for (const element of elements)
    for (const one of element.attrs) if (mayHoldReplay(one.value)) one.value = withoutPrefixes(one.value);
  for (const toolbar of toolbars) takeOut(toolbar);
  return toolbars;
}

/** Addresses in an attribute stand alone, in a list with widths, or in brackets and quotes. */
const withoutPrefixes = (value: string): string =>
  value.replace(/[^\s"'(),]+/g, (one) => (mayHoldReplay(one) ? (replayedAt(one)?.address ?? one) : one));

/** The page names its own address as an archive's, or most of what it draws on comes from one. */
function looksReplayed(elements: readonly Element[]): boolean {
  let replayed = 0;
  let others = 0;
  for (const element of elements) {
    const isAddress = addressOfPage(element);
    const address =
      attribute(element, isAddress ? "content" : "href") ?? attribute(element, "href") ?? attribute(element, "src");
    if (address === undefined || !/^\s*(?:https?:)?\//i.test(address)) continue;
    if (replayedAt(address) === undefined) others += 1;
    else if (isAddress || element.tagName === "base" || attribute(element, "rel")?.toLowerCase() === "canonical")
      return true;
    else replayed += 1;
  }
  return replayed >= 3 && replayed > others;
}

const addressOfPage = (element: Element): boolean =>
  element.tagName === "meta" && attribute(element, "property") === "og:url";

const isToolbar = (element: Element): boolean =>
  /^(?:wm-ipp(?:-base|-print)?|_wb_(?:plain|frame_top)_banner|wb_?-?banner|donato|.{0,20}google-cache-hdr)$/i.test(
    attribute(element, "id") ?? "",
  );

/** What stands between the Wayback Machine's notes of where its toolbar begins and ends. */
function toolbarsBetweenNotes(tree: Tree, elements: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const { childNodes } of [tree, ...elements]) {
    let begun: Element[] | undefined;
    for (const node of childNodes) {
      const note = noteOf(node);
      if (/^\s{0,9}BEGIN WAYBACK TOOLBAR INSERT/i.test(note)) begun = [];
      else if (/^\s{0,9}END WAYBACK TOOLBAR INSERT/i.test(note)) {
        // Without an end, it is not known how far the toolbar goes.
        for (const element of begun ?? []) found.add(element);
        begun = undefined;
      } else if (isElement(node)) begun?.push(node);
    }
  }
  return found;
}

const noteOf = (node: Node): string => (node.nodeName === "#comment" && "data" in node ? node.data : "");
