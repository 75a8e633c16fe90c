/** From a frame, a video or a sound to its block: address, provider, caption, poster, and the words inside it. */
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import type { AccountPlace, PostField } from "../account/account-span.ts";
import { losses } from "../account/losses.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { type BlockReader, readBlocks } from "../html/blocks.ts";
import { findAll, takeOut } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement, wordsOf } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import type { NamedPictures } from "../pictures.ts";
import { addressOfFrame } from "../rendered/frames.ts";
import { siteAt, wholeAddress } from "./embed-addresses.ts";
import { embedOf } from "./embed-element.ts";
import { doubted, mediaBlock } from "./embeds.ts";
import type { Legends } from "./legends.ts";

/** Where the words and the pictures go. */
interface MediaContext {
  readonly words: WordLedger;
  readonly place: (field: PostField & ("body" | "caption")) => AccountPlace;
  readonly pictures: NamedPictures;
}

/** The block of a frame or a recording; none for a frame of which nothing is known. `legends` are those of the figure around it. */
export function readPlayer(
  element: Element,
  at: MediaContext,
  reader: BlockReader,
  depth: number,
  legends: Legends = {},
): readonly Block[] {
  if (element.tagName === "iframe") return readFrame(element, at, legends.caption !== undefined);
  const inner = findAll(element, ({ tagName }) => tagName === "source");
  const sources = [element, ...inner].flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) =>
      /(?:^|-)(?:src|mp4|hls|file|url)$/.test(name) ? (wholeAddress(value) ?? []) : [],
    ),
  );
  const poster = posterOf(element, at);
  const children = element.childNodes.filter((node) => !isElement(node) || !["source", "track"].includes(node.tagName));
  const kind = element.tagName === "audio" ? "audio" : "video";
  const blocks = readBlocks(withoutPlayerText(children, at), reader, depth);
  return [{ ...mediaBlock(kind, { source: sources[0] }, blocks), ...(poster !== undefined && { poster }) }];
}

function readFrame(frame: Element, at: MediaContext, hasCaption: boolean): readonly Block[] {
  const about = embedOf(frame);
  const source = addressOfFrame(frame);
  if (source === undefined && about?.unread !== true && about?.caption === undefined) return [];
  const site = siteAt(source ?? "");
  const block = mediaBlock(about?.kind ?? site.kind, { source, provider: about?.provider ?? site.provider }, []);
  const caption = captionIn(frame, at, hasCaption);
  const poster = posterOf(frame, at);
  if (source === undefined && caption === undefined && about?.provider === undefined) return [doubted(block)];
  return [{ ...block, ...(caption !== undefined && { caption }), ...(poster !== undefined && { poster }) }];
}

/** The caption of an embed itself. Where the figure around it has a caption (`hasCaption`), it is counted as lost. */
export function captionIn(embed: Element, at: MediaContext, hasCaption: boolean): readonly Inline[] | undefined {
  const caption = (embedOf(embed)?.caption ?? "").replace(/\s+/g, " ").trim();
  if (caption === "") return undefined;
  if (!hasCaption) return [{ kind: "text", text: at.words.keep(caption, at.place("caption")) }];
  at.words.lose(caption, "attribute words", at.place("caption"));
  return undefined;
}

function posterOf(video: Element, at: MediaContext): string | undefined {
  const addresses = ["poster", "data-poster", "data-poster-url"].flatMap((name) => {
    const address = (attribute(video, name) ?? "").trim();
    return address === "" || (/^data:/i.test(address) && address.length < 300) ? [] : [address];
  });
  return video.tagName === "audio" || addresses.length === 0 ? undefined : at.pictures.poster(addresses);
}

/** The nodes without the sentences for browsers that cannot play, which are counted as lost. */
export function withoutPlayerText(nodes: readonly HtmlNode[], at: MediaContext): readonly HtmlNode[] {
  const fixed = new Set<HtmlNode>();
  for (const line of linesOfNodes(nodes)) {
    const words = wordsOf(line).replace(/\s+/g, " ").trim();
    if (!losses["player text"].pattern.test(words)) continue;
    at.words.lose(words, "player text", at.place("body"));
    for (const node of line) fixed.add(node);
  }
  for (const node of fixed) takeOut(node);
  return nodes.filter((node) => !fixed.has(node));
}
