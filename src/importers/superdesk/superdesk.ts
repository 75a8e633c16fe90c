/** From the JSON of the Superdesk Live Blog interface to a page: each post is a package (`groups`) of texts, pictures and embeds. */

import { webAddress } from "../../markdown/address.ts";
import type { Byline, FoundPage, FoundPost } from "../../model/live-page.ts";
import { makeWordLedger } from "../account/word-ledger.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { isMarkup } from "../html/html.ts";
import { plainWords } from "../html/inline.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import { findJson, findPageData, isObject, type Json, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { siteAt } from "../media/embed-addresses.ts";
import { pageOf } from "../paging.ts";
import { makeNamedPictures } from "../pictures.ts";
import { makeOriginSite } from "../saved-page/site.ts";
import { machineTime } from "../times/json-moment.ts";
import { isAdvert, type SuperdeskContext, superdeskBlocks, superdeskMachineField } from "./blocks.ts";

export const superdesk: Importer = {
  name: "superdesk",
  title: "Posts of Superdesk Live Blog",
  evidence: "whole",
  recognises: (text) =>
    /"_items"/.test(text) && /"groups"/.test(text) && /"(?:refs|residRef)"/.test(text)
      ? isMarkup(text)
        ? 0.8
        : 0.95
      : 0,
  read,
};

const refsOf = (post: JsonObject): readonly JsonObject[] =>
  oneOrMany(post.groups)
    .filter(isObject)
    .flatMap(({ refs }) => oneOrMany(refs).filter(isObject));

/** The items of a post: those in groups that hold items and not only references to them. */
const itemsOf = (post: JsonObject): readonly JsonObject[] =>
  refsOf(post).flatMap(({ item }) => (isObject(item) ? [item] : []));

const isPost = (value: Json): value is JsonObject => isObject(value) && Array.isArray(value.groups);

const isShown = ({ deleted, post_status: status }: JsonObject): boolean =>
  deleted !== true && !["draft", "submitted", "comment"].includes(String(status));

function read(text: string, options: ReadOptions): Reading {
  const { values, broken } = isMarkup(text) ? { values: findPageData(text), broken: [] } : findJson(text);
  const lists = objectsWith((object) => oneOrMany(object._items).some(isPost), values);
  const found = lists.flatMap(({ _items: items }) => oneOrMany(items).filter(isPost));
  const all = [...new Map(found.map((post) => [String(post._id ?? JSON.stringify(post)), post])).values()];
  const whole = all.filter((post) => isShown(post) && itemsOf(post).length > 0);
  const shown = whole.filter((post) => !itemsOf(post).every(isAdvert));
  if (shown.length === 0) return noPosts(options.file, '"_items" with posts that have "groups" of items', broken);
  const words = makeWordLedger();
  const [blog] = objectsWith((object) => "blog_preferences" in object && typeof object.title === "string", values);
  const site = makeOriginSite(blog?.public_url, options.address);
  const context = { words, fields: makeJsonFields(words, site), pictures: makeNamedPictures(site) };
  const page = blogOf(blog, context.fields);
  const posts = shown.map((post, index) => postOf(post, { ...context, post: index }, options.zone));
  const adverts = whole.flatMap(itemsOf).filter(isAdvert);
  for (const advert of adverts) words.lose(plainWords(stringsIn(advert)), "around the page");
  for (const holder of shown.flatMap(refsOf))
    if (isObject(holder.item) && isAdvert(holder.item)) context.fields.pass(holder, "item");
  return readingOf({
    file: options.file,
    page,
    posts,
    ...context,
    data: shown,
    isMachine: superdeskMachineField,
    broken,
    known: [...posts.flatMap(({ bylines }) => bylines.map(({ name }) => name)), ...providersIn(shown)],
    warnings: [
      ...pagesWarnings(lists, all.length),
      ...(all.length === whole.length
        ? []
        : [leftOut("Posts that are deleted, drafts or empty and", all.length - whole.length)]),
      ...(adverts.length === 0 ? [] : [leftOut("Adverts that", adverts.length)]),
    ],
  });
}

const leftOut = (what: string, number: number): readonly [string, string] => [
  `${what} were left out: ${number}`,
  "They stay in the capture, in captures/",
];

