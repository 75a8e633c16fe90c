/** What a build remembers for the next one: its inputs, the site it left, and what it made of each live page. */
import type { PageMemory } from "../../archive/read/page.ts";
import type { ReadSettings } from "../../archive/read/read.ts";
import type { Problem } from "../../model/problem.ts";
import type { PageSummary } from "../../site/page-summary.ts";
import type { Picture } from "../../site/pictures/picture.ts";
import type { OutputFingerprint } from "../output/fingerprint.ts";
import type { BuildCache } from "./build-cache.ts";
import { diskCache } from "./disk-cache.ts";

/** By path: the cache key of what the file was rendered from, and the digest of its bytes. */
export type Outputs = Readonly<Record<string, readonly [key: string, digest: string]>>;

/** The last build as a whole. Every build reads it, so it is small. */
export interface BuildState {
  readonly format: typeof stateFormat;
  /** As in `InputSnapshot`. */
  readonly renderKey: string;
  /** Of `content/` without its live pages. */
  readonly frontMark: string;
  /** Of `content/about.md`. */
  readonly aboutMark: string;
  /** Of `content/published.txt`. */
  readonly publishedMark: string;
  /** Of `public/`. */
  readonly staticMark: string;
  /** As in `InputSnapshot`. */
  readonly ownFiles: readonly string[];
  readonly part: string;
  /** What `archive.md` says. */
  readonly archive: ReadSettings;
  /** Of the archive's own pages and of `public/`. */
  readonly fingerprint: OutputFingerprint;
  readonly pages: Readonly<Record<string, PageState>>;
  /** The live pages that are drafts, by slug: as `sourceMark` of a live page. */
  readonly drafts: Readonly<Record<string, string>>;
  /** The digest of the page summaries. */
  readonly summaries: string;
  /** The mark of their file, which each build writes anew: the state of an earlier build has another one. */
  readonly summariesMark: string;
  /** The archive's own pages. */
  readonly outputs: Outputs;
  /** The files of `public/`. */
  readonly staticOutputs: Outputs;
  /** The number of files of the site. */
  readonly files: number;
  /** Warnings that belong to no live page. */
  readonly problems: readonly Problem[];
}

/** A live page in the last build. */
export interface PageState {
  /** Of its folder in `content/`; "" if the next build must render it again. */
  readonly sourceMark: string;
  readonly fingerprint: OutputFingerprint;
  /** The digest of its record. */
  readonly record: string;
  readonly posts: number;
  /** The number of its posts that are left out as drafts. */
  readonly drafts: number;
  /** The number of its files in the site. */
  readonly files: number;
  /** The number of figures and posters without a picture. */
  readonly absent: number;
  /** What it shows of `pictures/`: `pictures/<16 hex>`, the start that all variants of a picture share. */
  readonly pictures: readonly string[];
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** All that was made of a live page, in a file of its own. */
export interface PageRecord {
  readonly memory: PageMemory;
  /** By the digest of the original. */
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly outputs: Outputs;
}

/** What every build must know of each live page, for the archive's own pages. Plain data. */
export interface StoredSummary extends Pick<PageSummary, "origin" | "picture" | "urls" | "cited" | "newest"> {
  /** The cache key of its view, and the digest of the file that stores it. */
  readonly key: string;
  readonly view: string;
}

/** By slug. */
export type PageSummaries = Readonly<Record<string, StoredSummary>>;

/** Goes up by one when a stored value changes its meaning. */
export const stateFormat = 8;

/** The state of the last build; undefined if there is none, or none that can be used. */
export function readState({ state }: Pick<BuildCache, "state">): BuildState | undefined {
  const last = diskCache.get<BuildState>(state)?.value;
  return last?.format === stateFormat ? last : undefined;
}

/** The value of a live page, which may be called "constructor". */
export const own = <T>(values: Readonly<Record<string, T>> | undefined, slug: string): T | undefined =>
  values !== undefined && Object.hasOwn(values, slug) ? values[slug] : undefined;
