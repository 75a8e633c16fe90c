/**
 * From the tree of a page to the tree that a reader saw: frames, shadow roots, drawings, AMP elements and placeholders become plain HTML.
 * What no reader saw is taken out, and `unseen-notes.ts` keeps it at the element in which it stood.
 */

import { losses } from "../account/losses.ts";
import { parentOf, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { makeElement, makeText, setChildren } from "../html/make.ts";
import { embedOf } from "../media/embed-element.ts";
import { noteScript } from "../media/hollow.ts";
import { readIcon } from "../media/icons.ts";
import { backgroundOf } from "../media/pictures.ts";
import { openAmp } from "./amp.ts";
import { openBackground } from "./background.ts";
import { wordsOfDrawing } from "./data-address.ts";
import { openDrawing } from "./drawings.ts";
import { documentOf, emptyFrame, type Frames, openFrame, openObject } from "./frames.ts";
import { isCopyOf, openNoscript } from "./noscript.ts";
import { holdsEmbed, openPlaceholder } from "./placeholders.ts";
import { allWordsOf, contentOfTemplate, openShadowRoot } from "./shadow.ts";
import { type GroupedPictures, groupedPictures, ungroupPicture } from "./single-file.ts";
import { noteAttributes, noteUnlessShown, noteUnseen } from "./unseen-notes.ts";

/** The deepest frame in frames, and the largest number of frames of a page. */
const most = { depth: 4, frames: 300 } as const;

export interface Rendered {
  /** Frames that lie too deep, or are too many. */
  readonly unreadFrames: number;
}

const noFrames: Frames = new Map();

/** Changes the tree. `frames` are those of the capture. */
export function renderTree(tree: Tree, frames: Frames = noFrames): Rendered {
  const render: Render = { frames, grouped: groupedPictures(tree), depths: new Map(), opened: 0, unreadFrames: 0 };
  const waiting: { readonly tree: Tree; readonly depth: number }[] = [{ tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children: HtmlNode[] = [];
    const todo: HtmlNode[] = [...next.tree.childNodes].reverse();
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      const turned = isElement(node)
        ? turn(
            node,
            {
              parent: next.tree,
              before: children,
              behind: todo.at(-1),
              depth: render.depths.get(node) ?? next.depth,
            },
            render,
          )
        : turnText(node, next.tree);
      if (turned === undefined) children.push(node);
      else for (let index = turned.length - 1; index >= 0; index -= 1) todo.push(turned[index] as HtmlNode);
    }
    setChildren(next.tree, children);
    for (const child of children)
      if (isElement(child) && child.tagName !== "head")
        waiting.push({ tree: child, depth: render.depths.get(child) ?? next.depth });
  }
  return { unreadFrames: render.unreadFrames };
}

interface Render {
  readonly frames: Frames;
  readonly grouped: GroupedPictures;
  /** Of the elements that stand for frames. */
  readonly depths: Map<Element, number>;
  opened: number;
  unreadFrames: number;
}

/** The place of a node. */
interface Where {
  readonly parent: Tree;
  /** The siblings before it, already rendered. */
  readonly before: readonly HtmlNode[];
  /** The sibling behind it. */
  readonly behind: HtmlNode | undefined;
  readonly depth: number;
}

function turnText(node: HtmlNode, parent: Tree): readonly HtmlNode[] | undefined {
  if (node.nodeName !== "#comment" || !("data" in node)) return undefined;
  noteUnseen(parent, "page code", node.data);
  return [];
}

/** The nodes that replace an element; undefined where it stays. */
function turn(element: Element, where: Where, render: Render): readonly HtmlNode[] | undefined {
  const { tagName } = element;
  const { parent } = where;
  const note = (kind: Parameters<typeof noteUnseen>[1], text: string): readonly HtmlNode[] => {
    noteUnseen(parent, kind, text);
    return [];
  };
  // Microdata may stand in a script: it belongs to a post.
  if ((tagName === "script" || tagName === "style") && attribute(element, "itemprop") === undefined) {
    if (tagName === "script") noteScript(element, parent);
    return turnScript(element, note);
  }
  ungroupPicture(element, render.grouped);
  asMicrodata(element);
  if (tagName === "slot" || tagName === "template") return turnHolder(element, parent);
  if (tagName === "noscript") return turnNoscript(element, where, render, note);
  if (tagName === "iframe" || tagName === "frame") return turnFrame(element, where, render, note);
  if (tagName === "svg") return openDrawing(element, parent);
  if (tagName === "object" || tagName === "embed") {
    const held = documentOf(element, render.frames);
    return held === undefined ? openObject(element, parent) : turnFrame(element, where, render, note);
  }
  noteUnlessShown(parent, "attribute words", wordsOfDrawing(backgroundOf(element) ?? ""));
  if (tagName === "ruby") spaceReadings(element, where.behind);
  if (tagName === "img") return turnPicture(element, parent);
  if (tagName === "picture" && !element.childNodes.some((node) => isElement(node) && node.tagName === "img"))
    return element.childNodes.some((node) => isElement(node) && node.tagName === "source")
      ? [withImage(element)]
      : undefined;
  if (tagName === "figcaption") return turnCaption(element, where);
  openShadowRoot(element);
  if (tagName.startsWith("amp-")) return openAmp(element, parent);
  const embed = where.depth >= most.depth ? undefined : openPlaceholder(element);
  if (embed === undefined) return openBackground(element);
  if (!embed.includes(element)) noteAttributes(parent, element);
  return deeper(embed, where, render);
}

/** Copies RDFa into the attribute of microdata: `property="datePublished"` becomes `itemprop`. */
function asMicrodata({ attrs }: Element): void {
  const property = attrs.find(({ name }) => name === "property")?.value.trim() ?? "";
  if (!/^(?:schema:)?[a-z][A-Za-z]{2,40}$/.test(property) || attrs.some(({ name }) => name === "itemprop")) return;
  attrs.push({ name: "itemprop", value: property.replace(/^schema:/, "") });
}

/** Puts blanks around the readings of a `<ruby>`, where the page has no brackets for them. */
function spaceReadings(ruby: Element, behind: HtmlNode | undefined): void {
  const children = ruby.childNodes;
  if (!children.some(({ nodeName }) => nodeName === "rt") || children.some(({ nodeName }) => nodeName === "rp")) return;
  const last = behind !== undefined && /^[\p{L}\p{N}]/u.test(wordsOf([behind], 1)) ? [makeText(" ")] : [];
  setChildren(ruby, [
    ...children.flatMap((node, index) => {
      if (node.nodeName !== "rt") return [node];
      return [makeText(" "), node, ...(index + 1 < children.length ? [makeText(" ")] : [])];
    }),
    ...last,
  ]);
}

function turnPicture(image: Element, parent: Tree): readonly HtmlNode[] | undefined {
  noteUnlessShown(parent, "attribute words", wordsOfDrawing(attribute(image, "src") ?? ""));
  const icon = readIcon(image);
  if (icon?.every((node) => !isElement(node))) noteAttributes(parent, image);
  return icon;
}

/** The content of a slot or of a template with an embed. Another template is taken out: no browser shows it. */
function turnHolder(element: Element, parent: Tree): readonly HtmlNode[] {
  if (element.tagName === "template" && !holdsEmbed(element)) {
    noteUnseen(parent, "unused template", allWordsOf([element]));
    return [];
  }
  noteAttributes(parent, element);
  return contentOfTemplate(element).childNodes;
}

type Note = (kind: Parameters<typeof noteUnseen>[1], text: string) => readonly HtmlNode[];

function turnScript(element: Element, note: Note): readonly HtmlNode[] {
  const text = wordsOf(element.childNodes);
  return note("page code", text);
}

function turnNoscript(element: Element, where: Where, render: Render, note: Note): readonly HtmlNode[] {
  if (where.depth >= most.depth) return tooDeep(textIn(element), render, note);
  const nodes = openNoscript(element);
  const words = wordsOf(nodes).replace(/\s+/g, " ").trim();
  if (losses["player text"].pattern.test(words)) return note("player text", words);
  if (!isCopyOf(nodes, where.before)) return deeper(nodes, where, render);
  return note("attribute words", words);
}

function turnFrame(element: Element, where: Where, render: Render, note: Note): readonly HtmlNode[] | undefined {
  if (embedOf(element) !== undefined) return undefined;
  const { parent, depth } = where;
  const held = documentOf(element, render.frames);
  if (depth >= most.depth && (held !== undefined || textIn(element).length > 1000))
    return tooDeep(held?.html ?? textIn(element), render, note);
  if (held === undefined) return deeper(emptyFrame(element, parent), where, render);
  render.opened += 1;
  return render.opened > most.frames
    ? tooDeep(held.html, render, note)
    : deeper(openFrame(element, held, parent), where, render);
}

const textIn = (element: Element): string =>
  element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");

function tooDeep(html: string, render: Render, note: Note): readonly HtmlNode[] {
  if (!/\S/.test(html)) return [];
  render.unreadFrames += 1;
  return note("unread frame", html);
}

/** Counts one level for nodes that were parsed out of a text, so that texts in texts end at the deepest level. */
function deeper(nodes: readonly HtmlNode[], { depth }: Where, render: Render): readonly HtmlNode[] {
  for (const node of nodes) if (isElement(node)) render.depths.set(node, depth + 1);
  return nodes;
}

function withImage(picture: Element): Element {
  picture.childNodes.push(
    makeElement("img", { alt: attribute(picture, "data-alt") ?? attribute(picture, "aria-label") }),
  );
  setChildren(picture, picture.childNodes);
  return picture;
}

/** Moves a caption that stands right behind its figure into the figure. */
function turnCaption(caption: Element, { parent, before }: Where): readonly HtmlNode[] | undefined {
  if ("tagName" in parent && parent.tagName === "figure") return undefined;
  const figure = before.findLast((node) => isElement(node) || ("value" in node && node.value.trim() !== ""));
  if (figure === undefined || !isElement(figure) || figure.tagName !== "figure") return undefined;
  if (figure.childNodes.some((node) => isElement(node) && node.tagName === "figcaption")) return undefined;
  setChildren(figure, [...figure.childNodes, caption]);
  return parentOf(caption) === figure ? [] : undefined;
}
