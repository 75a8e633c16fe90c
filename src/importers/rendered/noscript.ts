/** From a `<noscript>` to its nodes: copies of pictures that scripts load later, or words and pictures that the page has nowhere else. */
import { elementsIn, fewElementsIn, find, parentOf, shortLineOf, type Tree, takeOut } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { setAttribute } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { addressesOf } from "../media/pictures.ts";
import { noteUnseen } from "./unseen-notes.ts";

const copyMark = "data-noscript";

/** The nodes of a `<noscript>`. Its pictures and frames get a mark, since they may be copies. */
export function openNoscript(noscript: Element): readonly HtmlNode[] {
  // The parser takes the content as text, as a browser with scripts does.
  const text = noscript.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  const nodes = noscript.childNodes.some(isElement) ? noscript.childNodes : parseFragment(text).childNodes;
  for (const element of elementsIn({ childNodes: [...nodes] }))
    if (media.has(element.tagName)) setAttribute(element, copyMark, "");
  return nodes;
}

const media = new Set(["img", "amp-img", "iframe", "video", "audio"]);

/**
 * True where the only picture in a `<noscript>` is the picture right before it, which a script would have loaded. That picture then gets
 * the address and the description of the copy, and nothing of the `<noscript>` is left to be read.
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

/** Gives the picture the description of its copy. Where it has another one, that of the copy is counted as lost. */
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

/** Takes out the pictures and frames of a `<noscript>` that also stand in the tree outside of it. */
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

/** True where the image right behind a copy only holds its place. It then gets the address, and the copy is taken out. */
function standsFor(copy: Element): boolean {
  const [best] = copy.tagName === "img" ? addressesOf(copy) : [];
  const image = best === undefined ? undefined : imageBehind(copy);
  if (best === undefined || image === undefined || attribute(image, copyMark) !== undefined) return false;
  if (!addressesOf(image).every(isData)) return false;
  const [alt, shown] = [copy, image].map((one) => (attribute(one, "alt") ?? "").trim());
  // With two descriptions they are two pictures.
  if (alt !== "" && shown !== "" && alt !== shown) return false;
  setAttribute(image, "data-src", best);
  takeAlt(image, copy);
  takeOut(copy);
  return true;
}

/** The image that follows a copy, alone in its element or not. The copy may be the only content of its own element. */
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

/** The name of a picture's file without its size and its ending; the address where the name is too short or too common. */
function keyOf(address: string): string {
  const plain = address.slice(0, 3000).split(/[?#]/, 1)[0] ?? "";
  const name = plain
    .slice(plain.lastIndexOf("/") + 1)
    .replace(/\.\w{2,5}$/, "")
    .replace(/[-_]\d{2,4}x\d{2,4}$/, "");
  return name.length >= 5 && !/^(?:image|photo|default|original|large|small|\d{1,4})$/i.test(name) ? name : plain;
}
