/** A piece of HTML, or a page, as the Markdown of its posts. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { makeWordLedger } from "../../src/importers/account/word-ledger.ts";
import { liveHtml } from "../../src/importers/live-html/live-html.ts";
import { makeNamedPictures } from "../../src/importers/pictures.ts";
import type { Frames } from "../../src/importers/rendered/frames.ts";
import { richHtml } from "../../src/importers/saved-page/rich.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { accounted } from "./accounted.ts";

/** The Markdown of a piece of HTML; figures are told by the first of their addresses. */
export function read(html: string): { readonly body: string; readonly lost: readonly string[] } {
  const words = makeWordLedger();
  const pictures = makeNamedPictures();
  const post = pictures.named({
    inferred: [],
    breaking: false,
    context: [],
    bylines: [],
    truncated: false,
    blocks: richHtml(html, 0, words, pictures),
  });
  let body = printBlocks(post.blocks).trimEnd();
  for (const [name, [address = "-"]] of pictures.addresses)
    body = body.replace(`media/${name}`, () => address.slice(0, 60));
  const all = words.text();
  const lost = words
    .account()
    .flatMap((span) => ("lost" in span ? [`${span.lost}: ${all.slice(span.start, span.end)}`] : []));
  return { body, lost };
}
export const body = (html: string): string => read(html).body;

export const page = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, "../fixtures/reports", name), "utf8");
export const bodies = (html: string, frames?: Frames): readonly string[] =>
  accounted(liveHtml, html, { file: "page", zone: "Europe/London", ...(frames && { frames }) }).posts.map(
    ({ blocks }) => printBlocks(blocks).trimEnd(),
  );
