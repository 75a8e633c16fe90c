/** From an item of a post of Superdesk Live Blog to blocks: text, picture, quotation, embed, poll, or a newsroom's own type. */
import { lettersOf } from "../../base/words.ts";
import { webAddress } from "../../markdown/address.ts";
import { plainBlocks } from "../../markdown/plain.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { find } from "../html/html.ts";
import { looksLikeHtml, wordsOf } from "../html/inline.ts";
import { linesOfNodes } from "../html/lines.ts";
import { parseFragment } from "../html/parser.ts";
import type { JsonFields } from "../json/fields.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { mediaBlock } from "../media/embeds.ts";
import { quoteBlock } from "../media/quote-block.ts";
import type { NamedPictures } from "../pictures.ts";
import { addressOfFrame } from "../rendered/frames.ts";
import { richHtml } from "../saved-page/rich.ts";

export interface SuperdeskContext {
  readonly post: number;
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
}

const typeOf = ({ item_type: type, type: other }: JsonObject): string => String(type ?? other ?? "").toLowerCase();

/** True for the types "Advertisement Local", "advertisement", "ADVERT" and the like. */
export const isAdvert = (item: JsonObject): boolean => /^(?:advert|sponsored)/.test(typeOf(item));

export function superdeskBlocks(item: JsonObject, context: SuperdeskContext): readonly Block[] {
  const meta = isObject(item.meta) ? item.meta : {};
  const type = typeOf(item);
  if (type === "image" || type === "picture") return imageOf(item, meta, context);
  if (type === "quote") return quoteOf(item, meta, context);
  if (type === "embed" || type === "video" || type === "audio") return embedOf(item, meta, context);
  if (type === "poll" || isObject(item.poll_body)) return pollOf(item, context);
  if (type === "comment") return commentOf(item, context);
  return htmlOf(item, "text", context);
}

function htmlOf(object: JsonObject, key: string, context: SuperdeskContext): readonly Block[] {
  const { fields, post, words, pictures } = context;
  const html = object[key];
  if (typeof html !== "string" || !looksLikeHtml(html)) return fields.body(object, key, { post, field: "body" });
  return fields.raw(object, key) === undefined ? [] : richHtml(html, post, words, pictures);
}

/** The blocks of a field that repeats as HTML the words `known` of an item; none where each of its lines is a copy. */
function restOf(object: JsonObject, key: string, known: string, context: SuperdeskContext): readonly Block[] {
  const html = object[key];
  if (typeof html !== "string") return [];
  const letters = lettersOf(known);
  const lines = linesOfNodes(parseFragment(html).childNodes).map((line) => lettersOf(wordsOf(line)));
  if (!lines.every((line) => letters.includes(line))) return htmlOf(object, key, context);
  const text = context.fields.raw(object, key);
  if (text !== undefined) context.fields.machine(key, text);
  return [];
}

