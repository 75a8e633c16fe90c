/** An archive to a folder of plain HTML: read, print, check, then one transaction. */
import { readPublished } from "../archive/published.ts";
import { sha256 } from "../base/digest.ts";
import { explain } from "../base/failure.ts";
import { commit, type Outcome, withLock } from "../base/transaction.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { announce, checkOut, type Output, planOut, remember } from "./out-folder.ts";
import { checkPaths } from "./output-paths.ts";
import { renderPages } from "./render.ts";
import { readSite, type SiteOptions } from "./site-input.ts";

export interface BuildOptions extends SiteOptions {
  /** The folder that will hold the site and nothing else. */
  readonly out: string;
}

export interface BuildReport {
  readonly livePages: number;
  readonly posts: number;
  /** Pictures encoded, pictures found in the cache, figures and posters without a picture. */
  readonly pictures: { readonly made: number; readonly reused: number; readonly absent: number };
  readonly outcome: Outcome;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * Makes `out` hold exactly the site of the archive: all of it or, throwing, nothing of it. Files that would be the same are
 * not touched. Throws Refusal for errors in what people wrote, Failure where the disk is to blame.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  try {
    return await buildSite(options);
  } catch (error) {
    throw explain(`build into "${options.out}"`, error, "the site is as it was");
  }
}

async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const { root, out, cache } = options;
  checkOut(root, cache, out);
  const input = await readSite(options);
  const pages = await renderPages(input);
  const outputs: readonly Output[] = [
    ...pages.map(({ path, html }) => ({ path, digest: sha256(html), write: { bytes: html } })),
    ...input.copies.map(({ path, copy, digest }) => ({ path, digest: digest(), write: { copy } })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const problems = [
    ...input.problems,
    ...checkPaths([...pages.map(({ path }) => ({ path, byHand: false })), ...input.copies]),
    ...vanished(root, outputs),
  ];
  if (problems.some(({ severity }) => severity === "error")) throw new Refusal(problems);
  const outcome = await withLock(out, () => {
    const { changes, untouched } = planOut(options, outputs);
    if (changes.length > 0) announce(options, outputs);
    const { written, removed, unchanged } = commit(out, changes);
    remember(options, outputs);
    return { written, removed, unchanged: [...unchanged, ...untouched].sort() };
  });
  const { pages: livePages } = input.archive;
  const posts = livePages.reduce((sum, { page }) => sum + page.posts.length, 0);
  return { livePages: livePages.length, posts, pictures: input.pictures, outcome, problems };
}

/** A permalink never breaks: what an edition had, every later one has. */
function vanished(root: string, outputs: readonly Output[]): readonly Problem[] {
  const present = new Set(outputs.map(({ path }) => path));
  const gone = readPublished(root).filter((path) => !present.has(path) && !path.startsWith("pictures/"));
  if (gone.length === 0) return [];
  const shown = gone.slice(0, 10).map((path) => `"${path}"`);
  const more = gone.length > shown.length ? ` and ${gone.length - shown.length} more` : "";
  return [
    {
      severity: "error",
      file: "content/published.txt",
      line: 0,
      column: 0,
      message: `Cannot let published pages vanish: this build has no ${shown.join(", ")}${more}`,
      hint: "Bring back the post or file, or give it the id it had. Only if its address may break for ever, remove its line from content/published.txt",
    },
  ];
}
