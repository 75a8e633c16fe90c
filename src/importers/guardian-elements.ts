/** What the Guardian puts into a block of a live page: texts, pictures, recordings, embeds, links to other pages. */
import { linkAddress, webAddress } from "../markdown/address.ts";
import type { Block, MediaKind } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import type { Fields } from "./json-fields.ts";
import { isObject, type JsonObject, listOf } from "./json-find.ts";
import type { Pictures } from "./pictures.ts";
import { quoteBlock } from "./quote-block.ts";

const kindOf = (element: JsonObject): string =>
  typeof element._type === "string" ? element._type.replace(/^.*\./, "").replace(/(?:Block)?Element$/, "") : "";

/** Whose a recording or an embed is, by the kind of its element. */
const providers: Readonly<Record<string, string>> = {
  Tweet: "Twitter",
  Youtube: "YouTube",
  VideoYoutube: "YouTube",
  VideoVimeo: "Vimeo",
  VideoFacebook: "Facebook",
  Instagram: "Instagram",
  TikTok: "TikTok",
  Spotify: "Spotify",
  Soundcloud: "SoundCloud",
  Vine: "Vine",
  Bluesky: "Bluesky",
};
const words = new Set(["Text", "Subheading", "Blockquote", "Comment", "Table", "Disclaimer", "NumberedTitle"]);

export function elementBlocks(element: JsonObject, post: number, fields: Fields, pictures: Pictures): readonly Block[] {
  const kind = kindOf(element);
  const body = { post, field: "body" } as const;
  if (words.has(kind)) return fields.body(element, "html" in element ? "html" : "body", body);
  if (kind === "Image") return [figureOf(element, post, fields, pictures)];
  if (kind === "Pullquote") return quoteOf(element, post, fields);
  if (kind === "RichLink" || kind === "Guide") return linkOf(element, post, fields);
  return mediaOf(kind, element, post, fields);
}

function figureOf(element: JsonObject, post: number, fields: Fields, pictures: Pictures): Block {
  const data = isObject(element.data) ? element.data : element;
  const alt = fields.line(data, "alt", { post, field: "body" }) ?? "";
  const caption = fields.inline(data, "caption", { post, field: "caption" });
  const credit = fields.inline(data, "credit", { post, field: "credit" });
  return pictures.figure({ alt, ...given({ caption, credit }) }, picturesOf(element));
}

/** The addresses of an element's picture, the widest first: in the data of a page, and in the Content API's. */
function picturesOf({ imageSources, media, assets }: JsonObject): readonly string[] {
  const sized = listOf(imageSources)
    .filter(isObject)
    .flatMap(({ srcSet }) => listOf(srcSet).filter(isObject))
    .map(({ src, width }) => ({ address: src, width: Number(width) }));
  const whole = [...(isObject(media) ? listOf(media.allImages) : []), ...listOf(assets)]
    .filter(isObject)
    .map(({ url, file, fields, typeData }) => {
      const about = isObject(fields) ? fields : isObject(typeData) ? typeData : {};
      return { address: url ?? file, width: Number(about.width) };
    });
  const addresses = [...sized, ...whole]
    .sort((a, b) => (b.width || 0) - (a.width || 0))
    .map(({ address }) => (typeof address === "string" ? webAddress(address) : undefined));
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

function quoteOf(element: JsonObject, post: number, fields: Fields): readonly Block[] {
  const place = { post, field: "body" } as const;
  const blocks = fields.body(element, typeof element.html === "string" ? "html" : "text", place);
  const person = fields.inline(element, "attribution", place);
  return quoteBlock(blocks, person);
}

function linkOf(element: JsonObject, post: number, fields: Fields): readonly Block[] {
  const place = { post, field: "body" } as const;
  const prefix = fields.inline(element, "prefix", place);
  const text = fields.inline(element, typeof element.text === "string" ? "text" : "title", place);
  const href = typeof element.url === "string" ? linkAddress(element.url) : undefined;
  const link: readonly Inline[] =
    href === undefined || text.length === 0 ? text : [{ kind: "link", href, content: text }];
  const content: readonly Inline[] =
    prefix.length > 0 && link.length > 0 ? [...prefix, { kind: "text", text: " " }, ...link] : [...prefix, ...link];
  return content.length === 0 ? [] : [{ kind: "paragraph", content }];
}

function mediaOf(kind: string, element: JsonObject, post: number, fields: Fields): readonly Block[] {
  const caption = [
    ...fields.inline(element, "mediaTitle", { post, field: "caption" }),
    ...fields.inline(element, "caption", { post, field: "caption" }),
  ];
  const blocks = fields.body(element, "html", { post, field: "body" });
  const youtube =
    typeof element.assetId === "string" && /^[\w-]{1,40}$/.test(element.assetId) && kind.includes("Youtube");
  const address = youtube
    ? `https://www.youtube.com/watch?v=${String(element.assetId)}`
    : [element.originalUrl, element.url].find((url) => typeof url === "string");
  const source = typeof address === "string" ? webAddress(address) : undefined;
  const provider = providers[kind];
  return [
    {
      kind: mediaKind(kind),
      ...given({ caption }),
      ...(source !== undefined && { source }),
      ...(provider !== undefined && { provider }),
      blocks,
    },
  ];
}

const mediaKind = (kind: string): MediaKind =>
  /Video|Youtube/.test(kind)
    ? "video"
    : /Audio|Spotify|Soundcloud/.test(kind)
      ? "audio"
      : /Map/.test(kind)
        ? "map"
        : /Chart/.test(kind)
          ? "chart"
          : "embed";

/** Only the fields that say something. */
function given<K extends string>(
  content: Readonly<Record<K, readonly Inline[]>>,
): Partial<Record<K, readonly Inline[]>> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => (value as readonly Inline[]).length > 0),
  ) as Partial<Record<K, readonly Inline[]>>;
}

const machine = new Set(
  "_type apiUrl assetId assets attributes blockCreatedOnDisplay blockFirstPublishedDisplay blockFirstPublishedDisplayNoTimezone blockLastUpdatedDisplay bodyTextSummary contributors copyright createdBy createdDate dataAtoms displayCredit elementId firstPublishedDate height id imageSources imageUrl isMandatory lastModifiedBy lastModifiedDate media mediaId originalUrl photographer posterImage primaryDateLine publishedDate role secondaryDateLine source sourceDomain thumbnailUrl type url urls videoType width".split(
    " ",
  ),
);

/** Fields that name no words of a page: addresses, sizes, times in another form, who holds a picture beside its credit. */
export const guardianMachineField = (path: string): boolean => path.split(".").some((key) => machine.has(key));
