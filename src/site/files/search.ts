/** Turns live pages into `search.js`, which the pages' search loads: one beside each live page, and one that lists them all. */

import { stringsFor } from "../i18n/language.ts";
import { labelOf } from "../text/label.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";
import type { OutputView } from "../views/text-files.ts";

/** The file's name in each folder. */
export const searchFile = "search.js";

/** The posts of a live page, newest first, a line each; `client/search/search-index.ts` reads it. */
export function pageSearch({ page, eventPages, posts }: PageSite): OutputView {
  const { slug, title, language, direction } = page;
  /** The pages that hold the posts, newest first, each with the number of its posts. */
  const holders = eventPages.map(
    ({ frame, days }) =>
      [frame.path.slice(slug.length + 1), days.reduce((sum, day) => sum + day.posts.length, 0)] as const,
  );
  const inputs = { title, language, direction, holders, posts: posts.map(({ post }) => post) };
  return { path: `${slug}/${searchFile}`, inputs, text: () => print(inputs) };
}

/** The folders of all live pages, newest first. */
export function archiveSearch({ pages }: { readonly pages: readonly { readonly href: string }[] }): OutputView {
  const folders = pages.map(({ href }) => href.replace(/\/index\.html$/, ""));
  return { path: searchFile, inputs: folders, text: () => `afterliveSearch(${JSON.stringify(folders)});\n` };
}

interface SearchInput {
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly holders: readonly (readonly [file: string, count: number])[];
  readonly posts: readonly PostView[];
}

function print({ title, language, direction, holders, posts }: SearchInput): string {
  const files = holders.length === 0 ? ["index.html"] : holders.map(([name]) => name).toReversed();
  /** For each post, the place of its page in `files`. */
  const fileOf = holders.flatMap(([, count], index) => Array<number>(count).fill(holders.length - 1 - index));
  const lines = posts.map((post, index) => `${rowOf(post, language)},${fileOf[index] ?? 0}]`);
  const head = JSON.stringify({ title, language, direction, files });
  return `afterliveSearch(${head.slice(0, -1)},"posts":[\n${lines.join(",\n")}\n]});\n`;
}

/** A process that builds again gets the same view for an unchanged post, so that its row is printed once. */
const rows = new WeakMap<PostView, string>();

/**
 * A post as the beginning of a JSON array: id, time, zone, headline, labels, bylines (name, and role as it follows the name),
 * other words (a line for each block), letters (`k` key event, `p` pictures). "" stands for what the post does not have.
 */
function rowOf(post: PostView, language: string): string {
  const row = rows.get(post) ?? printRow(post, language);
  rows.set(post, row);
  return row;
}

function printRow(post: PostView, language: string): string {
  const { id, time, headline, subheadline, breaking, bylines, keyEvent, figures } = post;
  const strings = stringsFor(language);
  const label = labelOf(post, strings);
  const signed = bylines.map(({ name, role }) => (role === undefined ? [name] : [name, strings.aside("", role)]));
  const labels = [...(breaking ? [strings.breaking] : []), ...(label === undefined ? [] : [label])];
  const marks = `${keyEvent ? "k" : ""}${figures.some(({ picture }) => picture !== undefined) ? "p" : ""}`;
  const text = wordsOf(post);
  const name = headline ?? subheadline ?? (text === "" ? post.name : "");
  const head = JSON.stringify([id, time?.iso ?? "", time?.zone ?? "", name, labels, signed]);
  // The text is joined as a string, since one changed post prints the texts of all posts again.
  return `${head.slice(0, -1)},${JSON.stringify(text)},"${marks}"`;
}

function wordsOf({ headline, subheadline, context, corrections, text }: PostView): string {
  const above = headline === undefined || subheadline === undefined ? context : [subheadline, ...context];
  if (above.length === 0 && corrections.length === 0) return text();
  return [...above, text(), ...corrections].filter((line) => line !== "").join("\n");
}
