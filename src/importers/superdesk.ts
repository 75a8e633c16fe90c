/** Posts of Superdesk Live Blog, as its interface gives them: each a package (`groups`) of items of text, pictures and embeds. */
import { webAddress } from "../markdown/address.ts";
import type { Block } from "../model/block.ts";
import type { FoundPage, FoundPost } from "../model/live-page.ts";
import type { Importer, Reading, ReadOptions } from "./contract.ts";
import { mediaBlock, siteAt } from "./html-embeds.ts";
import { richHtml } from "./html-rich.ts";
import { type Fields, makeFields } from "./json-fields.ts";
import { findJson, findPageData, isObject, type Json, type JsonObject, listOf, objectsWith } from "./json-find.ts";
import { momentOf } from "./json-moment.ts";
import { noPosts, readingOf } from "./json-reading.ts";
import { makePictures, type Pictures } from "./pictures.ts";
import { quoteBlock } from "./quote-block.ts";
import { makeWords, type Words } from "./words.ts";

const isPage = (text: string): boolean => /^[\s\ufeff]*</.test(text.slice(0, 1000));

export const superdesk: Importer = {
  name: "superdesk",
  title: "Posts of Superdesk Live Blog",
  evidence: "whole",
  recognises: (text) =>
    /"_items"/.test(text) && /"groups"/.test(text) && /"(?:refs|residRef)"/.test(text)
      ? isPage(text)
        ? 0.8
        : 0.95
      : 0,
  read,
};

/** The items of a post: those in the groups that are no mere lists of the others. */
const itemsOf = (post: JsonObject): readonly JsonObject[] =>
  listOf(post.groups)
    .filter(isObject)
    .flatMap(({ refs }) => listOf(refs).filter(isObject))
    .flatMap(({ item }) => (isObject(item) ? [item] : []));

const isPost = (value: Json): value is JsonObject => isObject(value) && Array.isArray(value.groups);

const isShown = ({ deleted, post_status: status }: JsonObject): boolean =>
  deleted !== true && !["draft", "submitted", "comment"].includes(String(status));

interface Desk {
  readonly words: Words;
  readonly fields: Fields;
  readonly pictures: Pictures;
}

function read(text: string, options: ReadOptions): Reading {
  const values = isPage(text) ? findPageData(text) : findJson(text).values;
  const found = objectsWith((object) => listOf(object._items).some(isPost), values).flatMap(({ _items: items }) =>
    listOf(items).filter(isPost),
  );
  const all = [...new Map(found.map((post) => [String(post._id ?? JSON.stringify(post)), post])).values()];
  const shown = all.filter((post) => isShown(post) && itemsOf(post).length > 0);
  if (shown.length === 0) return noPosts(options.file, '"_items" with posts that have "groups" of items');
  const words = makeWords();
  const desk: Desk = { words, fields: makeFields(words), pictures: makePictures() };
  const [blog] = objectsWith((object) => "blog_preferences" in object && typeof object.title === "string", values);
  const page = pageOf(blog, desk.fields);
  const posts = shown.map((post, index) => postOf(post, index, desk, options.zone));
  const hidden = all.length - shown.length;
  return readingOf({
    file: options.file,
    page,
    posts,
    ...desk,
    data: shown,
    isMachine: (path) => path.split(".").some((key) => machine.has(key)),
    warnings:
      hidden === 0
        ? []
        : [
            [
              `Posts that are deleted, drafts or empty and were left out: ${hidden}`,
              "They stay in the capture, in captures/",
            ],
          ],
  });
}

function pageOf(blog: JsonObject | undefined, fields: Fields): FoundPage {
  if (blog === undefined) return { editors: [], panel: [] };
  const title = fields.line(blog, "title", { page: "title" });
  const panel = fields.line(blog, "description", { page: "panel" });
  const source = typeof blog.public_url === "string" ? webAddress(blog.public_url) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    editors: [],
    panel: panel === undefined ? [] : [panel],
  };
}

