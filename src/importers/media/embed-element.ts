/** From the facts of an embed to one element for all readers, and back: a frame with its address, or a quotation with its words. */
import { type MediaKind, mediaKinds } from "../../model/block.ts";
import { find, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { makeElement } from "../html/make.ts";

export interface EmbedAbout {
  readonly source?: string | undefined;
  readonly provider?: string | undefined;
  readonly kind?: MediaKind | undefined;
  readonly caption?: string | undefined;
  /** The address of the picture that stands before a recording. */
  readonly poster?: string | undefined;
  /** The page has an embed there, and nothing of it can be read. */
  readonly unread?: true;
}

const mark = "data-embedded";

/** Makes the element. `children` are what a reader of the page sees of the embed. */
export function makeEmbed(
  { source, provider, kind, caption, poster, unread }: EmbedAbout,
  children: readonly HtmlNode[] = [],
): Element {
  const about = {
    [mark]: provider ?? "",
    "data-embedded-kind": kind,
    "data-embedded-caption": caption,
    "data-poster": poster,
    "data-unread": unread === true ? "" : undefined,
  };
  return showsSomething(children)
    ? makeElement("blockquote", { cite: source, ...about }, children)
    : makeElement("iframe", { src: source, ...about });
}

/** The facts that `makeEmbed` wrote into an element, without the address; undefined for all other elements. */
export function embedOf(element: Element): EmbedAbout | undefined {
  const provider = attribute(element, mark);
  if (provider === undefined) return undefined;
  const kind = mediaKinds.find((one) => one === attribute(element, "data-embedded-kind"));
  const caption = attribute(element, "data-embedded-caption");
  return {
    ...(provider !== "" && { provider }),
    ...(kind !== undefined && { kind }),
    ...(caption !== undefined && { caption }),
    ...(attribute(element, "data-unread") !== undefined && { unread: true }),
  };
}

const seen = new Set(["img", "iframe", "video", "audio", "picture", "amp-img", "svg", "object", "embed"]);

/** True for nodes with words, pictures or players. */
export const showsSomething = (nodes: readonly HtmlNode[]): boolean =>
  wordsOf(nodes, 200).trim() !== "" ||
  nodes.some((node) => isElement(node) && (seen.has(node.tagName) || holdsMedia(node)));

const holdsMedia = (tree: Tree): boolean => find(tree, ({ tagName }) => seen.has(tagName)) !== undefined;
