/** From the nested blocks of the BBC's data since 2023, `{ type, model: { blocks, text, ... } }`, to blocks. */
import { linkAddress, webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { AccountPlace } from "../account/account-span.ts";
import { embedSentences } from "../account/losses.ts";
import { plainWords } from "../html/inline.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, type Json, type JsonObject, oneOrMany } from "../json/find.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { mediaBlock } from "../media/embeds.ts";
import { providerName } from "../media/provider-names.ts";
import { quoteBlock } from "../media/quote-block.ts";
import type { NamedPictures } from "../pictures.ts";

export interface BlockReading {
  /** The blocks of `{ model: { blocks } }`. */
  read(value: Json | undefined, place: AccountPlace): readonly Block[];
  /** The words, on one line, of the first block of a type in `{ model: { blocks } }`. */
  line(value: Json | undefined, type: string, place: AccountPlace): string | undefined;
}

interface BbcContext {
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
  readonly place: AccountPlace;
}

/** The depth at which reading stops: posts are less deep. */
const deepest = 30;

export const makeBlockReader = (fields: JsonFields, pictures: NamedPictures): BlockReading => ({
  read: (value, place) => readAll(innerOf(value), { fields, pictures, place }, 0),
  line(value, type, place) {
    const block = innerOf(value).find((one) => one.type === type);
    if (block === undefined) return undefined;
    const words = plainInline(inlineOf(block, { fields, pictures, place }, 0))
      .replace(/\s+/g, " ")
      .trim();
    return words === "" ? undefined : words;
  },
});

const modelOf = (block: JsonObject): JsonObject => (isObject(block.model) ? block.model : {});

/** The blocks in a block, in `{ model: { blocks } }`, or in a list of these. */
function innerOf(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value as Json) ? oneOrMany(modelOf(value as JsonObject).blocks).filter(isObject) : [];
}

const ofType = (block: JsonObject, ...types: readonly string[]): JsonObject | undefined =>
  innerOf(block).find(({ type }) => types.includes(String(type)));

function readAll(blocks: readonly JsonObject[], context: BbcContext, depth: number): readonly Block[] {
  if (depth > deepest) return [];
  const read: Block[] = [];
  let loose: Inline[] = [];
  const end = (): void => {
    if (plainInline(loose).trim() !== "") read.push({ kind: "paragraph", content: loose });
    loose = [];
  };
  for (const block of blocks) {
    if (block.type === "fragment" || block.type === "urlLink")
      for (const one of inlineOf(block, context, depth)) loose.push(one);
    else {
      end();
      for (const one of readOne(block, context, depth)) read.push(one);
    }
  }
  end();
  return read;
}

function readOne(block: JsonObject, context: BbcContext, depth: number): readonly Block[] {
  const inner = innerOf(block);
  const within = (): readonly Block[] => readAll(inner, context, depth + 1);
  switch (block.type) {
    case "paragraph":
      return paragraph(inlineOf(block, context, depth));
    case "subheadline":
    case "subheading":
    case "heading":
    case "crosshead":
      return paragraph(inlineOf(block, context, depth)).map((one) =>
        one.kind === "paragraph" ? { kind: "heading", level: 3, content: one.content } : one,
      );
    case "unorderedList":
    case "orderedList": {
      const items = inner.map((item) => readAll(innerOf(item), context, depth + 1)).filter((one) => one.length > 0);
      return items.length === 0 ? [] : [{ kind: "list", ...(block.type === "orderedList" && { start: 1 }), items }];
    }
    case "image":
      return [figureOf(block, context, depth)];
    case "video":
    case "audio":
    case "clipMedia":
    case "liveMedia":
      return [recordingOf(block, context, depth)];
    case "social":
    case "embed":
    case "include":
    case "oembed":
      return [embedOf(block, context)];
    case "quote":
    case "pullQuote":
    case "blockQuote":
      return quoteOf(block, context, depth);
    case "table":
      return tableOf(block, context, depth);
    default:
      return inner.length > 0 ? within() : paragraph(inlineOf(block, context, depth));
  }
}

const paragraph = (content: readonly Inline[]): readonly Block[] =>
  plainInline(content).trim() === "" ? [] : [{ kind: "paragraph", content }];

const marks: Readonly<Record<string, "strong" | "emphasis" | "strike" | "sub" | "sup">> = {
  bold: "strong",
  italic: "emphasis",
  strikethrough: "strike",
  subscript: "sub",
  superscript: "sup",
};

/** The words of a block and of its inner blocks. If it has inner blocks, its own `text` only repeats them. */
function inlineOf(block: JsonObject, context: BbcContext, depth: number): readonly Inline[] {
  const model = modelOf(block);
  const inner = depth > deepest ? [] : innerOf(block);
  if (inner.length === 0) {
    const text = context.fields.text(model, "text", context.place);
    if (text === undefined) return [];
    let content: readonly Inline[] = text === "" ? [] : [{ kind: "text", text }];
    for (const name of oneOrMany(model.attributes)) {
      const mark = marks[String(name)];
      if (mark !== undefined && content.length > 0) content = [{ kind: mark, content }];
    }
    return content;
  }
  const content = inner.flatMap((one) => inlineOf(one, context, depth + 1));
  context.fields.repeated(model, "text", plainInline(content));
  if (block.type !== "urlLink") return content;
  const href = typeof model.locator === "string" ? linkAddress(model.locator) : undefined;
  return href === undefined || content.length === 0 ? content : [{ kind: "link", href, content }];
}

