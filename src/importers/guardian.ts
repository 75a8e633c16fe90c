/** The Guardian's own data of a live page: `blocks[]`, as its pages carry them (`elements`) or as the Content API gives them (`bodyHtml`). */
import { webAddress } from "../markdown/address.ts";
import type { Block } from "../model/block.ts";
import { instantInZone } from "../model/instant.ts";
import type { FoundPage, FoundPost } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import type { Importer, Reading, ReadOptions } from "./contract.ts";
import { elementBlocks, guardianMachineField } from "./guardian-elements.ts";
import { leftOut } from "./html-blocks.ts";
import { type Fields, makeFields } from "./json-fields.ts";
import { findJson, isObject, type JsonObject, listOf, objectsWith } from "./json-find.ts";
import { momentOf } from "./json-moment.ts";
import { makePictureNames, namePictures } from "./picture-names.ts";
import { makeWords } from "./words.ts";

export const guardian: Importer = {
  name: "guardian",
  title: "Data of a Guardian live page (blocks)",
  evidence: "whole",
  recognises: (text) =>
    /^[\s\ufeff]*[{[]/.test(text.slice(0, 1000)) &&
    text.includes('"blocks"') &&
    (/"blockFirstPublished"/.test(text) || /"bodyHtml"/.test(text))
      ? 0.95
      : 0,
  read,
};

const isBlock = (block: unknown): block is JsonObject =>
  isObject(block as JsonObject) &&
  typeof (block as JsonObject).id === "string" &&
  (Array.isArray((block as JsonObject).elements) || typeof (block as JsonObject).bodyHtml === "string");

/** The blocks of an article: bare in page data, under `body` in the Content API. */
function blocksOf({ blocks }: JsonObject): readonly JsonObject[] {
  const list = isObject(blocks) ? blocks.body : blocks;
  return Array.isArray(list) ? list.filter(isBlock) : [];
}

function read(text: string, options: ReadOptions): Reading {
  const words = makeWords();
  const fields = makeFields(words);
  const [article] = objectsWith((object) => blocksOf(object).length > 0, findJson(text).values);
  if (article === undefined)
    return {
      page: { editors: [], panel: [] },
      posts: [],
      order: "newest-first",
      account: [],
      words: "",
      problems: [noBlocks(options.file)],
    };
  const blocks = blocksOf(article);
  const page = readPage(article, fields);
  const nameOf = makePictureNames();
  const posts = blocks.map((block, index) => namePictures(readBlock(block, index, fields, options.zone), nameOf));
  const unread = fields.rest(blocks, guardianMachineField);
  const told = posts.flatMap(({ published }) => published ?? []);
  const oldestFirst = told.length > 1 && (told[0]?.epoch ?? 0) < (told.at(-1)?.epoch ?? 0);
  return {
    page,
    posts,
    order: oldestFirst ? "oldest-first" : "newest-first",
    account: words.account(),
    words: words.text(),
    problems: warnings(options.file, article, blocks, posts, unread),
  };
}

function readPage(article: JsonObject, fields: Fields): FoundPage {
  // In the Content API the words of the page stand beside the blocks, in `fields`.
  const own = isObject(article.fields) ? article.fields : article;
  const title = fields.line(own, "headline", { page: "title" }) ?? fields.line(article, "webTitle", { page: "title" });
  const standfirst = fields.line(own, own.standfirst === undefined ? "trailText" : "standfirst", { page: "panel" });
  const writers = listOf(article.tags)
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

function readBlock(block: JsonObject, post: number, fields: Fields, zone: string): FoundPost {
  const headline = fields.line(block, "title", { post, field: "headline" });
  const bylines = listOf(block.contributors)
    .filter(isObject)
    .flatMap((one) => fields.line(one, "name", { post, field: "byline" }) ?? [])
    .map((name) => ({ name }));
  const published = publishedOf(block, zone);
  const elements = listOf(block.elements).filter(isObject);
  const blocks: readonly Block[] =
    typeof block.bodyHtml === "string"
      ? fields.body(block, "bodyHtml", { post, field: "body" })
      : elements.flatMap((element) => elementBlocks(element, post, fields));
  return {
    inferred: [],
    breaking: false,
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
  for (const time of times) {
    if (typeof time === "number" && Math.abs(time) < 8e15) return instantInZone(Math.floor(time / 1000) * 1000, zone);
    const moment = typeof time === "string" ? momentOf(time, zone) : undefined;
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function warnings(
  file: string,
  article: JsonObject,
  blocks: readonly JsonObject[],
  posts: readonly FoundPost[],
  unread: ReadonlyMap<string, number>,
): readonly Problem[] {
  const { currentPage, totalPages } = isObject(article.pagination) ? article.pagination : {};
  const ids = new Set(blocks.map(({ id }) => id));
  const elsewhere = listOf(article.keyEvents)
    .filter(isObject)
    .filter(({ id }) => !ids.has(id)).length;
  const pictures = blocks.reduce(
    (sum, { bodyHtml }) => sum + (typeof bodyHtml === "string" ? leftOut(bodyHtml) : 0),
    0,
  );
  const untimed = posts.filter(({ published }) => published === undefined).length;
  const found: readonly (readonly [said: boolean, message: string, hint: string])[] = [
    [
      typeof totalPages === "number" && totalPages > 1,
      `The capture is page ${String(currentPage)} of ${String(totalPages)}`,
      "Import the data of the other pages too: they become one live page",
    ],
    [
      elsewhere > 0,
      `Key events that are in no post of the capture: ${elsewhere}`,
      "They are on other pages of the live page: import these too",
    ],
    [
      untimed > 0,
      `Posts without a time that can be told: ${untimed}`,
      "Give them one in their files: published: 2024-05-17T06:00+01:00",
    ],
    [
      pictures > 0,
      `Pictures, recordings and frames in the posts that were left out: ${pictures}`,
      "Import the page's own data, which names them",
    ],
    [
      unread.size > 0,
      `Some fields were not read: ${[...unread.keys()].slice(0, 5).join(", ")}${unread.size > 5 ? ` and ${unread.size - 5} more` : ""}`,
      "They stay in the capture, in captures/",
    ],
  ];
  return found
    .filter(([said]) => said)
    .map(([, message, hint]) => ({ severity: "warning", file, line: 0, column: 0, message, hint }));
}

const noBlocks = (file: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: 'Cannot find a post in the capture: expected "blocks" with "elements" or "bodyHtml", got none',
  hint: "Save the data of a live page, or copy its text into a file and import that",
});
