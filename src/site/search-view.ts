/** What the reader's search reads: a script of its posts beside each live page, and one at the root that names the live pages. */
import { stringsFor } from "./language.ts";
import type { OutputView } from "./text-view.ts";
import type { ArchiveSite, PageSite, PostView } from "./view.ts";

const file = "search.js";

/** The live page's posts, newest first, a line each, as `client/search-files.ts` reads them. */
export function pageSearch({ page, parts, posts }: PageSite): OutputView {
  const { slug, title, language, direction } = page;
  /** The pages that hold the posts, the newest first, each with how many. */
  const holders = parts.map(
    ({ frame, days }) =>
      [frame.path.slice(slug.length + 1), days.reduce((sum, day) => sum + day.posts.length, 0)] as const,
  );
  const made = { title, language, direction, holders, posts: posts.map(({ post }) => post) };
  return { path: `${slug}/${file}`, made, text: () => print(made) };
}

/** The folders of all live pages, newest first. */
export function archiveSearch({ pages }: ArchiveSite): OutputView {
  const folders = pages.map(({ href }) => href.replace(/\/index\.html$/, ""));
  return { path: file, made: folders, text: () => `afterliveSearch(${JSON.stringify(folders)});\n` };
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
  const rows = posts.map((post, index) => JSON.stringify(rowOf(post, standing[index] ?? 0, language)));
  const head = JSON.stringify({ title, language, direction, files });
  return `afterliveSearch(${head.slice(0, -1)},"posts":[\n${rows.join(",\n")}\n]});\n`;
}

/** Id, time, zone, headline, label, bylines, other words (a line for each block), place of its page. "" is what it has not. */
function rowOf(post: PostView, standing: number, language: string): readonly (string | number)[] {
  const { id, time, headline, subheadline, label, bylines, context, corrections } = post;
  const strings = stringsFor(language);
  const signed = bylines.map(({ name, role }) => (role === undefined ? name : strings.aside(name, role)));
  const own = headline ?? subheadline;
  const lines = [...(headline === undefined ? [] : [subheadline ?? ""]), ...context, post.text(), ...corrections];
  const text = lines.filter((line) => line !== "").join("\n");
  return [
    id,
    time?.iso ?? "",
    time?.zone ?? "",
    own ?? (text === "" ? post.name : ""),
    label ?? "",
    signed.join("; "),
    text,
    standing,
  ];
}
