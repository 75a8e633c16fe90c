/** From the media fields of an update to blocks: its own pictures, recordings and shared posts, not those that stand for the page. */
import { webAddress } from "../../markdown/address.ts";
import type { Block, MediaKind } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { AccountPlace } from "../account/account-span.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, isOfType, type Json, type JsonObject } from "../json/find.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { mediaBlock } from "../media/embeds.ts";
import type { NamedPictures } from "../pictures.ts";
import { type Graph, namesIn } from "./shape.ts";

export interface JsonLdContext {
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
  readonly graph: Graph;
}

/** The fields with media, each with the kind of its values that have no type. */
const fieldsOfMedia = [
  ["image", "figure"],
  ["photo", "figure"],
  ["video", "video"],
  ["audio", "audio"],
  ["associatedMedia", undefined],
  ["encoding", undefined],
  ["hasPart", undefined],
  ["sharedContent", "embed"],
] as const;

type Kind = "figure" | MediaKind;

const kinds: readonly (readonly [type: string, kind: Kind])[] = [
  ["ImageObject", "figure"],
  ["Photograph", "figure"],
  ["VideoObject", "video"],
  ["MusicVideoObject", "video"],
  ["Clip", "video"],
  ["AudioObject", "audio"],
  ["PodcastEpisode", "audio"],
  ["Map", "map"],
  ["SocialMediaPosting", "embed"],
  ["DiscussionForumPosting", "embed"],
];

/** The kind of a part of an update; undefined for words and for parts of the page. */
export function kindOfMedia(value: Json, usual?: Kind): Kind | undefined {
  if (typeof value === "string") return addressOf(value) === undefined ? undefined : (usual ?? byName(value));
  if (!isObject(value)) return undefined;
  const typed = kinds.find(([type]) => isOfType(value, type))?.[1];
  const format = /^(image|video|audio)\//.exec(String(value.encodingFormat ?? value.fileFormat ?? ""))?.[1];
  const named = format === "image" ? "figure" : (format as "video" | "audio" | undefined);
  return (
    typed ?? named ?? usual ?? (isOfType(value, "MediaObject") ? byName(String(value.contentUrl ?? "")) : undefined)
  );
}

