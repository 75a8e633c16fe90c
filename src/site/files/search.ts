/** What the reader's search reads: a script of its posts beside each live page, and one at the root that names the live pages. */

import { stringsFor } from "../i18n/language.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";
import type { OutputView } from "../views/text-files.ts";

/** Its name in each folder. */
export const searchFile = "search.js";

/** The live page's posts, newest first, a line each, as `client/search/search-index.ts` reads them. */
export function pageSearch({ page, parts, posts }: PageSite): OutputView {
  const { slug, title, language, direction } = page;
  /** The pages that hold the posts, the newest first, each with how many. */
  const holders = parts.map(
    ({ frame, days }) =>
      [frame.path.slice(slug.length + 1), days.reduce((sum, day) => sum + day.posts.length, 0)] as const,
  );
  const made = { title, language, direction, holders, posts: posts.map(({ post }) => post) };
  return { path: `${slug}/${searchFile}`, made, text: () => print(made) };
}

/** The folders of all live pages, newest first. */
export function archiveSearch({ pages }: { readonly pages: readonly { readonly href: string }[] }): OutputView {
  const folders = pages.map(({ href }) => href.replace(/\/index\.html$/, ""));
  return { path: searchFile, made: folders, text: () => `afterliveSearch(${JSON.stringify(folders)});\n` };
}

interface Made {
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly holders: readonly (readonly [file: string, count: number])[];
  readonly posts: readonly PostView[];
}

function print({ title, language, direction, holders, posts }: Made): string {
  const files = holders.length === 0 ? ["index.html"] : holders.map(([name]) => name).toReversed();
  /** For each post the place of its page in `files`. */
  const standing = holders.flatMap(([, count], index) => Array<number>(count).fill(holders.length - 1 - index));
  const rows = posts.map((post, index) => `${rowOf(post, language)},${standing[index] ?? 0}]`);
  const head = JSON.stringify({ title, language, direction, files });
  return `afterliveSearch(${head.slice(0, -1)},"posts":[\n${rows.join(",\n")}\n]});\n`;
}

const known = new WeakMap<PostView, string>();

/**
 * Without its end: id, time, zone, headline, labels, bylines (name, and role as it follows the name), other words (a line for each
 * block), marks. "" is what it has not. Who builds again and again has the same view for the same post, and its row.
 */
function rowOf(post: PostView, language: string): string {
  const row = known.get(post) ?? printRow(post, language);
  known.set(post, row);
  return row;
}

function printRow(post: PostView, language: string): string {
  const { id, time, headline, subheadline, label, breaking, bylines, keyEvent, figures } = post;
  const strings = stringsFor(language);
  const signed = bylines.map(({ name, role }) => (role === undefined ? [name] : [name, strings.aside("", role)]));
  const labels = [...(breaking ? [strings.breaking] : []), ...(label === undefined ? [] : [label])];
  const marks = `${keyEvent ? "k" : ""}${figures.some(({ picture }) => picture !== undefined) ? "p" : ""}`;
  const text = wordsOf(post);
  const name = headline ?? subheadline ?? (text === "" ? post.name : "");
  const head = JSON.stringify([id, time?.iso ?? "", time?.zone ?? "", name, labels, signed]);
  // A text is copied as seldom as can be: all of a live page's are printed anew where one has changed.
  return `${head.slice(0, -1)},${JSON.stringify(text)},"${marks}"`;
}

function wordsOf({ headline, subheadline, context, corrections, text }: PostView): string {
  const above = headline === undefined || subheadline === undefined ? context : [subheadline, ...context];
  if (above.length === 0 && corrections.length === 0) return text();
  return [...above, text(), ...corrections].filter((line) => line !== "").join("\n");
}
