/** From the Guardian's own data, `blocks[]`, in its pages (`elements`) or from the Content API (`bodyHtml`), to a live page. */
import { webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { instantInZone } from "../../model/instant.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { makeWordLedger } from "../account/word-ledger.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { findAll, isMarkup, parseHtml } from "../html/html.ts";
import { attribute, plainWords } from "../html/inline.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import {
  type BrokenJson,
  findJson,
  findPageData,
  isObject,
  type Json,
  type JsonObject,
  objectsWith,
  oneOrMany,
} from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { namedApart } from "../named-posts.ts";
import { pageOf } from "../paging.ts";
import { makeNamedPictures } from "../pictures.ts";
import { otherSentences } from "../saved-page/post/older-wording.ts";
import { richHtml } from "../saved-page/rich.ts";
import { makeOriginSite } from "../saved-page/site.ts";
import { momentOf } from "../times/json-moment.ts";
import { asideIn, asideOf, isBlock, withAside } from "./aside.ts";
import { elementBlocks, guardianMachineField } from "./elements.ts";
import type { GuardianContext } from "./media.ts";

export const guardian: Importer = {
  name: "guardian",
  title: "Data of a Guardian live page (blocks)",
  evidence: "whole",
  recognises(text) {
    const start = text.slice(0, 1000);
    // The data of a saved page can hold posts that the page does not show: its key events and the pinned post.
    if (isMarkup(start))
      return /(?:"|&quot;)(?:keyEvents|pinnedPost)\\?(?:"|&quot;)/.test(text) &&
        /(?:"|&quot;)(?:blockFirstPublished|bodyHtml)\\?(?:"|&quot;)/.test(text)
        ? 0.7
        : 0;
    return /^[\s\ufeff]*[{[]/.test(start) &&
      text.includes('"blocks"') &&
      /"(?:blockFirstPublished|bodyHtml)"/.test(text)
      ? 0.95
      : 0;
  },
  read,
};

/** The data of a page, in its scripts and in the properties of its islands. */
function valuesIn(text: string): { readonly values: readonly Json[]; readonly broken: readonly BrokenJson[] } {
  if (!isMarkup(text)) return findJson(text);
  const islands = findAll(parseHtml(text), (one) => attribute(one, "props") !== undefined);
  const inIslands = islands.flatMap((one) => findJson(attribute(one, "props") ?? "").values);
  return { values: [...findPageData(text), ...inIslands], broken: [] };
}

/** The blocks of an article: directly in page data, under `body` in the Content API. */
function blocksOf({ blocks }: JsonObject): readonly JsonObject[] {
  const list = isObject(blocks) ? blocks.body : blocks;
  return Array.isArray(list) ? list.filter(isBlock) : [];
}

/** Texts in copies of posts that differ from the posts themselves. */
function olderWordings(blocks: readonly JsonObject[], others: readonly JsonObject[]): readonly string[] {
  const known = new Map(blocks.map((block) => [block.id, block]));
  const texts = others.flatMap((copy) => {
    const block = known.get(copy.id);
    return block === undefined ? [] : otherSentences(textsOf(copy), textsOf(block).join("\n"));
  });
  return [...new Set(texts)];
}

/** The texts of a block, a line each. */
const textsOf = ({ title, bodyHtml, elements }: JsonObject): readonly string[] =>
  [title, bodyHtml, ...oneOrMany(elements).flatMap((one) => (isObject(one) ? [one.html, one.text] : []))].flatMap(
    (one) => (typeof one === "string" ? [plainWords(one.replace(/<\/(?:p|li|h\d|div|blockquote)>/gi, "$&\n"))] : []),
  );

const pagesOf = ({ pagination }: JsonObject): number =>
  isObject(pagination) && typeof pagination.totalPages === "number" ? pagination.totalPages : 1;

function read(text: string, { file, zone, address }: ReadOptions): Reading {
  const { values, broken } = valuesIn(text);
  const holders = objectsWith((object) => blocksOf(object).length > 0 || asideIn(object).length > 0, values);
  const article = holders.find((object) => blocksOf(object).length > 0) ?? holders[0];
  if (article === undefined) return noPosts(file, '"blocks" with "elements" or "bodyHtml", got none', broken);
  const words = makeWordLedger();
  const site = makeOriginSite(
    article.webURL,
    article.webUrl,
    article.canonicalUrl,
    address,
    "https://www.theguardian.com/",
  );
  const context = { words, fields: makeJsonFields(words, site), pictures: makeNamedPictures(site) };
  const own = blocksOf(article);
  // If the data is one page of several, posts of other pages come with those pages.
  const others = asideOf(holders, own, !isMarkup(text) && pagesOf(article) > 1, words);
  const blocks = withAside(own, others);
  const page = readPage(article, context.fields);
  const key = new Set(holders.flatMap(({ keyEvents }) => oneOrMany(keyEvents).filter(isObject)).map(({ id }) => id));
  const posts = blocks.map((block, index) => readBlock(block, { ...context, post: index }, key.has(block.id), zone));
  for (const sentence of olderWordings(own, holders.flatMap(asideIn))) words.lose(sentence, "older wording");
  const isMachine = guardianMachineField;
  const warned = warnings(article, blocks, blocks.length - own.length);
  const reading = readingOf({ ...context, file, page, posts, data: blocks, isMachine, broken, warnings: warned });
  const named = [...oneOrMany(article.keyEvents), ...oneOrMany(article.pinnedPost)]
    .filter(isObject)
    .map(({ id }) => String(id));
  return { ...reading, ...namedApart(named, posts) };
}

function readPage(article: JsonObject, fields: JsonFields): FoundPage {
  // In the Content API the words of the page are in `fields`, beside the blocks.
  const own = isObject(article.fields) ? article.fields : article;
  const title = fields.line(own, "headline", { page: "title" }) ?? fields.line(article, "webTitle", { page: "title" });
  const standfirst = fields.line(own, own.standfirst === undefined ? "trailText" : "standfirst", { page: "panel" });
  const writers = oneOrMany(article.tags)
    .filter(isObject)
    .filter(({ type }) => typeof type === "string" && type.toLowerCase() === "contributor");
  const editors = writers.flatMap(
    (tag) => fields.line(tag, typeof tag.title === "string" ? "title" : "webTitle", { page: "editors" }) ?? [],
  );
  const address = [article.webURL, article.webUrl, article.canonicalUrl].find((url) => typeof url === "string");
  const source = typeof address === "string" ? webAddress(address) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    publisher: "The Guardian",
    editors,
    panel: standfirst === undefined ? [] : [standfirst],
  };
}

function readBlock(block: JsonObject, context: GuardianContext, isKey: boolean, zone: string): FoundPost {
  const { post, words, fields, pictures } = context;
  const headline = fields.line(block, "title", { post, field: "headline" });
  const bylines = oneOrMany(block.contributors)
    .filter(isObject)
    .flatMap((one) => fields.line(one, "name", { post, field: "byline" }) ?? [])
    .map((name) => ({ name }));
  const published = publishedOf(block, zone);
  const updated = updatedOf(block, zone, published);
  const elements = oneOrMany(block.elements).filter(isObject);
  const html = fields.raw(block, "bodyHtml");
  const blocks: readonly Block[] =
    html === undefined
      ? elements.flatMap((element) => elementBlocks(element, context))
      : richHtml(html, post, words, pictures);
  return {
    inferred: [],
    breaking: false,
    ...((isKey || (isObject(block.attributes) && block.attributes.keyEvent === true)) && { keyEvent: true }),
    ...(updated !== undefined && { updated }),
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    context: [],
    bylines,
    truncated: false,
    source: String(block.id),
    blocks,
  };
}

/** The time that the page shows: of the first publication, else of the writing. Numbers are milliseconds since 1970. */
function publishedOf(block: JsonObject, zone: string): FoundPost["published"] {
  const times = [
    block.blockFirstPublished,
    block.firstPublishedDate,
    block.publishedDate,
    block.blockCreatedOn,
    block.createdDate,
  ];
  return firstTime(times, zone);
}

/** The time of the last change, if the page shows it: it is in a later minute than the publication. */
function updatedOf(block: JsonObject, zone: string, published: FoundPost["published"]): FoundPost["updated"] {
  const updated = firstTime([block.blockLastUpdated, block.lastModifiedDate], zone);
  if (updated === undefined || published === undefined) return undefined;
  return Math.floor(updated.epoch / 60_000) > Math.floor(published.epoch / 60_000) ? updated : undefined;
}

function firstTime(times: readonly unknown[], zone: string): FoundPost["published"] {
  for (const time of times) {
    if (typeof time === "number" && Math.abs(time) < 8e15) return instantInZone(Math.floor(time / 1000) * 1000, zone);
    const moment = typeof time === "string" ? momentOf(time, zone) : undefined;
    if (moment !== undefined) return moment;
  }
  return undefined;
}

/** Warnings about parts of the live page that are not in the capture. */
function warnings(
  article: JsonObject,
  blocks: readonly JsonObject[],
  added: number,
): readonly (readonly [message: string, hint: string])[] {
  const { currentPage, totalPages } = isObject(article.pagination) ? article.pagination : {};
  const ids = new Set(blocks.map(({ id }) => id));
  const elsewhere = oneOrMany(article.keyEvents)
    .filter(isObject)
    .filter(({ id }) => !ids.has(id)).length;
  const found: [message: string, hint: string][] = [];
  if (typeof totalPages === "number" && totalPages > 1)
    found.push([
      pageOf(String(currentPage), totalPages),
      "Import the data of the other pages too: they become one live page",
    ]);
  if (added > 0 && added < blocks.length)
    found.push([
      `Posts that only stand among the key events or pinned: ${added}`,
      "They are on other pages of the live page: import these too",
    ]);
  if (elsewhere > 0)
    found.push([
      `Key events that are in no post of the capture: ${elsewhere}`,
      "They are on other pages of the live page: import these too",
    ]);
  return found;
}
