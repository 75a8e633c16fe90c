/** From an inline SVG to what a reader sees of it: its words as text or as a chart. The labels of icons are counted as lost. */
import { elementsIn, parentOf, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, singleSpaced } from "../html/inline.ts";
import { makeElement, makeText } from "../html/make.ts";
import { makeEmbed } from "../media/embed-element.ts";
import { sizeOf, smallest } from "../media/pictures.ts";
import { noteAttributes, noteUnseen } from "./unseen-notes.ts";

interface Drawing {
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  /** HTML and pictures in the drawing. */
  readonly inner: readonly HtmlNode[];
  /** Its elements, without those in `inner`. */
  readonly read: readonly Element[];
}

/** The nodes that replace a drawing. */
export function openDrawing(svg: Element, parent: Tree): readonly HtmlNode[] {
  const { texts, labels, inner, read } = readDrawing(svg);
  for (const one of read) noteAttributes(parent, one, { but: "aria-label" });
  const icon = isIcon(svg, parent);
  if (texts.length === 0 && inner.length === 0 && icon) {
    for (const label of labels) noteUnseen(parent, "attribute words", label);
    return [];
  }
  if (isInLine(parent)) return [...spaced(texts), ...labelsAsText(labels, texts), ...inner];
  if (labels.length === 0) return [...texts.map((text) => makeElement("p", {}, [makeText(text)])), ...inner];
  if (texts.length === 0 && inner.length > 0)
    return [...labels.map((text) => makeElement("p", {}, [makeText(text)])), ...inner];
  const [caption, ...more] = labels;
  const lines = [...more, ...texts].map((text) => makeElement("p", {}, [makeText(text)]));
  return [makeEmbed({ kind: "chart", caption }, [...lines, ...inner])];
}

const spaced = (texts: readonly string[]): readonly HtmlNode[] =>
  texts.length === 0 ? [] : [makeText(` ${texts.join(" ")} `)];

const labelsAsText = (labels: readonly string[], texts: readonly string[]): readonly HtmlNode[] =>
  labels.length === 0 ? [] : [makeText(texts.length === 0 ? labels.join(" ") : ` (${labels.join(" ")}) `)];

function readDrawing(svg: Element): Drawing {
  const texts: string[] = [];
  const inner: HtmlNode[] = [];
  const labels = [attribute(svg, "aria-label") ?? ""];
  const read = [svg];
  const waiting: HtmlNode[] = [...svg.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) {
      if (node.nodeName === "#text" && "value" in node && node.value.trim() !== "") texts.push(node.value);
      continue;
    }
    const { tagName } = node;
    read.push(node);
    if (tagName === "text") texts.push(allWords(node));
    else if (tagName === "title" || tagName === "desc" || tagName === "metadata") labels.push(allWords(node));
    else if (tagName === "foreignObject" || tagName === "foreignobject") inner.push(...node.childNodes);
    else if (tagName === "image") inner.push(...pictureIn(node));
    else if (tagName !== "style" && tagName !== "script") {
      labels.push(attribute(node, "aria-label") ?? "");
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(node.childNodes[index] as HtmlNode);
    }
  }
  const lines = (all: readonly string[]): readonly string[] =>
    all.map((text) => singleSpaced(text).trim()).filter(Boolean);
  return { texts: lines(texts), labels: [...new Set(lines(labels))], inner, read };
}

/** The words of an element with a blank between its parts: in a drawing each part has a place of its own. */
const allWords = (element: Element): string =>
  [element, ...elementsIn(element)]
    .map(({ childNodes }) => childNodes.map((node) => ("value" in node ? node.value : "")).join(""))
    .join(" ");

function pictureIn(image: Element): readonly HtmlNode[] {
  const src =
    attribute(image, "href") ??
    attribute(image, "xlink:href") ??
    image.attrs.find(({ name }) => name === "href")?.value;
  const { width, height } = sizeOf(image);
  return src === undefined
    ? []
    : [
        makeElement("img", {
          src,
          width: width?.toString(),
          height: height?.toString(),
          alt: attribute(image, "aria-label"),
        }),
      ];
}

/** True for a drawing that is an icon: it is small, hidden, in a link or button, or gives no size. */
function isIcon(svg: Element, parent: Tree): boolean {
  if (attribute(svg, "aria-hidden") === "true") return true;
  for (let one = elementOf(parent), height = 0; one !== undefined && height < 4; one = parentOf(one), height += 1)
    if (one.tagName === "a" || one.tagName === "button" || attribute(one, "role") === "button") return true;
  const { width, height } = sizeOf(svg);
  const box = (attribute(svg, "viewbox") ?? attribute(svg, "viewBox") ?? "")
    .trim()
    .split(/[\s,]+/, 4)
    .map(Number);
  const widest = Math.max(width ?? height ?? box[2] ?? 0, height ?? width ?? box[3] ?? 0);
  return !(widest > smallest);
}

const lines = new Set([
  "p",
  "span",
  "a",
  "strong",
  "em",
  "b",
  "i",
  "li",
  "td",
  "th",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "label",
  "button",
  "small",
  "time",
]);
const isInLine = (parent: Tree): boolean => lines.has(elementOf(parent)?.tagName ?? "");
const elementOf = (tree: Tree): Element | undefined => ("tagName" in tree ? (tree as Element) : undefined);
