/** From the cards on a page that this program built to blocks. A card stands for media that the archive does not hold. */
import { webAddress } from "../../markdown/address.ts";
import { type Block, type MediaKind, mediaKinds } from "../../model/block.ts";
import { losses } from "../account/losses.ts";
import { writable } from "../account/word-ledger.ts";
import { type BlockReader, type OwnReading, readBlocks } from "../html/blocks.ts";
import { find, hasClass, takeOut, textOfElement } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { mediaBlock } from "../media/embeds.ts";
import { legend } from "../media/legends.ts";
import type { MediaContext } from "../media/media.ts";

/** Reads a card; undefined for an element that is not a card. */
export function cardReader(element: Element, context: MediaContext, reader: BlockReader): OwnReading | undefined {
  if (element.tagName !== "figure") return undefined;
  if (hasClass(element, "absent")) return () => [absentFigure(element, context)];
  const kind = mediaKinds.find((one) => hasClass(element, `media-${one}`));
  return kind === undefined ? undefined : (depth) => [mediaCard(kind, element, context, reader, depth)];
}

function losePhrase(element: Element | undefined, context: MediaContext): void {
  if (element === undefined || !losses["archive words"].pattern.test(textOfElement(element))) return;
  context.words.lose(textOfElement(element), "archive words");
  takeOut(element);
}

function absentFigure(figure: Element, context: MediaContext): Block {
  losePhrase(
    find(figure, (one) => hasClass(one, "kind")),
    context,
  );
  const credit = legend(figure, "credit", context);
  const caption = legend(figure, "caption", context);
  const alt = context.words.keep(textOfElement(figure), context.place("body"));
  return context.pictures.figure(
    { alt, ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    [],
  );
}

function mediaCard(kind: MediaKind, card: Element, context: MediaContext, reader: BlockReader, depth: number): Block {
  losePhrase(
    find(card, (one) => hasClass(one, "kind")),
    context,
  );
  const original = find(card, (one) => hasClass(one, "original"));
  const link = find(original, ({ tagName }) => tagName === "a");
  const source = webAddress((link && attribute(link, "href")) ?? "");
  losePhrase(original, context);
  const from = find(card, (one) => hasClass(one, "from"));
  const textIn = (name: string): string | undefined => {
    const element = find(from, (one) => hasClass(one, name));
    return element && textOfElement(element);
  };
  const [author, provider, date] = [textIn("author"), textIn("provider"), textIn("date")];
  const authorName = author === undefined ? "" : context.words.keep(author, context.place("author")).trim();
  if (from !== undefined) takeOut(from);
  const credit = legend(card, "credit", context);
  const caption = legend(card, "caption", context);
  const text = find(card, ({ tagName }) => tagName === "blockquote");
  const blocks = text === undefined ? [] : readBlocks(text.childNodes, reader, depth);
  return {
    ...mediaBlock(kind, { source, provider }, blocks),
    ...(authorName !== "" && { author: authorName }),
    ...(date !== undefined && writable(date) !== "" && { date: writable(date) }),
    ...(caption.length > 0 && { caption }),
    ...(credit.length > 0 && { credit }),
  };
}