/** The providers of embeds, as the data name them. */
const providersIn = (posts: readonly JsonObject[]): readonly string[] =>
  posts.flatMap(itemsOf).flatMap(({ meta }) => {
    const name = isObject(meta) ? meta.provider_name : undefined;
    return typeof name === "string" && name.length <= 60 && !siteNamed(meta) ? [name] : [];
  });

/** True where the address of an embed gives its provider: the name in the data is then not used. */
const siteNamed = (meta: Json | undefined): boolean =>
  isObject(meta) && typeof meta.original_url === "string" && siteAt(meta.original_url).provider !== undefined;

const stringsIn = ({ text, meta, headline }: JsonObject): string =>
  [headline, text, isObject(meta) ? (meta.title ?? meta.caption) : undefined]
    .filter((one) => typeof one === "string")
    .join(" ");

/** A warning where the lists say that there are more posts: "page 1 of 2 (34 posts)". */
function pagesWarnings(lists: readonly JsonObject[], posts: number): readonly (readonly [string, string])[] {
  const hint = "Import the data of the other pages too: they become one live page";
  for (const { _meta: meta, _links: links, _items: items } of lists) {
    const { total, page, max_results: most } = isObject(meta) ? meta : {};
    const size = Number(most) > 0 ? Number(most) : oneOrMany(items).length;
    if (typeof total === "number" && total > posts)
      return [[pageOf(Number(page) > 0 ? Number(page) : undefined, Math.max(2, Math.ceil(total / size)), total), hint]];
    const next = isObject(links) && isObject(links.next) ? links.next.href : undefined;
    if (typeof next === "string" && typeof total !== "number")
      return [[`The capture is one page of several: it names the next one, ${next.slice(0, 100)}`, hint]];
  }
  return [];
}

function blogOf(blog: JsonObject | undefined, fields: JsonFields): FoundPage {
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

function postOf(post: JsonObject, context: SuperdeskContext, zone: string): FoundPost {
  const items = itemsOf(post).filter((item) => !isAdvert(item));
  const times = [post.published_date, post.firstcreated, post._created, post._updated];
  const [moment] = times.flatMap((time) => (typeof time === "string" ? (machineTime(time, zone) ?? []) : []));
  const bylines = bylinesOf(post, items, context);
  const [titled] = items.filter(({ headline }) => typeof headline === "string" && headline.trim() !== "");
  const headline = titled && context.fields.line(titled, "headline", { post: context.post, field: "headline" });
  return {
    inferred: moment?.inferred ?? [],
    breaking: false,
    ...([post.lb_highlight, post.highlight].includes(true) && { keyEvent: true }),
    ...(moment !== undefined && { published: moment.instant }),
    ...(headline !== undefined && { headline }),
    context: [],
    bylines,
    truncated: false,
    ...(typeof post._id === "string" && { source: post._id }),
    blocks: items.flatMap((item) => superdeskBlocks(item, context)),
  };
}

/** The authors of a post: its creator and authors, then the bylines of the post and of its items, each once. */
function bylinesOf(
  post: JsonObject,
  items: readonly JsonObject[],
  { post: index, fields }: SuperdeskContext,
): readonly Byline[] {
  const place = { post: index, field: "byline" } as const;
  const names = new Set<string>();
  const add = (holder: JsonObject, key: string): void => {
    const known = typeof holder[key] === "string" ? holder[key].replace(/\s+/g, " ").trim() : "";
    if (names.has(known)) {
      fields.repeated(holder, key, known);
      return;
    }
    const name = fields.line(holder, key, place);
    if (name !== undefined) names.add(name);
  };
  const people = [post.original_creator, ...oneOrMany(post.authors), ...oneOrMany(post.author)].filter(isObject);
  for (const person of people) {
    const key = ["byline", "display_name", "name", "username"].find(
      (one) => typeof person[one] === "string" && person[one].trim() !== "",
    );
    if (key !== undefined) add(person, key);
  }
  const own = post.byline === undefined ? "author_name" : "byline";
  add(post, own);
  for (const item of items) add(item, "byline");
  return [...names].map((name) => ({ name }));
}
