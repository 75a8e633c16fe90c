/** What a part of a site says of itself, for the machine that joins the parts: `.afterlive/part.json` in its folder. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { ArchiveScan } from "../../archive/read/scan.ts";
import { sha256 } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import { packageFolder } from "../../base/package-folder.ts";
import type { Problem } from "../../model/problem.ts";
import { isCardPath } from "../../site/cards/card.ts";
import type { NewestPosts } from "../../site/newest-posts.ts";
import { newestOf } from "../../site/site.ts";
import { keepValue, recallValue } from "../cache/disk-cache.ts";
import { recallHeads } from "../cache/page-summaries.ts";
import { laidFiles, ownAmong } from "../inputs.ts";
import type { BuildOptions, Found } from "../options.ts";
import { filesBelow } from "../output/files-below.ts";
import { contentOf, type Supply } from "../page-source.ts";
import { recallPosts } from "../render/archive-pages.ts";
import { type Head, own, type PageRecord, type PlanFolder, planFolderOf, readState, type State } from "../state.ts";
import { partFile, type Shard, shareOf } from "./shard.ts";

/** What all parts must have in common, by the words in which a person is told of it. */
export type Basis = Readonly<
  Record<"afterlive" | "machine" | "options" | "archive.md" | "about.md" | "templates" | "card.png", string>
>;

export interface Part {
  readonly format: typeof partFormat;
  readonly shard: Shard;
  readonly basis: Basis;
  /** How pictures were made. */
  readonly mode: NonNullable<BuildOptions["mode"]>;
  /** All live pages of the archive, sorted. */
  readonly slugs: readonly string[];
  /** Those of this part, by slug. */
  readonly pages: Readonly<Record<string, PartPage>>;
  /** The digest of the state that it tells of. */
  readonly state: string;
}

/** A live page of a part. */
export interface PartPage {
  readonly posts: number;
  readonly absent: number;
  /** As `PageState.pictures`. */
  readonly pictures: readonly string[];
  readonly problems: readonly Problem[];
  readonly head: Head;
  /** The digest of each of its files, by path from the site's root. */
  readonly files: Readonly<Record<string, string>>;
  /** Its posts among the newest fifty of the part. */
  readonly newest?: NewestPosts;
}

/** Goes up by one whenever a part means something else. */
export const partFormat = 3;

/** The part that a folder holds; undefined where it holds none that is whole. */
export const readPart = (folder: string): Part | undefined => recallValue<Part>(partFile(folder))?.value;

/** What a part is built of. `found` is what there is of the whole archive. */
export function openShard(
  { root }: BuildOptions,
  shard: Shard,
  found: Found,
): { readonly found: Found; readonly supply: Supply } {
  const own = shareOf(found.scan.pages.values(), shard);
  const pages: ArchiveScan["pages"] = new Map([...found.scan.pages].filter(([slug]) => own.has(slug)));
  const part = `${shard.number}/${shard.of} ${sha256(JSON.stringify([[...found.scan.pages.keys()], cardsOf(found.ownFiles)]))}`;
  return { found: { ...found, scan: { ...found.scan, pages }, laid: [], part }, supply: contentOf(root, own) };
}

/** Writes what the last build of a part says of itself, unless it is there. `all`: what there is of the whole archive. */
export function tellPart(options: BuildOptions, shard: Shard, all: Found): void {
  const { root, out, mode = "release" } = options;
  const plan = planFolderOf(options);
  const known = recallValue<State>(plan.state);
  const state = readState(plan);
  if (state === undefined || known === undefined || readPart(out)?.state === known.digest) return;
  const { heads = {}, json } = recallHeads(plan, state) ?? {};
  const recordOf = (slug: string): PageRecord => {
    const record = recallValue<PageRecord>(plan.record(slug), state.pages[slug]?.record)?.value;
    if (record === undefined) throw lostIn(plan, `the record of "${slug}"`);
    return record;
  };
  const most = new Map<string, number>();
  for (const { summary, place } of newestOf(Object.entries(heads).map(([slug, { newest }]) => ({ slug, newest }))))
    most.set(summary.slug, Math.max(most.get(summary.slug) ?? 0, place + 1));
  const pages = Object.entries(state.pages).map(([slug, { posts, absent, pictures, problems }]): [string, PartPage] => {
    const record = recordOf(slug);
    const count = most.get(slug);
    const newest = count === undefined ? undefined : recallPosts({ root, now: all.now }, slug, record, count);
    const files = Object.fromEntries(Object.entries(record.outputs).map(([file, [, digest]]) => [file, digest]));
    const short = own(heads, slug);
    const view = json?.(slug);
    if (short === undefined || view === undefined) throw lostIn(plan, `the head of "${slug}"`);
    return [
      slug,
      {
        posts,
        absent,
        pictures,
        problems,
        head: { ...short, view: { key: short.view, json: view } },
        files,
        ...(newest !== undefined && { newest }),
      },
    ];
  });
  keepValue(partFile(out), {
    format: partFormat,
    shard,
    basis: basisOf(root, mode),
    mode,
    slugs: [...all.scan.pages.keys()].sort(),
    pages: Object.fromEntries(pages),
    state: known.digest,
  } satisfies Part);
}

/** Without its state, the next build makes all of the part anew. */
function lostIn(plan: PlanFolder, what: string): Failure {
  fs.rmSync(plan.state, { force: true });
  return new Failure(
    `Cannot say what the part holds: ${what} was damaged or lost`,
    "Build it again: then all of it is made anew",
  );
}

/** The same on every machine on which the same archive is built by the same program in the same way. */
export function basisOf(root: string, mode: string): Basis {
  const { node, icu, tz, unicode } = process.versions;
  const own = path.join(root, "templates");
  const digestOf = (name: string): string => {
    const file = path.join(root, "content", name);
    return fs.existsSync(file) ? sha256(fs.readFileSync(file)) : "";
  };
  const program = createHash("sha256");
  for (const folder of ["src", "templates"]) program.update(digestBelow(path.join(packageFolder, folder)));
  program.update(fs.readFileSync(path.join(packageFolder, "package-lock.json")));
  return {
    afterlive: program.digest("hex"),
    machine: `${process.arch}, Node ${node}, ICU ${icu} ${tz} ${unicode}`,
    options: mode,
    "archive.md": digestOf("archive.md"),
    "about.md": digestOf("about.md"),
    templates: own === path.join(packageFolder, "templates") ? "" : digestBelow(own),
    "card.png": cardsOf(ownAmong(laidFiles(root, 0))).join(),
  };
}

/** The archive's own: parts neither draw nor name others. */
const cardsOf = (own: ReadonlySet<string>): readonly string[] => [...own].filter(isCardPath);

function digestBelow(folder: string): string {
  const hash = createHash("sha256");
  for (const name of filesBelow(folder)) hash.update(`\0${name}\0`).update(fs.readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}
