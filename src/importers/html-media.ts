/** Pictures, recordings, quotations and embeds of a saved page as blocks. */
import { webAddress } from "../markdown/address.ts";
import type { Block } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import type { Place, PostField } from "./account-span.ts";
import { type BlockReader, type OwnReading, readBlocks } from "./html-blocks.ts";
import { classesOf, find, findAll, isWithin, takeOut } from "./html-dom.ts";
import {
  embedAddress,
  frameAddress,
  mediaBlock,
  playerIn,
  quotedProvider,
  sentencesOnly,
  siteAt,
} from "./html-embeds.ts";
import type { Role } from "./html-hidden.ts";
import { attribute, type Element, type Node } from "./html-inline.ts";
import { contentOf, linesOf } from "./html-lines.ts";
import { addressesOf, isUnseen } from "./html-pictures.ts";
import type { Pictures } from "./pictures.ts";
import { quoteBlock } from "./quote-block.ts";
import type { Words } from "./words.ts";

export interface Desk {
  readonly words: Words;
  readonly place: (field: PostField & ("body" | "caption" | "credit" | "author")) => Place;
  readonly pictures: Pictures;
  readonly roles: ReadonlyMap<Element, Role>;
  /** What a form reads in its own way, before all else. */
  readonly own?: (element: Element, desk: Desk, reader: BlockReader) => OwnReading | undefined;
}

export function mediaReader(desk: Desk): BlockReader {
  const reader: BlockReader = {
    keep: (text) => desk.words.keep(text, desk.place("body")),
    own: (element) => desk.own?.(element, desk, reader) ?? ownReader(element, desk, reader),
  };
  return reader;
}

function ownReader(element: Element, desk: Desk, reader: BlockReader): OwnReading | undefined {
  const { tagName } = element;
  if (tagName === "figure") {
    const quote = quoteFrame(element);
    if (quote !== undefined) return (depth) => readQuote(quote.quote, reader, depth, quote.foot);
    return isFigure(element, desk) ? (depth) => readFigure(element, desk, reader, depth) : undefined;
  }
  if (tagName === "img") return () => readImage(element, desk);
  if (tagName === "iframe" || tagName === "video" || tagName === "audio") return () => readPlayer(element);
  if (tagName === "blockquote") return (depth) => readQuote(element, reader, depth);
  const embed = sentencesOnly(element);
  if (embed === undefined) return undefined;
  return () => {
    for (const sentence of embed.sentences) desk.words.lose(sentence, "embed text", desk.place("body"));
    return [mediaBlock("embed", { provider: embed.provider, source: embedAddress(element) }, [])];
  };
}

/** A figure with a picture or a recording; one around a table or a quotation is only a frame. */
const isFigure = (figure: Element, desk: Desk): boolean =>
  find(figure, ({ tagName }) => ["table", "blockquote"].includes(tagName)) === undefined &&
  (find(figure, ({ tagName }) => tagName === "img") !== undefined || isPlayer(figure, desk));

const isPlayer = (figure: Element, desk: Desk): boolean =>
  playerIn(figure) !== undefined ||
  find(figure, (element) => classesOf(element).some((name) => /player|media|video|audio/i.test(name))) !== undefined ||
  [...desk.roles.keys()].some((element) => isWithin(element, figure));

function readFigure(figure: Element, desk: Desk, reader: BlockReader, depth: number): readonly Block[] {
  const credit = legend(figure, "credit", desk);
  const caption = legend(figure, "caption", desk);
  const images = findAll(figure, ({ tagName }) => tagName === "img").filter((image) => !isUnseen(image));
  const player = playerIn(figure);
  const legends = { ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) };
  const recordings = player === undefined ? [] : readPlayer(player);
  // The legend goes with the last picture, as pages print it below them all.
  const pictures = images.map((image, index) =>
    pictureOf(image, desk, recordings.length === 0 && index === images.length - 1 ? legends : {}),
  );
  const [recording = mediaBlock("video", {}, [])] = recordings;
  for (const element of [...images, ...(player === undefined ? [] : [player])]) takeOut(element);
  const isRecording = recordings.length > 0 || pictures.length === 0;
  return [
    ...pictures,
    ...(isRecording ? [{ ...recording, ...legends } as Block] : []),
    ...readBlocks(figure.childNodes, reader, depth),
  ];
}