const fieldOf = (place: AccountPlace, field: "caption" | "credit"): AccountPlace =>
  "page" in place ? { page: field } : { post: place.post, field };

const captionOf = (block: JsonObject, context: BbcContext, depth: number): readonly Inline[] => {
  const caption = ofType(block, "caption");
  return caption === undefined
    ? []
    : inlineOf(caption, { ...context, place: fieldOf(context.place, "caption") }, depth + 1);
};

function figureOf(block: JsonObject, context: BbcContext, depth: number): Block {
  const altBlock = ofType(block, "altText");
  const alt =
    altBlock === undefined
      ? ""
      : plainInline(inlineOf(altBlock, context, depth + 1))
          .replace(/\s+/g, " ")
          .trim();
  const caption = captionOf(block, context, depth);
  const raw = modelOf(ofType(block, "rawImage") ?? {});
  const credit = context.fields.inline(raw, "copyrightHolder", fieldOf(context.place, "credit"));
  return context.pictures.figure(
    { alt, ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    pictureAddresses(raw),
  );
}

/** The addresses that the BBC's pages make from an origin and a path. */
function pictureAddresses({ locator, originCode }: JsonObject): readonly string[] {
  if (typeof locator !== "string" || locator === "") return [];
  const whole = webAddress(locator);
  if (whole !== undefined) return [whole];
  const origin = typeof originCode === "string" && originCode !== "" ? `${originCode}/` : "";
  return [
    `https://ichef.bbci.co.uk/ace/standard/976/${origin}${locator}`,
    `https://ichef.bbci.co.uk/news/976/${origin}${locator}`,
  ];
}

function recordingOf(block: JsonObject, context: BbcContext, depth: number): Block {
  const caption = captionOf(block, context, depth);
  const kind = block.type === "audio" || /audio/i.test(JSON.stringify(modelOf(block).type ?? "")) ? "audio" : "video";
  return { ...mediaBlock(kind, {}, []), ...(caption.length > 0 && { caption }) };
}

function embedOf(block: JsonObject, context: BbcContext): Block {
  const found = oembedIn(block);
  const address = [found?.url, modelOf(block).source, modelOf(block).url].find((one) => typeof one === "string");
  const source = typeof address === "string" ? webAddress(address) : undefined;
  const site = siteAt(source ?? "");
  const named = found?.provider_name;
  const provider = site.provider ?? (typeof named === "string" && named.trim() !== "" ? named.trim() : undefined);
  const author =
    found === undefined ? undefined : context.fields.line(found, "author_name", authorPlace(context.place));
  const blocks = found === undefined ? [] : wordsOfEmbed(found, provider, context);
  return { ...mediaBlock(site.kind, { provider, source }, blocks), ...(author !== undefined && { author }) };
}

/** The words in the HTML of an embed, without the fixed sentence that replaces it. */
function wordsOfEmbed(oembed: JsonObject, provider: string | undefined, context: BbcContext): readonly Block[] {
  const text = typeof oembed.html === "string" ? plainWords(oembed.html).replace(/\s+/g, " ").trim() : "";
  const named = embedSentences.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
  if (provider === undefined || !named.some((name) => providerName(name).toLowerCase() === provider.toLowerCase()))
    return context.fields.body(oembed, "html", context.place);
  if (context.fields.raw(oembed, "html") !== undefined) context.fields.machine("html", text);
  return [];
}

const authorPlace = (place: AccountPlace): AccountPlace =>
  "page" in place ? { page: "author" } : { post: place.post, field: "author" };

function oembedIn(block: JsonObject, depth = 0): JsonObject | undefined {
  const model = modelOf(block);
  if (isObject(model.oembed)) return model.oembed;
  if (depth > deepest) return undefined;
  for (const inner of innerOf(block)) {
    const found = oembedIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function quoteOf(block: JsonObject, context: BbcContext, depth: number): readonly Block[] {
  const foot = ofType(block, "attribution", "quoteAttribution", "source");
  const blocks = readAll(
    innerOf(block).filter((one) => one !== foot),
    context,
    depth + 1,
  );
  const person = foot === undefined ? [] : inlineOf(foot, context, depth + 1);
  return quoteBlock(blocks, person);
}

function tableOf(block: JsonObject, context: BbcContext, depth: number): readonly Block[] {
  const rows = innerOf(block).map((row) => innerOf(row).map((cell) => inlineOf(cell, context, depth + 1)));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [head, ...rest] = rows.map((row) => [...row, ...Array<readonly Inline[]>(width - row.length).fill([])]);
  return head === undefined || width === 0 ? [] : [{ kind: "table", head, rows: rest }];
}

const machine = new Set(
  "attributes assetId clip clipMedia contentProvider copyright curated dateAdded dates descriptions firstPublished height html href id identifier images kind lastPublished lastUpdated link locator media options origin originCode originalUrl position provider_name smpKind source suitableForSyndication title.source titles type typeCode url urlTemplate urn version versions width".split(
    " ",
  ),
);

/** True for the path of a field that holds no words of a page. */
export const bbcMachineField = (path: string): boolean =>
  path.split(".").some((key) => machine.has(key)) || /^body(?:\.children)*\.name$/.test(path);
