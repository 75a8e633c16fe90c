/** Turns a share of an archive into a part of its site, and writes what the part says of itself: `.afterlive/part.json`. */

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { digestInContent } from "../../archive/read/files.ts";
import { isDraftPage } from "../../archive/read/page.ts";
import type { ArchiveScan } from "../../archive/read/scan.ts";
import { sha256 } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import { compiledFrom, packageFolder } from "../../base/package-folder.ts";
import { isCardPath } from "../../site/cards/card.ts";
import type { NewestPosts } from "../../site/newest-posts.ts";
import { newestOf } from "../../site/site.ts";
import { type BuildCache, buildCacheOf, pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import {
  type BuildState,
  own,
  type PageRecord,
  type PageState,
  type PageSummaries,
  readState,
  type StoredSummary,
} from "../cache/state.ts";
import { findStaticFiles, replacedFiles } from "../inputs/static-files.ts";
import type { BuildOptions } from "../options.ts";
import { filesBelow } from "../output/files-below.ts";
import { contentSource, type LivePageSource } from "../page-source.ts";
import { readNewestPosts } from "../render/archive-pages.ts";
import type { InputSnapshot } from "../steps/scan.ts";
import { partFile, type Shard, shareOf } from "./shard.ts";

/** What all parts must have in common, each under the words with which a person is told of it. */
export type Basis = Readonly<
  Record<"afterlive" | "machine" | "options" | "archive.md" | "about.md" | "templates" | "card.png", string>
>;

export interface SitePart {
  readonly format: typeof partFormat;
  readonly shard: Shard;
  readonly basis: Basis;
  /** How pictures were made. */
  readonly mode: NonNullable<BuildOptions["mode"]>;
  /** The slugs of all live pages of the archive that are no drafts, sorted. */
  readonly slugs: readonly string[];
  /** The live pages of this part, by slug. */
  readonly pages: Readonly<Record<string, PartPage>>;
  /** The digest of the state that it was written from. */
  readonly state: string;
}

/** A live page of a part. */
export interface PartPage extends Pick<PageState, "posts" | "drafts" | "absent" | "pictures" | "problems"> {
  readonly summary: StoredSummary;
  /** A `LivePageView` as JSON. */
  readonly view: string;
  /** The digest of each of its files, by path from the site's root. */
  readonly files: Readonly<Record<string, string>>;
  /** Those of its posts that are among the newest of the part. */
  readonly newest?: NewestPosts;
}

/** Goes up by one when a part changes its meaning. */
export const partFormat = 6;

/** The part that a folder holds; undefined if it holds none, or a damaged one. */
export const readPart = (folder: string): SitePart | undefined => diskCache.get<SitePart>(partFile(folder))?.value;

/** The inputs of one share, and its live pages. `all`: the inputs of the whole archive. */
export function openShard(
  root: string,
  shard: Shard,
  all: InputSnapshot,
): { readonly inputs: InputSnapshot; readonly source: LivePageSource } {
  const share = shareOf(all.scan.pages.values(), shard);
  const pages: ArchiveScan["pages"] = new Map([...all.scan.pages].filter(([slug]) => share.has(slug)));
  const archive = sha256(JSON.stringify([[...all.scan.pages.keys()], cardsAmong(all.ownFiles)]));
  const part = `${shard.number}/${shard.of} ${archive}`;
  return {
    inputs: { ...all, scan: { ...all.scan, pages }, staticFiles: [], part },
    source: contentSource(root, share),
  };
}

/** Writes what the last build of a part says of itself, unless it is there. Throws Failure if the cache lacks it. */
export function writePart(options: BuildOptions, shard: Shard, all: InputSnapshot): void {
  const { root, out, mode = "release" } = options;
  const buildCache = buildCacheOf(options);
  const digest = diskCache.get<BuildState>(buildCache.state)?.digest;
  const state = readState(buildCache);
  if (state === undefined || digest === undefined || readPart(out)?.state === digest) return;
  diskCache.put(partFile(out), {
    format: partFormat,
    shard,
    basis: basisOf(root, mode),
    mode,
    slugs: [...all.scan.pages.keys()].filter((slug) => !isDraftPage(root, slug)).sort(),
    pages: partPages(state, buildCache, { root, now: all.now }),
    state: digest,
  } satisfies SitePart);
}

/** Throws Failure if a record or the summaries are lost. */
function partPages(
  state: BuildState,
  buildCache: BuildCache,
  place: { readonly root: string; readonly now: number },
): SitePart["pages"] {
  const summaries = diskCache.get<PageSummaries>(buildCache.summaries, state.summaries)?.value ?? {};
  const counts = newestCounts(summaries);
  const pages = Object.entries(state.pages).map(([slug, page]): [string, PartPage] => {
    const files = pageFiles(buildCache, slug);
    const record = diskCache.get<PageRecord>(files.record, page.record)?.value;
    const summary = own(summaries, slug);
    const view = diskCache.get<string>(files.view, summary?.view ?? "")?.value;
    if (record === undefined) throw lostIn(buildCache, `the record of "${slug}"`);
    if (summary === undefined || view === undefined) throw lostIn(buildCache, `the summary of "${slug}"`);
    const { posts, drafts, absent, pictures, problems } = page;
    const count = counts.get(slug);
    const newest = count === undefined ? undefined : readNewestPosts(place, slug, record, count);
    const digests = Object.entries(record.outputs).map(([file, [, digest]]) => [file, digest] as const);
    return [
      slug,
      {
        posts,
        drafts,
        absent,
        pictures,
        problems,
        summary,
        view,
        files: Object.fromEntries(digests),
        ...(newest !== undefined && { newest }),
      },
    ];
  });
  return Object.fromEntries(pages);
}

/** How many posts of each live page are needed so that the newest of the part are among them. */
function newestCounts(summaries: PageSummaries): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const newest = Object.entries(summaries).map(([slug, { newest }]) => ({ slug, newest }));
  for (const { summary, place } of newestOf(newest))
    counts.set(summary.slug, Math.max(counts.get(summary.slug) ?? 0, place + 1));
  return counts;
}