const byName = (address: string): Kind | undefined =>
  /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i.test(address)
    ? "figure"
    : /\.(?:mp4|m3u8|webm|mov)(?:$|[?#])/i.test(address)
      ? "video"
      : /\.(?:mp3|m4a|ogg|wav)(?:$|[?#])/i.test(address)
        ? "audio"
        : undefined;

const addressOf = (text: string): string | undefined => webAddress(text.startsWith("//") ? `https:${text}` : text);

/** The first address in some fields: an address, a list of addresses, or an object with one. */
function addressIn(object: JsonObject, keys: readonly string[], { list }: Graph): string | undefined {
  for (const key of keys)
    for (const one of list(object[key])) {
      const text = isObject(one) ? (one.contentUrl ?? one.url ?? one["@id"]) : one;
      const address = typeof text === "string" ? addressOf(text) : undefined;
      if (address !== undefined) return address;
    }
  return undefined;
}

const pictureAddress = (image: Json, graph: Graph): string | undefined =>
  isObject(image)
    ? addressIn(image, ["contentUrl", "url", "@id", "thumbnail", "thumbnailUrl"], graph)
    : addressIn({ url: image }, ["url"], graph);

const imagesOf = (object: JsonObject, graph: Graph): readonly string[] =>
  graph.list(object.image).flatMap((image) => pictureAddress(image, graph) ?? []);

/** The addresses of pictures of the page, or of several updates. */
export function sharedPictures(blog: JsonObject, updates: readonly JsonObject[], graph: Graph): ReadonlySet<string> {
  const shared = new Set(imagesOf(blog, graph));
  const known = new Set<string>();
  for (const update of updates)
    for (const address of new Set(imagesOf(update, graph))) (known.has(address) ? shared : known).add(address);
  return shared;
}

/** The media of an update without the pictures that its body, whose source is `body`, already shows. */
export function mediaOf(
  update: JsonObject,
  post: number,
  context: JsonLdContext,
  shared: ReadonlySet<string>,
  body: string,
): readonly Block[] {
  const found = new Map<Json, Kind>();
  for (const [key, usual] of fieldsOfMedia)
    for (const value of context.graph.list(update[key])) {
      const kind = kindOfMedia(value, usual);
      if (kind !== undefined && !found.has(value)) found.set(value, kind);
    }
  const shown = new Set([...body.matchAll(/https?:\/\/[^\s"'<>?#\\]+/g)].map(([address]) => address));
  const own = [...found].filter(([value, kind]) => {
    if (kind !== "figure") return true;
    const address = pictureAddress(value, context.graph);
    return address !== undefined && !shared.has(address) && !shown.has(address.split(/[?#]/, 1)[0] ?? "");
  });
  const images = own.filter(([, kind]) => kind === "figure").map(([image]) => image);
  // In the order in which they are written, because the account follows that order.
  return [
    ...figuresOf(images, post, context),
    ...own.flatMap(([value, kind]) => recordings(value, kind, post, context)),
  ];
}

function recordings(value: Json, kind: Kind, post: number, context: JsonLdContext): readonly Block[] {
  if (kind === "figure") return [];
  return isObject(value)
    ? recordingOf(value, kind, post, context)
    : [mediaBlock(kind, siteOf(addressOf(String(value))), [])];
}

/** A part of a body that is not text. */
export const partOf = (value: Json, kind: Kind, post: number, context: JsonLdContext): readonly Block[] =>
  kind === "figure" ? figuresOf([value], post, context) : recordings(value, kind, post, context);

/** Several sizes of one picture are one figure: they have the same caption or none, and names that differ only by size. */
function figuresOf(images: readonly Json[], post: number, context: JsonLdContext): readonly Block[] {
  const groups = new Map<string, { first: JsonObject; addresses: string[] }>();
  for (const image of images) {
    const address = pictureAddress(image, context.graph) ?? "";
    const about = isObject(image) ? image : {};
    const key = `${stemOf(address)} ${typeof about.caption === "string" ? about.caption.trim() : ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: about, addresses: [address] });
    else group.addresses.push(address);
  }
  return [...groups.values()].flatMap(({ first, addresses }) => figureOf(first, addresses, post, context));
}

const sizeWord =
  /^(?:\d{1,5}[x×]\d{1,5}|\d{2,5}[wh]|[wh]\d{2,5}|(?:super|medium|facebook)?jumbo|square|large|medium|small|thumb|thumbnail|wide|master|crop|landscape|portrait|standard|original)$/;

/** A number alone is a size only if it is a usual width, because pictures are numbered too. */
const isSize = (word: string): boolean =>
  sizeWord.test(word) || (/^\d{3,4}$/.test(word) && [16, 20, 50].some((step) => Number(word) % step === 0));

/** The name of a picture without the words of its size: equal for all its sizes. */
function stemOf(address: string): string {
  const path = (address.split(/[?#]/, 1)[0] ?? "").toLowerCase();
  const [file = ""] = path.slice(path.lastIndexOf("/") + 1).split(".", 1);
  const stem = file
    .split(/[-_]/)
    .filter((word) => word !== "" && !isSize(word))
    .join("-");
  return stem.length < 4 ? path : stem;
}

const place = (post: number, field: "body" | "caption" | "credit" | "author"): AccountPlace => ({ post, field });

function figureOf(
  image: JsonObject,
  addresses: readonly string[],
  post: number,
  context: JsonLdContext,
): readonly Block[] {
  const { fields, pictures, graph } = context;
  const [caption, captionText] = firstWords(
    image,
    ["caption", "description", "name", "headline"],
    place(post, "caption"),
    context,
  );
  const names = namesIn(image.author ?? image.creator ?? image.copyrightHolder, graph).join(", ");
  const [credit, credited] = firstWords(
    image,
    ["creditText", "copyrightNotice", "credit"],
    place(post, "credit"),
    context,
  );
  const alt = fields.line(image, "alternateName", place(post, "body")) ?? "";
  const rest = otherWords(image, ["description", "name", "headline", "text"], `${captionText} ${alt}`, post, context);
  for (const key of ["copyrightNotice", "credit"]) fields.repeated(image, key, `${credited} ${names}`);
  const legends = { ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) };
  return [pictures.figure({ alt, ...legends }, addresses), ...rest];
}

function recordingOf(object: JsonObject, kind: MediaKind, post: number, context: JsonLdContext): readonly Block[] {
  const { fields, graph } = context;
  const isEmbed = kind === "embed";
  const [caption, captionText] = isEmbed
    ? [[], ""]
    : firstWords(object, ["name", "headline", "caption", "description"], place(post, "caption"), context);
  const address = addressIn(object, ["url", "embedUrl", "contentUrl", "@id", "mainEntityOfPage"], graph);
  const [credit] = firstWords(object, ["creditText", "copyrightNotice"], place(post, "credit"), context);
  const blocks = otherWords(
    object,
    ["headline", "name", "caption", "articleBody", "text", "description", "transcript"],
    captionText,
    post,
    context,
  );
  const [person] = isEmbed ? graph.objects(object.author) : [];
  const author = person && fields.line(person, "name", place(post, "author"));
  if (address === undefined && blocks.length === 0 && caption.length === 0) return [];
  return [
    {
      ...mediaBlock(kind, siteOf(address), blocks),
      ...(author !== undefined && { author }),
      ...(caption.length > 0 && { caption }),
      ...(credit.length > 0 && { credit }),
    },
  ];
}

const siteOf = (source: string | undefined): { readonly source?: string | undefined; readonly provider?: string } => {
  const { provider } = siteAt(source ?? "");
  return { source, ...(provider !== undefined && { provider }) };
};

/** The content and the words of the first field that has words. */
function firstWords(
  object: JsonObject,
  keys: readonly string[],
  where: AccountPlace,
  { fields, graph }: JsonLdContext,
): readonly [content: readonly Inline[], words: string] {
  for (const key of keys)
    for (const [holder, name] of [[object, key] as const, ...graph.objects(object[key]).flatMap(wordsOfObject)]) {
      const content = fields.inline(holder, name, where);
      if (content.length > 0) return [content, plainInline(content)];
    }
  return [[], ""];
}

const wordsOfObject = (object: JsonObject): readonly (readonly [JsonObject, string])[] =>
  ["@value", "caption", "text", "description", "name"].map((key) => [object, key] as const);

/** The words of further fields that `known` does not hold, as paragraphs. */
function otherWords(
  object: JsonObject,
  keys: readonly string[],
  known: string,
  post: number,
  { fields }: JsonLdContext,
): readonly Block[] {
  return keys.flatMap((key) => {
    fields.repeated(object, key, known);
    return fields.isRead(object, key) ? [] : fields.body(object, key, place(post, "body"));
  });
}
