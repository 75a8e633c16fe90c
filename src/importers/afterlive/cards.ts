/** The cards on a page that this program built, which stand for what the archive does not hold. */
import { webAddress } from "../../markdown/address.ts";
import { type Block, type MediaKind, mediaKinds } from "../../model/block.ts";
import { losses } from "../account/losses.ts";
import { writable } from "../account/words.ts";
import { type BlockReader, type OwnReading, readBlocks } from "../html/blocks.ts";
import { find, hasClass, lineOf, takeOut } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { mediaBlock } from "../media/embeds.ts";
import { legend } from "../media/legends.ts";
import type { Desk } from "../media/media.ts";

/** The cards that stand for what the archive does not hold. */
export function cardReader(element: Element, desk: Desk, reader: BlockReader): OwnReading | undefined {
  if (element.tagName !== "figure") return undefined;
  if (hasClass(element, "absent")) return () => [absentFigure(element, desk)];
  const kind = mediaKinds.find((one) => hasClass(element, `media-${one}`));
  return kind === undefined ? undefined : (depth) => [mediaCard(kind, element, desk, reader, depth)];
}

function losePhrase(element: Element | undefined, desk: Desk): void {
  if (element === undefined || !losses["archive words"].pattern.test(lineOf(element))) return;
  desk.words.lose(lineOf(element), "archive words");
  takeOut(element);
}

function absentFigure(figure: Element, desk: Desk): Block {
  losePhrase(
    find(figure, (one) => hasClass(one, "kind")),
    desk,
  );
  const credit = legend(figure, "credit", desk);
  const caption = legend(figure, "caption", desk);
  const alt = desk.words.keep(lineOf(figure), desk.place("body"));
  return desk.pictures.figure(
    { alt, ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    [],
  );
}

function mediaCard(kind: MediaKind, card: Element, desk: Desk, reader: BlockReader, depth: number): Block {
  losePhrase(
    find(card, (one) => hasClass(one, "kind")),
    desk,
  );
  const original = find(card, (one) => hasClass(one, "original"));
  const link = find(original, ({ tagName }) => tagName === "a");
  const source = webAddress((link && attribute(link, "href")) ?? "");
  losePhrase(original, desk);
  const from = find(card, (one) => hasClass(one, "from"));
  const said = (name: string): string | undefined => {
    const element = find(from, (one) => hasClass(one, name));
    return element && lineOf(element);
  };
  const [author, provider, date] = [said("author"), said("provider"), said("date")];
  const kept = author === undefined ? "" : desk.words.keep(author, desk.place("author")).trim();
  if (from !== undefined) takeOut(from);
  const credit = legend(card, "credit", desk);
  const caption = legend(card, "caption", desk);
  const text = find(card, ({ tagName }) => tagName === "blockquote");
  const blocks = text === undefined ? [] : readBlocks(text.childNodes, reader, depth);
  return {
    ...mediaBlock(kind, { source, provider }, blocks),
    ...(kept !== "" && { author: kept }),
    ...(date !== undefined && writable(date) !== "" && { date: writable(date) }),
    ...(caption.length > 0 && { caption }),
    ...(credit.length > 0 && { credit }),
  };
}
