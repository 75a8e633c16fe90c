/** From figures of a saved Guardian page that are not pictures to media blocks, by the kind and the data in the page. */
import { lettersOf } from "../../base/words.ts";
import { linkAddress, webAddress } from "../../markdown/address.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import { type BlockReader, type OwnReading, paragraph, readBlocks } from "../html/blocks.ts";
import { classesOf, elementsIn, findAll, shortLineOf, takeOut, textOfElement } from "../html/html.ts";
import { attribute, type Element, inlineOfHtml, wordsOf } from "../html/inline.ts";
import { parseFragment } from "../html/parser.ts";
import { findJson, isObject, type JsonObject } from "../json/find.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { embedAddress, mediaBlock } from "../media/embeds.ts";
import { legend } from "../media/legends.ts";
import type { MediaContext } from "../media/media.ts";
import { isUnseen } from "../media/pictures.ts";
import { addressOfFrame } from "../rendered/frames.ts";
import { addressOfElement, isMediaElement, kindOfType, mediaKindOf, providerOfKind } from "./kinds.ts";

/** Kinds of figures before 2021, by the last part of their class: `element-video`. */
const oldKinds: Readonly<Record<string, string>> = {
  atom: "MediaAtom",
  audio: "Audio",
  document: "Document",
  embed: "Embed",
  facebook: "VideoFacebook",
  instagram: "Instagram",
  interactive: "Interactive",
  map: "Map",
  soundcloud: "Soundcloud",
  spotify: "Spotify",
  tweet: "Tweet",
  video: "Video",
  vine: "Vine",
};

