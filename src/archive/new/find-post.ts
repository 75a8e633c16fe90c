/** From the words that name a post, a path or an id, to its file; and from the name of a live page to its folder. */
import { realpathSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { statsAt } from "../../base/stats-at.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { type ReadPage, readPage } from "../read/page.ts";
import { readFront } from "../read/read.ts";
import { nearest } from "../schema/nearest.ts";
import { isSlug } from "../slug.ts";
import { refuseNoArchive } from "./page.ts";

export interface PostPlace {
  readonly slug: string;
  /** Relative to the archive's root, POSIX. */
  readonly file: string;
}

/** `name`: the path of a post's file, from `folder` or from the archive's root, or its id. Throws a Refusal where it names none. */
export function findPost(root: string, folder: string, name: string): PostPlace {
  refuseNoArchive(root);
  const place = [folder, root].map((base) => placeOf(root, resolve(base, name))).find((found) => found !== undefined);
  if (place !== undefined) return place;
  const { slugs } = readFront(root);
  const ids: string[] = [];
  // A post with a mistake has no id, but mostly a file of that name.
  const found = slugs.flatMap((slug) => {
    const { posts } = readPage(root, slug);
    ids.push(...posts.map(({ post }) => post.id));
    const files = posts.flatMap(({ post, file }) => (post.id === name ? [file] : []));
    const named = placeOf(root, join(root, "content", slug, `${name}.md`));
    return [...new Set([...files, ...(named === undefined ? [] : [named.file])])].map((file) => ({ slug, file }));
  });
  const [only, other] = found;
  if (only !== undefined && other === undefined) return only;
  if (only === undefined) {
    const meant = nearest(basename(name, ".md"), ids);
    throw refusal(
      name,
      "Cannot find the post: no file of a post, and no id",
      `${meant === undefined ? "" : `Did you mean ${meant}? `}Write its file, such as content/a-visit/a-post.md, or its id`,
    );
  }
  throw refusal(
    name,
    `Cannot tell which post is meant: ${found.map(({ file }) => file).join(", ")} have this id`,
    "Write the file",
  );
}

/** The live page of this name; without a name the only one. Throws a Refusal where there is none, or where it has an error. */
export function findPage(root: string, name: string | undefined): ReadPage {
  refuseNoArchive(root);
  const { slugs } = readFront(root);
  const slug = name === undefined && slugs.length === 1 ? slugs[0] : name?.replace(/^content\/|\/$/g, "");
  if (slugs.length === 0)
    throw refusal("content", "Cannot add a post: content/ has no live page", "Begin one with: afterlive new page");
  if (slug === undefined)
    throw refusal("content", "Cannot tell which live page is meant: there are several", `Name one: ${listOf(slugs)}`);
  if (!slugs.includes(slug)) {
    const meant = nearest(slug, slugs);
    const hint = meant === undefined ? `There are: ${listOf(slugs)}` : `Did you mean ${meant}?`;
    throw refusal(`content/${slug}`, "Cannot find the live page", hint);
  }
  const page = readPage(root, slug);
  if (page.page === undefined) throw new Refusal(page.problems.filter(({ severity }) => severity === "error"));
  return page;
}

function placeOf(root: string, path: string): PostPlace | undefined {
  if (statsAt(path)?.isFile() !== true) return undefined;
  const [slug = "", name = "", ...more] = relative(realpathSync(join(root, "content")), realpathSync(path)).split(sep);
  if (!isSlug(slug) || !name.endsWith(".md") || name === "page.md" || more.length > 0) return undefined;
  return { slug, file: `content/${slug}/${name}` };
}

const refusal = (file: string, message: string, hint: string): Refusal => {
  const problem: Problem = fileProblem(file, message, hint);
  return new Refusal([problem]);
};

const listOf = (slugs: readonly string[]): string =>
  slugs.length <= 8 ? slugs.join(", ") : `${slugs.slice(0, 8).join(", ")} and ${slugs.length - 8} more`;
