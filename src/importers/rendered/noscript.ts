/** What pages write for browsers without scripts: a copy of a picture that scripts load later, or the only words and pictures there are. */
import { elementsIn, fewElementsIn, find, parentOf, shortLineOf, type Tree, takeOut } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { addressesOf } from "../media/pictures.ts";
import { noteUnseen } from "./unseen-notes.ts";

const copyMark = "data-noscript";

/** The nodes of a `<noscript>`; its pictures and frames are marked, since they may be copies. */
export function openNoscript(noscript: Element): readonly HtmlNode[] {
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
export function isCopyOf(nodes: readonly HtmlNode[], before: readonly HtmlNode[]): boolean {
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
  const held = own.every(isData);
  if (!held && !lazy && !own.some((one) => other.some((two) => keyOf(one) === keyOf(two)))) return false;
  const [best] = other;
  if (held && best !== undefined) setAttribute(image, "data-src", best);
  takeAlt(image, copy);
  for (const { name, value } of copy.attrs)
    if (name === "title" || name === "data-caption" || name === "data-credit")
      noteUnseen(image, "attribute words", value);
  return true;
}

const isData = (address: string): boolean => /^data:/i.test(address);

/** The description of a copy is the picture's, or is counted. */
function takeAlt(image: Element, copy: Element): void {
  const alt = attribute(copy, "alt") ?? "";
  const shown = (attribute(image, "alt") ?? "").trim();
  if (shown === "" && alt !== "") setAttribute(image, "alt", alt);
  else if (alt.trim() !== shown) noteUnseen(image, "attribute words", alt);
}

function lastElement(nodes: readonly HtmlNode[]): Element | undefined {
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
    } else if (!standsFor(one)) alts.add(alt);
    for (const key of keys) known.add(key);
  }
}

/** True where an image right behind a marked one only holds its place: it is given the address, and the marked one goes. */
function standsFor(copy: Element): boolean {
  const [best] = copy.tagName === "img" ? addressesOf(copy) : [];
  const image = best === undefined ? undefined : imageBehind(copy);
  if (best === undefined || image === undefined || attribute(image, copyMark) !== undefined) return false;
  if (!addressesOf(image).every(isData)) return false;
  const [alt, shown] = [copy, image].map((one) => (attribute(one, "alt") ?? "").trim());
  // Two pictures, each with words of its own.
  if (alt !== "" && shown !== "" && alt !== shown) return false;
  setAttribute(image, "data-src", best);
  takeAlt(image, copy);
  takeOut(copy);
  return true;
}

/** The image that follows, alone in its element or not; the marked one may be all that its element holds. */
function imageBehind(copy: Element): Element | undefined {
  let one = copy;
  for (let height = 0; height < 3; height += 1) {
    const parent = parentOf(one);
    if (parent === undefined) return undefined;
    const at = parent.childNodes.indexOf(one);
    const next = parent.childNodes.slice(at + 1, at + 4).find(saysSomething);
    if (next !== undefined) {
      if (!isElement(next)) return undefined;
      return next.tagName === "img" ? next : onlyImage(next);
    }
    if (parent.childNodes.slice(0, at).some(saysSomething)) return undefined;
    one = parent;
  }
  return undefined;
}

function onlyImage(element: Element): Element | undefined {
  const images = fewElementsIn(element, 10)?.filter(({ tagName }) => tagName === "img") ?? [];
  return images.length === 1 && shortLineOf(element, 1) === "" ? images[0] : undefined;
}

const saysSomething = (node: HtmlNode): boolean => isElement(node) || ("value" in node && node.value.trim() !== "");

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