/** The kind of a figure. */
function kindOfFigure(figure: Element): string | undefined {
  if (figure.tagName !== "figure") return undefined;
  const type = attribute(figure, "data-spacefinder-type");
  if (type !== undefined) return kindOfType(type);
  for (const name of classesOf(figure)) {
    const kind = oldKinds[/^element-([a-z]+)$/.exec(name)?.[1] ?? ""];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The data of the island in a figure: the object of its element, if there is one. */
function dataOf(figure: Element): JsonObject {
  for (const one of elementsIn(figure)) {
    const props = attribute(one, "props");
    const [value] = props === undefined ? [] : findJson(props).values;
    if (!isObject(value)) continue;
    return isObject(value.element) ? value.element : isObject(value.callout) ? value.callout : value;
  }
  return {};
}

/** Reads a figure that shows something from another place; undefined for pictures and for figures of words. */
export function ownFigure(figure: Element, context: MediaContext, reader: BlockReader): OwnReading | undefined {
  const kind = kindOfFigure(figure);
  if (kind === "RichLink") return wordsOf([figure]).trim() === "" ? () => richLink(dataOf(figure), context) : undefined;
  if (kind === undefined || !isMediaElement(kind, {})) return undefined;
  return (depth) => readMedia(figure, kind, context, reader, depth);
}

/** True for a figure without an address and without words in the capture. */
export function isEmptyFigure(figure: Element): boolean {
  const kind = kindOfFigure(figure);
  if (kind === undefined || !isMediaElement(kind, {}) || wordsOf([figure]).trim() !== "") return false;
  const data = dataOf(figure);
  return (addressOfElement(kind, data) ?? addressIn(figure)) === undefined && typeof data.html !== "string";
}

function readMedia(
  figure: Element,
  kind: string,
  context: MediaContext,
  reader: BlockReader,
  depth: number,
): readonly Block[] {
  const data = dataOf(figure);
  const source = addressOfElement(kind, data) ?? addressIn(figure);
  const credit = legend(figure, "credit", context);
  const shown = legend(figure, "caption", context);
  takeClocks(figure, context);
  if (shown.length > 0) loseTitles(figure, context);
  const caption = shown.length > 0 ? shown : captionFrom(data, wordsOf([figure]), context);
  // The poster of a recording mostly repeats its caption; if it has other words, they are kept.
  const known = lettersOf(plainInline(caption) + wordsOf([figure]));
  const alts = findAll(figure, ({ tagName }) => tagName === "img").flatMap((image) => {
    takeOut(image);
    const alt = (attribute(image, "alt") ?? "").trim();
    return isUnseen(image) || known.includes(lettersOf(alt)) ? [] : [alt];
  });
  const shownBlocks = unwrapped(readBlocks(figure.childNodes, reader, depth + 1), source);
  const blocks = [
    ...(shownBlocks.length > 0 ? shownBlocks : htmlFrom(data, source, reader, depth)),
    ...alts.map((alt) => paragraph(context.words.keep(alt, context.place("body")))),
  ];
  const site = siteAt(source ?? "");
  const own = mediaKindOf(kind);
  return [
    {
      ...mediaBlock(
        own === "embed" ? site.kind : own,
        { source, provider: providerOfKind(kind) ?? site.provider },
        blocks,
      ),
      ...(caption.length > 0 && { caption }),
      ...(credit.length > 0 && { credit }),
    },
  ];
}

/** An embed inside an embed is the same one: only its words are needed. */
const unwrapped = (blocks: readonly Block[], source: string | undefined): readonly Block[] =>
  blocks.flatMap((block) =>
    isMedia(block) && block.caption === undefined && (block.source === undefined || block.source === source)
      ? block.blocks
      : [block],
  );

/** The address in the markup of a figure. */
function addressIn(figure: Element): string | undefined {
  for (const one of [figure, ...elementsIn(figure)]) {
    const video =
      /^youtube-([\w-]{11})(?:$|-)/.exec(attribute(one, "id") ?? "")?.[1] ?? attribute(one, "data-asset-id");
    if (video !== undefined && /^[\w-]{11}$/.test(video)) return `https://www.youtube.com/watch?v=${video}`;
    for (const name of ["data-canonical-url", "data-interactive", "data-embed-url", "data-url"]) {
      const address = webAddress(attribute(one, name) ?? "");
      if (address !== undefined) return address;
    }
    if (one.tagName === "iframe") {
      const address = addressOfFrame(one);
      if (address !== undefined) return address;
    }
    if (["video", "audio", "source"].includes(one.tagName)) {
      const address = webAddress(attribute(one, "src") ?? "");
      if (address !== undefined) return address;
    }
  }
  return embedAddress(figure);
}

/** Counts the title of a player's frame as lost where the page prints a caption. */
function loseTitles(figure: Element, context: MediaContext): void {
  for (const frame of findAll(figure, ({ tagName }) => tagName === "iframe")) {
    context.words.lose(attribute(frame, "title") ?? "", "attribute words");
    frame.attrs = frame.attrs.filter(({ name }) => name !== "title" && name !== "data-embedded-caption");
  }
}

/** Counts the duration that a player shows as lost. */
function takeClocks(figure: Element, context: MediaContext): void {
  for (const clock of findAll(figure, (one) => /^\d{1,3}(?::\d\d){1,2}$/.test(shortLineOf(one, 12) ?? ""))) {
    context.words.lose(textOfElement(clock), "controls");
    takeOut(clock);
  }
}

/** A caption that the page prints with a script. */
function captionFrom(data: JsonObject, shown: string, context: MediaContext): readonly Inline[] {
  for (const key of ["mediaTitle", "caption", "title"]) {
    const text = data[key];
    if (typeof text !== "string" || text.trim() === "" || lettersOf(shown).includes(lettersOf(text))) continue;
    return inlineOfHtml(text, (words) => context.words.keep(words, context.place("caption")));
  }
  return [];
}

/** The words of a post of another site that a script would show. */
function htmlFrom(data: JsonObject, source: string | undefined, reader: BlockReader, depth: number): readonly Block[] {
  return typeof data.html === "string"
    ? unwrapped(readBlocks(parseFragment(data.html).childNodes, reader, depth + 1), source)
    : [];
}

function richLink(data: JsonObject, context: MediaContext): readonly Block[] {
  const keep = (text: string): string => context.words.keep(text, context.place("body")).replace(/\s+/g, " ").trim();
  const text = (key: string): string => (typeof data[key] === "string" ? data[key].trim() : "");
  const [prefix, title] = [text("prefix"), text("text")];
  const before: readonly Inline[] = prefix === "" ? [] : [{ kind: "text", text: `${keep(prefix)} ` }];
  const href = linkAddress(text("url"));
  const words: readonly Inline[] = title === "" ? [] : [{ kind: "text", text: keep(title) }];
  const link: readonly Inline[] =
    href === undefined || words.length === 0 ? words : [{ kind: "link", href, content: words }];
  return before.length + link.length === 0 ? [] : [{ kind: "paragraph", content: [...before, ...link] }];
}
