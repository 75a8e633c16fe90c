/** From a frame or an object to what a reader sees of it: a document in `srcdoc` or in the capture, a picture, or an embed. */

import { elementsIn, fewElementsIn, find, parseHtml, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { makeElement } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { isPostAddress, pageOfPlayer, siteAt, wholeAddress } from "../media/embed-addresses.ts";
import { makeEmbed } from "../media/embed-element.ts";
import { sizeOf } from "../media/pictures.ts";
import { pageIn } from "./data-address.ts";
import { groupedPictures, ungroupPicture } from "./single-file.ts";
import { noteAttributes, noteUnlessShown, noteUnseen } from "./unseen-notes.ts";

/** The frames of a capture, by the addresses in its pages. */
export type Frames = ReadonlyMap<string, { readonly html: string; readonly source?: string }>;

const adverts =
  /doubleclick|googlesyndication|googletagmanager|google_ads|googleads|adservice|amazon-adsystem|taboola|outbrain|criteo|adnxs|\bads?[-_.]|advert/i;
const frameSources = /^(?:data-)?(?:[a-z0-9]+-)*(?:src|url|href|original)$/;

/** The address that a frame loads, now or later. */
export function addressOfFrame(frame: Element): string | undefined {
  const written = frame.attrs.filter(({ name }) => frameSources.test(name) || name.startsWith("data-src"));
  const sorted = written.sort((a, b) => Number(b.name === "src") - Number(a.name === "src"));
  for (const { value } of sorted) {
    const address = wholeAddress(value);
    if (address !== undefined) return pageOfPlayer(address);
  }
  return undefined;
}

const isUnseenFrame = (frame: Element): boolean => {
  const { width, height } = sizeOf(frame);
  return [width, height].some((one) => one !== undefined && one <= 1);
};

const isAdvert = (frame: Element): boolean =>
  ["src", "data-src", "id", "name", "class", "title"].some((name) =>
    adverts.test((attribute(frame, name) ?? "").slice(0, 300)),
  );

/** The document of a frame, if the capture holds it. */
export function documentOf(
  frame: Element,
  frames: Frames,
): { readonly html: string; readonly source?: string } | undefined {
  const html = attribute(frame, "srcdoc");
  if (html !== undefined && html.trim() !== "") return { html };
  const src = attribute(frame, "src") ?? attribute(frame, "data") ?? "";
  const held = src === "" ? undefined : (frames.get(src.trim()) ?? pageIn(src));
  return typeof held === "string" ? { html: held } : held;
}

/** The nodes that replace a frame with a document. */
export function openFrame(
  frame: Element,
  { html, source: from }: { readonly html: string; readonly source?: string },
  parent: Tree,
): readonly HtmlNode[] {
  const tree = parseHtml(html);
  const grouped = groupedPictures(tree);
  for (const element of grouped.size === 0 ? [] : elementsIn(tree)) ungroupPicture(element, grouped);
  const body = find(tree, ({ tagName }) => tagName === "body" || tagName === "frameset");
  const nodes = body?.childNodes ?? tree.childNodes;
  noteUnlessShown(parent, "attribute words", wordsOf(fallbackOf(frame)));
  if (isAdvert(frame) || adverts.test((from ?? "").slice(0, 300)) || isUnseenFrame(frame)) {
    noteUnseen(parent, "advert", wordsOf(nodes));
    noteAttributes(parent, frame, { kind: "advert" });
    return [];
  }
  noteAttributes(parent, frame, { but: "title" });
  const source = addressOfFrame(frame) ?? from ?? canonicalOf(tree) ?? onlyPost(nodes);
  const caption = captionOf(frame);
  if (source === undefined || siteAt(source).provider === undefined)
    return [makeElement("div", { "data-frame": source ?? "", title: attribute(frame, "title") }, nodes)];
  if (caption === undefined) noteUnlessShown(parent, "attribute words", attribute(frame, "title") ?? "");
  return [makeEmbed({ source: pageOfPlayer(source), ...siteAt(source), caption }, nodes)];
}

/** The content of a frame for browsers without frames, which the parser takes as text. */
const fallbackOf = (frame: Element): readonly HtmlNode[] =>
  frame.childNodes.some(isElement)
    ? frame.childNodes
    : parseFragment(frame.childNodes.map((node) => ("value" in node ? node.value : "")).join("")).childNodes;

function canonicalOf(tree: Tree): string | undefined {
  const link = find(tree, (one) => one.tagName === "link" && attribute(one, "rel") === "canonical");
  return link && wholeAddress(attribute(link, "href") ?? "");
}

/** The address of the post of a service, where all links to posts lead to the same one. */
function onlyPost(nodes: readonly HtmlNode[]): string | undefined {
  const links = elementsIn({ childNodes: [...nodes] }).flatMap(
    (one) => wholeAddress(attribute(one, "href") ?? "") ?? [],
  );
  const plain = (link: string): string => {
    const [path = link] = link.split(/[?#]/, 1);
    return isPostAddress(path) && !path.endsWith("/watch") ? path : link;
  };
  const posts = new Set(links.filter(isPostAddress).map(plain));
  const [post] = posts;
  return posts.size === 1 ? post : undefined;
}

/** The title of a frame; undefined where it is one that its service gives to all frames. */
function captionOf(frame: Element): string | undefined {
  const title = (attribute(frame, "title") ?? "").replace(/\s+/g, " ").trim();
  return title === "" || title.length > 300 || isFixed(title) ? undefined : title;
}

/** The words of titles that services give to all their frames. */
const fixedWords = new Set(
  "youtube vimeo twitter x instagram facebook tiktok spotify soundcloud dailymotion bluesky threads video audio media content embed embedded iframe frame external social player post tweet clip reel by from interactive".split(
    " ",
  ),
);
const isFixed = (title: string): boolean =>
  title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === "" || fixedWords.has(word));

/** The nodes that replace a frame without a document: an embed with its address and title, or its content for browsers without frames. */
export function emptyFrame(frame: Element, parent: Tree): readonly HtmlNode[] {
  const fallback = fallbackOf(frame);
  const source = addressOfFrame(frame);
  if (isAdvert(frame) || isUnseenFrame(frame)) {
    noteUnseen(parent, "advert", `${attribute(frame, "title") ?? ""} ${wordsOf(fallback)}`);
    noteAttributes(parent, frame, { but: "title", kind: "advert" });
    return [];
  }
  noteAttributes(parent, frame, { but: "title" });
  const written = (attribute(frame, "src") ?? "").trim();
  const known = written !== "" && !/^(?:about|javascript|data|blob):/i.test(written);
  if (source === undefined && !known) {
    const title = attribute(frame, "title") ?? "";
    noteUnseen(parent, "attribute words", title);
    return fallback;
  }
  const caption = captionOf(frame);
  const title = caption === undefined ? (attribute(frame, "title") ?? "") : "";
  noteUnseen(parent, "attribute words", title);
  return [
    makeEmbed(
      { source, provider: siteAt(source ?? "").provider, caption, ...(source === undefined && { unread: true }) },
      fallback,
    ),
  ];
}

/** The nodes that replace `<object>` or `<embed>`: a picture or an embed, with the content for browsers that cannot load it. */
export function openObject(element: Element, parent: Tree): readonly HtmlNode[] {
  noteAttributes(parent, element);
  for (const node of element.childNodes) if (isElement(node) && node.tagName === "param") noteAttributes(parent, node);
  const written = attribute(element, "data") ?? attribute(element, "src") ?? "";
  const children = element.childNodes.filter((node) => node.nodeName !== "param");
  if (
    /^image\//i.test(attribute(element, "type") ?? "") ||
    /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i.test(written)
  ) {
    const alt = attribute(element, "aria-label") ?? attribute(element, "title");
    return [makeElement("img", { src: written, alt }), ...children];
  }
  const inner = fewElementsIn(element, 60);
  const movie = inner?.find((one) => one.tagName === "param" && /^(?:movie|src)$/i.test(attribute(one, "name") ?? ""));
  const source = wholeAddress(written) ?? wholeAddress((movie && attribute(movie, "value")) ?? "");
  const holdsPlayer = inner?.some(({ tagName }) => ["iframe", "video", "embed", "object"].includes(tagName)) !== false;
  if (source === undefined || holdsPlayer) return children;
  return [makeEmbed({ source: pageOfPlayer(source), ...siteAt(source), caption: captionOf(element) }, children)];
}
