/** From the `page.json` of a live page that this program built to the same live page. */

import { webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { type Byline, type FoundPage, type FoundPost, inferredParts } from "../../model/live-page.ts";
import type { AccountPlace } from "../account/account-span.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import type { Reading, ReadOptions } from "../contract.ts";
import { readBlocks } from "../html/blocks.ts";
import { parseFragment } from "../html/parser.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import { findJson, isObject, type Json, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { mediaReader } from "../media/media.ts";
import { makeNamedPictures, type NamedPictures } from "../pictures.ts";
import { loseUnseen } from "../rendered/unseen.ts";
import { plainPage } from "../saved-page/plain.ts";
import { momentOf } from "../times/json-moment.ts";
import { cardReader } from "./cards.ts";

interface DataContext {
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
  readonly zone: string;
}

export function readData(text: string, options: ReadOptions): Reading {
  const [page] = objectsWith(
    ({ generator, posts }) => generator === "afterlive" && Array.isArray(posts),
    findJson(text).values,
  );
  const found = oneOrMany(page?.posts).filter(isObject);
  if (page === undefined || found.length === 0) return noPosts(options.file, '"posts" of a page that afterlive built');
  const words = makeWordLedger();
  const fields = makeJsonFields(words);
  const pictures = makeNamedPictures();
  const context: DataContext = { words, fields, pictures, zone: options.zone };
  const title = fields.line(page, "title", { page: "title" });
  const posts = found.map((post, index) => readPost(post, index, context));
  return readingOf({
    file: options.file,
    page: { ...(title !== undefined && { title }), ...readPage(page, context) },
    posts,
    words,
    fields,
    pictures,
    data: page,
    isMachine: (path) => machine.test(path),
  });
}

function readPost(post: JsonObject, index: number, context: DataContext): FoundPost {
  const { fields, zone } = context;
  const at = (field: "headline" | "label" | "subheadline" | "clock") =>
    fields.line(post, field, { post: index, field });
  const published = typeof post.published === "string" ? momentOf(post.published, zone) : undefined;
  const updated = typeof post.updated === "string" ? momentOf(post.updated, zone) : undefined;
  const parts = { headline: at("headline"), label: at("label"), subheadline: at("subheadline"), clock: at("clock") };
  const corrections = keepLines(post.corrections, { post: index, field: "correction" }, context);
  const html = fields.raw(post, "html");
  return {
    inferred: inferredParts.filter((part) => oneOrMany(post.inferred).includes(part)),
    breaking: post.breaking === true,
    ...(post.keyEvent === true && { keyEvent: true }),
    ...(updated !== undefined && { updated }),
    ...(published !== undefined && { published }),
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
    context: keepLines(post.context, { post: index, field: "context" }, context),
    ...(corrections.length > 0 && { corrections }),
    bylines: readBylines(post, index, fields),
    truncated: post.truncated === true,
    blocks: html === undefined ? [] : blocksOf(html, (field) => ({ post: index, field }), context),
  };
}

const readBylines = (post: JsonObject, index: number, fields: JsonFields): readonly Byline[] =>
  oneOrMany(post.bylines)
    .filter(isObject)
    .flatMap((byline) => {
      const name = fields.line(byline, "name", { post: index, field: "byline" });
      const role = name === undefined ? undefined : fields.line(byline, "role", { post: index, field: "byline" });
      return name === undefined ? [] : [{ name, ...(role !== undefined && { role }) }];
    });

/** The page without its title, which the ledger already holds before the posts. */
function readPage(page: JsonObject, context: DataContext): FoundPage {
  const source = typeof page.source === "string" ? webAddress(page.source) : undefined;
  const summary = context.fields.raw(page, "summary");
  return {
    ...(source !== undefined && { source }),
    ...(typeof page.publisher === "string" && { publisher: page.publisher }),
    ...(typeof page.language === "string" && { language: page.language }),
    editors: keepLines(page.editors, { page: "editors" }, context),
    panel: keepLines(page.panel, { page: "panel" }, context),
    ...(summary !== undefined && {
      summary: context.pictures.namedBlocks(
        blocksOf(summary, (field) => ({ page: field === "body" ? "summary" : field }), context),
      ),
    }),
  };
}

/** The texts of a field, each counted as kept at `place`. */
const keepLines = (value: Json | undefined, place: AccountPlace, { words }: DataContext): readonly string[] =>
  oneOrMany(value).flatMap((one) => (typeof one === "string" ? [words.keep(one, place)] : []));

const machine =
  /^(?:_schema|generator|language|source|publisher|captured|rights|panel|editors|posts\.(?:id|href|published|updated|inferred|context|corrections|revisions\.captured))$/;

function blocksOf(
  html: string,
  place: (field: "body" | "caption" | "credit" | "author") => AccountPlace,
  { words, pictures }: DataContext,
): readonly Block[] {
  const tree = parseFragment(html);
  plainPage(tree);
  loseUnseen(tree, words, place("body"));
  return readBlocks(tree.childNodes, mediaReader({ words, place, pictures, roles: new Map(), own: cardReader }));
}