function postOf(post: JsonObject, index: number, desk: Desk, zone: string): FoundPost {
  const items = itemsOf(post);
  const times = [post.published_date, post.firstcreated, post._created, post._updated];
  const published = times.flatMap((time) => (typeof time === "string" ? (momentOf(time, zone) ?? []) : []))[0];
  const creator = isObject(post.original_creator) ? post.original_creator : undefined;
  const key = typeof creator?.byline === "string" && creator.byline.trim() !== "" ? "byline" : "display_name";
  const name = creator && desk.fields.line(creator, key, { post: index, field: "byline" });
  const headline = items
    .map((item) => desk.fields.line(item, "headline", { post: index, field: "headline" }))
    .find((words) => words !== undefined);
  return {
    inferred: [],
    breaking: false,
    ...(published !== undefined && { published }),
    ...(headline !== undefined && { headline }),
    context: [],
    bylines: name === undefined ? [] : [{ name }],
    truncated: false,
    ...(typeof post._id === "string" && { source: post._id }),
    blocks: items.flatMap((item) => itemBlocks(item, index, desk)),
  };
}

function itemBlocks(item: JsonObject, post: number, desk: Desk): readonly Block[] {
  const meta = isObject(item.meta) ? item.meta : {};
  const type = String(item.item_type ?? item.type);
  if (type === "image") return [imageOf(meta, post, desk)];
  if (type === "quote") return quoteOf(item, meta, post, desk);
  if (type === "embed" || type === "video") return embedOf(item, meta, post, desk);
  if (/advertisement|poll/.test(type)) return [];
  return htmlOf(item, "text", post, desk);
}

function htmlOf(object: JsonObject, key: string, post: number, { fields, words, pictures }: Desk): readonly Block[] {
  const html = fields.raw(object, key);
  return html === undefined ? [] : richHtml(html, post, words, pictures);
}

function imageOf(meta: JsonObject, post: number, { fields, pictures }: Desk): Block {
  const caption = fields.inline(meta, "caption", { post, field: "caption" });
  const credit = fields.inline(meta, "credit", { post, field: "credit" });
  const media = isObject(meta.media) && isObject(meta.media.renditions) ? meta.media.renditions : {};
  const renditions = Object.values(media).filter((one): one is JsonObject => isObject(one));
  const addresses = renditions
    .sort((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))
    .flatMap(({ href }) => (typeof href === "string" ? (webAddress(href) ?? []) : []));
  return pictures.figure(
    { alt: "", ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) },
    addresses,
  );
}

function quoteOf(item: JsonObject, meta: JsonObject, post: number, desk: Desk): readonly Block[] {
  const place = { post, field: "body" } as const;
  const blocks =
    typeof meta.quote === "string" ? desk.fields.body(meta, "quote", place) : htmlOf(item, "text", post, desk);
  const person = desk.fields.inline(meta, "author", place);
  if (typeof meta.quote === "string") desk.fields.repeated(item, "text", "");
  return quoteBlock(blocks, person);
}

function embedOf(item: JsonObject, meta: JsonObject, post: number, { fields }: Desk): readonly Block[] {
  const address = [meta.original_url, meta.url].find((one) => typeof one === "string");
  const source = typeof address === "string" ? webAddress(address) : undefined;
  const site = siteAt(source ?? "");
  const named =
    typeof meta.provider_name === "string" && meta.provider_name.trim() !== "" ? meta.provider_name.trim() : undefined;
  const body = { post, field: "body" } as const;
  const blocks = [...fields.body(meta, "title", body), ...fields.body(meta, "description", body)];
  const author = fields.line(meta, "author_name", { post, field: "author" });
  const caption = fields.inline(meta, "caption", { post, field: "caption" });
  const credit = fields.inline(meta, "credit", { post, field: "credit" });
  fields.repeated(item, "text", "");
  return [
    {
      ...mediaBlock(site.kind, { source, provider: site.provider ?? named }, blocks),
      ...(author !== undefined && { author }),
      ...(caption.length > 0 && { caption }),
      ...(credit.length > 0 && { credit }),
    },
  ];
}

const machine = new Set(
  "_created _etag _id _links _type _updated _version authorName blog commenter content_updated_date firstcreated group_type groups.id groups.role guid html id idRef item.blog item_type language location media operation order original_creator original_id original_url particular_type post_status profile provider_name provider_url published_date publisher residRef role state syndicated_creator syndication_in thumbnail_height thumbnail_url thumbnail_width type unique_id unique_name unpublished_date uri url version version_creator versioncreated".split(
    " ",
  ),
);
