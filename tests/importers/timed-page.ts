/** Small live pages of no known form, and what is read of them in every form that they hold. */
import { expect } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import type { ReadOptions } from "../../src/importers/contract.ts";
import { readForms } from "../../src/importers/read-forms.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printInstant } from "../../src/model/instant.ts";
import { captured } from "./outline.ts";

export const words = "A sentence that is long enough to be a post, and not a line in a list of other stories.";

/** A page with a post for each of `heads`, newest first: what stands above its headline. */
export const livePage = (heads: readonly string[], { head = "", below = "" } = {}): string =>
  `<!doctype html><html lang="en"><head><title>Harbour fair live</title>${head}</head><body><h1>Harbour fair live</h1><main>${heads
    .map(
      (one, index) =>
        `<article class="live-post" id="e${index}">${one}<h3>Head ${index}</h3><p>${words} ${index}</p></article>`,
    )
    .join("")}${below}</main></body></html>`;

export const times = (...shown: readonly string[]): readonly string[] =>
  shown.map((time) => `<div class="time">${time}</div>`);
/** An attribute and a shown time for each. */
export const both = (...pairs: readonly (readonly [datetime: string, shown: string])[]): readonly string[] =>
  pairs.map(([datetime, shown]) => `<time datetime="${datetime}">${shown}</time>`);

type Options = Partial<Omit<ReadOptions, "captured">> & { readonly captured?: string };

/** All words of the page are accounted for. */
export function readLive(html: string, { captured: when, ...options }: Options = {}) {
  const { importer, reading } = readForms(html, {
    file: "page.html",
    zone: "Europe/London",
    ...options,
    ...(when !== undefined && { captured: captured(when) }),
  })!;
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? html, reading.account, { page: reading.page, posts })).toEqual([]);
  return {
    importer: importer.name,
    posts: reading.posts,
    zone: reading.zone,
    times: reading.posts.map(({ published }) => (published === undefined ? "-" : printInstant(published))),
    inferred: reading.posts.map(({ inferred }) => inferred.join(" ")),
    bodies: reading.posts.map(({ blocks }) => printBlocks(blocks).trimEnd()),
    said: reading.problems
      .map(({ message }) => message)
      .filter((message) => !message.startsWith("The page is of no form")),
    problems: reading.problems,
  };
}
