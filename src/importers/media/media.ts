/** From the pictures, recordings, quotations and embeds of a saved page to blocks. */
import { webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import type { AccountPlace, PostField } from "../account/account-span.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { type BlockReader, type OwnReading, readBlocks } from "../html/blocks.ts";
import { classesOf, find, findAll, isWithin, takeOut } from "../html/html.ts";
import { attribute, type Element, type HtmlNode } from "../html/inline.ts";
import { inlineOfNodes, linesOfNodes } from "../html/lines.ts";
import type { NamedPictures } from "../pictures.ts";
import type { LegendRole } from "../saved-page/post/hidden.ts";
import { siteAt } from "./embed-addresses.ts";
import { embedOf } from "./embed-element.ts";
import { embedAddress, mediaBlock, playerIn, quotedProvider, sentencesOnly } from "./embeds.ts";
import { type Legends, legendsOf } from "./legends.ts";
import { addressesOf, isUnseen } from "./pictures.ts";
import { captionIn, readPlayer, withoutPlayerText } from "./players.ts";
import { quoteBlock } from "./quote-block.ts";

export interface MediaContext {
  readonly words: WordLedger;
  readonly place: (field: PostField & ("body" | "caption" | "credit" | "author")) => AccountPlace;
  readonly pictures: NamedPictures;
  readonly roles: ReadonlyMap<Element, LegendRole>;
  /** Reads the elements for which the form has a way of its own. It is called before all other readers. */
  readonly own?: (element: Element, context: MediaContext, reader: BlockReader) => OwnReading | undefined;
}

/** Makes the reader of a body with pictures, recordings, quotations and embeds. */
export function mediaReader(context: MediaContext): BlockReader {
  const reader: BlockReader = {
    keep: (text) => context.words.keep(text, context.place("body")),
    own: (element) => context.own?.(element, context, reader) ?? ownReader(element, context, reader),
  };
  return reader;
}

function ownReader(element: Element, context: MediaContext, reader: BlockReader): OwnReading | undefined {
  const { tagName } = element;
  if (tagName === "figure") {
    const embed = find(element, (one) => one.tagName === "blockquote" && quotedProvider(one) !== undefined);
    if (embed !== undefined) return (depth) => readEmbedFigure(element, embed, context, reader, depth);
    const quote = quoteFrame(element);
    if (quote !== undefined) return (depth) => readQuote(quote, context, reader, depth);
    return isFigure(element, context) ? (depth) => readFigure(element, context, reader, depth) : undefined;
  }
  if (tagName === "img") return () => readImage(element, context);
  if (tagName === "iframe" || tagName === "video" || tagName === "audio")
    return (depth) => readPlayer(element, context, reader, depth);
  if (tagName === "blockquote") return (depth) => readQuote({ quote: element }, context, reader, depth);
  const framed = tagName === "div" ? webAddress(attribute(element, "data-frame") ?? "") : undefined;
  if (framed !== undefined)
    return (depth) => [mediaBlock("embed", { source: framed }, readBlocks(element.childNodes, reader, depth))];
  const embed = sentencesOnly(element);
  if (embed === undefined) return undefined;
  return () => {
    for (const sentence of embed.sentences) context.words.lose(sentence, "embed text", context.place("body"));
    return [mediaBlock("embed", { provider: embed.provider, source: embedAddress(element) }, [])];
  };
}

/** True for a figure with a picture or a recording, and no table or quotation. */
const isFigure = (figure: Element, context: MediaContext): boolean =>
  find(figure, ({ tagName }) => ["table", "blockquote"].includes(tagName)) === undefined &&
  (find(figure, ({ tagName }) => tagName === "img") !== undefined || isPlayer(figure, context));

const isPlayer = (figure: Element, context: MediaContext): boolean =>
  playerIn(figure) !== undefined ||
  find(figure, (element) => classesOf(element).some((name) => /player|media|video|audio/i.test(name))) !== undefined ||
  [...context.roles.keys()].some((element) => isWithin(element, figure));

function readFigure(figure: Element, context: MediaContext, reader: BlockReader, depth: number): readonly Block[] {
  const legends = legendsOf(figure, context);
  const all = findAll(figure, ({ tagName }) => tagName === "img");
  const small = all.filter(isUnseen);
  // A picture with a legend is a figure, however small.
  const unseen = new Set(small.length === all.length && Object.keys(legends).length > 0 ? [] : small);
  const images = all.filter((image) => !unseen.has(image));
  for (const image of unseen) loseIcon(image, context);
  const player = playerIn(figure);
  const recordings = player === undefined ? [] : readPlayer(player, context, reader, depth, legends);
  // The last picture gets the legend, as pages print it below all of them.
  const pictures = images.map((image, index) =>
    pictureOf(image, context, recordings.length === 0 && index === images.length - 1 ? legends : {}),
  );
  for (const element of [...all, ...(player === undefined ? [] : [player])]) takeOut(element);
  const [recording = mediaBlock("video", {}, [])] = recordings;
  const isRecording =
    recordings.length > 0 || (pictures.length === 0 && (all.length === 0 || Object.keys(legends).length > 0));
  return [
    ...pictures,
    ...(isRecording ? [{ ...recording, ...legends } as Block] : []),
    ...readBlocks(figure.childNodes, reader, depth),
  ];
}

/** Reads a figure around an embed. The embed gets the legend of the figure. */
function readEmbedFigure(
  figure: Element,
  embed: Element,
  context: MediaContext,
  reader: BlockReader,
  depth: number,
): readonly Block[] {
  takeOut(embed);
  const legends = legendsOf(figure, context);
  const hasCaption = legends.caption !== undefined;
  const [first, ...more] = readQuote({ quote: embed, hasCaption }, context, reader, depth);
  const block = first === undefined ? [] : [{ ...first, ...legends } as Block];
  return [...block, ...more, ...readBlocks(figure.childNodes, reader, depth)];
}

function pictureOf(image: Element, context: MediaContext, legends: Legends = {}): Block {
  const alt = context.words
    .keep(attribute(image, "alt") ?? "", context.place("body"))
    .replace(/\s+/g, " ")
    .trim();
  const addresses = addressesOf(image);
  // The name of the file may be the only description of the picture.
  if (alt === "" && legends.caption === undefined)
    context.words.lose(wordsOfFile(addresses[0] ?? ""), "attribute words", context.place("body"));
  return context.pictures.figure({ alt, ...legends }, addresses);
}

/** The name of a file, where it consists of words alone: "pier-at-dawn.jpg". */
const wordsOfFile = (address: string): string =>
  /^data:/i.test(address) ? "" : (/(?:^|\/)(\p{L}{3,}(?:[-_]\p{L}+)*)\.\w{2,5}$/u.exec(address.slice(-200))?.[1] ?? "");

function readImage(image: Element, context: MediaContext): readonly Block[] {
  const empty = (attribute(image, "alt") ?? "").trim() === "" && addressesOf(image).length === 0;
  if (!isUnseen(image)) return empty ? [] : [pictureOf(image, context)];
  loseIcon(image, context);
  return [];
}

/** Counts as lost the words of a picture of a few pixels, which is no figure. */
const loseIcon = (image: Element, context: MediaContext): void =>
  context.words.lose((attribute(image, "alt") ?? "").trim(), "attribute words", context.place("body"));

/** A quotation, and what the figure around it says of it. */
interface FramedQuote {
  readonly quote: Element;
  /** The element that names the speaker, where it stands outside of the quotation. */
  readonly foot?: Element;
  /** The figure has a caption: that of an embed is then counted as lost. */
  readonly hasCaption?: boolean;
}

/** The quotation of a figure that holds it and below it at most the name of the speaker; undefined for all other figures. */
function quoteFrame(figure: Element): FramedQuote | undefined {
  const inner = figure.childNodes.filter((node): node is Element => "tagName" in node);
  const [quote, foot] = inner;
  if (quote?.tagName !== "blockquote" || inner.length > 2 || quotedProvider(quote) !== undefined) return undefined;
  if (foot === undefined) return { quote };
  return foot.tagName === "figcaption" ? { quote, foot } : undefined;
}

function readQuote(
  { quote, foot: below, hasCaption = false }: FramedQuote,
  context: MediaContext,
  reader: BlockReader,
  depth: number,
): readonly Block[] {
  const provider = quotedProvider(quote);
  if (provider !== undefined) {
    const source = embedAddress(quote);
    const kind = embedOf(quote) === undefined ? "embed" : (embedOf(quote)?.kind ?? siteAt(source ?? "").kind);
    const caption = captionIn(quote, context, hasCaption);
    const blocks = readBlocks(withoutPlayerText(quote.childNodes, context), reader, depth);
    return [{ ...mediaBlock(kind, { provider, source }, blocks), ...(caption !== undefined && { caption }) }];
  }
  const foot =
    below ?? find(quote, ({ tagName }) => tagName === "footer" || tagName === "figcaption" || tagName === "cite");
  if (foot !== undefined) takeOut(foot);
  const blocks = readBlocks(quote.childNodes, reader, depth);
  const [person = [], ...roles] = foot === undefined ? [] : personLines(foot);
  const inline = (nodes: readonly HtmlNode[]): readonly Inline[] => inlineOfNodes(nodes, reader.keep);
  return quoteBlock(blocks, inline(person), inline(roles.flat()));
}

/** The name of the speaker, then the role: two lines, or two elements of one line. */
function personLines(foot: Element): readonly (readonly HtmlNode[])[] {
  const lines = linesOfNodes(foot.childNodes);
  const [only] = lines;
  const parts = only?.filter((node) => linesOfNodes([node]).length > 0) ?? [];
  const two = lines.length === 1 && parts.length === 2 && parts.every((node) => "tagName" in node);
  return (two ? parts.map((node) => [node]) : lines).map(withoutCite);
}

/** Replaces `<cite>` by its content: it marks a name, and is no emphasis. */
const withoutCite = (line: readonly HtmlNode[]): readonly HtmlNode[] =>
  line.flatMap((node) => ("tagName" in node && node.tagName === "cite" ? node.childNodes : [node]));