/** Removes the state, so that the next build makes all of the part anew. */
function lostIn({ state }: BuildCache, what: string): Failure {
  fs.rmSync(state, { force: true });
  return new Failure(
    `Cannot say what the part holds: ${what} was damaged or lost`,
    "Build it again: then all of it is made anew",
  );
}

/** The same on all machines that build the same archive with the same program in the same way. */
export function basisOf(root: string, mode: string): Basis {
  const { node, icu, tz, unicode } = process.versions;
  const own = path.join(root, "templates");
  return {
    afterlive: programDigest(),
    machine: `${process.arch}, Node ${node}, ICU ${icu} ${tz} ${unicode}`,
    options: mode,
    "archive.md": digestInContent(root, "archive.md"),
    "about.md": digestInContent(root, "about.md"),
    templates: own === path.join(packageFolder, "templates") ? "" : digestBelow(own),
    "card.png": cardsAmong(replacedFiles(findStaticFiles(root, 0))).join(),
  };
}

/** A digest of the sources; of a package that is installed without them, the digest that was taken when it was compiled. */
function programDigest(): string {
  if (compiledFrom !== undefined && !fs.existsSync(path.join(packageFolder, "src")))
    return (JSON.parse(fs.readFileSync(compiledFrom, "utf8")) as { readonly digest: string }).digest;
  const program = createHash("sha256");
  for (const folder of ["src", "templates"]) program.update(digestBelow(path.join(packageFolder, folder)));
  return program.update(fs.readFileSync(path.join(packageFolder, "package-lock.json"))).digest("hex");
}

/** The cards that the archive brings itself: parts do not hold them, but their pages name them. */
const cardsAmong = (ownFiles: ReadonlySet<string>): readonly string[] => [...ownFiles].filter(isCardPath);

function digestBelow(folder: string): string {
  const hash = createHash("sha256");
  for (const name of filesBelow(folder)) hash.update(`\0${name}\0`).update(fs.readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}