interface Legends {
  readonly caption?: readonly Inline[];
  readonly credit?: readonly Inline[];
}

const creditName = /(?:^|[-_])(?:copyright|credit|credits|attribution|source|photographer)(?:$|[-_])/i;

/** The caption or the credit of a figure, taken out of it. */
export function legend(figure: Element, role: Role, desk: Desk): readonly Inline[] {
  const marked = find(figure, (element) => desk.roles.get(element) === role);
  const named = (element: Element): boolean =>
    role === "caption"
      ? element.tagName === "figcaption"
      : classesOf(element).some((name) => creditName.test(name) || /Copyright$/.test(name)) &&
        linesOf([element]).length === 1;
  const element = marked ?? find(figure, named);
  if (element === undefined) return [];
  takeOut(element);
  return contentOf(element.childNodes, (text) => desk.words.keep(text, desk.place(role)));
}

function pictureOf(image: Element, desk: Desk, legends: Legends = {}): Block {
  const alt = desk.words
    .keep(attribute(image, "alt") ?? "", desk.place("body"))
    .replace(/\s+/g, " ")
    .trim();
  return desk.pictures.figure({ alt, ...legends }, addressesOf(image));
}

function readImage(image: Element, desk: Desk): readonly Block[] {
  const empty = (attribute(image, "alt") ?? "").trim() === "" && addressesOf(image).length === 0;
  return isUnseen(image) || empty ? [] : [pictureOf(image, desk)];
}

/** A frame or a recording: where it is, and whose. */
function readPlayer(element: Element): readonly Block[] {
  if (element.tagName === "iframe") {
    const source = frameAddress(element);
    return source === undefined ? [] : [mediaBlock(siteAt(source).kind, { ...siteAt(source), source }, [])];
  }
  const inner = find(element, ({ tagName }) => tagName === "source");
  const source = webAddress(attribute(element, "src") ?? (inner && attribute(inner, "src")) ?? "");
  return [mediaBlock(element.tagName === "audio" ? "audio" : "video", { source }, [])];
}

/** A figure that holds a quotation, and below it who said it. */
function quoteFrame(figure: Element): { readonly quote: Element; readonly foot?: Element } | undefined {
  const inner = figure.childNodes.filter((node): node is Element => "tagName" in node);
  const [quote, foot] = inner;
  if (quote?.tagName !== "blockquote" || inner.length > 2 || quotedProvider(quote) !== undefined) return undefined;
  if (foot === undefined) return { quote };
  return foot.tagName === "figcaption" ? { quote, foot } : undefined;
}

function readQuote(quote: Element, reader: BlockReader, depth: number, below?: Element): readonly Block[] {
  const provider = quotedProvider(quote);
  if (provider !== undefined) {
    const source = embedAddress(quote);
    return [mediaBlock("embed", { provider, source }, readBlocks(quote.childNodes, reader, depth))];
  }
  const foot =
    below ?? find(quote, ({ tagName }) => tagName === "footer" || tagName === "figcaption" || tagName === "cite");
  if (foot !== undefined) takeOut(foot);
  const blocks = readBlocks(quote.childNodes, reader, depth);
  const [person = [], ...roles] = foot === undefined ? [] : personLines(foot);
  const said = (nodes: readonly Node[]): readonly Inline[] => contentOf(nodes, reader.keep);
  return quoteBlock(blocks, said(person), said(roles.flat()));
}

/** Who said it, and what that person is: two lines, or two elements of one. */
function personLines(foot: Element): readonly (readonly Node[])[] {
  const lines = linesOf(foot.childNodes);
  const [only] = lines;
  const parts = only?.filter((node) => linesOf([node]).length > 0) ?? [];
  const two = lines.length === 1 && parts.length === 2 && parts.every((node) => "tagName" in node);
  return (two ? parts.map((node) => [node]) : lines).map(withoutCite);
}

/** `<cite>` says that a name follows, and is no emphasis. */
const withoutCite = (line: readonly Node[]): readonly Node[] =>
  line.flatMap((node) => ("tagName" in node && node.tagName === "cite" ? node.childNodes : [node]));