function imageOf(item: JsonObject, meta: JsonObject, context: SuperdeskContext): readonly Block[] {
  const { fields, post, pictures } = context;
  const caption = fields.inline(meta, "caption", { post, field: "caption" });
  const credit = fields.inline(meta, "credit", { post, field: "credit" });
  const media = isObject(meta.media) && isObject(meta.media.renditions) ? meta.media.renditions : {};
  const addresses = Object.values(media)
    .filter((one): one is JsonObject => isObject(one))
    .sort((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))
    .flatMap(({ href }) => (typeof href === "string" ? (webAddress(href) ?? []) : []));
  const known = `${plainInline(caption)} ${plainInline(credit)}`;
  if (addresses.length === 0 && known.trim() === "") return htmlOf(item, "text", context);
  const figure = pictures.figure(
    { alt: "", ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    addresses,
  );
  return [figure, ...restOf(item, "text", known, context)];
}

function quoteOf(item: JsonObject, meta: JsonObject, context: SuperdeskContext): readonly Block[] {
  const place = { post: context.post, field: "body" } as const;
  if (typeof meta.quote !== "string") {
    const blocks = htmlOf(item, "text", context);
    return quoteBlock(blocks, context.fields.inline(meta, "author", place));
  }
  const blocks = context.fields.body(meta, "quote", place);
  const person = context.fields.inline(meta, "author", place);
  const known = `${plainBlocks(blocks)} ${plainInline(person)}`;
  return [...quoteBlock(blocks, person), ...restOf(item, "text", known, context)];
}

/** The block of an embed, by its data, or, without data, by the HTML that a page would show. */
function embedOf(item: JsonObject, meta: JsonObject, context: SuperdeskContext): readonly Block[] {
  const { fields, post } = context;
  const body = { post, field: "body" } as const;
  const named = [meta.original_url, meta.url, meta.canonical_url].find((one) => typeof one === "string" && one !== "");
  const source = webAddress(typeof named === "string" ? named : "") ?? frameIn(meta.html) ?? frameIn(item.text);
  const blocks = [...fields.body(meta, "title", body), ...fields.body(meta, "description", body)];
  const author = fields.line(meta, "author_name", { post, field: "author" });
  const caption = fields.inline(meta, "caption", { post, field: "caption" });
  const credit = fields.inline(meta, "credit", { post, field: "credit" });
  const provider = typeof meta.provider_name === "string" ? meta.provider_name.trim() : "";
  const known = [plainBlocks(blocks), author, plainInline(caption), plainInline(credit), provider, source].join(" ");
  const html = restOf(meta, "html", known, context);
  const text = restOf(item, "text", `${known} ${plainBlocks(html)}`, context);
  const shown = [...html, ...text];
  const [first, ...others] = shown;
  // Without data, the embed is what the HTML shows.
  if (source === undefined && blocks.length === 0 && author === undefined && first !== undefined)
    return isMedia(first) ? [{ ...first, ...legends(caption, credit) }, ...others] : shown;
  const site = siteAt(source ?? "");
  const inner = shown.flatMap((block) =>
    isMedia(block) && (block.source === undefined || block.source === source) && block.caption === undefined
      ? block.blocks
      : [block],
  );
  const whose = site.provider ?? (provider === "" ? undefined : provider);
  return [
    {
      ...mediaBlock(site.kind, { source, provider: whose }, [...blocks, ...inner]),
      ...(author !== undefined && { author }),
      ...legends(caption, credit),
    },
  ];
}

const legends = (caption: readonly Inline[], credit: readonly Inline[]) => ({
  ...(caption.length > 0 && { caption }),
  ...(credit.length > 0 && { credit }),
});

function frameIn(html: unknown): string | undefined {
  if (typeof html !== "string" || !html.includes("<iframe")) return undefined;
  const frame = find(parseFragment(html), ({ tagName }) => tagName === "iframe");
  return frame && addressOfFrame(frame);
}

/** A question with its answers as a list. */
function pollOf(item: JsonObject, context: SuperdeskContext): readonly Block[] {
  const { fields, post } = context;
  const place = { post, field: "body" } as const;
  const poll = isObject(item.poll_body) ? item.poll_body : item;
  const text = htmlOf(item, "text", context);
  const known = plainBlocks(text);
  fields.repeated(poll, "question", known);
  const question = fields.isRead(poll, "question") ? [] : fields.body(poll, "question", place);
  const items = oneOrMany(poll.answers)
    .filter(isObject)
    .flatMap((answer) => {
      fields.repeated(answer, "option", known);
      const option = fields.isRead(answer, "option") ? [] : fields.body(answer, "option", place);
      return option.length === 0 ? [] : [option];
    });
  return [...text, ...question, ...(items.length === 0 ? [] : [{ kind: "list", items } as const])];
}

/** The words of a reader as a quotation, with the reader's name. */
function commentOf(item: JsonObject, context: SuperdeskContext): readonly Block[] {
  const blocks = htmlOf(item, "text", context);
  return quoteBlock(blocks, context.fields.inline(item, "commenter", { post: context.post, field: "body" }));
}

const machine = new Set(
  "_created _etag _id _links _type _updated _version active_from active_until blog blog_id content_updated_date data embed_code firstcreated group_type guid html id idRef item_type language location media operation order original_creator original_id original_url particular_type post_status profile provider_name provider_url published_date publisher residRef role state syndicated_creator syndication_in tags thumbnail_height thumbnail_url thumbnail_width type unique_id unique_name unpublished_date uri url version version_creator versioncreated".split(
    " ",
  ),
);

export const superdeskMachineField = (path: string): boolean => path.split(".").some((key) => machine.has(key));
