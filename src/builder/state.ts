/** What a build knows of the last one: what each live page was made from, and what came of it. */
import fs from "node:fs";
import path from "node:path";
import type { PageMemory } from "../archive/read/page.ts";
import type { ReadSettings } from "../archive/read/read.ts";
import { sha256 } from "../base/digest.ts";
import type { Problem } from "../model/problem.ts";
import type { PageSummary } from "../site/page-summary.ts";
import type { Picture } from "../site/pictures/picture.ts";
import { keepValue, recallValue } from "./cache/disk-cache.ts";
import type { Landmarks } from "./output/fingerprint.ts";

/** Each path with the key of what it was printed from, and the digest of its bytes. */
export type Outputs = Readonly<Record<string, readonly [key: string, digest: string]>>;

/** The last build as a whole: small, since every build reads it. */
export interface State {
  readonly format: typeof format;
  /** How pages are printed: program, templates, options. */
  readonly printing: string;
  /** Of `content/` without its live pages. */
  readonly front: string;
  /** Of `content/about.md`. */
  readonly words: string;
  readonly archive: ReadSettings;
  /** Which part of an archive it is, and of which; "" for the whole. */
  readonly part: string;
  /** Of `public/`. */
  readonly laid: string;
  /** As in `Found`. */
  readonly ownFiles: readonly string[];
  /** Of `content/published.txt`. */
  readonly published: string;
  /** At the site's root. */
  readonly landmarks: Landmarks;
  readonly pages: Readonly<Record<string, PageState>>;
  /** The digests of `heads.json` and of `views.json`. */
  readonly heads: string;
  readonly views: string;
  /** The pages of the archive as a whole. */
  readonly outputs: Outputs;
  /** The files of `public/`. */
  readonly laidOutputs: Outputs;
  /** How many files the site has. */
  readonly files: number;
  /** Warnings that belong to no live page. */
  readonly problems: readonly Problem[];
}

/** A live page in the last build. */
export interface PageState {
  /** Of its folder in `content/`. */
  readonly mark: string;
  readonly landmarks: Landmarks;
  /** The digest of its record. */
  readonly record: string;
  readonly posts: number;
  /** How many files of the site are its own. */
  readonly files: number;
  /** Figures and posters without a picture. */
  readonly absent: number;
  /** The files below `pictures/` that it shows: `pictures/<16 hex>`, the part that the variants of one picture share. */
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

/** What the archive's own pages say of a live page. */
export interface Head extends Pick<PageSummary, "origin" | "urls" | "cited" | "newest"> {
  /** A `LivePageView` as JSON, and its key. */
  readonly view: { readonly key: string; readonly json: string };
}

/** Goes up by one whenever what is kept means something else. */
const format = 5;
export const stateFormat: typeof format = format;

/** The files of a plan, which belong to one folder that is built into. */
export interface PlanFolder {
  readonly folder: string;
  readonly state: string;
  readonly heads: string;
  readonly views: string;
  /** There from before the site is changed until the plan says so: after a crash nothing is taken for granted. */
  readonly pending: string;
  /** Where a live page's record is, and where it waits until the site is changed. */
  record(slug: string): string;
  coming(slug: string): string;
}

interface Place {
  readonly root: string;
  readonly cache: string;
  readonly out: string;
}

/** Where the plan of a folder is kept. An archive and its site may move together: each build asks with its own place. */
export function planFolderOf(place: Place): PlanFolder {
  const plan = plans.get(place) ?? findPlan(place);
  plans.set(place, plan);
  return plan;
}

/** Asked for with each live page of a build. */
const plans = new WeakMap<Place, PlanFolder>();

function findPlan({ root, cache, out }: Place): PlanFolder {
  const relative = path.relative(realpath(root), realpath(out)).split(path.sep).join("/");
  const name = relative.startsWith("..") ? realpath(out) : relative;
  const folder = path.join(cache, "plans", sha256(name).slice(0, 16));
  const pages = path.join(folder, "pages");
  return {
    folder,
    state: path.join(folder, "state.json"),
    heads: path.join(folder, "heads.json"),
    views: path.join(folder, "views.json"),
    pending: path.join(folder, "pending.json"),
    record: (slug) => path.join(pages, `${slug}.json`),
    coming: (slug) => path.join(pages, `${slug}.new`),
  };
}

/** The state of the last build; undefined where there is none that can be used. */
export function readState(plan: PlanFolder): State | undefined {
  const state = recallValue<State>(plan.state)?.value;
  return state?.format === format ? state : undefined;
}

export const writeState = (plan: PlanFolder, state: State): void => void keepValue(plan.state, state);

/** A live page may have any name, such as "constructor". */
export const own = <T>(values: Readonly<Record<string, T>> | undefined, slug: string): T | undefined =>
  values !== undefined && Object.hasOwn(values, slug) ? values[slug] : undefined;

/** As fs.realpathSync, for what may not be there yet. */
export function realpath(file: string): string {
  const full = path.resolve(file);
  if (fs.existsSync(full) || path.dirname(full) === full) return fs.realpathSync(full);
  return path.join(realpath(path.dirname(full)), path.basename(full));
}
