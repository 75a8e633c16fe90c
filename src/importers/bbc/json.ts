/** From the BBC's own data, in a file or in a saved page, to a live page: stream and live JSON (since 2023), morph JSON (2017 to 2023). */

import type { Block } from "../../model/block.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { makeWordLedger } from "../account/word-ledger.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { isMarkup } from "../html/html.ts";
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
import { brokenJsonMessage, noPosts } from "../json/json.ts";
import { type UnreadFields, unreadFieldsMessage } from "../json/unread-fields.ts";
import { linksToPostsIn, namedApart } from "../named-posts.ts";
import { pageOf } from "../paging.ts";
import { makeNamedPictures } from "../pictures.ts";
import { findPlaces } from "../places.ts";
import { namesInText } from "../saved-page/page.ts";
import { momentOf } from "../times/json-moment.ts";
import { isMatchClock } from "../written-time/stamp.ts";
import { bbcMachineField, makeBlockReader } from "./json-blocks.ts";
import { morphBlocks } from "./json-morph.ts";

export const bbcJson: Importer = {
  name: "bbc-json",
  title: "Data of a BBC live page",
  evidence: "whole",
  recognises(text) {
    const stream = /\\?"liveTextStream\\?"|\\?"curated\\?"\s*:/.test(text) && /\\?"results\\?"/.test(text);
    const morph = /\\?"assetId\\?"/.test(text) && /\\?"results\\?"/.test(text) && /\\?"dateAdded\\?"/.test(text);
    if (!stream && !morph) return 0;
    // A saved page that shows its posts has more of them than its data: their writers and labels.
    return isMarkup(text) ? 0.85 : /^[\s\ufeff]*[[{]/.test(text.slice(0, 2000)) ? 0.95 : 0;
  },
  read,
};

const isPost = (value: Json): value is JsonObject =>
  isObject(value) &&
  (typeof value.assetId === "string" || typeof value.urn === "string") &&
  (isObject(value.content) || Array.isArray(value.body));

const postsOf = ({ results }: JsonObject): readonly JsonObject[] =>
  Array.isArray(results) ? results.filter(isPost) : [];

function read(text: string, options: ReadOptions): Reading {
  const words = makeWordLedger();
  const fields = makeJsonFields(words);
  const { values, broken } = isMarkup(text) ? { values: findPageData(text), broken: [] } : findJson(text);
  const streams = objectsWith((object) => postsOf(object).length > 0, values);
  const found = uniquePosts(streams.flatMap(postsOf));
  if (found.length === 0) return noPosts(options.file, '"results" with posts that have "content" or "body"', broken);
  const pictures = makeNamedPictures();
  const blocks = makeBlockReader(fields, pictures);
  const [about] = objectsWith((object) => isObject(object.liveTextStream) || isObject(object.summaryPoints), values);
  const page = readPage(
    about,
    fields,
    (value) => pictures.namedBlocks(blocks.read(value, { page: "summary" })),
    (line) => namesInText(line, words),
  );
  const read = found.map((post, index): FoundPost => {
    const body = Array.isArray(post.body)
      ? morphBlocks(post, index, fields, pictures)
      : blocks.read(post.content, { post: index, field: "body" });
    return { ...readHead(post, index, fields, blocks.line, options.zone), blocks: body };
  });
  const unread = fields.rest(found, bbcMachineField);
  const times = read.map(({ published }) => published);
  const dated = times.filter((time) => time !== undefined);
  const order = (dated[0]?.epoch ?? 0) < (dated.at(-1)?.epoch ?? 0) ? "oldest-first" : "newest-first";
  const places = findPlaces(times, order);
  const placed = read.map((post, index): FoundPost => {
    const place = places[index];
    return place === undefined ? post : { ...post, order: place };
  });
  return {
    page,
    posts: placed.map(pictures.named),
    order,
    account: words.account(),
    words: words.text(),
    pictures: pictures.addresses,
    ...namedApart(linksToPostsIn(about?.summaryPoints), placed),
    problems: warnings(options.file, streams, read, unread, broken),
  };
}

/** Each post once: a page can hold its stream twice. */
function uniquePosts(posts: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set<Json | undefined>();
  return posts.filter((post) => {
    const id = post.assetId ?? post.urn;
    return seen.has(id) ? false : seen.add(id) !== undefined;
  });
}

function readPage(
  about: JsonObject | undefined,
  fields: JsonFields,
  blocksOf: (value: Json | undefined) => readonly Block[],
  namesOf: (line: string) => readonly string[],
): FoundPage {
  if (about === undefined) return { publisher: "BBC", editors: [], panel: [] };
  const stream = isObject(about.liveTextStream) ? about.liveTextStream : {};
  const title = fields.line(about, "title", { page: "title" });
  const contributors = fields.raw(stream, "contributors");
  const summary = isObject(about.summaryPoints) ? blocksOf(about.summaryPoints.content) : undefined;
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec(
    typeof about.language === "string" ? about.language : "",
  )?.[0];
  return {
    ...(title !== undefined && { title }),
    publisher: "BBC",
    ...(language !== undefined && { language }),
    editors: contributors === undefined ? [] : namesOf(contributors),
    panel: [],
    ...(summary !== undefined && { summary }),
  };
}

function readHead(
  post: JsonObject,
  index: number,
  fields: JsonFields,
  lineOf: (
    value: Json | undefined,
    type: string,
    place: { post: number; field: "headline" | "subheadline" },
  ) => string | undefined,
  zone: string,
): FoundPost {
  const headline =
    lineOf(post.header, "headline", { post: index, field: "headline" }) ??
    fields.line(post, "title", { post: index, field: "headline" });
  const subheadline = lineOf(post.header, "subheadline", { post: index, field: "subheadline" });
  const contributors = [...oneOrMany(post.contributor), ...oneOrMany(post.contributors)].filter(isObject);
  const bylines = contributors.flatMap((one) => {
    const name = fields.line(one, "name", { post: index, field: "byline" });
    const role = name === undefined ? undefined : fields.line(one, "role", { post: index, field: "byline" });
    return name === undefined ? [] : [{ name, ...(role !== undefined && { role }) }];
  });
  const dates = isObject(post.dates) ? post.dates : post;
  const clock = typeof dates.time === "string" && isMatchClock(dates.time.trim()) ? dates : undefined;
  const shown = clock && fields.line(clock, "time", { post: index, field: "clock" });
  const times = [dates.curated, dates.firstPublished, dates.lastPublished, post.dateAdded, post.lastUpdated];
  const published = times.flatMap((time) => (typeof time === "string" ? (momentOf(time, zone) ?? []) : []))[0];
  const source = [post.assetId, post.urn].find((id) => typeof id === "string" && id !== "");
  return {
    inferred: [],
    breaking: isObject(post.options) && post.options.isBreakingNews === true,
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    ...(shown !== undefined && { clock: shown }),
    ...(subheadline !== undefined && { subheadline }),
    context: [],
    bylines,
    truncated: false,
    ...(typeof source === "string" && { source }),
    blocks: [],
  };
}

function warnings(
  file: string,
  streams: readonly JsonObject[],
  posts: readonly FoundPost[],
  unread: UnreadFields,
  broken: readonly BrokenJson[],
): readonly Problem[] {
  const page = streams.map((stream) => stream.page).find(isObject as (value: unknown) => value is JsonObject);
  const untimed = posts.filter(({ published }) => published === undefined).length;
  const found: readonly (readonly [applies: boolean, message: string, hint: string])[] = [
    [
      typeof page?.total === "number" && page.total > 1,
      pageOf(typeof page?.index === "number" ? page.index : undefined, String(page?.total)),
      "Import the data of the other pages too: they become one live page",
    ],
    [
      untimed > 0,
      `Posts without a time that can be told: ${untimed}`,
      "Give them one in their files: published: 2024-05-17T06:00+01:00",
    ],
    [unread.size > 0, unreadFieldsMessage(unread), "They stay in the capture, in captures/"],
    ...broken.map((one) => [true, brokenJsonMessage(one), "Nothing is to be done if all posts are there"] as const),
  ];
  return found.filter(([applies]) => applies).map(([, message, hint]) => fileProblem(file, message, hint, "warning"));
}
