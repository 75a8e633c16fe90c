/** `posts.csv` (RFC 4180): a live page's posts, newest first, a row each, for spreadsheets and statistics. */
import { addressOf } from "./addresses.ts";
import type { OutputPost, PostsForm, Publication } from "./contract.ts";

export const postsCsv: PostsForm = {
  name: "posts.csv",
  file: "posts.csv",
  type: "text/csv",
  use: "download",
  of: ["live page"],
  from: "posts",
  print: (publication, posts) => [columns, ...posts.map((post) => rowOf(publication, post))].map(line).join(""),
};

const columns: readonly string[] = ["id", "published", "headline", "label", "byline", "text", "href"];

const rowOf = (publication: Publication, post: OutputPost): readonly string[] => [
  post.id,
  post.published ?? "",
  post.headline ?? "",
  post.label ?? "",
  post.bylines.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join("; "),
  post.text(),
  addressOf(publication, post.path),
];

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

const cell = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A spreadsheet takes a cell that begins with such a character for a formula and runs it: an apostrophe before it makes it text.
 * A text that begins with an apostrophe gets one too, so that whoever takes one away from the front of a cell has the text.
 */
const guarded = (text: string): string =>
  /^[\s]*[=+\-@'\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
