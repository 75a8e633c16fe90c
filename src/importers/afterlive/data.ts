/** `page.json` of a live page that this program built: the same posts come back. */

import { webAddress } from "../../markdown/address.ts";
import type { Block } from "../../model/block.ts";
import { type FoundPost, inferredParts } from "../../model/live-page.ts";
import type { AccountPlace } from "../account/account-span.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import type { Reading, ReadOptions } from "../contract.ts";
import { readBlocks } from "../html/blocks.ts";
import { parseFragment } from "../html/parser.ts";
import { makeJsonFields } from "../json/fields.ts";
import { findJson, isObject, objectsWith, oneOrMany } from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { mediaReader } from "../media/media.ts";
import { makeNamedPictures, type NamedPictures } from "../pictures.ts";
import { loseUnseen } from "../rendered/unseen.ts";
import { plainPage } from "../saved-page/plain.ts";
import { momentOf } from "../times/json-moment.ts";
import { cardReader } from "./cards.ts";

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
  const line = (key: string, field: "title" | "panel") => fields.line(page, key, { page: field });
  const title = line("title", "title");
  const panel = oneOrMany(page.panel).filter((one) => typeof one === "string");
  const summary = fields.raw(page, "summary");
  const source = typeof page.source === "string" ? webAddress(page.source) : undefined;
  const publisher = typeof page.publisher === "string" ? page.publisher : undefined;
  const language = typeof page.language === "string" ? page.language : undefined;
  const posts = found.map((post, index): FoundPost => {
    const at = (field: "headline" | "label" | "subheadline" | "clock") =>
      fields.line(post, field, { post: index, field });
    const published = typeof post.published === "string" ? momentOf(post.published, options.zone) : undefined;
    const updated = typeof post.updated === "string" ? momentOf(post.updated, options.zone) : undefined;
    const parts = { headline: at("headline"), label: at("label"), subheadline: at("subheadline"), clock: at("clock") };
    const lines = (key: string, field: "context" | "correction"): readonly string[] =>
      oneOrMany(post[key]).flatMap((one) => (typeof one === "string" ? [words.keep(one, { post: index, field })] : []));
    const corrections = lines("corrections", "correction");
    const html = fields.raw(post, "html");
    return {
      inferred: inferredParts.filter((part) => oneOrMany(post.inferred).includes(part)),
      breaking: post.breaking === true,
      ...(post.keyEvent === true && { keyEvent: true }),
      ...(updated !== undefined && { updated }),
      ...(published !== undefined && { published }),
      ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
      context: lines("context", "context"),
      ...(corrections.length > 0 && { corrections }),
      bylines: oneOrMany(post.bylines)
        .filter(isObject)
        .flatMap((byline) => {
          const name = fields.line(byline, "name", { post: index, field: "byline" });
          const role = name === undefined ? undefined : fields.line(byline, "role", { post: index, field: "byline" });
          return name === undefined ? [] : [{ name, ...(role !== undefined && { role }) }];
        }),
      truncated: post.truncated === true,
      blocks: html === undefined ? [] : blocksOf(html, (field) => ({ post: index, field }), words, pictures),
    };
  });
  return readingOf({
    file: options.file,
    page: {
      ...(title !== undefined && { title }),
      ...(source !== undefined && { source }),
      ...(publisher !== undefined && { publisher }),
      ...(language !== undefined && { language }),
      editors: oneOrMany(page.editors).flatMap((one) =>
        typeof one === "string" ? [words.keep(one, { page: "editors" })] : [],
      ),
      panel: panel.map((one) => words.keep(one, { page: "panel" })),
      ...(summary !== undefined && {
        summary: pictures.namedBlocks(
          blocksOf(summary, (field) => ({ page: field === "body" ? "summary" : field }), words, pictures),
        ),
      }),
    },
    posts,
    words,
    fields,
    pictures,
    data: page,
    isMachine: (path) => machine.test(path),
  });
}

const machine =
  /^(?:_schema|generator|language|source|publisher|captured|rights|panel|editors|posts\.(?:id|href|published|updated|inferred|context|corrections|revisions\.captured))$/;

function blocksOf(
  html: string,
  place: (field: "body" | "caption" | "credit" | "author") => AccountPlace,
  words: WordLedger,
  pictures: NamedPictures,
): readonly Block[] {
  const tree = parseFragment(html);
  plainPage(tree);
  loseUnseen(tree, words, place("body"));
  return readBlocks(tree.childNodes, mediaReader({ words, place, pictures, roles: new Map(), own: cardReader }));
}
