/** From an element of a block in the Guardian's data to blocks: texts, lists, questions, timelines. Pictures and recordings have their own file. */
import { linkAddress, webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import { looksLikeHtml } from "../html/inline.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { quoteBlock } from "../media/quote-block.ts";
import { isMediaElement, kindOfElement } from "./kinds.ts";
import { figuresOf, type GuardianContext, htmlOf, lineOfElement, mediaOfElement, picturesOfElement } from "./media.ts";

/** Elements are not nested deeper than this. */
const deepest = 20;

type Reader = (element: JsonObject, context: GuardianContext, depth: number) => readonly Block[];

export function elementBlocks(element: JsonObject, context: GuardianContext, depth = 0): readonly Block[] {
  const kind = kindOfElement(element);
  const read = readers[kind];
  if (read !== undefined) return read(element, context, depth);
  return isMediaElement(kind, element) ? mediaOfElement(kind, element, context) : wordsOf(element, context, depth);
}

/** The words of an element in the order of pages. Other fields stay unread, and a warning names them. */
function wordsOf(element: JsonObject, context: GuardianContext, depth: number): readonly Block[] {
  return [
    ...htmlOf(element, "label", context),
    ...headingOf(element, context),
    ...["date", "toDate", "prompt", "kicker", "intro", "description", "html", "text", "bio", "captionText"].flatMap(
      (key) => htmlOf(element, key, context),
    ),
    ...innerOf(element, context, depth),
    ...["caption", "credit", "endNote", "attribution"].flatMap((key) => htmlOf(element, key, context)),
  ];
}

/** The fields in which an element holds others. */
const holders =
  "keyTakeaways qAndAExplainers items sections events main elements body content questions answers images contacts variants miniProfiles multiBylines subheadingLinks".split(
    " ",
  );

function innerOf(element: JsonObject, context: GuardianContext, depth: number): readonly Block[] {
  if (depth > deepest) return [];
  return holders.flatMap((key) => {
    if (typeof element[key] === "string") return htmlOf(element, key, context);
    return oneOrMany(element[key])
      .filter(isObject)
      .flatMap((inner) => elementBlocks(inner, context, depth + 1));
  });
}

function headingOf(element: JsonObject, context: GuardianContext): readonly Block[] {
  const content = lineOfElement(element, "title", "body", context);
  return content.length === 0 ? [] : [{ kind: "heading", level: 3, content }];
}

const inHtml: Reader = (element, context, depth) => {
  const blocks = htmlOf(element, "html" in element ? "html" : "body", context);
  return blocks.length === 0 ? wordsOf(element, context, depth) : blocks;
};

/** A text with the name of its author. */
const comment: Reader = (element, context) =>
  quoteBlock(htmlOf(element, "body", context), lineOfElement(element, "profileName", "body", context));

function code(element: JsonObject, context: GuardianContext): readonly Block[] {
  if (typeof element.html !== "string" || looksLikeHtml(element.html)) return htmlOf(element, "html", context);
  const text = context.fields.raw(element, "html");
  return text === undefined
    ? []
    : [{ kind: "code", text: context.words.keep(text, { post: context.post, field: "body" }) }];
}

const quote: Reader = (element, context) => {
  const blocks = htmlOf(element, typeof element.html === "string" ? "html" : "text", context);
  return quoteBlock(blocks, lineOfElement(element, "attribution", "body", context));
};

const link: Reader = (element, context) => {
  const prefix = lineOfElement(element, "prefix", "body", context);
  const text = lineOfElement(element, typeof element.text === "string" ? "text" : "title", "body", context);
  const href = typeof element.url === "string" ? linkAddress(element.url) : undefined;
  const linked: readonly Inline[] =
    href === undefined || text.length === 0 ? text : [{ kind: "link", href, content: text }];
  const content: readonly Inline[] =
    prefix.length > 0 && linked.length > 0
      ? [...prefix, { kind: "text", text: " " }, ...linked]
      : [...prefix, ...linked];
  return content.length === 0 ? [] : [{ kind: "paragraph", content }];
};

/** A contribution from a reader: a picture, a recording, or a text. */
const witness: Reader = (element, context, depth) => {
  const data = isObject(element.witnessTypeData) ? element.witnessTypeData : element;
  if (data.type === "image") return figuresOf(data, element, context);
  if (data.type === "video") {
    const youtube = typeof data.youtubeUrl === "string" ? webAddress(data.youtubeUrl) : undefined;
    return [...mediaOfElement("Video", data, context, youtube), ...htmlOf(data, "authorName", context)];
  }
  return [...wordsOf(data, context, depth), ...htmlOf(data, "authorName", context)];
};

const pictures: Reader = (element, context) => picturesOfElement(element, context);

const readers: Readonly<Record<string, Reader>> = {
  Text: inHtml,
  Subheading: inHtml,
  Blockquote: inHtml,
  Table: inHtml,
  Disclaimer: inHtml,
  NumberedTitle: inHtml,
  Highlight: inHtml,
  ItemLink: inHtml,
  Comment: comment,
  Code: code,
  Pullquote: quote,
  RichLink: link,
  Link: link,
  Image: pictures,
  Cartoon: pictures,
  MultiImage: pictures,
  Witness: witness,
  Divider: () => [{ kind: "divider" }],
  // Offers of the publisher are not words of the post: a warning names their fields as unread.
  NewsletterSignup: () => [],
  AdPlaceholder: () => [],
};

const machine = new Set(
  "_type apiUrl assetId assets atomId attributes authorWitnessProfileUrl avatarURL blockCreatedOnDisplay blockFirstPublishedDisplay blockFirstPublishedDisplayNoTimezone blockId blockLastUpdatedDisplay bodyTextSummary calloutsUrl channelId contributors copyright coverUrl createdBy createdDate createdOnDisplay dataAtoms dateCreated dateTime displayCredit elementId embedUrl endDocumentElementId firstPublishedDate firstPublishedDisplay height iconUrl id imageAlt imageSources imageUrl images img isMandatory isMaster js language largeImageUrl lastModifiedBy lastModifiedDate lastUpdatedDisplay listElementType media mediaId mediaType mimeType originalUrl overrideImage permalink photographer placeholderUrl posterImage primaryDateLine profileURL publishedDate quizType role scriptUrl secondaryDateLine size source sourceDomain spaceAbove tagName thumbnailUrl trackUrl type url urls viewportSize videoType weighting width witnessEmbedType".split(
    " ",
  ),
);

/** True for the path of a field without words of a page: addresses, sizes, times in another form, the holder of a picture's rights. */
export const guardianMachineField = (path: string): boolean => path.split(".").some((key) => machine.has(key));
