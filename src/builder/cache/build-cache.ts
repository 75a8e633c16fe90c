/** Turns a build's folders into the paths of the files that remember the last build into the same output folder. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";

/** Absolute paths. Plain data: it goes to other threads. */
export interface BuildCache {
  readonly folder: string;
  /** A `BuildState`. */
  readonly state: string;
  /** `PageSummaries`. */
  readonly summaries: string;
  /** The paths that a build is about to write. The file exists from before the site changes until the state is written. */
  readonly pending: string;
  /** The folders of what is stored of each live page. */
  readonly records: string;
  readonly views: string;
}

/** The name depends on where the site lies relative to the archive, so that both may move together. */
export function buildCacheOf(place: {
  readonly root: string;
  readonly cache: string;
  readonly out: string;
}): BuildCache {
  const [root, out] = [realpath(place.root), realpath(place.out)];
  const relative = path.relative(root, out).split(path.sep).join("/");
  const folder = path.join(place.cache, "plans", sha256(relative.startsWith("..") ? out : relative).slice(0, 16));
  return {
    folder,
    state: path.join(folder, "state.json"),
    summaries: path.join(folder, "summaries.json"),
    pending: path.join(folder, "pending.json"),
    records: path.join(folder, "pages"),
    views: path.join(folder, "views"),
  };
}

/** The files of a live page. A build makes the new ones; they replace the others once the site has changed. */
export function pageFiles({ records, views }: BuildCache, slug: string): PageFiles {
  const [record, view] = [path.join(records, slug), path.join(views, slug)];
  return { record: `${record}.json`, newRecord: `${record}.new`, view: `${view}.json`, newView: `${view}.new` };
}

export interface PageFiles {
  /** A `PageRecord`. */
  readonly record: string;
  readonly newRecord: string;
  /** A `LivePageView`, as JSON in a string. Few builds need it, and all need the summaries. */
  readonly view: string;
  readonly newView: string;
}

/** As fs.realpathSync, for a path that need not exist. */
export function realpath(file: string): string {
  const full = path.resolve(file);
  if (fs.existsSync(full) || path.dirname(full) === full) return fs.realpathSync(full);
  return path.join(realpath(path.dirname(full)), path.basename(full));
}
