/** From the JSON of the 24liveblog interface to a page: `news` of an event, with HTML in `contents` and times in seconds. */
import { webAddress } from "../../markdown/address.ts";
import { instantInZone } from "../../model/instant.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import { findJson, isObject, type Json, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { makeNamedPictures, type NamedPictures } from "../pictures.ts";
import { richHtml } from "../saved-page/rich.ts";
import { makeOriginSite } from "../saved-page/site.ts";

export const liveblog24: Importer = {
  name: "liveblog-24",
  title: "Posts of 24liveblog",
  evidence: "whole",
  recognises: (text) =>
    /^[\s\ufeff]*[[{]/.test(text.slice(0, 1000)) &&
    /"nid"\s*:/.test(text) &&
    /"contents"\s*:/.test(text) &&
    /"created"\s*:/.test(text)
      ? 0.9
      : 0,
  read,
};

const isNews = (value: Json): value is JsonObject =>
  isObject(value) && ["string", "number"].includes(typeof value.nid) && (value.contents ?? undefined) !== undefined;

function read(text: string, { file, zone, address }: ReadOptions): Reading {
  const { values, broken } = findJson(text);
  const lists = objectsWith((object) => Object.values(object).some((one) => oneOrMany(one).some(isNews)), values);
  const bare = values.flatMap((value) => (Array.isArray(value) ? value.filter(isNews) : []));
  const found = [
    ...bare,
    ...lists.flatMap((object) => Object.values(object).flatMap((one) => oneOrMany(one).filter(isNews))),
  ];
  const news = [...new Map(found.map((one) => [String(one.nid), one])).values()];
  if (news.length === 0) return noPosts(file, '"news" with posts that have "nid" and "contents"', broken);
  const words = makeWordLedger();
  const [event] = objectsWith((one) => typeof one.title === "string" && "eid" in one && !isNews(one), values);
  const site = makeOriginSite(event?.url, address);
  const context = { words, fields: makeJsonFields(words, site), pictures: makeNamedPictures(site) };
  return readingOf({
    file,
    page: pageOfEvent(event, context.fields),
    posts: news.map((one, post) => newsPost(one, { ...context, post }, zone)),
    ...context,
    data: news,
    broken,
    isMachine: (path) => path.split(".").some((key) => machine.has(key)),
  });
}

function pageOfEvent(event: JsonObject | undefined, fields: JsonFields): FoundPage {
  if (event === undefined) return { editors: [], panel: [] };
  const title = fields.line(event, "title", { page: "title" });
  const panel = fields.line(event, "description", { page: "panel" });
  const source = typeof event.url === "string" ? webAddress(event.url) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    editors: [],
    panel: panel === undefined ? [] : [panel],
  };
}

interface NewsContext {
  readonly post: number;
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
}

function newsPost(news: JsonObject, { post, words, fields, pictures }: NewsContext, zone: string): FoundPost {
  const seconds = [news.created, news.updated].map(Number).find((one) => one > 1e8 && one < 8e12);
  const titled = ["newstitle", "title"].find((key) => typeof news[key] === "string" && news[key] !== "");
  const headline = titled && fields.line(news, titled, { post, field: "headline" });
  const writers = [news, ...oneOrMany(news.creator ?? news.editor).filter(isObject)];
  const names = writers.flatMap((one) => {
    const key = ["username", "creator_name", "editorname", "nickname", "name"].find(
      (name) => typeof one[name] === "string",
    );
    return key === undefined ? [] : (fields.line(one, key, { post, field: "byline" }) ?? []);
  });
  const html = fields.raw(news, "contents");
  return {
    inferred: [],
    breaking: false,
    ...([news.important, news.highlight, news.key_event].some((one) => one === true || one === 1) && {
      keyEvent: true,
    }),
    ...(seconds !== undefined && { published: instantInZone(Math.floor(seconds) * 1000, zone) }),
    ...(headline !== undefined && { headline }),
    context: [],
    bylines: names.map((name) => ({ name })),
    truncated: false,
    source: String(news.nid),
    blocks: html === undefined ? [] : richHtml(html, post, words, pictures),
  };
}

const machine = new Set("avatar created eid last_updated lid link nid share type uid updated url".split(" "));
