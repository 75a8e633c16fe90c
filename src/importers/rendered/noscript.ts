/** What pages write for browsers without scripts: a copy of a picture that scripts load later, or the only words and pictures there are. */
import { elementsIn, find, parentOf, type Tree, takeOut } from "../html/html.ts";
import { attribute, type Element, isElement, type Node } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { addressesOf } from "../media/pictures.ts";
import { noteUnseen } from "./unseen-notes.ts";

const copyMark = "data-noscript";

/** The nodes of a `<noscript>`; its pictures and frames are marked, since they may be copies. */
export function openNoscript(noscript: Element): readonly Node[] {
  // The parser takes what is in it as text, as a browser with scripts does.
  const text = noscript.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  const nodes = noscript.childNodes.some(isElement) ? noscript.childNodes : parseFragment(text).childNodes;
  for (const element of elementsIn({ childNodes: [...nodes] }))
    if (media.has(element.tagName)) setAttribute(element, copyMark, "");
  return nodes;
}

const media = new Set(["img", "amp-img", "iframe", "video", "audio"]);

/**
 * The picture in a `<noscript>` that stands right beside a picture which scripts would have loaded is that picture: its addresses
 * go to the one that is seen. True where nothing of it is left to be read.
 */
export function isCopyOf(nodes: readonly Node[], before: readonly Node[]): boolean {
  const inner = { childNodes: [...nodes] };
  const images = elementsIn(inner).filter(({ tagName }) => tagName === "img" || tagName === "amp-img");
  const [copy] = images;
  const beside = lastElement(before);
  if (images.length !== 1 || copy === undefined || beside === undefined) return false;
  const image = beside.tagName === "img" ? beside : find(beside, ({ tagName }) => tagName === "img");
  if (image === undefined || attribute(image, copyMark) !== undefined) return false;
  const [own, other] = [addressesOf(image), addressesOf(copy)];
  const lazy = image.attrs.some(
    ({ name, value }) => /^data-.*(?:src|original|lazy)/.test(name) || (name === "class" && /lazy/i.test(value)),
  );
  if (own.length > 0 && !lazy && !own.some((one) => other.some((two) => keyOf(one) === keyOf(two)))) return false;
  const [best] = other;
  if (own.length === 0 && best !== undefined) setAttribute(image, "data-src", best);
  const alt = attribute(copy, "alt") ?? "";
  const shown = (attribute(image, "alt") ?? "").trim();
  if (shown === "" && alt !== "") setAttribute(image, "alt", alt);
  else if (alt.trim() !== shown) noteUnseen(image, "attribute words", alt);
  for (const { name, value } of copy.attrs)
    if (name === "title" || name === "data-caption" || name === "data-credit")
      noteUnseen(image, "attribute words", value);
  return true;
}

function lastElement(nodes: readonly Node[]): Element | undefined {
  for (let index = nodes.length - 1; index >= 0 && index >= nodes.length - 3; index -= 1) {
    const node = nodes[index];
    if (node === undefined) return undefined;
    if (isElement(node)) return node;
    if ("value" in node && node.value.trim() !== "") return undefined;
  }
  return undefined;
}

/** Takes out the pictures and frames of a `<noscript>` that stand in the same tree outside of one, too. */
export function dropCopies(tree: Tree): void {
  const all = elementsIn(tree).filter(({ tagName }) => media.has(tagName));
  const marked = all.filter((one) => attribute(one, copyMark) !== undefined);
  if (marked.length === 0) return;
  const known = new Set(all.flatMap((one) => (attribute(one, copyMark) === undefined ? keysOf(one) : [])));
  const alts = new Set(
    all.flatMap((one) => (attribute(one, copyMark) !== undefined ? [] : [attribute(one, "alt")?.trim()])),
  );
  for (const one of marked) {
    const keys = keysOf(one);
    const alt = attribute(one, "alt")?.trim() ?? "";
    if (keys.some((key) => known.has(key))) {
      if (!alts.has(alt)) noteUnseen(parentOf(one) ?? tree, "attribute words", alt);
      takeOut(one);
    } else alts.add(alt);
    for (const key of keys) known.add(key);
  }
}

const keysOf = (element: Element): readonly string[] =>
  element.tagName === "img" || element.tagName === "amp-img"
    ? addressesOf(element).map(keyOf)
    : element.attrs.flatMap(({ name, value }) =>
        /src$/.test(name) && value.includes("/") ? [value.replace(/^https?:/, "")] : [],
      );

/** The name of a picture's file without its size and its ending; the address where the file has no telling name. */
function keyOf(address: string): string {
  const plain = address.slice(0, 3000).split(/[?#]/, 1)[0] ?? "";
  const name = plain
    .slice(plain.lastIndexOf("/") + 1)
    .replace(/\.\w{2,5}$/, "")
    .replace(/[-_]\d{2,4}x\d{2,4}$/, "");
  return name.length >= 5 && !/^(?:image|photo|default|original|large|small|\d{1,4})$/i.test(name) ? name : plain;
}
